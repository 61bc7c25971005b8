//! The state of actions on the day of the digest: those that were closed, a few to decide on, and counts of the rest.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::waiting::Waiting;
use super::{Calendar, Followed, Week, plus};
use crate::library::{Library, action_on, closed_after};
use crate::review::{Action, ActionStatus};
use base::text::count;

/// How many days ahead a digest looks.
const AHEAD: i64 = 14;
/// Most actions to list: closed ones, and in each of the other groups (due, newly overdue, no date or owner).
const CLOSED: usize = 20;
const NAMED: usize = 8;
/// A date before any due date.
const EVER: Date = Date::MIN;

/// How many actions of a review were open on a day.
pub(super) fn open_on(library: &Library, review: usize, on: Date) -> usize {
    library.reviews[review].actions.iter().filter(|action| is_open_on(action, on)).count()
}

fn is_open_on(action: &Action, on: Date) -> bool {
    action.status.is_open() || closed_after(action, on)
}

/// The actions of a meeting; `told` are the reviews that it goes through.
pub(super) fn followed(
    library: &Library,
    calendar: &Calendar,
    week: Week,
    waiting: &Waiting,
    told: &[usize],
) -> Followed {
    let as_of = calendar.as_of(week);
    let first = week.first(calendar.start);
    let of = |(review, place): (usize, usize)| (review, action_on(&library.reviews[review].actions[place], as_of));
    let events = &waiting.events;
    let ended = |places: &[(usize, usize)]| -> (Vec<_>, Vec<_>) {
        let mut ended: Vec<_> = places.iter().copied().map(of).collect();
        ended.sort_by_key(|(review, action)| (action.closed, library.reviews[*review].id.as_str()));
        ended.into_iter().partition(|(_, action)| action.status == ActionStatus::WontDo)
    };
    let (mut declined, mut closed) = ended(&events.closed);
    let (declined_before, mut before) = ended(&events.closed_before);
    declined.extend(declined_before);
    let closed_since =
        waiting.met.filter(|_| closed.iter().any(|(_, action)| action.closed.is_some_and(|on| on < first)));
    let (closed_total, before_total) = (closed.len(), before.len());
    closed.truncate(CLOSED);
    before.truncate(CLOSED);
    let overdue: Vec<_> = calendar.due(as_of, EVER, as_of).collect();
    let decide = calendar.decisions(library, week, &overdue);
    // Each action is listed in one group only: to decide on, newly overdue, no date or owner, due.
    let mut named: BTreeSet<_> = decide.iter().copied().collect();
    let mut rest =
        |places: Vec<(usize, usize)>| -> Vec<_> { places.into_iter().filter(|place| named.insert(*place)).collect() };
    // Due in the last seven days, or since the last meeting, and not done.
    let lately = plus(as_of, -7);
    let since = waiting.met.map_or(lately, |met| met.min(lately));
    let late = rest(calendar.due(as_of, since, as_of).collect());
    let due_of = |(review, place): &(usize, usize)| library.reviews[*review].actions[*place].due;
    let late_since = waiting.met.filter(|_| late.iter().any(|place| due_of(place).is_some_and(|due| due < lately)));
    let unclear = rest(told.iter().flat_map(|review| unclear(library, *review, as_of)).collect());
    let due = rest(calendar.due(as_of, as_of, plus(as_of, AHEAD + 1)).collect());
    let new = waiting.late.iter().chain(&events.new);
    let from_the_start = new.flat_map(|i| library.reviews[*i].wont_do.iter().map(|declined| (*i, declined.clone())));
    Followed {
        closed,
        closed_since,
        late_since,
        closed_total,
        before,
        before_total,
        declined,
        due_total: due.len(),
        due: due.into_iter().take(NAMED).map(of).collect(),
        overdue_total: overdue.len(),
        decide: decide.into_iter().map(of).collect(),
        late_total: late.len(),
        late: late.into_iter().take(NAMED).map(of).collect(),
        unclear_total: unclear.len(),
        unclear: unclear.into_iter().take(NAMED).map(of).collect(),
        dropped: from_the_start.collect(),
    }
}

/// Open actions of a review that have no owner or no due date.
fn unclear(library: &Library, review: usize, as_of: Date) -> impl Iterator<Item = (usize, usize)> + use<'_> {
    let actions = library.reviews[review].actions.iter().enumerate();
    let lacks = move |(_, action): &(usize, &Action)| {
        is_open_on(action, as_of) && (action.owner.is_none() || action.due.is_none())
    };
    actions.filter(lacks).map(move |(place, _)| (review, place))
}

impl Followed {
    /// `600 actions are overdue in all`; `None` if there are none.
    pub fn overdue_words(&self) -> Option<String> {
        let total = self.overdue_total;
        (total > 0).then(|| format!("{} overdue in all", count(total, "action is", "actions are")))
    }

    /// Whether there is no action to talk about; then the meeting spends no time on actions.
    pub fn is_empty(&self) -> bool {
        let Self { closed, before, declined, due, late, unclear, decide, dropped, .. } = self;
        [closed, before, declined, due, late, unclear, decide].iter().all(|list| list.is_empty()) && dropped.is_empty()
    }
}
