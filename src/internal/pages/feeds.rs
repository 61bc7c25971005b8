//! Atom and JSON feeds.

use jiff::civil::Date;

use super::at::At;
use super::digest;
use super::feed_address::{address, id};
use super::route::{Format, Scope, review_path, term_path};
use crate::review::Review;
use site::feed::{ENTRIES, Entry, Feed};

pub(super) fn feed(at: At<'_>, scope: Scope, format: Format) -> Option<Feed<String>> {
    let library = at.library();
    let config = &library.config;
    let of = |reviews: &mut dyn Iterator<Item = usize>| {
        let mut newest: Vec<_> = reviews.map(|i| &library.reviews[i]).collect();
        // By the day of publication or of the latest change: a review may be published long after its incident.
        newest.sort_by_key(|review| std::cmp::Reverse(days(review).1));
        newest.into_iter().take(ENTRIES).map(|review| entry(at, review)).collect::<Vec<_>>()
    };
    let (title, page, entries) = match scope {
        Scope::All => (config.title.clone(), "index.html".to_owned(), of(&mut (0..library.reviews.len()))),
        Scope::Digests => {
            let title = format!("Weekly digests – {}", config.title);
            (title, "digests/index.html".to_owned(), digest::entries(at))
        }
        Scope::Term(dimension, t) => {
            let term = library.terms_of(dimension).get(t)?;
            let title = format!("{}: {} – {}", dimension.one(), term.label, config.title);
            (title, term_path(dimension, &term.slug), of(&mut term.reviews.iter().copied()))
        }
    };
    let folder = page.strip_suffix("index.html").unwrap_or(&page);
    Some(Feed {
        author: title.clone(),
        title,
        subtitle: config.description.clone(),
        language: config.language.clone(),
        generator: Some("Debrief"),
        id: id(at, &page, &format!("feed:{folder}")),
        self_href: address(at, &format!("{folder}{}", format.file())),
        site_href: address(at, &page),
        updated: entries.iter().filter_map(|entry| entry.updated).max(),
        entries,
    })
}

fn entry(at: At<'_>, review: &Review) -> Entry<String> {
    let page = review_path(&review.id);
    let (first, last) = days(review);
    let categories = [&review.services, &review.tags].into_iter().flatten();
    Entry {
        title: review.title.clone(),
        href: address(at, &page),
        id: id(at, &page, &format!("review:{}", review.id)),
        published: first,
        updated: last,
        summary: summary_of(review),
        categories: review.severity.iter().chain([&review.kind]).chain(categories).cloned().collect(),
    }
}

/// When a review was published, and when it last changed.
fn days(review: &Review) -> (Option<Date>, Option<Date>) {
    let first = review.published.or(review.date);
    (first, review.revisions.iter().map(|revision| revision.on).chain(first).max())
}

/// What happened, and the lesson.
fn summary_of(review: &Review) -> String {
    match (&review.happened, &review.lesson) {
        (Some(happened), Some(lesson)) => format!("{happened} Lesson: {lesson}"),
        (happened, lesson) => happened.as_ref().or(lesson.as_ref()).cloned().unwrap_or_default(),
    }
}
