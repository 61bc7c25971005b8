//! Which review gives the lesson of the week, and why; to whom else the lesson applies.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::reach::{applies_to, asked_of, seen};
use super::reasons::Reasons;
use super::waiting::Waiting;
use super::{Calendar, Choice, Featured, Fresh, Week};
use crate::library::Library;

/// How much a review gives a meeting to talk about. A review that states a lesson or a surprise comes before one that does not;
/// the number of lessons and surprises does not matter.
pub fn weight(library: &Library, i: usize, as_of: Date) -> (bool, usize) {
    Reasons::of(library, i, as_of).points()
}

/// The greatest weight first; ties are broken by id, so that the order is total.
pub(super) fn by_weight(library: &Library, reviews: &[usize], as_of: Date) -> Vec<usize> {
    with_reasons(library, reviews, as_of).into_iter().map(|(i, _)| i).collect()
}

/// The same, each with what speaks for it.
fn with_reasons(library: &Library, reviews: &[usize], as_of: Date) -> Vec<(usize, Reasons)> {
    let mut sorted: Vec<_> = reviews.iter().map(|i| (*i, Reasons::of(library, *i, as_of))).collect();
    sorted.sort_by_cached_key(|(i, reasons)| (Reverse(reasons.points()), library.reviews[*i].id.as_str()));
    sorted
}

/// The review that gives a week its headline, if anything was new or revised in the week.
pub fn headline(library: &Library, calendar: &Calendar, week: Week) -> Option<(usize, Choice)> {
    let events = calendar.events(week)?;
    let best = |reviews: &[usize]| by_weight(library, reviews, calendar.as_of(week)).first().copied();
    if let Some(new) = best(&events.new) {
        return Some((new, Choice::New));
    }
    let revised: Vec<_> = events.revised.iter().map(|(review, _)| *review).collect();
    best(&revised).map(|review| (review, Choice::Revised))
}

/// The lesson of the week, chosen among all reviews that are before the meeting: the new ones, and those that came out after the
/// last meeting, which none has gone through yet. Without any, it comes from a revised one; otherwise from the archive, where the
/// reviews take turns.
pub(super) fn lesson(
    library: &Library,
    calendar: &Calendar,
    week: Week,
    waiting: &Waiting,
    fresh: impl Fn(usize) -> Fresh,
) -> Option<Featured> {
    let as_of = calendar.as_of(week);
    let Waiting { late, events, .. } = waiting;
    let told: Vec<_> = late.iter().chain(&events.new).copied().collect();
    let revised: Vec<_> = super::revised::revised(events, late).iter().map(|revised| revised.review).collect();
    let (among, choice) = match (told.is_empty(), revised.is_empty()) {
        (false, _) => (told, Choice::New),
        (true, false) => (revised, Choice::Revised),
        (true, true) => (calendar.turn(week).into_iter().collect(), Choice::Archive),
    };
    let mut among = with_reasons(library, &among, as_of).into_iter();
    let (review, reasons) = among.next()?;
    let choice = if late.contains(&review) { Choice::Late } else { choice };
    // The reason says in what the chosen review goes beyond the others.
    let others: Vec<_> = among.map(|(_, reasons)| reasons).collect();
    Some(Featured {
        fresh: fresh(review),
        choice,
        why: reasons.words(choice, &others, !late.is_empty()),
        applies_to: applies_to(library, &library.reviews[review]),
        asked_of: asked_of(library, &library.reviews[review]),
        seen: seen(library, review, as_of),
    })
}
