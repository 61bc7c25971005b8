//! The names in `names.txt`: the words for sections and labels in twelve languages.
//!
//! In: the data file, parsed once. Out: the names of a kind, in the order of the file.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::foreign::words;

/// The names of a kind, normalised like [`words`].
struct Names {
    kind: &'static str,
    /// The English ones are the first.
    all: Vec<String>,
    english: usize,
}

/// Every kind with its names.
static NAMES: LazyLock<Vec<Names>> = LazyLock::new(|| {
    let mut kinds: Vec<Names> = Vec::new();
    for line in include_str!("names.txt").lines().map(str::trim) {
        if let Some(kind) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            kinds.push(Names { kind, all: Vec::new(), english: 0 });
        } else if let (Some((language, names)), Some(last)) = (line.split_once(": "), kinds.last_mut()) {
            last.all.extend(names.split(", ").map(words).filter(|name| !name.is_empty()));
            if language == "en" {
                last.english = last.all.len();
            }
        }
    }
    kinds
});

/// The languages in which days in figures begin with the day.
const DAY_FIRST: [&str; 8] = ["de", "fr", "es", "pt", "it", "pl", "ru", "nl"];

/// The names that only languages have in which days in figures begin with the day.
static DAY_FIRST_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut names = HashSet::new();
    let mut others = HashSet::new();
    for (language, all) in include_str!("names.txt").lines().filter_map(|line| line.split_once(": ")) {
        let of = if DAY_FIRST.contains(&language) { &mut names } else { &mut others };
        of.extend(all.split(", ").map(words));
    }
    names.retain(|name| !name.is_empty() && !others.contains(name));
    names
});

/// Whether words are a name that is known from such languages alone.
pub(in crate::review) fn is_day_first(words: &str) -> bool {
    DAY_FIRST_NAMES.contains(words)
}

/// The names of a kind.
pub(in crate::review) fn of(kind: &str) -> &'static [String] {
    names(kind).map_or(&[], |names| &names.all)
}

/// Whether `words` are a name of a kind in another language than English.
pub(in crate::review) fn is_in_other_language(kind: &str, words: &str) -> bool {
    names(kind).is_some_and(|names| names.all.iter().skip(names.english).any(|name| name == words))
}

fn names(kind: &str) -> Option<&'static Names> {
    let found = NAMES.iter().find(|names| names.kind == kind);
    debug_assert!(found.is_some(), "names.txt has no kind `{kind}`");
    found
}

/// Whether `words` are a name of a kind.
pub(in crate::review) fn is(kind: &str, words: &str) -> bool {
    of(kind).iter().any(|name| name == words)
}

/// The length of a unit of time in seconds.
pub(in crate::review) fn unit(word: &str) -> Option<f64> {
    [("minutes", 60.0), ("hours", 3600.0), ("days", 86_400.0)]
        .into_iter()
        .find(|(kind, _)| is(kind, word))
        .map(|(_, seconds)| seconds)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_kind_has_names_in_every_language() {
        let mut kinds: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in include_str!("names.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[') {
                Some(kind) => kinds.push((kind, Vec::new())),
                None => kinds.last_mut().unwrap().1.push(line.split_once(": ").unwrap().0),
            }
        }
        for (kind, languages) in &kinds {
            assert_eq!(languages, &["en", "ja", "zh", "ko", "de", "fr", "es", "pt", "it", "pl", "ru", "nl"], "{kind}");
        }
        assert!(kinds.len() > 15);
    }
}
