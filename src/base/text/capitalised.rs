//! A capital at the beginning.

/// The text with its first letter as a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(["", "a b", "éa", "Ab", "1a"].map(capitalised), ["", "A b", "Éa", "Ab", "1a"]);
    }
}
