//! Sentences that refer to a sentence before them.

use crate::review::languages::names;
use crate::review::languages::timelines::is_character;
use crate::review::languages::words::words;
use base::text::capitalised;

/// Whether a sentence cannot be understood without the one before it: `That error surfaced as timeouts`.
pub(super) fn refers_back(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let begins = |name: &String| {
        let rest = lower.strip_prefix(name.as_str());
        rest.is_some_and(|rest| name.ends_with(is_character) || rest.starts_with([' ', ',']))
    };
    names::of("refers back").iter().any(begins)
}

/// A sentence without the word at its start that only ties it to the one before: `However, the fee was raised`.
pub(super) fn without_connective(sentence: &str) -> String {
    let parted = sentence.split_once(", ").filter(|(lead, _)| names::is("connective", &words(lead)));
    parted.map_or_else(|| sentence.to_owned(), |(_, rest)| capitalised(rest))
}

#[cfg(test)]
mod tests {
    use super::{refers_back, without_connective};

    #[test]
    fn a_connective_can_be_left_out() {
        for (sentence, wanted) in [
            ("However, the fee was raised.", "The fee was raised."),
            ("As a result, the pool was empty.", "The pool was empty."),
            ("mybinder.org was down.", "mybinder.org was down."),
            ("On Monday, the pool was empty.", "On Monday, the pool was empty."),
        ] {
            assert_eq!(without_connective(sentence), wanted);
        }
    }

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
