//! The reviews of the archive take turns in the weeks that have nothing to tell.
//!
//! In: a library and its calendar. Out: the review of each such week. Every review is told once before any is told again, and a
//! week without a meeting takes nobody's turn: what it names is told in the next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::waiting::Waiting;
use super::{Calendar, Week, plus, series};
use crate::library::Library;

/// Days after which a review counts as old; newer ones are still remembered.
pub(super) const OLD: i64 = 90;

/// Whose turn it is in each week.
#[derive(Debug, Default)]
pub(super) struct Turns {
    of: BTreeMap<Week, usize>,
    /// Whose turn it is after the last week.
    next: Option<usize>,
}

impl Turns {
    /// The review of a week; that of the next turn if the week is to come.
    pub(super) fn of(&self, week: Week, current: Week) -> Option<usize> {
        if week > current { self.next } else { self.of.get(&week).copied() }
    }

    /// Next is the one whose turn was longest ago; of those that had none, the one that came out first. Only what teaches
    /// something has a turn.
    pub(super) fn take(library: &Library, calendar: &Calendar) -> Self {
        let config = &library.config;
        let old_from =
            |i: usize| library.published[i].map(|published| (plus(published.on, OLD).max(published.known), i));
        let taught = |i: &usize| !library.reviews[*i].learnings.items.is_empty();
        let mut young: Vec<_> = (0..library.reviews.len()).filter(taught).filter_map(old_from).collect();
        young.sort_unstable_by_key(|(from, i)| Reverse((*from, *i)));
        let mut shelf = BTreeSet::new();
        let mut turns = Self::default();
        for (turn, week) in calendar.since_it_began().enumerate() {
            // The choice stays the same all week.
            let first = week.first(calendar.start);
            while let Some((_, i)) = young.pop_if(|(from, _)| *from <= first) {
                let on = library.published[i].map(|published| published.on);
                shelf.insert((0, on, library.reviews[i].id.as_str(), i));
            }
            if !Waiting::of(library, calendar, week).is_quiet() {
                continue;
            }
            let Some(mut next) = shelf.first().copied() else { continue };
            turns.of.insert(week, next.3);
            if !config.meeting.is_set || series::meeting_of(config, week).is_some() {
                shelf.remove(&next);
                next.0 = turn + 1;
                shelf.insert(next);
            }
        }
        turns.next = shelf.first().map(|next| next.3);
        turns
    }
}
