//! An entry of a timeline at its moment: a drill is played in order of time, and only what has one can be.

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
    /// None of an entry without a moment.
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
