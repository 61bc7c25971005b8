//! An entry of a timeline with its moment. Drills are in order of time, so every entry must have a moment.

use std::ops::Deref;

use jiff::Timestamp;

use super::attached;
use crate::review::{Actor, Entry, Review};

/// An entry whose moment is known, or some of its sentences.
#[derive(Debug, Clone, Copy)]
pub(super) struct Played<'r> {
    pub(super) at: Timestamp,
    /// What is told of it, as Markdown. It shadows the field of the entry, which may say more.
    pub(super) what: &'r str,
    /// The code or the evidence that its words announce, as Markdown.
    pub(super) beside: Option<&'r str>,
    is_part: bool,
    /// The place of the entry in the timeline.
    number: usize,
    entry: &'r Entry,
}

/// What is kept of an entry that is played: all but the texts that the review has.
#[derive(Debug)]
pub(super) struct Kept {
    number: usize,
    /// What is told of it; none where that is the whole entry.
    what: Option<String>,
    beside: Option<String>,
    is_part: bool,
}

impl<'r> Played<'r> {
    /// The entry with this place in the timeline. `None` if it has no moment.
    pub(super) fn of(review: &'r Review, number: usize) -> Option<Self> {
        let entry = review.timeline.get(number)?;
        let at = entry.moment()?;
        let (what, beside) = attached::parts(review, entry);
        Some(Self { at, what, beside, is_part: false, number, entry })
    }

    /// The same as was kept.
    pub(super) fn again(review: &'r Review, kept: &'r Kept) -> Option<Self> {
        let entry = review.timeline.get(kept.number)?;
        Some(Self {
            at: entry.moment()?,
            what: kept.what.as_deref().unwrap_or(&entry.what),
            beside: kept.beside.as_deref(),
            is_part: kept.is_part,
            number: kept.number,
            entry,
        })
    }

    pub(super) fn kept(&self) -> Kept {
        let what = (self.what != self.entry.what).then(|| self.what.to_owned());
        Kept { number: self.number, what, beside: self.beside.map(str::to_owned), is_part: self.is_part }
    }

    /// Some sentences of the same entry; what it announces stays with its last words.
    pub(super) fn only(self, what: &'r str) -> Self {
        let beside = self.beside.filter(|_| self.what.trim_end().ends_with(what.trim_end()));
        Self { what, beside, is_part: what.len() < self.what.trim().len(), ..self }
    }

    /// What else is told of the entry than `part`, without the marks between the two; all of it where it does not have that part.
    pub(super) fn without(self, part: &str) -> Vec<Self> {
        let Some((before, after)) = self.what.split_once(part) else { return vec![self] };
        let is_mark = |c: char| c.is_whitespace() || matches!(c, '.' | ':' | ';' | ',' | '–' | '—');
        let rest = [before.trim(), after.trim_start_matches(is_mark).trim_end()];
        rest.into_iter().filter(|rest| rest.contains(char::is_alphanumeric)).map(|rest| self.only(rest)).collect()
    }

    /// The same entry without what its words announce.
    pub(super) fn alone(self) -> Self {
        Self { beside: None, is_part: true, ..self }
    }

    /// Evidence that is not told with its words already.
    pub(super) fn other_evidence(&self) -> Option<&'r str> {
        let evidence = self.entry.evidence.as_deref();
        evidence.filter(|evidence| self.beside.is_none_or(|beside| beside != *evidence))
    }

    /// Whether other sentences of the entry stand elsewhere.
    pub(super) fn is_part(&self) -> bool {
        self.is_part
    }

    /// Whether the record says that people did it.
    pub(super) fn is_by_people(&self) -> bool {
        matches!(self.entry.actor, Some(Actor::Human | Actor::Conversation))
    }
}

/// The minute of a moment: most entries are written to the minute.
pub(super) fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

impl<'r> Deref for Played<'r> {
    type Target = &'r Entry;

    fn deref(&self) -> &&'r Entry {
        &self.entry
    }
}
