//! Heading ids equal to those that GitHub gives, so that a link works on both GitHub and the site.

use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;

/// The id of a heading text before repeats are numbered: lower case; spaces become hyphens; letters, marks,
/// digits, `_` and `-` stay; everything else goes.
///
/// Source of the rule: the `toc_filter` of GitHub's `html-pipeline`
/// (`downcase`, remove `[^\p{Word}\- ]`, `tr(' ', '-')`).
#[must_use]
pub fn anchor(heading: &str) -> String {
    heading
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            c if c.is_alphanumeric() || is_combining_mark(c) => Some(c),
            _ => None,
        })
        .collect()
}

/// Gives each heading of one document its id; the second `setup` is `setup-1`, as on GitHub.
#[derive(Debug, Default, Clone)]
pub struct Anchors {
    seen: BTreeMap<String, usize>,
}

impl Anchors {
    /// The id for the next heading with this text.
    pub fn next(&mut self, heading: &str) -> String {
        let base = anchor(heading.trim());
        let Some(count) = self.seen.get(&base).copied() else {
            self.seen.insert(base.clone(), 0);
            return base;
        };
        let mut n = count;
        loop {
            n += 1;
            let candidate = format!("{base}-{n}");
            if !self.seen.contains_key(&candidate) {
                self.seen.insert(base, n);
                self.seen.insert(candidate.clone(), 0);
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchors, anchor};

    #[test]
    fn ids_are_those_of_github() {
        assert_eq!(anchor("What went well?"), "what-went-well");
        assert_eq!(anchor("5xx & `ERR_POOL`"), "5xx--err_pool");
        assert_eq!(anchor("Où étions-nous"), "où-étions-nous");
        assert_eq!(anchor("時系列"), "時系列");
        assert_eq!(anchor("Café 🚒 fire"), "café--fire");
    }

    #[test]
    fn repeats_are_numbered_and_never_clash() {
        let mut anchors = Anchors::default();
        let ids: Vec<_> = ["a", "a", "a-1", "a"].iter().map(|h| anchors.next(h)).collect();
        assert_eq!(ids, ["a", "a-1", "a-1-1", "a-2"]);
    }
}
