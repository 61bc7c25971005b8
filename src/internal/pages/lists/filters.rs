//! The filters above a list of reviews.

use std::collections::BTreeMap;

use super::{FilterGroup, FilterOption};
use crate::library::Dimension;
use crate::pages::at::At;
use crate::pages::cards::FACETS;

/// The filters above a table: every value of its rows, except for the dimension of the list itself.
pub fn filters(at: At<'_>, reviews: &[usize], own: Option<Dimension>) -> Vec<FilterGroup> {
    let library = at.library();
    let group = |(name, dimension): (&'static str, Dimension)| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for place in reviews.iter().flat_map(|i| library.places_held(dimension, *i)) {
            *counts.entry(*place).or_default() += 1;
        }
        let option = |(place, count): (usize, usize)| {
            let term = library.terms_of(dimension).get(place)?;
            let label = at.term_label(dimension, term).to_owned();
            Some(FilterOption { value: format!("{name}:{}", term.slug), label, count })
        };
        let options: Vec<_> = counts.into_iter().filter_map(option).collect();
        FilterGroup { key: name, label: dimension.one().to_owned(), options }
    };
    FACETS
        .into_iter()
        .filter(|(_, dimension)| Some(*dimension) != own)
        .map(group)
        .filter(|g| g.options.len() > 1)
        .collect()
}
