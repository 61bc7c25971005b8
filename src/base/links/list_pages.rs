//! Long lists are split into pages: which entries each shows, the path of each, and which pages are beside it.
//!
//! In: how many entries a list has, the newest first. Pages count from the oldest: page 1 holds the oldest entries, and a page
//! that is full keeps its entries and its address when newer ones are added. The newest entries, which fill no page yet,
//! are on the list's first page with so many of those before them that it is never short. Numbered pages are small, because
//! a review is on one in each of a dozen lists, and all of these change with its title.

use std::ops::Range;

/// The least entries on the first page of a list with others. A list of fewer than twice as many has no others.
pub const PAGE: usize = 25;
/// Entries on a numbered page.
const NUMBERED: usize = 10;

/// How many pages `count` entries take, with the first; an empty list has one page.
#[must_use]
pub fn pages(count: usize) -> usize {
    if count < 2 * PAGE { 1 } else { 1 + (count - PAGE) / NUMBERED }
}

/// The file of page `number` of the list in `folder`; 0 is the first page, and an empty folder is the site's root.
#[must_use]
pub fn list_path(folder: &str, number: usize) -> String {
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    if number == 0 { format!("{folder}index.html") } else { format!("{folder}page-{number}/index.html") }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// Its entries, counted from the newest.
    pub entries: Range<usize>,
    /// Its first and its last entry, counted from the oldest, from 1; `None` for the first page, which changes with every entry.
    pub from_oldest: Option<(usize, usize)>,
    /// The number of the page with newer entries.
    pub newer: Option<usize>,
    /// The number of the page with older entries.
    pub older: Option<usize>,
}

impl ListPage {
    /// Page `number` of a list of `count` entries; 0 is the first page. A number that the list does not have is an empty page.
    #[must_use]
    pub fn of(count: usize, number: usize) -> Self {
        let numbered = pages(count) - 1;
        if number == 0 {
            let older = (numbered > 0).then_some(numbered);
            return Self { entries: 0..count - numbered * NUMBERED, from_oldest: None, newer: None, older };
        }
        let last = (number * NUMBERED).min(count);
        let first = last.min((number - 1) * NUMBERED);
        Self {
            entries: count - last..count - first,
            from_oldest: Some((first + 1, last)),
            newer: Some(if number < numbered { number + 1 } else { 0 }),
            older: (number > 1).then(|| number - 1),
        }
    }

    /// Whether the list has other pages.
    #[must_use]
    pub fn has_others(&self) -> bool {
        self.newer.is_some() || self.older.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{ListPage, NUMBERED, PAGE, list_path, pages};

    /// The entries of every page, counted from the oldest.
    fn all(count: usize) -> Vec<Vec<usize>> {
        let from_oldest = |number| ListPage::of(count, number).entries.rev().map(|n| count - 1 - n).collect();
        (0..pages(count)).map(from_oldest).collect()
    }

    #[test]
    fn the_first_page_is_the_folder_itself() {
        assert_eq!(list_path("tags/dns", 0), "tags/dns/index.html");
        assert_eq!(list_path("tags/dns", 1), "tags/dns/page-1/index.html");
        assert_eq!(list_path("", 0), "index.html");
        assert_eq!(list_path("", 2), "page-2/index.html");
    }

    #[test]
    fn every_entry_is_on_one_page_and_the_first_page_is_never_short() {
        for count in 0..6 * PAGE {
            let pages = all(count);
            let mut entries: Vec<_> = pages.concat();
            entries.sort_unstable();
            assert_eq!(entries, (0..count).collect::<Vec<_>>());
            assert!(pages[0].len() < 2 * PAGE && (pages.len() == 1 || pages[0].len() >= PAGE), "{count}");
            assert!(pages.iter().skip(1).all(|page| page.len() == NUMBERED), "{count}");
        }
    }

    #[test]
    fn a_full_page_keeps_its_entries() {
        let mut before = all(0);
        for count in 1..6 * PAGE {
            let after = all(count);
            assert_eq!(before[1..], after[1..before.len()], "{count}");
            before = after;
        }
    }

    #[test]
    fn from_the_first_page_older_leads_through_all_pages_and_newer_back() {
        let count = PAGE + 3 * NUMBERED + 3;
        let mut number = 0;
        let mut seen = vec![number];
        while let Some(older) = ListPage::of(count, number).older {
            assert_eq!(ListPage::of(count, older).newer, Some(number));
            number = older;
            seen.push(number);
        }
        assert_eq!(seen, [0, 3, 2, 1]);
        assert_eq!(ListPage::of(count, 2).from_oldest, Some((NUMBERED + 1, 2 * NUMBERED)));
        assert!(!ListPage::of(2 * PAGE - 1, 0).has_others());
    }
}
