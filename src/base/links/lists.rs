//! Long lists are split into pages: how many there are, and the path of each.

/// Entries on one page of a list.
pub const PAGE: usize = 100;

/// How many pages `count` entries take; an empty list has one page.
#[must_use]
pub fn pages(count: usize) -> usize {
    count.div_ceil(PAGE).max(1)
}

/// The file of page `number` (from 0) of the list in `folder`; an empty folder is the site's root.
#[must_use]
pub fn list_path(folder: &str, number: usize) -> String {
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    if number == 0 { format!("{folder}index.html") } else { format!("{folder}page-{}/index.html", number + 1) }
}

#[cfg(test)]
mod tests {
    use super::{list_path, pages};

    #[test]
    fn the_first_page_is_the_folder_itself() {
        assert_eq!(list_path("tags/dns", 0), "tags/dns/index.html");
        assert_eq!(list_path("tags/dns", 1), "tags/dns/page-2/index.html");
        assert_eq!(list_path("", 0), "index.html");
        assert_eq!(list_path("", 2), "page-3/index.html");
    }

    #[test]
    fn every_entry_has_a_page_and_an_empty_list_has_one() {
        assert_eq!([0, 1, 100, 101].map(pages), [1, 1, 1, 2]);
    }
}
