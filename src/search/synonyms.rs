//! The search settings of a library, and the shipped synonyms.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::analyzer::Analyzer;
use super::language::Language;
use super::postings::{Term, find};
use super::word::shard_of;

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

/// Words for the same thing, of which at least one is in the library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Synonyms {
    /// Those that the library has, which are searched for.
    pub(crate) here: Vec<String>,
    /// Those that it does not have, which can only be typed.
    pub(crate) others: Vec<String>,
}

/// By the first letter of their terms: a query loads those of its words only.
pub(crate) type Shards = BTreeMap<String, Vec<Synonyms>>;

/// The synonyms of a library with these terms.
pub(crate) fn by_letter(sets: &[Vec<String>], analyzer: &mut Analyzer<'_>, terms: &[Term]) -> Shards {
    let mut shards = Shards::new();
    for set in sets {
        let (mut here, mut others, mut letters) = (Vec::new(), Vec::new(), BTreeSet::new());
        for way in set {
            let said = analyzer.terms(way);
            letters.extend(said.first().map(|term| shard_of(term).to_owned()));
            let is_here = !said.is_empty() && said.iter().all(|term| find(terms, term).is_some());
            if is_here { here.push(way.clone()) } else { others.push(way.clone()) }
        }
        for letter in letters.into_iter().filter(|_| !here.is_empty()) {
            shards.entry(letter).or_default().push(Synonyms { here: here.clone(), others: others.clone() });
        }
    }
    shards
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
        assert!(groups.len() >= 600, "{}", groups.len());
        let mut seen = BTreeSet::new();
        for group in &groups {
            let ways: BTreeSet<_> = group.iter().map(|way| analyze(way)).collect();
            assert!(ways.len() == group.len() && ways.len() > 1 && !ways.contains(&Vec::new()), "{group:?}");
            for way in group {
                assert!(way.trim() == way && !way.contains('='), "{way:?}");
            }
            assert!(seen.insert(ways), "{group:?} stands twice");
        }
    }

    #[test]
    fn the_one_that_takes_writes_is_one_group() {
        let groups = shipped();
        let mut of_writer = groups.iter().filter(|group| group.contains(&"writer".to_owned()));
        assert_eq!(
            of_writer.next().map(|group| group.join(" = ")),
            Some("primary = leader = master = writer".to_owned())
        );
        assert_eq!(of_writer.next(), None);
    }
}
