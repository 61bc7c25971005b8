//! Sentences that refer to a sentence before them.

use crate::review::languages::names;
use crate::review::languages::timelines::is_character;

/// Whether a sentence cannot be understood without the one before it: `That error surfaced as timeouts`.
pub(super) fn refers_back(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let begins = |name: &String| {
        let rest = lower.strip_prefix(name.as_str());
        rest.is_some_and(|rest| name.ends_with(is_character) || rest.starts_with([' ', ',']))
    };
    names::of("refers back").iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::refers_back;

    #[test]
    fn a_sentence_that_needs_another_is_known() {
        for sentence in
            ["That error surfaced as timeouts.", "The attack only affected one package.", "Additionally, it was slow."]
        {
            assert!(refers_back(sentence), "{sentence}");
        }
        for sentence in ["The checkout was down.", "Itinerary pages were empty.", "Thistle was offline."] {
            assert!(!refers_back(sentence), "{sentence}");
        }
    }
}
