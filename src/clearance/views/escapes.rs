//! Escapes of JSON, JavaScript and CSS: `\u0061`, `\u{61}`, `\x61`, `\61 `, `\n`.

use super::Made;

/// The whole text decoded; `None` if it has no escape.
pub(super) fn decode(text: &str) -> Option<Made> {
    let mut made = Made::default();
    let (mut from, mut at, mut any) = (0, 0, false);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        let start = at + found;
        at = start + 1;
        let Some((c, length)) = escape(text.get(at..).unwrap_or_default()) else { continue };
        any = true;
        made.copy(text.get(from..start).unwrap_or_default(), from);
        if let Some(c) = c {
            made.put(c, start);
        }
        at += length;
        from = at;
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    any.then_some(made)
}

/// A JSON text with spaces instead of its escaped ends of lines and tabs: as a whole such an escape is no letter of the word
/// after it. Nothing moves, because both have two bytes.
pub(in super::super) fn without_line_ends(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut chars = json.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'r' | 't') => out.push_str("  "),
            other => out.extend([c].into_iter().chain(other)),
        }
    }
    out
}

/// Reads the text after a backslash: the character, if any, and the length of the escape.
fn escape(rest: &str) -> Option<(Option<char>, usize)> {
    let first = rest.chars().next()?;
    let hex = |from: usize, most: usize| {
        let digits = rest.get(from..).unwrap_or_default().bytes();
        digits.take(most).take_while(u8::is_ascii_hexdigit).count()
    };
    let value = |range: std::ops::Range<usize>| u32::from_str_radix(rest.get(range)?, 16).ok();
    match first {
        'u' if rest.starts_with("u{") => {
            let length = hex(2, 6);
            let c = char::from_u32(value(2..2 + length)?)?;
            rest.get(2 + length..)?.starts_with('}').then_some((Some(c), length + 3))
        }
        'u' if hex(1, 4) == 4 => match value(1..5)? {
            // The first half of a surrogate pair.
            high @ 0xd800..=0xdbff => {
                let low = rest.get(5..)?.strip_prefix("\\u").and_then(|r| u32::from_str_radix(r.get(..4)?, 16).ok())?;
                let joined = 0x1_0000 + ((high - 0xd800) << 10) + low.checked_sub(0xdc00)?;
                Some((Some(char::from_u32(joined)?), 11))
            }
            code => Some((Some(char::from_u32(code)?), 5)),
        },
        'U' if hex(1, 8) == 8 => Some((Some(char::from_u32(value(1..9)?)?), 9)),
        'x' if hex(1, 2) == 2 => Some((Some(char::from_u32(value(1..3)?)?), 3)),
        // In CSS one space after an escape belongs to it.
        '0'..='9' | 'a'..='f' | 'A'..='F' if hex(0, 6) >= 2 => {
            let length = hex(0, 6);
            let c = char::from_u32(value(0..length)?)?;
            let space = usize::from(rest.get(length..)?.starts_with(' '));
            Some((Some(c), length + space))
        }
        'n' | 'r' | 't' | 'f' | 'v' => Some((Some(' '), 1)),
        'b' => Some((Some('\u{200b}'), 1)),
        '\n' => Some((None, 1)),
        c if c.is_ascii_punctuation() => Some((Some(c), 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, without_line_ends};

    #[test]
    fn ends_of_lines_in_json_are_spaces() {
        assert_eq!(
            without_line_ends(r#"{"a": "x\n\tSection C:\\new \u0041\"}"#),
            r#"{"a": "x    Section C:\\new \u0041\"}"#
        );
    }

    #[test]
    fn every_language_has_its_own() {
        let text = |text: &str| decode(text).map(|made| made.text);
        for form in [r"\u004aane", r"\u{4a}ane", r"\x4aane", r"\00004Aane", r"\4a ane", r"\U0000004aane"] {
            assert_eq!(text(form).as_deref(), Some("Jane"), "{form}");
        }
        assert_eq!(text(r"\ud835\udc09x\/y\n").as_deref(), Some("\u{1d409}x/y "));
        assert_eq!(text("C:\\Users\\jane and \\d"), None);
    }
}
