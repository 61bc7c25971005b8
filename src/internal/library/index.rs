//! The indexes: for each dimension its terms, and for each review its terms.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::teams;
use super::terms::{Dimension, Term, blank, listed};
use crate::review::Review;
use base::text::slug;
use site::config::Config;

/// One dimension of a library.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// In the order of the lists.
    pub(super) terms: Vec<Term>,
    /// The index of each term in that list, by slug.
    pub(super) places: HashMap<String, usize>,
    held: Held,
}

/// The indices of the terms of each review, in the author's order, concatenated.
#[derive(Debug, Default)]
struct Held {
    places: Vec<usize>,
    /// Where the indices of each review end.
    ends: Vec<usize>,
}

impl Index {
    /// The indices of the terms of a review, in the author's order.
    pub(super) fn held(&self, review: usize) -> &[usize] {
        let end = |review: usize| self.held.ends.get(review).copied().unwrap_or_default();
        let start = review.checked_sub(1).map_or(0, end);
        self.held.places.get(start..end(review)).unwrap_or_default()
    }
}

/// Every dimension, with every term that a review names or the configuration lists.
pub(super) fn indexes(reviews: &[Review], config: &Config) -> BTreeMap<Dimension, Index> {
    let all = Dimension::ALL.into_par_iter().map(|dimension| (dimension, index(dimension, reviews, config)));
    all.collect::<Vec<_>>().into_iter().collect()
}

fn index(dimension: Dimension, reviews: &[Review], config: &Config) -> Index {
    let mut found = listed(dimension, config);
    let mut numbers: HashMap<_, _> = found.iter().enumerate().map(|(n, term)| (term.slug.clone(), n)).collect();
    let mut held = Held::default();
    for (i, review) in reviews.iter().enumerate() {
        for (slug, label) in dimension.of(review, config) {
            let number = *numbers.entry(slug).or_insert_with_key(|slug| {
                found.push(blank(slug, &label, "", None));
                found.len() - 1
            });
            let term = &mut found[number];
            // A review that names a term twice counts once.
            if term.reviews.last() != Some(&i) {
                term.reviews.push(i);
                // Actions of teams are counted below: each belongs to one team only.
                if dimension != Dimension::Teams {
                    term.open_actions += review.open_actions();
                }
                held.places.push(number);
            }
        }
        held.ends.push(held.places.len());
        if dimension == Dimension::Teams {
            let open = review.actions.iter().filter(|action| action.status.is_open());
            for team in open.filter_map(|action| teams::team_of(review, action, config)) {
                if let Some(number) = numbers.get(&team) {
                    found[*number].open_actions += 1;
                }
            }
        }
    }
    if dimension == Dimension::Factors {
        // A sentence from the text of a single review is not a term that others would look up.
        let alone = |term: &Term| term.reviews.len() == 1 && reviews[term.reviews[0]].factors_from_body;
        numbers.retain(|_, number| !alone(&found[*number]));
    }
    in_order(dimension, found, numbers, &held, config)
}

/// The numbered terms, in the order of the lists.
fn in_order(
    dimension: Dimension,
    mut found: Vec<Term>,
    numbers: HashMap<String, usize>,
    held: &Held,
    config: &Config,
) -> Index {
    let mut order: Vec<_> = numbers.into_iter().collect();
    let rank = |slug: &str| match dimension {
        Dimension::Severity => config.severities.iter().position(|s| self::slug(&s.key) == slug),
        Dimension::Kinds => config.kinds.iter().position(|k| self::slug(&k.key) == slug),
        _ => None,
    };
    match dimension {
        Dimension::Years => order.sort_by(|a, b| b.0.cmp(&a.0)),
        Dimension::Severity | Dimension::Kinds => {
            order.sort_by_cached_key(|(slug, _)| (rank(slug).unwrap_or(usize::MAX), slug.clone()));
        }
        _ => order.sort_by_cached_key(|(slug, number)| (found[*number].label.to_lowercase(), slug.clone())),
    }
    let mut index = Index::default();
    let mut moved = vec![None; found.len()];
    for (place, (slug, number)) in order.into_iter().enumerate() {
        moved[number] = Some(place);
        let none = blank(&slug, "", "", None);
        index.terms.push(std::mem::replace(&mut found[number], none));
        index.places.insert(slug, place);
    }
    for (review, end) in held.ends.iter().enumerate() {
        let start = review.checked_sub(1).map_or(0, |before| held.ends[before]);
        index.held.places.extend(held.places[start..*end].iter().filter_map(|number| moved[*number]));
        index.held.ends.push(index.held.places.len());
    }
    index
}
