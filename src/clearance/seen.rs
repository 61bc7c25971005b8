//! Remembers which texts were scanned already, and limits how much more may be.
//!
//! Nested encodings lead to the same text in many ways: eleven of them, five deep, are 160,000 ways to some hundred
//! texts. Each text is scanned once. If there is more text than [`Seen::new`] allows, the rest is not scanned, and that
//! is a finding.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// The rule for a text with more views than can be scanned.
pub(super) const RULE: &str = "encodings";

/// The bytes that may be scanned for any text.
const LEAST: usize = 4 << 20;
/// The limit for long texts, as a multiple of their length. Files of a site have at most fifteen views, few of them as
/// long as the file.
const TIMES: usize = 24;

/// The texts that were scanned.
pub(super) struct Seen {
    texts: HashSet<([u8; 32], u8)>,
    left: usize,
}

/// Whether to scan a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// It is new.
    Yes,
    /// It was scanned in the same way before.
    Again,
    /// The limit is reached.
    TooMuch,
}

impl Seen {
    /// Nothing scanned yet; the limit depends on the length of the text.
    pub(super) fn new(length: usize) -> Self {
        Self::granting(LEAST.max(length.saturating_mul(TIMES)))
    }

    /// The same with a limit in bytes.
    pub(super) fn granting(left: usize) -> Self {
        Self { texts: HashSet::new(), left }
    }

    /// Whether to scan this text; `way` identifies what is searched for.
    pub(super) fn look(&mut self, text: &str, way: u8) -> Look {
        if !self.texts.insert((Sha256::digest(text.as_bytes()).into(), way)) {
            return Look::Again;
        }
        match self.left.checked_sub(text.len()) {
            Some(left) => {
                self.left = left;
                Look::Yes
            }
            None => Look::TooMuch,
        }
    }

    /// How many texts were scanned.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, Look, Seen};

    #[test]
    fn a_text_is_looked_at_once_in_each_way_and_not_without_end() {
        let mut seen = Seen::new(0);
        assert_eq!(seen.look("one", 0), Look::Yes);
        assert_eq!(seen.look("one", 0), Look::Again);
        assert_eq!(seen.look("one", 1), Look::Yes);
        assert_eq!(seen.look(&"x".repeat(LEAST), 0), Look::TooMuch);
        assert_eq!(seen.count(), 3);
    }
}
