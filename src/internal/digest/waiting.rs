//! What a meeting goes through: what its week holds, and all that waited since the last meeting that was held. A week whose
//! meeting is skipped is carried over whole.

use jiff::civil::Date;

use super::revised::revised;
use super::{Calendar, Events, Week, series};
use crate::library::Library;

/// The events of a week and of the days before it that no meeting has gone through.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting {
    /// The day of the meeting before that of this week; `None` if this week has no meeting.
    pub(super) met: Option<Date>,
    /// Reviews that came out after it and before this week, in the library's order.
    pub(super) late: Vec<usize>,
    /// The events of this week, and those of the days since the last meeting except their new reviews, which are in `late`.
    pub(super) events: Events,
}

impl Waiting {
    pub(super) fn of(library: &Library, calendar: &Calendar, week: Week) -> Self {
        let config = &library.config;
        let met = series::meeting_of(config, week).and_then(|this| series::meeting_before(config, this.start.date()));
        let mut waiting = Self { met, late: Vec::new(), events: calendar.events(week).cloned().unwrap_or_default() };
        let Some(met) = met else { return waiting };
        let before = week.first(calendar.start);
        let waited = |on: Option<Date>| on.is_some_and(|on| on > met && on < before);
        let came_out = |i: usize| library.published[i].map(|published| published.on);
        let known = |i: usize| library.published[i].map(|published| published.known);
        let Self { late, events: all, .. } = &mut waiting;
        for events in calendar.between(Week::of(met, calendar.start), week) {
            late.extend(events.new.iter().filter(|i| waited(came_out(**i))));
            all.added.extend(events.added.iter().filter(|i| waited(known(**i))));
            let revised = |(i, r): &(usize, usize)| library.reviews[*i].revisions.get(*r).map(|revision| revision.on);
            all.revised.extend(events.revised.iter().filter(|place| waited(revised(place))));
            let closed = |(i, a): &(usize, usize)| library.reviews[*i].actions.get(*a).and_then(|action| action.closed);
            all.closed.extend(events.closed.iter().filter(|place| waited(closed(place))));
            all.closed_before.extend(events.closed_before.iter().filter(|(i, _)| waited(came_out(*i))));
        }
        // Notes about one review stand together.
        all.revised.sort_unstable();
        let today = calendar.as_of(week);
        all.restricted += library.restricted_on.iter().filter(|on| **on <= today && waited(Some(**on))).count();
        waiting
    }

    /// Whether there is nothing to tell: neither a new review nor a revised one.
    pub(super) fn is_quiet(&self) -> bool {
        self.events.new.is_empty() && self.late.is_empty() && revised(&self.events, &self.late).is_empty()
    }
}
