//! Words by their beginnings.

/// Whether a word of the text begins with `word`.
pub(super) fn begins_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::begins_in;

    #[test]
    fn a_word_counts_from_its_beginning() {
        assert!(begins_in("she calls the harbour", "call") && !begins_in("recall the list", "call"));
    }
}
