//! To whom else the lessons of a review apply.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::library::{Dimension, Library};
use crate::review::{Points, Review};

/// Reviews of one factor that are looked at: the newest.
const LOOKED_AT: usize = 200;
/// Most services that are named.
const NAMED: usize = 6;
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

/// Where else a contributing factor of a review was seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The factor as the library names it.
    pub factor: String,
    /// The other services, by their places, in the order of the newest review that had it.
    pub services: Vec<usize>,
}

impl Seen {
    /// The services that are named, at most six.
    pub fn first(&self) -> impl Iterator<Item = usize> {
        self.services.iter().take(NAMED).copied()
    }

    /// How many there are beyond these.
    pub fn more(&self) -> usize {
        self.services.len().saturating_sub(NAMED)
    }
}

/// Where else a factor of the review was seen in reviews that could be read by then: of its factors the rarest that other services
/// had. What most services have tells nothing of any of them, so a factor of more than half of them is left out.
pub(super) fn seen(library: &Library, review: usize, as_of: Date) -> Option<Seen> {
    let own = library.places_held(Dimension::Services, review);
    let all = library.terms_of(Dimension::Services).len();
    let mut factors: Vec<_> = library.terms_held(Dimension::Factors, review).collect();
    factors.sort_by_key(|factor| factor.reviews.len());
    factors.into_iter().find_map(|factor| {
        let known = factor.reviews.iter().take(LOOKED_AT);
        let known = known.filter(|i| library.published[**i].is_some_and(|published| published.known <= as_of));
        let mut services: Vec<usize> = Vec::new();
        for service in known.flat_map(|i| library.places_held(Dimension::Services, *i)) {
            if !own.contains(service) && !services.contains(service) {
                services.push(*service);
            }
        }
        let is_telling = !services.is_empty() && (all < FEW || 2 * (services.len() + own.len()) <= all);
        is_telling.then(|| Seen { factor: factor.label.clone(), services })
    })
}
