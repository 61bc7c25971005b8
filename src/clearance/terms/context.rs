//! Checks the text around a value: a title before a surname, an initial, a capital.

use std::ops::Range;

use super::form::Bound;
use super::hosts;
use super::pattern::Pattern;
use crate::normal::letters;

/// Titles that a surname follows, in the languages that firms write in.
const TITLES: [&str; 42] = [
    "messrs",
    "herren",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "herr",
    "herrn",
    "frau",
    "fräulein",
    "monsieur",
    "madame",
    "mme",
    "mlle",
    "señor",
    "señora",
    "sr",
    "sra",
    "signor",
    "signora",
    "sig",
    "dott",
    "ing",
    "mevrouw",
    "meneer",
    "mevr",
    "dhr",
    "pan",
    "pani",
    "senhor",
    "senhora",
    "hr",
    "fru",
    "doctor",
];

/// Titles that mean something else in lower case: `ms` is milliseconds, `dr` is disaster recovery.
const ONLY_CAPITAL: [&str; 8] = ["ms", "dr", "sr", "sig", "ing", "pan", "hr", "miss"];

/// Professions, which may come before a capitalised surname: `our engineer Baker`.
const WORK: [&str; 22] = [
    "engineer",
    "architect",
    "analyst",
    "manager",
    "director",
    "officer",
    "captain",
    "chief",
    "commander",
    "president",
    "chairman",
    "chairwoman",
    "colleague",
    "intern",
    "nurse",
    "judge",
    "minister",
    "senator",
    "rev",
    "reverend",
    "father",
    "sister",
];

/// The range of the match, which may include its context; `None` if the context does not fit the pattern's bound.
pub(super) fn in_context(pattern: &Pattern, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let found = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let capital = found.starts_with(char::is_uppercase);
    let is = match &pattern.bound {
        Bound::Anywhere | Bound::Words | Bound::Name | Bound::Numbered => true,
        // A company or project named by a common word: in its exact spelling, or capitalised inside a sentence.
        Bound::Exactly => {
            found == pattern.value || (capital && pattern.rule != "person" && is_inside_a_sentence(before))
        }
        Bound::Capital => capital || !found.contains(char::is_whitespace),
        Bound::Joined => !found.contains(char::is_whitespace),
        Bound::After(sign) => before.ends_with(*sign),
        Bound::Account => before.ends_with('@') || after.starts_with('@'),
        Bound::Given { common: false } => capital,
        Bound::Given { common: true } => capital && is_inside_a_sentence(before),
        Bound::Before { initial } => {
            let next = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
            let mut signs = next.chars();
            let same = signs.next().is_some_and(|c| c.is_uppercase() && letters(&c.to_string()).starts_with(*initial));
            capital && same && signs.next() == Some('.')
        }
        Bound::Surname { given } => {
            is_titled(before, capital, found)
                || is_honoured(after, capital)
                || has_initial_before(before, capital, given)
                || capital && has_nickname_before(before, given)
                || capital && has_initial_after(after, given)
        }
        Bound::Sibling => return hosts::sibling(text, range.start, &pattern.value),
    };
    is.then_some(range)
}

/// The last word of a text, and the text after it.
fn last_word(text: &str) -> (&str, &str) {
    let trimmed = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = trimmed
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + trimmed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    (trimmed.get(start..).unwrap_or_default(), text.get(trimmed.len()..).unwrap_or_default())
}

/// Whether this may come between two words of a name.
fn is_near(gap: &str) -> bool {
    gap.chars().count() <= 3 && gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '-' | '_' | '/'))
}

fn is_titled(before: &str, capital: bool, found: &str) -> bool {
    let (word, gap) = last_word(before);
    let lower = word.to_lowercase();
    if is_near(gap) && gap.starts_with([' ', '\u{a0}']) && WORK.contains(&lower.as_str()) {
        return capital;
    }
    if !is_near(gap) || gap.is_empty() || !TITLES.contains(&lower.as_str()) {
        return false;
    }
    let small = !word.starts_with(char::is_uppercase);
    let loud = word.chars().count() > 1 && !word.contains(char::is_lowercase);
    let all_loud = !found.contains(char::is_lowercase);
    if ONLY_CAPITAL.contains(&lower.as_str()) {
        capital && !small && !loud
    } else {
        small || (capital && (!loud || all_loud))
    }
}

