//! Escapes of C and of shells: `\141`.

use super::Made;

/// Fewer escapes are a date in a path, or chance, unless they are bytes of a letter that is not of ASCII.
const FEWEST: usize = 3;

/// The whole text decoded; `None` if it has too few escapes.
pub(super) fn decode(text: &str) -> Option<Made> {
    let coded: Vec<_> = text.match_indices('\\').filter_map(|(at, _)| Some((at, value(text, at)?))).collect();
    if coded.len() < FEWEST && coded.iter().all(|(_, byte)| byte.is_ascii()) {
        return None;
    }
    let mut made = Made::default();
    let mut from = 0;
    // Escapes without a gap may be one letter: git writes `J\303\274rgen`.
    for run in coded.chunk_by(|(at, _), (next, _)| at + LENGTH == *next) {
        let Some((start, _)) = run.first() else { continue };
        made.copy(text.get(from..*start).unwrap_or_default(), from);
        made.bytes(&run.iter().map(|(_, byte)| *byte).collect::<Vec<_>>(), *start);
        from = start + LENGTH * run.len();
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    made.some()
}

/// The length of an escape.
const LENGTH: usize = 4;

fn value(text: &str, at: usize) -> Option<u8> {
    let digits = text.get(at + 1..at + LENGTH).filter(|digits| digits.bytes().all(|b| (b'0'..=b'7').contains(&b)))?;
    u8::from_str_radix(digits, 8).ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn three_digits_after_a_backslash_are_a_letter() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text(r"$'\112\141\156e' x").as_deref(), Some("$'Jane' x"));
        assert_eq!(text(r"J\303\274rgen").as_deref(), Some("Jürgen"));
        assert_eq!(text(r"C:\101 and \9 and \777\777\777"), None);
    }
}
