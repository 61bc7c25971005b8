//! Atom and JSON feeds.

use serde::Serialize;

use super::at::At;
use super::route::{Format, Scope, list_path, review_path, term_folder};
use crate::internal::review::Review;

/// The newest reviews that a feed has.
const ENTRIES: usize = 50;

/// What `feeds/atom.xml` is given, as `feed`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Feed {
    title: String,
    subtitle: String,
    language: String,
    id: String,
    self_href: String,
    site_href: String,
    updated: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Serialize)]
struct Entry {
    title: String,
    href: String,
    id: String,
    published: String,
    updated: String,
    summary: String,
    categories: Vec<String>,
}

/// What a feed without a dated review was updated on.
const NEVER: &str = "1970-01-01T00:00:00Z";

pub(super) fn feed(at: At<'_>, scope: Scope, format: Format) -> Option<Feed> {
    let library = at.library();
    let config = &library.config;
    let (title, page, reviews) = match scope {
        Scope::All => (config.title.clone(), "index.html".to_owned(), (0..library.reviews.len()).collect::<Vec<_>>()),
        Scope::Term(dimension, t) => {
            let term = library.terms_of(dimension).get(t)?;
            let title = format!("{}: {} – {}", dimension.one(), term.label, config.title);
            (title, list_path(&term_folder(dimension, &term.slug), 0), term.reviews.clone())
        }
    };
    let entries: Vec<_> = reviews.iter().take(ENTRIES).map(|i| entry(at, &library.reviews[*i])).collect();
    let folder = page.strip_suffix("index.html").unwrap_or(&page);
    Some(Feed {
        title,
        subtitle: config.description.clone(),
        language: config.language.clone(),
        id: id(at, &page, &format!("feed:{folder}")),
        self_href: address(at, &format!("{folder}{}", format.file())),
        site_href: address(at, &page),
        updated: entries.iter().map(|e| e.updated.clone()).max().unwrap_or_else(|| NEVER.to_owned()),
        entries,
    })
}

fn entry(at: At<'_>, review: &Review) -> Entry {
    let page = review_path(&review.id);
    let first = review.published.or(review.date);
    let last = review.revisions.iter().map(|revision| revision.on).chain(first).max();
    let stamp = |date: Option<jiff::civil::Date>| date.map_or_else(|| NEVER.to_owned(), |d| format!("{d}T00:00:00Z"));
    let categories = [&review.services, &review.tags].into_iter().flatten();
    Entry {
        title: review.title.clone(),
        href: address(at, &page),
        id: id(at, &page, &format!("review:{}", review.id)),
        published: stamp(first),
        updated: stamp(last),
        summary: review.lesson.clone().unwrap_or_default(),
        categories: review.severity.iter().chain([&review.kind]).chain(categories).cloned().collect(),
    }
}

/// Absolute where the site's own address is known; else relative, which readers resolve against the feed's.
fn address(at: At<'_>, path: &str) -> String {
    let clean = path.strip_suffix("index.html").unwrap_or(path);
    match &at.library().config.base_url {
        Some(base) => format!("{base}{clean}"),
        None => at.to(path),
    }
}

/// An id that stays the same for ever: the address, or a name when the site's address is not known.
fn id(at: At<'_>, path: &str, name: &str) -> String {
    if at.library().config.base_url.is_some() {
        return address(at, path);
    }
    let encoded: Vec<_> = name.split(['/', ':']).filter(|p| !p.is_empty()).map(crate::links::encode).collect();
    format!("urn:debrief:{}", encoded.join(":"))
}

impl Feed {
    /// The feed as a JSON Feed 1.1 document.
    pub(super) fn to_json(&self) -> String {
        let items = self.entries.iter().map(|entry| Item {
            content_text: &entry.summary,
            date_modified: &entry.updated,
            date_published: &entry.published,
            id: &entry.id,
            tags: &entry.categories,
            title: &entry.title,
            url: &entry.href,
        });
        let feed = JsonFeed {
            description: &self.subtitle,
            feed_url: &self.self_href,
            home_page_url: &self.site_href,
            items: items.collect(),
            language: &self.language,
            title: &self.title,
            version: "https://jsonfeed.org/version/1.1",
        };
        // Nothing but texts and lists of them: nothing that could fail to be JSON.
        serde_json::to_string_pretty(&feed).unwrap_or_default() + "\n"
    }
}

/// JSON Feed 1.1; the fields in the order of the alphabet.
#[derive(Serialize)]
struct JsonFeed<'f> {
    description: &'f str,
    feed_url: &'f str,
    home_page_url: &'f str,
    items: Vec<Item<'f>>,
    language: &'f str,
    title: &'f str,
    version: &'f str,
}

#[derive(Serialize)]
struct Item<'f> {
    content_text: &'f str,
    date_modified: &'f str,
    date_published: &'f str,
    id: &'f str,
    tags: &'f [String],
    title: &'f str,
    url: &'f str,
}
