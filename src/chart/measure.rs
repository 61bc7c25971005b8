//! Estimates the width of a text without knowing the font, which the reader's system chooses.
//!
//! In: text and a size. Out: a width in the same unit, rather too large than too small, so that labels do not touch in
//! any common font. Kerning is ignored.

use std::borrow::Cow;

/// The width of `text` at `size`, for the widest of the common system fonts.
#[must_use]
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// The width of bold text relative to normal text.
pub(super) const BOLD: f64 = 1.12;

/// The widths of ASCII characters, as nearly all labels have no others.
static ASCII: [f64; 128] = {
    let mut table = [0.0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = ascii(byte);
        byte += 1;
    }
    table
};

const fn ascii(byte: u8) -> f64 {
    match byte {
        b'i' | b'j' | b'l' | b'I' | b'.' | b',' | b':' | b';' | b'\'' | b'|' | b'!' | b' ' => 0.32,
        b'f' | b't' | b'r' | b'(' | b')' | b'[' | b']' | b'/' | b'-' | b'"' => 0.41,
        b'm' | b'w' | b'M' | b'W' | b'@' | b'%' => 0.98,
        b'A'..=b'Z' => 0.74,
        _ => 0.62,
    }
}

/// `text` on one line: runs of white space become one space, control characters are removed.
#[must_use]
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let is_clean = |b: u8| b.is_ascii() && !b.is_ascii_control();
    if text.bytes().all(is_clean) && text.trim_ascii().len() == text.len() && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let visible: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_bidi_control(*c)).collect();
    base::text::one_line(&visible).into()
}

/// Whether the text has right-to-left letters and must be isolated from the text around it.
#[must_use]
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'))
}

/// Controls of text direction, which could change the direction of neighbouring labels.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Characters that belong to the one before: marks, variation selectors, skin tones, joiners.
pub(super) fn is_extender(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}'
        | '\u{93c}' | '\u{941}'..='\u{948}' | '\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The width of a character in em, near that of the widest common font.
#[inline]
pub(super) fn em(c: char) -> f64 {
    if let Some(width) = ASCII.get(c as usize) {
        return *width;
    }
    match c {
        c if is_extender(c) => 0.0,
        '…' | '—' => 0.98,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}' => 1.05,
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => 1.4,
        c if c.is_uppercase() => 0.74,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_right_to_left, one_line, width};

    #[test]
    fn wide_scripts_are_wider() {
        assert!(width("障害復旧", 10.0) > width("abcd", 10.0));
        assert!(width("é", 10.0) <= width("e\u{301}x", 10.0));
    }

    #[test]
    fn labels_are_one_line_and_cannot_turn_their_neighbours() {
        assert_eq!(one_line(" a\n\tb \u{202e}c\u{0}"), "a b c");
        assert!(is_right_to_left("שלום") && !is_right_to_left("hello 障害"));
    }
}
