//! Which review a week is remembered by, and why; to whom else its lesson applies.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::reach::{applies_to, asked_of, seen_in};
use super::reasons::Reasons;
use super::{Calendar, Choice, Featured, Fresh, Week, archive};
use crate::library::Library;

/// How much a review gives a meeting to talk about. One that says what was learned or what surprised comes before one that
/// does not; how many points it makes of it counts for nothing.
pub fn weight(library: &Library, i: usize, as_of: Date) -> (bool, usize) {
    Reasons::of(library, i, as_of).points()
}

/// The weightiest first; equal ones by id, so that the order is total.
pub(super) fn by_weight(library: &Library, reviews: &[usize], as_of: Date) -> Vec<usize> {
    let mut sorted = reviews.to_vec();
    sorted.sort_by_cached_key(|i| (Reverse(weight(library, *i, as_of)), library.reviews[*i].id.as_str()));
    sorted
}

/// The review that a week is remembered by, when anything was new or revised in it.
pub fn headline(library: &Library, calendar: &Calendar, week: Week) -> Option<(usize, Choice)> {
    let events = calendar.events(week)?;
    let best = |reviews: &[usize]| by_weight(library, reviews, calendar.as_of(week)).first().copied();
    if let Some(new) = best(&events.new) {
        return Some((new, Choice::New));
    }
    let revised: Vec<_> = events.revised.iter().map(|(review, _)| *review).collect();
    best(&revised).map(|review| (review, Choice::Revised))
}

/// The lesson of the week. A quiet week has that of a review of `late`, which nobody has gone through yet; else of one that
/// was revised; else of one of the archive, whose turn it is.
pub(super) fn lesson(
    library: &Library,
    calendar: &Calendar,
    week: Week,
    late: &[usize],
    fresh: impl Fn(usize) -> Fresh,
) -> Option<Featured> {
    let own = headline(library, calendar, week);
    let new = own.filter(|(_, choice)| *choice == Choice::New);
    let is_late = late.first().map(|review| (*review, Choice::Late));
    let turn = || Some((archive::turn(library, calendar, week)?, Choice::Archive));
    let (review, choice) = new.or(is_late).or(own).or_else(turn)?;
    let as_of = calendar.as_of(week);
    let events = calendar.events(week);
    let revised = events.map(super::revised::revised).unwrap_or_default();
    let revised: Vec<_> = revised.iter().map(|revised| revised.review).collect();
    let seen_in = seen_in(library, review, as_of);
    let reasons = |review: usize| Reasons::of(library, review, as_of);
    // What was chosen is told from what came next.
    let others: &[usize] = match choice {
        Choice::New => events.map_or(&[][..], |events| &events.new),
        Choice::Late => late,
        Choice::Revised => &revised,
        Choice::Archive => &[],
    };
    let next = by_weight(library, others, as_of).into_iter().find(|other| *other != review).map(reasons);
    Some(Featured {
        fresh: fresh(review),
        choice,
        why: reasons(review).words(library, choice, next.as_ref(), late.len()),
        applies_to: applies_to(library, &library.reviews[review]),
        asked_of: asked_of(library, &library.reviews[review]),
        seen_more: seen_in.len().saturating_sub(SERVICES),
        seen_in: seen_in.into_iter().take(SERVICES).collect(),
    })
}

/// Most services that a lesson names beside its own.
const SERVICES: usize = 6;