/// `Chen-san`, `Chen さん`.
fn is_honoured(after: &str, capital: bool) -> bool {
    const ENDS: [&str; 12] =
        ["-san", "-sama", "-kun", "-sensei", "-ssi", "-nim", " san", " sensei", " さん", " 様", " 씨", " 님"];
    let end = ENDS.iter().find_map(|end| after.strip_prefix(end));
    capital && end.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// `M. Chen`, `M Chen`, `m.chen`, `J. M. Chen`, `Mei L. Chen`.
fn has_initial_before(before: &str, capital: bool, given: &str) -> bool {
    let Some(initial) = given.chars().next() else { return false };
    let mut rest = before;
    for _ in 0..3 {
        let (word, gap) = last_word(rest);
        let spaced = gap.contains(char::is_whitespace);
        if gap.is_empty() || !is_near(gap) || gap.contains(['-', '/']) {
            return false;
        }
        let mut signs = word.chars();
        let (Some(sign), None) = (signs.next(), signs.next()) else {
            // A whole given name before other initials. Directly before the surname it is a pattern of its own; a
            // longer name that begins with it counts as well: `Samuel Baker` for Sam.
            let name = letters(word);
            let longer = rest.len() == before.len() && gap.starts_with([' ', '\u{a0}']) && name != given;
            let longer = longer && capital && word.starts_with(char::is_uppercase) && given.chars().count() > 2;
            return longer && name.starts_with(given) || rest.len() < before.len() && is_given(word, given);
        };
        let dotted = gap.starts_with('.');
        let is_word = matches!(sign, 'A' | 'I' | 'a' | 'i') && !dotted;
        let good = if spaced { capital && sign.is_uppercase() && !is_word } else { dotted || gap == "_" };
        if !good {
            return false;
        }
        if letters(&sign.to_string()).starts_with(initial) {
            return true;
        }
        rest = rest.get(..rest.len() - gap.len() - word.len()).unwrap_or_default();
    }
    let (word, gap) = last_word(rest);
    is_near(gap) && is_given(word, given)
}

/// `Sam "the fixer" Baker`, `Sam (Sammy) Baker`.
fn has_nickname_before(before: &str, given: &str) -> bool {
    const LONGEST: usize = 30;
    let before = before.trim_end_matches([' ', '\u{a0}']);
    let Some(close) = before.chars().next_back() else { return false };
    // Several languages open with the sign with which others close.
    let opens: &[char] = match close {
        '"' => &['"'],
        '\'' => &['\''],
        '\u{201d}' => &['\u{201c}', '\u{201d}', '\u{201e}'],
        '\u{201c}' => &['\u{201e}'],
        // An apostrophe may be inside.
        '\u{2019}' => &['\u{2018}', '\u{201a}'],
        '\u{2018}' => &['\u{201a}'],
        '\u{bb}' => &['\u{ab}', '\u{bb}'],
        '\u{ab}' => &['\u{bb}'],
        '\u{300d}' => &['\u{300c}'],
        ')' => &['('],
        ']' => &['['],
        _ => return false,
    };
    let inside = before.get(..before.len() - close.len_utf8()).unwrap_or_default();
    let Some((head, nickname)) = inside.rsplit_once(opens) else { return false };
    let (word, gap) = last_word(head);
    nickname.chars().count() <= LONGEST
        && !nickname.contains('\n')
        && gap.chars().all(char::is_whitespace)
        && word.starts_with(char::is_uppercase)
        && is_given(word, given)
}

/// A given name, or a longer one that it is short for: `Samuel J. Baker` for Sam.
fn is_given(word: &str, given: &str) -> bool {
    let name = letters(word);
    name == given || given.chars().count() > 2 && word.starts_with(char::is_uppercase) && name.starts_with(given)
}

/// `Chen, M.`, `Chen M.`, `Chen, M`.
fn has_initial_after(after: &str, given: &str) -> bool {
    let Some(initial) = given.chars().next() else { return false };
    let (comma, rest) = match after.strip_prefix(',') {
        Some(rest) => (true, rest),
        None => (false, after),
    };
    let mut signs = rest.trim_start_matches([' ', '\u{a0}', '\n']).chars();
    let sign = signs.next();
    let next = signs.next();
    let same = sign.is_some_and(|c| c.is_uppercase() && letters(&c.to_string()).starts_with(initial));
    let ends =
        next == Some('.') || (comma && !next.is_some_and(char::is_alphanumeric) && !matches!(sign, Some('A' | 'I')));
    same && ends && rest.starts_with([' ', '\u{a0}', '\n'])
}

/// Whether the following word is inside a sentence, where only names are capitalised.
fn is_inside_a_sentence(before: &str) -> bool {
    let Some(rest) = before.strip_suffix([' ', '\u{a0}']) else { return false };
    rest.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}
