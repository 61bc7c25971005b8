//! A row of a table of detectors, and what its pattern found.

use std::ops::Range;

use super::setting::Setting;
use crate::Tier;

/// A row of a table of detectors.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) tier: Tier,
    /// One of these, in any case; where there is none, the pattern itself is the shape that is looked for first.
    pub(super) words: &'static [&'static str],
    /// Where it has a group, that is the value.
    pub(super) pattern: &'static str,
    pub(super) keep: fn(&Found<'_>) -> bool,
}

impl Row {
    /// One whose findings stop an edition.
    pub(super) const fn blocking(
        id: &'static str,
        words: &'static [&'static str],
        pattern: &'static str,
        keep: fn(&Found<'_>) -> bool,
    ) -> Self {
        Self { id, tier: Tier::Block, words, pattern, keep }
    }
}

/// What a pattern found.
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

    /// Whether it stands by itself, and not inside a longer word or number.
    pub(super) fn is_alone(&self) -> bool {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !joins(self.before()) && !joins(self.after())
    }
}

/// Keeps all.
pub(super) fn always(_: &Found<'_>) -> bool {
    true
}

/// Keeps what stands by itself.
pub(super) fn alone(found: &Found<'_>) -> bool {
    found.is_alone()
}
