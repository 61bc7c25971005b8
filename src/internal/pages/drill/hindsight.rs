//! Words of somebody who looks back: what they tell was known to nobody while it happened.

use super::said::Said;

/// Whether a text was written when all was known: it sums up, or speaks of an action by its number.
pub(super) fn looks_back(text: &Said<'_>) -> bool {
    text.says("looks back") || text.plain().split(|c: char| !c.is_alphanumeric()).any(is_action)
}

/// `A3`.
fn is_action(word: &str) -> bool {
    word.strip_prefix('A').is_some_and(|n| !n.is_empty() && n.len() <= 2 && n.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::Said;

    fn looks_back(text: &str) -> bool {
        super::looks_back(&Said::of(text))
    }

    #[test]
    fn what_sums_up_looks_back() {
        for text in [
            "It is action A3. It is late.",
            "August ended at 99.6 %",
            "The leaf *had* expired.",
            "Replaced next morning",
        ] {
            assert!(looks_back(text), "{text}");
        }
        for text in ["The board is dark.", "Room A12B is empty", "Hadley calls the desk"] {
            assert!(!looks_back(text), "{text}");
        }
    }
}
