//! A value in one of the forms that are searched for.

use super::form::{Bound, bound, is_unspaced};
use crate::common::is_common;
use crate::normal::{Edge, Normal};
use crate::{Origin, Tier, Why};

/// A value in one of the forms that are searched for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pattern {
    pub(super) letters: String,
    pub(super) bound: Bound,
    /// The id of the rule.
    pub(crate) rule: &'static str,
    pub(crate) tier: Tier,
    /// The value as listed.
    pub(super) value: String,
    pub(crate) known_from: Option<Origin>,
    /// Word boundaries in `letters`; a match may have other characters only there.
    pub(super) gaps: Vec<usize>,
    /// Whether it is in a script without spaces, so that a match may be broken anywhere.
    pub(super) unspaced: bool,
}

impl Pattern {
    /// A pattern that counts under the condition `bound`.
    pub(super) fn new(text: &str, bound: Bound, why: Why, from: Option<Origin>) -> Self {
        let normal = Normal::of(text);
        let gaps = (1..normal.letters.len()).filter(|at| normal.edge(*at) != Edge::None).collect();
        let letters = String::from_utf8(normal.letters).unwrap_or_default();
        let unspaced = letters.contains(is_unspaced);
        let (rule, value) = (why.rule(), text.to_owned());
        Self { letters, bound, rule, tier: Tier::Block, value, known_from: from, gaps, unspaced }
    }

    /// A pattern with the condition for this kind of value; `None` if the value is not a secret by itself.
    pub(super) fn of(text: &str, why: Why, listed: bool, from: Option<Origin>) -> Option<Self> {
        Some(Self::new(text, bound(text, why, listed)?, why, from))
    }

    /// How many words the value has.
    pub(super) fn words(&self) -> usize {
        self.gaps.len() + 1
    }

    /// Whether it is a person's name that counts as whole words anywhere.
    pub(super) fn counts_alone(&self) -> bool {
        self.rule == Why::Person.rule()
            && self.tier == Tier::Block
            && matches!(self.bound, Bound::Anywhere | Bound::Words | Bound::Name)
    }

    /// Whether the gaps in the text are at the word boundaries of the value: `It is a` does not match `isa`. Exceptions
    /// are a gap after every letter, and hyphenation at the end of a line.
    pub(super) fn parts_like(&self, text: &str, normal: &Normal, letters: &std::ops::Range<usize>) -> bool {
        let inner = letters.start + 1..letters.end;
        let parted: Vec<_> = inner.filter(|at| normal.edge(*at) == Edge::Gap).collect();
        let strange = |at: &&usize| self.gaps.binary_search(&(**at - letters.start)).is_err();
        if self.unspaced || parted.iter().find(strange).is_none() {
            return true;
        }
        let signs = self.letters.chars().count() - self.letters.matches("rn").count();
        let apart = parted.len() + 1 >= signs;
        // A name of one long word may have one sign that joins in its middle, `Quill-Pay`, or a space between two that are names:
        // `Quill Pay`. Two common words are no name: `quill pay`.
        let joined = signs >= LONG && self.gaps.is_empty() && parted.len() == 1;
        let is_one = |at: &usize| {
            let start = normal.place(text, &(*at..*at + 1)).start;
            let first = || text.get(normal.place(text, &(letters.start..*at)));
            is_no_gap(text, start)
                || joined && (is_joint(text, start) || first().is_some_and(|f| is_parted(text, start, f)))
        };
        apart || parted.iter().filter(strange).all(is_one)
    }
}

/// Names of at least this many letters may be split in two.
const LONG: usize = 8;

/// Whether there is a single joining character before this place.
fn is_joint(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    matches!(before.get(word.len()..), Some("-" | "_" | "." | "\u{2010}" | "\u{2011}"))
}

/// Whether one space stands before this place, between two words with capitals or beside one that is no common word.
fn is_parted(text: &str, at: usize, first: &str) -> bool {
    let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let second = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let capitals = first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
    matches!(before.get(word.len()..), Some(" " | "\n" | "\u{a0}"))
        && (capitals || !is_common(first) || !is_common(second))
}

/// Whether a word goes on after what stands before this place: signs of Markdown, or a hyphen and the end of the line.
fn is_no_gap(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let gap = before.get(word.len()..).unwrap_or_default();
    gap.starts_with(['-', '\u{2010}']) && gap.contains('\n') || gap.chars().all(|c| matches!(c, '*' | '~' | '`' | '\\'))
}
