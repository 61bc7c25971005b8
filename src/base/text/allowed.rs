//! Characters that HTML, XML and what is written like them forbid.

use std::borrow::Cow;

/// Whether neither XML 1.0 (production `Char`) nor HTML ("control characters and noncharacters") takes a character: controls
/// but tab, line feed and carriage return, the C1 controls, surrogates (which text cannot hold) and noncharacters.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// The text with U+FFFD for each such character. Nearly every text has none, and is only looked through.
#[must_use]
pub fn allowed(text: Cow<'_, str>) -> Cow<'_, str> {
    if !may_be_forbidden(text.as_bytes()) || !text.contains(is_forbidden) {
        return text;
    }
    Cow::Owned(text.replace(is_forbidden, "\u{fffd}"))
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

/// Whether there is a byte that such a character has.
fn may_be_forbidden(bytes: &[u8]) -> bool {
    let control = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let pairs = || bytes.windows(2);
    bytes.iter().any(|byte| control(*byte) || *byte == 0x7f)
        // U+0080 to U+009F; U+FDD0 to U+FDEF, U+FFFE and U+FFFF, and those two of every plane above.
        || pairs().any(|pair| matches!(pair, [0xc2, 0x80..=0x9f] | [0xb7, 0x90..=0xaf] | [0xbf, 0xbe | 0xbf]))
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
        assert_eq!(allowed("a\u{b}b\u{7}\u{1b}\u{fffe}\u{85}c".into()), "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}\u{fffd}c");
        for text in ["", "plain", "· “é” 🏴\u{e0067}\n\t", "\u{fffd}\u{fdf0}\u{2028}"] {
            assert_eq!(allowed(text.into()), text);
        }
    }
}
