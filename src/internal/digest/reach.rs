//! To whom else the lessons of a review apply.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::library::{Dimension, Library};
use crate::review::Review;

/// Reviews of one factor that are looked at: the newest.
const LOOKED_AT: usize = 200;

/// Everybody whom the lessons and open questions name, once each, in the author's order.
pub fn applies_to(review: &Review) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let points = review.learnings.items.iter().chain(&review.open_questions.items);
    let names = points.flat_map(|point| &point.applies_to);
    names.filter(|name| seen.insert(base::text::slug(name))).cloned().collect()
}

/// Services, other than its own, of reviews that share a factor with this one and could be read by then.
pub(super) fn seen_in(library: &Library, review: usize, as_of: Date) -> impl Iterator<Item = usize> + use<> {
    let own = library.places_held(Dimension::Services, review);
    let alike = library.terms_held(Dimension::Factors, review).flat_map(|factor| factor.reviews.iter().take(LOOKED_AT));
    let known = alike.filter(|i| library.published[**i].is_some_and(|published| published.on <= as_of));
    let services = known.flat_map(|i| library.places_held(Dimension::Services, *i));
    let found: BTreeSet<_> = services.filter(|service| !own.contains(service)).copied().collect();
    found.into_iter()
}
