//! Weeks as entries of a feed.

use super::title;
use crate::digest::{counts, headline};
use crate::pages::at::At;
use crate::pages::feed_address::{address, id};
use crate::pages::route::week_path;
use site::feed::Entry;

/// Most weeks in the feed: a year.
const ENTRIES: usize = 52;

/// The weeks in which anything was new or revised, newest first.
pub fn entries(at: At<'_>) -> Vec<Entry<String>> {
    let (library, calendar) = (at.library(), &at.site.calendar);
    let entry = |week| {
        let (review, _) = headline(library, calendar, week)?;
        let events = calendar.events(week)?;
        let page = week_path(week);
        let review = &library.reviews[review];
        let lesson = review.lesson.clone().unwrap_or_default();
        Some(Entry {
            title: format!("{}: {}", title(week), review.title),
            href: address(at, &page),
            id: id(at, &page, &format!("digest:{week}")),
            published: Some(week.first(calendar.start)),
            updated: events.latest,
            summary: format!("{}. {lesson}", counts(library, events, &[])).trim().to_owned(),
            categories: Vec::new(),
        })
    };
    calendar.weeks().rev().filter_map(entry).take(ENTRIES).collect()
}
