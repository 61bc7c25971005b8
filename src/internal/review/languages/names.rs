//! The names in `names.txt`: the words for sections and labels in twelve languages.
//!
//! In: the data file, parsed once. Out: the names of a kind, in the order of the file.

use std::collections::HashSet;
use std::ops::Range;
use std::str::Split;
use std::sync::{LazyLock, OnceLock};

use ahash::AHashMap;

use super::timelines::is_character;
use super::words::words;
use crate::finder::Finder;

/// The names of a kind: in the order of the file, and for finding one of them.
#[derive(Default)]
struct Kind {
    names: Vec<String>,
    /// Each name with the first language that has it.
    known: AHashMap<String, &'static str>,
    /// Beginnings of words.
    beginnings: Vec<String>,
    /// Each is made when a text is first searched.
    names_in: OnceLock<Finder>,
    beginnings_in: OnceLock<Finder>,
    /// The first words of the names.
    first_words_in: OnceLock<Finder>,
}

/// The lines of `names.txt`: a kind, a language, and the names as written.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, Split<'static, &'static str>)> {
    let mut kind = "";
    include_str!("names.txt").lines().filter_map(move |line| {
        if let Some(opened) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            kind = opened;
        }
        let (language, names) = line.split_once(": ").filter(|_| !kind.is_empty())?;
        Some((kind, language, names.split(", ")))
    })
}

/// Every kind with its names, normalised like [`words`].
static NAMES: LazyLock<AHashMap<&'static str, Kind>> = LazyLock::new(|| {
    let mut kinds: AHashMap<&str, Kind> = AHashMap::default();
    for (kind, language, names) in lines() {
        let kind = kinds.entry(kind).or_default();
        for written in names {
            let name = words(written);
            if written.ends_with('*') {
                kind.beginnings.push(name);
            } else if !name.is_empty() {
                kind.known.entry(name.clone()).or_insert(language);
                kind.names.push(name);
            }
        }
    }
    kinds
});

/// The most words inside of a phrase of two.
const BETWEEN: usize = 3;

/// The languages in which days in figures begin with the day.
const DAY_FIRST: [&str; 8] = ["de", "fr", "es", "pt", "it", "pl", "ru", "nl"];

/// Kinds of names that are headings. Others are words within sentences, which a heading may be in another language.
const HEADINGS: [&str; 13] = [
    "summary",
    "actions",
    "learnings",
    "went well",
    "went wrong",
    "got lucky",
    "factors",
    "open questions",
    "impact",
    "detection",
    "account",
    "possible actions",
    "resolution",
];

/// The headings and labels that only languages have in which days in figures begin with the day.
static DAY_FIRST_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut names = HashSet::new();
    let mut others = HashSet::new();
    for (kind, language, all) in lines() {
        let is_heading = HEADINGS.contains(&kind) || kind.starts_with("label ");
        match DAY_FIRST.contains(&language) {
            true if is_heading => names.extend(all.map(words)),
            true => {}
            false => others.extend(all.map(words)),
        }
    }
    names.retain(|name| !name.is_empty() && !others.contains(name));
    names
});

/// Whether words are a name that is known from such languages alone.
pub(in crate::review) fn is_day_first(words: &str) -> bool {
    DAY_FIRST_NAMES.contains(words)
}

fn kind(name: &str) -> Option<&'static Kind> {
    let found = NAMES.get(name);
    debug_assert!(found.is_some(), "names.txt has no kind `{name}`");
    found
}

/// The names of a kind.
pub(in crate::review) fn of(name: &str) -> &'static [String] {
    kind(name).map_or(&[], |kind| &kind.names)
}

/// The names of a kind in a language.
pub fn in_language<'n>(name: &str, wanted: &str) -> impl Iterator<Item = &'n str> {
    of(name).iter().map(String::as_str).filter(move |words| language(name, words) == Some(wanted))
}

/// Whether `words` are a name of a kind in another language than English.
pub(in crate::review) fn is_in_other_language(name: &str, words: &str) -> bool {
    language(name, words).is_some_and(|language| language != "en")
}

/// Whether `words` are a name of a kind.
pub fn is(name: &str, words: &str) -> bool {
    kind(name).is_some_and(|kind| kind.known.contains_key(words))
}

