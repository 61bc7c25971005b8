//! The pages of a list: which part each shows, and where the others are.

use super::Pager;
use crate::pages::at::At;
use crate::pages::route::{ListPage, list_path};
use base::text::capitalised;

/// The title of a page of a list.
pub fn page_title(list: &str, number: usize) -> String {
    if number == 0 { list.to_owned() } else { format!("{list}, page {number}") }
}

/// The part of a list for one of its pages, and the pager if there is more than one page. `noun` is the plural of what it lists.
pub fn page_of<'l, T>(at: At<'_>, all: &'l [T], number: usize, folder: &str, noun: &str) -> (&'l [T], Option<Pager>) {
    let page = ListPage::of(all.len(), number);
    let to = |number| at.to(&list_path(folder, number));
    let pager = page.has_others().then(|| Pager {
        words: page.from_oldest.map_or_else(
            || format!("The newest {} of {} {noun}", page.entries.len(), all.len()),
            |(first, last)| format!("{} {first} to {last}, counted from the oldest", capitalised(noun)),
        ),
        first: (number > 0).then(|| to(0)),
        newer: page.newer.map(to),
        older: page.older.map(to),
    });
    (all.get(page.entries).unwrap_or_default(), pager)
}
