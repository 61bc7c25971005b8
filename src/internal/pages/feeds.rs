//! Atom and JSON feeds.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::at::At;
use super::digest_feed;
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

/// One review, or one week.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) id: String,
    pub(super) published: String,
    pub(super) updated: String,
    pub(super) summary: String,
    pub(super) categories: Vec<String>,
}

/// What a feed without a dated review was updated on.
const NEVER: &str = "1970-01-01T00:00:00Z";

pub(super) fn feed(at: At<'_>, scope: Scope, format: Format) -> Option<Feed> {
    let library = at.library();
    let config = &library.config;
    let of = |reviews: &mut dyn Iterator<Item = usize>| {
        reviews.take(ENTRIES).map(|i| entry(at, &library.reviews[i])).collect::<Vec<_>>()
    };
    let (title, page, entries) = match scope {
        Scope::All => (config.title.clone(), "index.html".to_owned(), of(&mut (0..library.reviews.len()))),
        Scope::Digests => {
            let title = format!("Weekly digests – {}", config.title);
            (title, "digests/index.html".to_owned(), digest_feed::entries(at))
        }
        Scope::Term(dimension, t) => {
            let term = library.terms_of(dimension).get(t)?;
            let title = format!("{}: {} – {}", dimension.one(), term.label, config.title);
            (title, list_path(&term_folder(dimension, &term.slug), 0), of(&mut term.reviews.iter().copied()))
        }
    };
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
    let categories = [&review.services, &review.tags].into_iter().flatten();
    Entry {
        title: review.title.clone(),
        href: address(at, &page),
        id: id(at, &page, &format!("review:{}", review.id)),
        published: stamp(first),
        updated: stamp(last),
        summary: review.lesson().unwrap_or_default(),
        categories: review.severity.iter().chain([&review.kind]).chain(categories).cloned().collect(),
    }
}

/// A day as feeds write it.
pub(super) fn stamp(date: Option<Date>) -> String {
    date.map_or_else(|| NEVER.to_owned(), |d| format!("{d}T00:00:00Z"))
}

/// Absolute where the site's own address is known; else relative, which readers resolve against the feed's.
pub(super) fn address(at: At<'_>, path: &str) -> String {
    let clean = path.strip_suffix("index.html").unwrap_or(path);
    match &at.library().config.base_url {
        Some(base) => format!("{base}{clean}"),
        None => at.to(path),
    }
}

/// An id that stays the same for ever: the address, or a name when the site's address is not known.
pub(super) fn id(at: At<'_>, path: &str, name: &str) -> String {
    if at.library().config.base_url.is_some() {
        return address(at, path);
    }
    let encoded: Vec<_> = name.split(['/', ':']).filter(|p| !p.is_empty()).map(crate::links::encode).collect();
    format!("urn:debrief:{}", encoded.join(":"))
}

impl Feed {
    /// The feed as a JSON Feed 1.1 document.
    pub(super) fn to_json(&self) -> String {
        let item = |entry: &Entry| {
            json!({
                "id": entry.id,
                "url": entry.href,
                "title": entry.title,
                "content_text": entry.summary,
                "date_published": entry.published,
                "date_modified": entry.updated,
                "tags": entry.categories,
            })
        };
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "description": self.subtitle,
            "language": self.language,
            "home_page_url": self.site_href,
            "feed_url": self.self_href,
            "items": self.entries.iter().map(item).collect::<Vec<_>>(),
        });
        format!("{feed:#}\n")
    }
}
