//! Words of names, and what resembles them.

use clearance::{PARTICLES, all_common};

/// The shortest word that counts as part of a name; an initial alone does not.
const SHORTEST: usize = 2;

/// The words of a name without its particles: those that begin with a capital, or all of a name without one.
pub fn parts(name: &str) -> impl Iterator<Item = &str> {
    let is_small = !name.contains(char::is_uppercase);
    let words = name.split(|c: char| !is_word(c)).enumerate();
    words.filter_map(move |(n, word)| {
        let is_written = word.starts_with(|c: char| c.is_uppercase() || is_small && c.is_lowercase());
        let is_particle = n > 0 && PARTICLES.contains(&word.to_lowercase().as_str());
        (is_written && !is_particle && word.chars().count() >= SHORTEST).then_some(word)
    })
}

/// Whether a character is part of a word; other characters separate words.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '\u{301}'
}

/// Where the word ends with which a text begins.
pub fn word_end(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// Whether a name is in a script without capitals, which often has no spaces between words: such a name is searched for as written.
pub fn is_whole(name: &str) -> bool {
    let has_capitals = name.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    !has_capitals && name.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// The words of a name in such a script, without those of one character.
pub fn whole_words(name: &str) -> impl Iterator<Item = &str> {
    name.split_whitespace().filter(|word| word.chars().nth(1).is_some())
}

/// A handle resembles a name if this many letters at the end are equal.
const ALIKE: usize = 4;

/// The last letters of a word, by which a handle is compared with names; all of a shorter word.
pub fn ending(word: &str) -> &str {
    word.char_indices().rev().nth(ALIKE - 1).map_or(word, |(at, _)| &word[at..])
}

/// Where the account ends with which a text begins: `ana-b`, `ana.b`.
pub fn account_end(text: &str) -> usize {
    end_of(text, &['-', '.'])
}

/// Where the words end with which a text begins and that have one of these characters between them.
fn end_of(text: &str, between: &[char]) -> usize {
    let end = text.find(|c| !is_word(c) && !between.contains(&c)).unwrap_or(text.len());
    text[..end].trim_end_matches(between).len()
}

/// What is after each at sign of a text, as an account or `scope/package`, and the rest: `zquist` and `)` of `(@zquist)`. The sign of a
/// mail address, within a path and at the start of code begins none; one may stand after another account: `@zquist/@nkowal`.
pub fn after_at_signs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_account = |word: &str| word.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains('@'));
    let begins = move |before: &str| match before.strip_suffix('/') {
        Some(word) => is_account(word),
        None => !before.ends_with(|c| is_word(c) || matches!(c, '.' | '@' | '`')),
    };
    let signs = text.match_indices('@').filter(move |(at, _)| begins(&text[..*at]));
    signs.map(|(at, _)| text[at + 1..].split_at(end_of(&text[at + 1..], &['-', '.', '/'])))
}

/// The accounts that a text mentions; none that is a common word, such as `@media`.
pub fn mentioned(text: &str) -> impl Iterator<Item = &str> {
    let letters = |account: &str| account.chars().filter(|c| c.is_alphabetic()).count();
    let accounts = after_at_signs(text).map(|(account, _)| account);
    accounts.filter(move |account| letters(account) >= 3 && !all_common(account))
}

/// The accounts that are made of a name: `kofosuhene`, `kwabena.ofosuhene`; none of a name of common words only.
pub fn accounts(name: &str) -> Vec<String> {
    let lower: Vec<String> = parts(name).map(str::to_lowercase).collect();
    let [first, .., last] = lower.as_slice() else { return Vec::new() };
    if all_common(name) {
        return Vec::new();
    }
    let initial = |word: &str| word.chars().take(1).collect::<String>();
    vec![
        format!("{}{last}", initial(first)),
        format!("{first}{last}"),
        format!("{first}.{last}"),
        format!("{first}_{last}"),
        format!("{first}-{last}"),
        format!("{last}{}", initial(first)),
    ]
}
