//! The search settings of a library, and the shipped synonyms.

use super::language::Language;

/// The search settings of a library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Lists of synonyms: the shipped ones and the library's.
    pub synonyms: Vec<Vec<String>>,
    /// How words become terms.
    pub language: Language,
    /// Whether [`PLAIN`](super::PLAIN) is written as well.
    pub with_plain: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { synonyms: shipped(), language: Language::English, with_plain: false }
    }
}

/// The shipped synonyms; each is one or a few words.
#[must_use]
pub fn shipped() -> Vec<Vec<String>> {
    let lines = include_str!("synonyms.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split(" = ").map(str::to_owned).collect()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::analyzer::analyze;
    use super::shipped;

    #[test]
    fn every_shipped_group_says_the_same_in_several_ways_and_no_way_twice() {
        let groups = shipped();
        assert!(groups.len() >= 60, "{}", groups.len());
        let mut seen = BTreeSet::new();
        for group in &groups {
            let ways: BTreeSet<_> = group.iter().map(|way| analyze(way)).collect();
            assert!(ways.len() == group.len() && ways.len() > 1 && !ways.contains(&Vec::new()), "{group:?}");
            for way in group {
                assert!(way.trim() == way && seen.insert(way), "{way:?} stands twice or has spaces around it");
            }
        }
    }
}
