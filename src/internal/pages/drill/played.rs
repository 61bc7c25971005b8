//! An entry of a timeline with its moment. Drills are in order of time, so every entry must have a moment.

use std::ops::Deref;

use jiff::Timestamp;

use crate::review::{Actor, Entry};

/// An entry whose moment is known, or some of its sentences.
#[derive(Debug, Clone, Copy)]
pub(super) struct Played<'r> {
    pub(super) at: Timestamp,
    /// What is told of it, as Markdown. It shadows the field of the entry, which may say more.
    pub(super) what: &'r str,
    entry: &'r Entry,
}

impl<'r> Played<'r> {
    /// `None` for an entry without a moment.
    pub(super) fn of(entry: &'r Entry) -> Option<Self> {
        entry.moment().map(|at| Self { at, what: &entry.what, entry })
    }

    /// Some sentences of the same entry.
    pub(super) fn only(self, what: &'r str) -> Self {
        Self { what, ..self }
    }

    /// Whether other sentences of the entry stand elsewhere.
    pub(super) fn is_part(&self) -> bool {
        self.what.len() < self.entry.what.trim().len()
    }

    /// Whether the record says that people did it.
    pub(super) fn is_by_people(&self) -> bool {
        matches!(self.entry.actor, Some(Actor::Human | Actor::Conversation))
    }
}

impl<'r> Deref for Played<'r> {
    type Target = &'r Entry;

    fn deref(&self) -> &&'r Entry {
        &self.entry
    }
}
