//! Character references: `&amp;`, `&#97;`, `&#x61;`, with or without the semicolon where browsers allow it.

use std::borrow::Cow;

/// The length of the longest name.
const LONGEST: usize = "CounterClockwiseContourIntegral".len();

/// A character reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'h> {
    /// The byte offset of its `&`.
    pub at: usize,
    /// Its length in bytes.
    pub length: usize,
    /// What it stands for: one character, or two.
    pub meaning: Cow<'h, str>,
}

/// A text with its character references replaced.
#[must_use]
pub fn decode_text(text: &str) -> Cow<'_, str> {
    htmlize::unescape(text)
}

/// An attribute's value with its character references replaced: `&copy=2` in an address is not one.
#[must_use]
pub fn decode_attribute(value: &str) -> Cow<'_, str> {
    htmlize::unescape_attribute(value)
}

/// The character references of a text, in order.
pub fn references(text: &str) -> impl Iterator<Item = Reference<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(found) = text[from..].find('&') {
            let at = from + found;
            from = at + 1;
            if let Some((length, meaning)) = reference(&text[at..]) {
                from = at + length;
                return Some(Reference { at, length, meaning });
            }
        }
        None
    })
}

/// The length and the meaning of the reference that a text begins with.
fn reference(text: &str) -> Option<(usize, Cow<'_, str>)> {
    let name = text.strip_prefix('&')?;
    let digits = name.strip_prefix('#');
    let length = match digits {
        Some(digits) => {
            let hex = usize::from(digits.starts_with(['x', 'X']));
            let is_digit = |c: char| if hex == 1 { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
            let digits = &digits[hex..];
            2 + hex + digits.find(|c| !is_digit(c)).unwrap_or(digits.len())
        }
        None => 1 + name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len()).min(LONGEST),
    };
    let closed = length + usize::from(text[length..].starts_with(';'));
    if digits.is_some() {
        return Some((closed, changed(&text[..closed])?));
    }
    // Old names need no semicolon and may be followed by anything, so the longest prefix that is a name counts.
    changed(&text[..closed])?;
    (2..=closed).rev().find_map(|end| {
        let written = &text[..end];
        let meaning = changed(written)?;
        let is_whole = match written.strip_suffix(';') {
            Some(_) => meaning.chars().nth(2).is_none() && (meaning == ";" || !meaning.ends_with(';')),
            None => meaning.chars().nth(1).is_none(),
        };
        is_whole.then_some((end, meaning))
    })
}

fn changed(written: &str) -> Option<Cow<'_, str>> {
    Some(htmlize::unescape(written)).filter(|meaning| meaning != written)
}
