//! U+0085, U+2028 and U+2029 end a line in YAML but not in editors, so that a comment or text could end where the
//! author does not see it.
//!
//! In: a source. Out: the same with private characters in their place for the parser, and afterwards the value with the
//! original ones.

use std::borrow::Cow;

use super::value::Value;

/// Each with its replacement, from the last private plane, which no text uses.
const LETTERS: [(char, char); 3] = [('\u{85}', '\u{10fe85}'), ('\u{2028}', '\u{10fe28}'), ('\u{2029}', '\u{10fe29}')];

/// The source for the parser, with the same number of characters.
pub(super) fn hidden(source: &str) -> Cow<'_, str> {
    if !source.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return Cow::Borrowed(source);
    }
    let letter = |c| LETTERS.iter().find(|(ends, _)| *ends == c).map_or(c, |(_, letter)| *letter);
    Cow::Owned(source.chars().map(letter).collect())
}

/// Puts them back.
pub(super) fn restore(value: &mut Value) {
    match value {
        Value::Text(text) => {
            let back = |c| LETTERS.iter().find(|(_, letter)| *letter == c).map_or(c, |(ends, _)| *ends);
            *text = text.chars().map(back).collect();
        }
        Value::List(items) => items.iter_mut().for_each(restore),
        Value::Mapping(map) => map.iter_mut().for_each(|(key, value)| {
            restore(key);
            restore(value);
        }),
        Value::Tagged(value) => restore(value),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
