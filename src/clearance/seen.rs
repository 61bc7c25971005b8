//! Which texts were looked at already, and how much more may be.
//!
//! Encodings inside one another lead to the same text by many ways: eleven of them, five deep, are 160,000 ways and some
//! hundred texts. Each text is looked at once. What would still be more than [`Seen::new`] grants is not looked at, and
//! that is a finding.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

/// The rule of a text that holds more views than can be looked at.
pub(super) const RULE: &str = "encodings";

/// So much may any text give, in bytes.
const LEAST: usize = 4 << 20;
/// So many times its own length may a text give. Files of a site give fifteen texts at most, few of them as long.
const TIMES: usize = 24;

/// Texts that were looked at.
pub(super) struct Seen {
    texts: HashSet<([u8; 32], u8)>,
    left: usize,
}

/// Whether to look at a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// It is new.
    Yes,
    /// It was looked at in the same way.
    Again,
    /// So much was looked at that nobody would wait for more.
    TooMuch,
}

impl Seen {
    /// Nothing was looked at; a text of this length may give many views.
    pub(super) fn new(length: usize) -> Self {
        Self::granting(LEAST.max(length.saturating_mul(TIMES)))
    }

    /// The same with a bound in bytes.
    pub(super) fn granting(left: usize) -> Self {
        Self { texts: HashSet::new(), left }
    }

    /// Whether to look at this text; `way` tells what is asked of it.
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

    /// How many texts were looked at.
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
