//! Shortening a long text.

use std::borrow::Cow;

/// The beginning of a text: all of it where it has no more than `most` characters, else whole words and `…`.
#[must_use]
pub fn clip(text: &str, most: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(most) else { return Cow::Borrowed(text) };
    let cut = &text[..end];
    // Scripts without spaces are cut between letters.
    let words = cut.rfind(' ').map_or(cut, |space| &cut[..space]);
    Cow::Owned(format!("{}…", words.trim_end_matches([' ', ',', ';', ':', '–'])))
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(clip("one, two", 8), "one, two");
        assert_eq!(clip("", 3), "");
    }

    #[test]
    fn a_long_text_ends_after_a_word() {
        assert_eq!(clip("one, two three", 9), "one, two…");
        assert_eq!(clip("one, two three", 6), "one…");
        assert_eq!(clip("データ損失の原因", 3), "データ…");
    }
}