/// The first language in which `words` are a name of a kind.
pub(in crate::review) fn language(name: &str, words: &str) -> Option<&'static str> {
    kind(name)?.known.get(words).copied()
}

/// Whether `words` have a name of a kind in them: as whole words, or in scripts without spaces wherever it stands.
pub(in crate::review) fn is_within(name: &str, words: &str) -> bool {
    places(name, words).any(|at| is_whole(words, at))
}

/// Every place in `words` where a name of a kind stands, be it within a word.
pub(super) fn places<'w>(name: &str, words: &'w str) -> impl Iterator<Item = Range<usize>> + 'w {
    let finder = kind(name).map(|kind| kind.names_in.get_or_init(|| Finder::of(&kind.names)));
    finder.into_iter().flat_map(move |finder| finder.places(words))
}

/// Whether a text has a word or a phrase of a kind in it, as whole words, or one of its beginnings at the beginning of a word.
pub fn says(name: &str, text: &str) -> bool {
    says_in(name, &words(text))
}

/// Whether a Markdown text may have a name of a kind in it, because all words of one are there: to rule that out it need not be read.
pub fn may_say(name: &str, source: &str) -> bool {
    let first_word = |name: &'static String| name.split(' ').next().unwrap_or(name);
    kind(name).is_some_and(|kind| {
        let small = source.to_lowercase();
        let finder = kind.first_words_in.get_or_init(|| Finder::of(kind.names.iter().map(first_word)));
        let has_all = |name: &String| name.split(' ').all(|word| small.contains(word));
        let has_name = || finder.places(&small).next().is_some() && kind.names.iter().any(has_all);
        !kind.beginnings.is_empty() || has_name()
    })
}

/// Whether words have a phrase of two words of a kind in them, with others between the two: `rolled the release back`.
pub fn says_in_parts(name: &str, said: &str) -> bool {
    let said: Vec<_> = said.split(' ').collect();
    of(name).iter().filter_map(|phrase| phrase.split_once(' ')).any(|(first, last)| {
        let mut begins = said.iter().enumerate().filter(|(_, word)| **word == first);
        begins.any(|(at, _)| said[at + 1..].iter().take(BETWEEN + 1).any(|word| *word == last))
    })
}

/// The same as [`says`], for words that are in lower case and have no marks.
pub fn says_in(name: &str, said: &str) -> bool {
    let begins = |at: Range<usize>| at.start == 0 || said[..at.start].ends_with(' ');
    let begun = |kind: &'static Kind| kind.beginnings_in.get_or_init(|| Finder::of(&kind.beginnings));
    is_within(name, said) || kind(name).is_some_and(|kind| begun(kind).places(said).any(begins))
}

/// Whether `words` begin with a name of a kind, and what is after it.
pub(in crate::review) fn after<'w>(name: &str, words: &'w str) -> Option<&'w str> {
    let rests = of(name).iter().filter_map(|known| {
        let rest = words.strip_prefix(known.as_str())?;
        let ends = rest.is_empty() || rest.starts_with(' ') || known.starts_with(is_character);
        ends.then(|| rest.trim_start())
    });
    rests.min_by_key(|rest| rest.len())
}

/// Whether what stands there in `words` is of whole words, or of a script without spaces.
pub(super) fn is_whole(words: &str, at: Range<usize>) -> bool {
    let (before, after) = (&words[..at.start], &words[at.end..]);
    words[at].starts_with(is_character)
        || (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
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

    #[test]
    fn every_name_is_found_in_a_text() {
        for (name, ..) in super::lines() {
            let kind = &super::NAMES[name];
            for known in &kind.names {
                assert!(super::is_within(name, &format!("ab {known} cd")), "{name}: {known}");
            }
            for beginning in &kind.beginnings {
                assert!(super::says_in(name, &format!("ab {beginning}cd")), "{name}: {beginning}");
            }
        }
        assert!(super::is_within("again", "against it once more again"));
        assert!(!super::is_within("again", "against it"));
    }

    #[test]
    fn a_text_may_say_what_all_words_of_a_name_are_in() {
        assert!(super::may_say("runbook says", "The old **Runbook** (by Ana) *says* so"));
        assert!(!super::may_say("runbook says", "The runbook is old"));
    }
}
