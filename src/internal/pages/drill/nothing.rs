//! Texts that say that nothing was noticed.

use crate::review::{is_word_of, says};

/// `None that a passenger noticed`, `None; sign-in worked`, `No customer impact`; not `No customer could pay`.
pub(super) fn shows_nothing(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (first, rest) = text.split_at(text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()));
    is_word_of("nothing", &first.to_lowercase())
        && (rest.trim().is_empty()
            || rest.starts_with([';', '.', ',', ':'])
            || says("noticed", text)
            || says("impact", text))
}

#[cfg(test)]
mod tests {
    use super::shows_nothing;

    #[test]
    fn what_could_not_be_done_is_seen_and_what_nobody_noticed_is_not() {
        for text in ["None that a passenger noticed.", "No customer impact", "None; sign-in worked.", "None"] {
            assert!(shows_nothing(text), "{text}");
        }
        for text in ["No customer could pay", "None of the boards was lit", "The impact was seen at once"] {
            assert!(!shows_nothing(text), "{text}");
        }
    }
}
