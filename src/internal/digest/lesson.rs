//! Which review a week is remembered by, and why; to whom else its lesson applies.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::reasons::Reasons;
use super::{Calendar, Choice, Featured, Fresh, Week, archive};
use crate::library::{Dimension, Library};
use crate::review::{Points, Review};

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
    let revised = events.map(super::build::revised).unwrap_or_default();
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

/// Everybody whom the lessons name beyond the services and teams of the review itself, once each, in the author's order.
pub fn applies_to(library: &Library, review: &Review) -> Vec<String> {
    others(library, review, &review.learnings)
}

/// The same of its open questions, without those whom its lessons name.
pub fn asked_of(library: &Library, review: &Review) -> Vec<String> {
    let lessons: BTreeSet<_> = applies_to(library, review).iter().map(|name| base::text::slug(name)).collect();
    let asked = others(library, review, &review.open_questions);
    asked.into_iter().filter(|name| !lessons.contains(&base::text::slug(name))).collect()
}

fn others(library: &Library, review: &Review, points: &Points) -> Vec<String> {
    let config = &library.config;
    let own = |terms: &site::config::Terms, names: &[String], name: &str| {
        names.iter().any(|own| terms.resolve(own) == terms.resolve(name))
    };
    let is_own = |name: &str| own(&config.services, &review.services, name) || own(&config.teams, &review.teams, name);
    let mut seen = BTreeSet::new();
    let names = points.items.iter().flat_map(|point| &point.applies_to).filter(|name| !is_own(name));
    names.filter(|name| seen.insert(base::text::slug(name))).cloned().collect()
}

/// Most services that a lesson names beside its own.
const SERVICES: usize = 6;
/// Reviews of one factor that are looked at: the newest.
const LOOKED_AT: usize = 200;
/// Where there are fewer services, most of them are not yet everybody.
const FEW: usize = 5;

/// Services, other than its own, of reviews that share a factor with this one and could be read by then; those of the rarest
/// factor first. What most services have tells nothing of any of them: a factor by which they would become more than half is left out.
pub(super) fn seen_in(library: &Library, review: usize, as_of: Date) -> Vec<usize> {
    let own = library.places_held(Dimension::Services, review);
    let all = library.terms_of(Dimension::Services).len();
    let mut factors: Vec<_> = library.terms_held(Dimension::Factors, review).collect();
    factors.sort_by_key(|factor| factor.reviews.len());
    let mut found: Vec<usize> = Vec::new();
    for factor in factors {
        let known = factor.reviews.iter().take(LOOKED_AT);
        let known = known.filter(|i| library.published[**i].is_some_and(|published| published.known <= as_of));
        let services = known.flat_map(|i| library.places_held(Dimension::Services, *i));
        let more: BTreeSet<_> = services.filter(|s| !own.contains(s) && !found.contains(s)).copied().collect();
        if all < FEW || 2 * (found.len() + more.len() + own.len()) <= all {
            found.extend(more);
        }
    }
    found
}
