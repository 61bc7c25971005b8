//! Escapes of C and of shells: `\141`.

use super::Made;

/// Fewer escapes are a date in a path, or chance.
const FEWEST: usize = 3;

/// The whole text decoded; `None` if it has fewer than three escapes.
pub(super) fn decode(text: &str) -> Option<Made> {
    let written = text.match_indices('\\').filter(|(at, _)| value(text, *at).is_some()).take(FEWEST).count();
    if written < FEWEST {
        return None;
    }
    let mut made = Made::default();
    let mut from = 0;
    for (at, _) in text.match_indices('\\') {
        let Some(c) = value(text, at).filter(|_| at >= from) else { continue };
        made.copy(text.get(from..at).unwrap_or_default(), from);
        made.put(c, at);
        from = at + 4;
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    made.some()
}

fn value(text: &str, at: usize) -> Option<char> {
    let digits = text.get(at + 1..at + 4).filter(|digits| digits.bytes().all(|b| (b'0'..=b'7').contains(&b)))?;
    u8::from_str_radix(digits, 8).ok().filter(u8::is_ascii).map(char::from)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn three_digits_after_a_backslash_are_a_letter() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text(r"$'\112\141\156e' x").as_deref(), Some("$'Jane' x"));
        assert_eq!(text(r"C:\101 and \9 and \777\777\777"), None);
    }
}
