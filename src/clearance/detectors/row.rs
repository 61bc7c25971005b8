//! A row of a table of detectors, and a match of its pattern.

use std::ops::Range;

use super::setting::Setting;
use crate::Tier;

/// A detector for a list of the policy: its rule, its pattern and its test.
pub(super) type Shape = (&'static str, String, fn(&Found<'_>) -> bool);

/// A row of a table of detectors.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) tier: Tier,
    /// A text must contain one of these, in any case. If empty, the pattern is matched directly.
    pub(super) words: &'static [&'static str],
    /// If it has a group, that is the value.
    pub(super) pattern: &'static str,
    pub(super) keep: fn(&Found<'_>) -> bool,
}

impl Row {
    /// A row whose findings block publication.
    pub(super) const fn blocking(
        id: &'static str,
        words: &'static [&'static str],
        pattern: &'static str,
        keep: fn(&Found<'_>) -> bool,
    ) -> Self {
        Self { id, tier: Tier::Block, words, pattern, keep }
    }
}

/// A match of a pattern.
pub(super) struct Found<'t> {
    pub(super) setting: &'t Setting,
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
}

impl<'t> Found<'t> {
    pub(super) fn value(&self) -> &'t str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(super) fn before(&self) -> Option<char> {
        self.text.get(..self.range.start)?.chars().next_back()
    }

    pub(super) fn after(&self) -> Option<char> {
        self.text.get(self.range.end..)?.chars().next()
    }

    /// Whether it is not part of a longer word or number.
    pub(super) fn is_alone(&self) -> bool {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !joins(self.before()) && !joins(self.after())
    }
}

/// Keeps every match.
pub(super) fn always(_: &Found<'_>) -> bool {
    true
}

/// Keeps matches that are not part of a longer word.
pub(super) fn alone(found: &Found<'_>) -> bool {
    found.is_alone()
}
