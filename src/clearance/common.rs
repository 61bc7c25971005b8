//! Common words, which are not secret by themselves.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A list made for this program; words of any language may be added.
static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("common.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Small words inside surnames.
pub const PARTICLES: [&str; 38] = [
    "af", "al", "av", "bin", "bint", "da", "dal", "dalla", "das", "de", "dei", "del", "della", "den", "der", "des",
    "di", "do", "dos", "du", "el", "het", "ibn", "la", "las", "le", "los", "op", "te", "ten", "ter", "van", "vom",
    "von", "y", "zu", "zum", "zur",
];

/// Whether a word or its base form is common. Case is ignored.
pub(super) fn is_common(word: &str) -> bool {
    let word = word.to_lowercase();
    let known = |word: &str| WORDS.contains(word);
    let without = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 2);
    known(&word)
        || ["s", "es", "ed", "ing", "er", "ly", "'s"].iter().any(|end| without(end).is_some_and(known))
        || ["ed", "ing", "er", "es"].iter().any(|end| without(end).is_some_and(|stem| known(&format!("{stem}e"))))
}

/// Whether a text consists of common words only, joined by anything.
#[must_use]
pub fn all_common(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic() && !c.is_numeric() && c != '\'').filter(|w| !w.is_empty()).all(is_common)
}

#[cfg(test)]
mod tests {
    use super::{all_common, is_common};

    #[test]
    fn names_are_not_common_unless_they_are_words() {
        for word in ["will", "Mark", "BOX", "database", "databases", "restarted", "caching", "Baker"] {
            assert!(is_common(word), "{word}");
        }
        for word in ["Oduya", "KESTREL", "globex", "joduya", "Karadeniz"] {
            assert!(!is_common(word), "{word}");
        }
        assert!(all_common("payment-gateway") && !all_common("db-prod-07") && !all_common("globex outage"));
    }
}
