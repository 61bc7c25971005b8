//! Which review gives the lesson of the week, and why; to whom else the lesson applies.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::reasons::Reasons;
use super::{Calendar, Choice, Featured, Fresh, Week, archive};
use crate::library::{Dimension, Library};
use crate::review::Review;

/// How much a review gives a meeting to talk about. A review that states a lesson or a surprise comes before one that does not;
/// the number of lessons and surprises does not matter.
pub fn weight(library: &Library, i: usize, as_of: Date) -> (bool, usize) {
    let review = &library.reviews[i];
    let teaches = !review.learnings.items.is_empty() || !review.surprises.items.is_empty();
    (teaches, Reasons::of(library, i, as_of).points())
}

/// The greatest weight first; ties are broken by id, so that the order is total.
pub(super) fn by_weight(library: &Library, reviews: &[usize], as_of: Date) -> Vec<usize> {
    let mut sorted = reviews.to_vec();
    sorted.sort_by_cached_key(|i| (Reverse(weight(library, *i, as_of)), library.reviews[*i].id.as_str()));
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

/// The lesson of the week. Without new reviews it comes from one of `late`, which no meeting has discussed yet; otherwise from
/// a revised one; otherwise from the archive, where the reviews take turns.
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
    let among = match choice {
        Choice::New => events.map_or(0, |events| events.new.len()) + late.len(),
        Choice::Late => late.len(),
        Choice::Revised => events.map_or(0, |events| super::build::revised(events).len()),
        Choice::Archive => 1,
    };
    let seen_in: Vec<_> = seen_in(library, review, as_of).collect();
    Some(Featured {
        fresh: fresh(review),
        choice,
        why: Reasons::of(library, review, as_of).words(library, choice, among <= 1),
        applies_to: applies_to(&library.reviews[review]),
        seen_more: seen_in.len().saturating_sub(SERVICES),
        seen_in: seen_in.into_iter().take(SERVICES).collect(),
    })
}

/// Everybody named by the lessons and open questions, without duplicates, in the author's order.
pub fn applies_to(review: &Review) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let points = review.learnings.items.iter().chain(&review.open_questions.items);
    let names = points.flat_map(|point| &point.applies_to);
    names.filter(|name| seen.insert(base::text::slug(name))).cloned().collect()
}

/// Most other services to list for a lesson.
const SERVICES: usize = 6;
/// Most reviews of one factor to look at: the newest.
const LOOKED_AT: usize = 200;

/// Other services of reviews that share a factor with this one and were published by `as_of`.
pub(super) fn seen_in(library: &Library, review: usize, as_of: Date) -> impl Iterator<Item = usize> + use<> {
    let own = library.places_held(Dimension::Services, review);
    let alike = library.terms_held(Dimension::Factors, review).flat_map(|factor| factor.reviews.iter().take(LOOKED_AT));
    let known = alike.filter(|i| library.published[**i].is_some_and(|published| published.on <= as_of));
    let services = known.flat_map(|i| library.places_held(Dimension::Services, *i));
    let found: BTreeSet<_> = services.filter(|service| !own.contains(service)).copied().collect();
    found.into_iter()
}
