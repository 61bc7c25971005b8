//! Placeholders, which stand where nobody wrote anything: `TBD`, `None so far.`, `[action]`, `<owner>`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::review::languages::names;
use crate::review::languages::words::words;
use markdown::plain_text;

/// Sentences that say that there is nothing, in letters alone.
static NOTHING: LazyLock<HashSet<String>> =
    LazyLock::new(|| names::of("nothing").iter().map(|name| name.replace(' ', "")).collect());

/// A form's own words within brackets: `[action]`, `[Owner name]`, `[ action item 1 ]`. `[OPS-12]` is none.
pub(in crate::review) fn is_blank(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let plain = text.trim();
    let Some(inner) = plain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        let inner = plain.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
        return inner.is_some_and(|inner| !inner.contains(['<', '>', '/', ':', '@']));
    };
    let words: Vec<_> = inner.split_whitespace().map(str::to_lowercase).collect();
    let is_named =
        words.iter().any(|word| names::is("place for a word", word.trim_end_matches(|c: char| !c.is_alphabetic())));
    !inner.contains(['[', ']']) && is_named && words.len() <= MOST_WORDS
}

/// What forms and templates hold where nobody wrote anything.
pub(in crate::review) fn is_nothing(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let plain = plain.trim().trim_end_matches('.');
    let bare: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    bare.is_empty()
        || NOTHING.contains(&bare)
        || is_blank(plain)
        || is_example(text)
        || ["todo: add", "tbd:", "todo: fill"].iter().any(|lead| plain.starts_with(lead))
        || [('<', '>'), ('（', '）'), ('(', ')')]
            .iter()
            .any(|(open, close)| plain.starts_with(*open) && plain.find(*close) == Some(plain.len() - close.len_utf8()))
}

/// An example that a form gives in emphasis: `_e.g. add a test_`.
fn is_example(text: &str) -> bool {
    let is_emphasis = ['_', '*'].iter().any(|mark| text.trim().starts_with(*mark) && text.trim().ends_with(*mark));
    is_emphasis && names::after("example", &words(text)).is_some_and(|rest| !rest.is_empty())
}

/// Whether the cell of an owner names nobody: `TBD`, `unassigned`, `@name`.
pub(in crate::review) fn is_nobody(text: &str) -> bool {
    is_nothing(text) || names::is("nobody", &words(text))
}
