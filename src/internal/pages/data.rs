//! `reviews.json` and its pages: the library for programs, with a versioned schema.
//!
//! In: a library. Out: `reviews.json`, a list of pages, and each page, `reviews/data/YEAR-N.json`, with at most ten
//! reviews of one year in the order in which they were published. So no program has to load what it does not want, one more
//! review changes only the last page of its year, and an edited one only its own.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::at::At;
use super::json::record;
use crate::library::Library;
use base::text::visible_json;

/// Version of the schema; incremented when a field changes its meaning or is removed. New fields do not change it.
/// 2: `duration_seconds` is the duration that `duration_of` names; before, it was the time from `started` to `resolved`.
/// 3: `reviews.json` lists pages; before, it held the reviews.
const SCHEMA: u32 = 3;

/// Most reviews on a page. A record has the whole text of its review, and an edit of one review rewrites the page.
const RECORDS: usize = 10;

/// Bytes to reserve for each review, so that the text of a page is rarely reallocated.
const USUAL: usize = 4_000;

/// All pages, the oldest year first; reviews without a date are last.
#[derive(Debug)]
pub(super) struct Data(Vec<Page>);

/// One page.
#[derive(Debug)]
struct Page {
    year: Option<i16>,
    /// From 1, in its year.
    number: usize,
    reviews: Vec<usize>,
}

/// A page as it is listed; the fields are in alphabetical order.
#[derive(Serialize)]
struct Listed {
    count: usize,
    /// The first and the last date of its reviews.
    first: Option<Date>,
    last: Option<Date>,
    /// Relative to the site's root.
    url: String,
    year: Option<i16>,
}

impl Data {
    /// The pages of a library.
    pub(super) fn of(library: &Library) -> Self {
        let mut years: BTreeMap<(bool, Option<i16>), Vec<usize>> = BTreeMap::new();
        for (i, review) in library.reviews.iter().enumerate() {
            let year = review.date.map(Date::year);
            years.entry((year.is_none(), year)).or_default().push(i);
        }
        let pages = years.into_iter().flat_map(|((_, year), mut reviews)| {
            reviews.sort_by_key(|i| library.publication_order(*i));
            let pages: Vec<_> = reviews.chunks(RECORDS).map(<[usize]>::to_vec).collect();
            pages.into_iter().enumerate().map(move |(n, reviews)| Page { year, number: n + 1, reviews })
        });
        Self(pages.collect())
    }

    /// The path of each page.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(Page::path)
    }
}

impl Page {
    fn path(&self) -> String {
        let number = self.number;
        self.year.map_or_else(
            || format!("reviews/data/undated-{number}.json"),
            |year| format!("reviews/data/{year:04}-{number}.json"),
        )
    }
}

/// `reviews.json`: one line for each page.
pub(super) fn list(at: At<'_>) -> String {
    let library = at.library();
    let listed = |page: &Page| {
        let dates = || page.reviews.iter().filter_map(|i| library.reviews[*i].date);
        let (first, last) = (dates().min(), dates().max());
        Listed { count: page.reviews.len(), first, last, url: page.path(), year: page.year }
    };
    let title = json!(library.config.title);
    let (restricted, count) = (library.restricted, library.reviews.len());
    let head =
        format!("{{\"schema\":{SCHEMA},\"title\":{title},\"restricted\":{restricted},\"count\":{count},\"pages\":[");
    written(&head, at.site.data.0.iter().map(listed))
}

/// One page: one line for each review, written as it is made, so that a diff shows what changed. `url` is relative to the
/// site's root, and texts are plain text.
pub(super) fn page(at: At<'_>, number: usize) -> Option<String> {
    let page = at.site.data.0.get(number)?;
    let head = format!("{{\"schema\":{SCHEMA},\"reviews\":[");
    Some(written(&head, page.reviews.iter().map(|i| record(at, *i, &at.library().reviews[*i]))))
}

/// A list of records after `head`, one on each line.
fn written(head: &str, records: impl ExactSizeIterator<Item = impl Serialize>) -> String {
    let mut text = String::with_capacity(head.len() + records.len() * USUAL);
    text.push_str(head);
    for (n, record) in records.enumerate() {
        text.push_str(if n == 0 { "\n" } else { ",\n" });
        // A record has only texts, numbers and lists of them, so that this cannot fail.
        text.push_str(&visible_json(&serde_json::to_string(&record).unwrap_or_default()));
    }
    text.push_str("\n]}\n");
    text
}
