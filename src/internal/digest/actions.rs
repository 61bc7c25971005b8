//! What became of actions, as it stood on the day of the digest.

use jiff::civil::Date;

use super::{Calendar, Followed, Week, plus};
use crate::internal::library::Library;
use crate::internal::review::{Action, ActionStatus};

/// Days ahead that a digest looks.
const AHEAD: i64 = 14;
/// Actions that it names: of those that were closed, that are due, that are overdue. A meeting gets no further.
const CLOSED: usize = 20;
const DUE: usize = 12;
const OVERDUE: usize = 8;
/// The first day that an action could be due.
const EVER: Date = Date::MIN;

/// An action as it stood on a day.
fn seen_on(action: &Action, on: Date) -> Action {
    let mut seen = action.clone();
    if is_later(action, on) {
        seen.closed = None;
        seen.status = ActionStatus::Open;
    }
    seen
}

/// Whether it was closed after that day: it was open then.
fn is_later(action: &Action, on: Date) -> bool {
    action.closed.is_some_and(|closed| closed > on)
}

/// How many actions of a review were open on a day.
pub(super) fn open_on(library: &Library, review: usize, on: Date) -> usize {
    library.reviews[review].actions.iter().filter(|action| action.status.is_open() || is_later(action, on)).count()
}

/// `new` are the reviews that came out in the week.
pub(super) fn followed(library: &Library, calendar: &Calendar, week: Week, new: &[usize]) -> Followed {
    let as_of = calendar.as_of(week);
    let of = |(review, place): (usize, usize)| (review, seen_on(&library.reviews[review].actions[place], as_of));
    let closed = calendar.events(week).map_or(&[][..], |events| &events.closed);
    let mut closed: Vec<_> = closed.iter().copied().map(of).collect();
    closed.sort_by_key(|(review, action)| (action.closed, library.reviews[*review].id.as_str()));
    let (declined, mut closed): (Vec<_>, Vec<_>) =
        closed.into_iter().partition(|(_, action)| action.status == ActionStatus::WontDo);
    let closed_total = closed.len();
    closed.truncate(CLOSED);
    let due: Vec<_> = calendar.due(as_of, as_of, plus(as_of, AHEAD + 1)).collect();
    let overdue: Vec<_> = calendar.due(as_of, EVER, as_of).collect();
    let from_the_start =
        new.iter().flat_map(|i| library.reviews[*i].wont_do.iter().map(|declined| (*i, declined.clone())));
    Followed {
        closed,
        closed_total,
        declined,
        due_total: due.len(),
        due: due.into_iter().take(DUE).map(of).collect(),
        overdue_total: overdue.len(),
        overdue: overdue.into_iter().take(OVERDUE).map(of).collect(),
        dropped: from_the_start.collect(),
    }
}
