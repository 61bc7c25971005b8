//! U+0085, U+2028 and U+2029 end a line in YAML and in no editor: in a comment or a text they would begin another line.
//!
//! In: a source. Out: the same with other letters in their place while it is parsed, and a value in which they are back.

use std::borrow::Cow;

use super::value::Value;

/// Each with the letter that stands for it: of the last private plane, which no text has any use for.
const LETTERS: [(char, char); 3] = [('\u{85}', '\u{10fe85}'), ('\u{2028}', '\u{10fe28}'), ('\u{2029}', '\u{10fe29}')];

/// The source for the parser: as many characters, in lines that all readers agree on.
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
