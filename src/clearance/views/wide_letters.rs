//! Full-width letters: `Ｍｒ　Ｂａｋｅｒ`.

use super::Made;

/// The first full-width character, `！` for `!`.
const FIRST: u32 = 0xff01;

/// The whole text in ASCII; `None` if it has no full-width letter or digit, because full-width punctuation is normal in
/// Chinese and Japanese.
pub(super) fn decode(text: &str) -> Option<Made> {
    if !text.chars().any(|c| plain(c).is_some_and(|c| c.is_ascii_alphanumeric())) {
        return None;
    }
    let mut made = Made::default();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let Some(with) = plain(c) else { continue };
        made.copy(text.get(from..at).unwrap_or_default(), from);
        made.put(with, at);
        from = at + c.len_utf8();
    }
    made.copy(text.get(from..).unwrap_or_default(), from);
    made.some()
}

fn plain(c: char) -> Option<char> {
    match c {
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - FIRST + u32::from('!')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn letters_and_their_signs_are_plain() {
        let text = |text: &str| decode(text).map(|made| made.text);
        assert_eq!(text("Then Ｍｒ　Ｂａｋｅｒ［．］").as_deref(), Some("Then Mr Baker[.]"));
        assert_eq!(text("延迟：很高，请等"), None);
        assert_eq!(text("plain"), None);
    }
}
