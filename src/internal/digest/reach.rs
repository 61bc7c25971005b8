//! To whom else the lessons of a review apply.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::library::{Dimension, Library};
use crate::review::{Points, Review};

/// Reviews of one factor that are looked at: the newest.
const LOOKED_AT: usize = 200;
/// Where there are fewer services, most of them are not yet everybody.
const FEW: usize = 5;

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
