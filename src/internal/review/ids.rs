//! The id of a review that does not state one: its file's name.

use std::collections::{BTreeMap, BTreeSet};

use super::Review;
use base::text::slug;
use site::source::without_ending;

/// The slug of the file's stem; for `index.md` and `README.md`, which say nothing, of the folder's name.
pub fn default_id(path: &str) -> String {
    let (folder, stem) = parts(path);
    slug(if stem.is_empty() { folder.rsplit('/').next().unwrap_or(folder) } else { stem })
}

/// Gives reviews that share an id different ids, made from the paths of their files, so that adding a file changes no other id.
/// Only for folders written for another tool; elsewhere an id is an address that somebody may have saved.
pub fn make_ids_unique(reviews: &mut [Review]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for review in reviews.iter() {
        *counts.entry(review.id.clone()).or_default() += 1;
    }
    let is_shared = |review: &Review| review.id.is_empty() || counts.get(&review.id).is_some_and(|count| *count > 1);
    let mut taken: BTreeSet<String> = reviews.iter().filter(|r| !is_shared(r)).map(|r| r.id.clone()).collect();
    for review in reviews.iter_mut().filter(|review| is_shared(review)) {
        let id = path_id(&review.source);
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        if let Some(free) = std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(id)) {
            taken.insert(free.clone());
            review.id = free;
        }
    }
}

/// The whole path as a slug.
fn path_id(path: &str) -> String {
    let (folder, stem) = parts(path);
    let id = slug(&format!("{folder} {stem}").replace('/', " "));
    if id.is_empty() { "review".to_owned() } else { id }
}

/// The folder and the stem of a file; the stem is empty for `index` and `readme`.
fn parts(path: &str) -> (&str, &str) {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = without_ending(file);
    let nameless = !folder.is_empty() && matches!(stem.to_lowercase().as_str(), "index" | "readme");
    (folder, if nameless { "" } else { stem })
}

#[cfg(test)]
mod tests {
    use super::{default_id, path_id};

    #[test]
    fn a_file_is_named_by_its_stem_and_an_index_by_its_folder() {
        assert_eq!(default_id("2026/2026-03-02-stale-fares.md"), "2026-03-02-stale-fares");
        assert_eq!(default_id("2026/outage/README.md"), "outage");
        assert_eq!(default_id("index.md"), "index");
        assert_eq!(default_id("README.md"), "readme");
        assert_eq!(default_id("2026/2026-03-02 Stale fares.md"), "2026-03-02-stale-fares");
        assert_eq!(path_id("x/context.md"), "x-context");
        assert_eq!(path_id("x/y/index.md"), "x-y");
        assert_eq!(path_id("?.md"), "review");
    }
}
