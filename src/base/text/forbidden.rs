//! Characters that are forbidden in HTML and XML.

use std::borrow::Cow;

/// Whether XML 1.0 (production `Char`) or HTML ("control characters and noncharacters") forbids a character: controls
/// but tab, line feed and carriage return, the C1 controls, surrogates (which text cannot hold) and noncharacters.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Whether a character ends a line for some readers only. Pages contain none, so that all readers see the same lines.
fn is_strange_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text with a space for each line end that only some readers know, and U+FFFD for each forbidden character. Most
/// texts have neither and are returned unchanged.
#[must_use]
pub fn allowed(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_wanted = |c| is_forbidden(c) || is_strange_line_end(c);
    if !may_be_forbidden(text.as_bytes()) || !text.contains(is_wanted) {
        return text;
    }
    let shown = |c| match c {
        c if is_strange_line_end(c) => ' ',
        c if is_forbidden(c) => '\u{fffd}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// The same for the bytes of a text.
#[must_use]
pub fn allowed_bytes(bytes: Vec<u8>) -> Vec<u8> {
    if !may_be_forbidden(&bytes) {
        return bytes;
    }
    match String::from_utf8(bytes) {
        Ok(text) => allowed(text.into()).into_owned().into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// The bytes that are looked at together: with no way out after each, the compiler compares many at once.
const TOGETHER: usize = 128;

/// Whether the bytes may contain such a character.
fn may_be_forbidden(bytes: &[u8]) -> bool {
    let has_control = |all: &[u8]| all.iter().fold(false, |any, byte| any | is_control(*byte));
    let has_pair =
        |(first, second): (&[u8], &[u8])| first.iter().zip(second).fold(false, |any, (a, b)| any | is_pair(*a, *b));
    let shifted = bytes.get(1..).unwrap_or_default();
    bytes.chunks(TOGETHER).any(has_control) || bytes.chunks(TOGETHER).zip(shifted.chunks(TOGETHER)).any(has_pair)
}

#[expect(clippy::needless_bitwise_bool, reason = "with no way out within it, the compiler compares many bytes at once")]
fn is_control(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f)
}

/// Whether two bytes are of U+0080 to U+009F; U+2028 and U+2029; U+FDD0 to U+FDEF, U+FFFE and U+FFFF, and those two of every plane
/// above.
#[expect(clippy::needless_bitwise_bool, reason = "with no way out within it, the compiler compares many bytes at once")]
fn is_pair(first: u8, second: u8) -> bool {
    (first == 0xc2) & (second & 0xe0 == 0x80)
        | (first == 0xb7) & (0x90..0xb0).contains(&second)
        | (first == 0xbf) & (second & 0xfe == 0xbe)
        | (first == 0x80) & (second & 0xfe == 0xa8)
}

#[cfg(test)]
mod tests {
    use super::{allowed, is_forbidden, may_be_forbidden};

    #[test]
    fn every_forbidden_character_has_such_a_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_forbidden(*c)) {
            assert!(may_be_forbidden(c.to_string().as_bytes()), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn they_are_replaced_and_nothing_else_is() {
        assert_eq!(allowed("a\u{b}b\u{7}\u{1b}\u{fffe}c".into()), "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}c");
        assert_eq!(allowed("a\u{85}b\u{2028}c\u{2029}".into()), "a b c ");
        for text in ["", "plain", "· “é” 🏴\u{e0067}\n\t", "\u{fffd}\u{fdf0}\u{2027}\u{202a}"] {
            assert_eq!(allowed(text.into()), text);
        }
    }
}
