//! An entry of a timeline with its moment. Drills are in order of time, so every entry must have a moment.

use std::ops::Deref;

use jiff::Timestamp;

use crate::review::Entry;

/// An entry whose moment is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Played<'r> {
    pub(super) at: Timestamp,
    entry: &'r Entry,
}

impl<'r> Played<'r> {
    /// `None` for an entry without a moment.
    pub(super) fn of(entry: &'r Entry) -> Option<Self> {
        entry.moment().map(|at| Self { at, entry })
    }
}

impl<'r> Deref for Played<'r> {
    type Target = &'r Entry;

    fn deref(&self) -> &&'r Entry {
        &self.entry
    }
}
