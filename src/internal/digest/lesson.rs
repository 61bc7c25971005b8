//! Which review a week is remembered by, and to whom else its lesson applies.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Calendar, Choice, Featured, Fresh, Week, archive};
use crate::internal::library::{Dimension, Library};
use crate::internal::review::{Points, Review};

/// How much a review gives a meeting to talk about. Lessons and surprises count most; severity only parts what is alike
/// otherwise, and a near miss, which harmed nobody, is not behind for that.
pub(in crate::internal) fn weight(library: &Library, i: usize) -> usize {
    let review = &library.reviews[i];
    let named = |points: &Points| points.items.iter().any(|point| !point.applies_to.is_empty());
    let lessons = 3 * review.learnings.items.len().min(3) + 3 * review.surprises.items.len().min(2);
    let questions = usize::from(!review.open_questions.items.is_empty());
    let reach = 2 * usize::from(named(&review.learnings) || named(&review.open_questions));
    let luck = usize::from(!review.got_lucky.items.is_empty());
    lessons + questions + reach + luck + severity(library, review)
}

fn severity(library: &Library, review: &Review) -> usize {
    let is_incident = library.config.kind(&review.kind).is_none_or(crate::config::Kind::is_incident);
    let rank = review.severity.as_deref().and_then(|key| library.config.severity(key)).map(|(rank, _)| rank);
    match rank {
        _ if !is_incident => 2,
        Some(rank) => 4_usize.saturating_sub(rank),
        None => 1,
    }
}

/// The weightiest first; equal ones by id, so that the order is total.
pub(super) fn by_weight(library: &Library, reviews: &[usize]) -> Vec<usize> {
    let mut sorted = reviews.to_vec();
    sorted.sort_by_cached_key(|i| (Reverse(weight(library, *i)), library.reviews[*i].id.as_str()));
    sorted
}

/// The review that a week is remembered by, when anything was new or revised in it.
pub(in crate::internal) fn headline(library: &Library, calendar: &Calendar, week: Week) -> Option<(usize, Choice)> {
    let events = calendar.events(week)?;
    let best = |reviews: &[usize]| by_weight(library, reviews).first().copied();
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
    let late = late.first().map(|review| (*review, Choice::Late));
    let turn = || Some((archive::turn(library, calendar, week)?, Choice::Archive));
    let (review, choice) = new.or(late).or(own).or_else(turn)?;
    let as_of = calendar.as_of(week);
    Some(Featured {
        fresh: fresh(review),
        choice,
        applies_to: applies_to(&library.reviews[review]),
        seen_in: seen_in(library, review, as_of),
    })
}

/// Everybody whom the lessons and open questions name, once each, in the author's order.
fn applies_to(review: &Review) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let points = review.learnings.items.iter().chain(&review.open_questions.items);
    let names = points.flat_map(|point| &point.applies_to);
    names.filter(|name| seen.insert(crate::text::slug(name))).cloned().collect()
}

/// Most services that a lesson names beside its own.
const SERVICES: usize = 6;

/// Services, other than its own, of reviews that share a factor with this one and could be read by then.
fn seen_in(library: &Library, review: usize, as_of: Date) -> Vec<usize> {
    let own = library.places_held(Dimension::Services, review);
    let alike = library.terms_held(Dimension::Factors, review).flat_map(|factor| &factor.reviews);
    let known = alike.filter(|i| library.published[**i].is_some_and(|published| published.on <= as_of));
    let services = known.flat_map(|i| library.places_held(Dimension::Services, *i));
    let found: BTreeSet<_> = services.filter(|service| !own.contains(service)).copied().collect();
    found.into_iter().take(SERVICES).collect()
}
