//! Factors and services that come back: those of some reviews that another review of the same time also has.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::library::{Dimension, Library};

/// A factor or service that occurred again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub dimension: Dimension,
    /// Its index among the terms of the dimension.
    pub term: usize,
    /// Every review of that time that has it, newest first.
    pub reviews: Vec<usize>,
}

impl Pattern {
    /// The reviews that a page lists, and how many more there are: of a busy service, which may have hundreds, the newest.
    pub fn named(&self) -> (&[usize], usize) {
        let named = if self.reviews.len() > ALL { NEWEST } else { self.reviews.len() };
        (&self.reviews[..named], self.reviews.len() - named)
    }
}

/// How far back a week looks, in days.
pub const PATTERN_DAYS: i64 = 90;
/// Most patterns to list. Teams are never listed, so that this is not a ranking of teams.
const MOST: usize = 8;
/// A pattern of at most this many reviews lists all of them.
const ALL: usize = 8;
/// One of more lists only the newest: each page that names a review changes with its title.
const NEWEST: usize = 3;

/// The factors, then the services, of `reviews` that at least two reviews published after `since` and up to `until` have.
pub(super) fn patterns(library: &Library, reviews: &[usize], since: Date, until: Date) -> Vec<Pattern> {
    let lately =
        |i: &usize| library.published[*i].is_some_and(|published| published.on <= until && published.on > since);
    found_again(library, reviews, lately)
}

/// The factors, then the services, that at least two of `reviews` have; `reviews` must be sorted.
pub fn patterns_among(library: &Library, reviews: &[usize]) -> Vec<Pattern> {
    found_again(library, reviews, |i| reviews.binary_search(i).is_ok())
}

fn found_again(library: &Library, reviews: &[usize], counts: impl Fn(&usize) -> bool) -> Vec<Pattern> {
    let mut found: Vec<Pattern> = Vec::new();
    for dimension in [Dimension::Factors, Dimension::Services] {
        let mut places: Vec<_> = reviews.iter().flat_map(|i| library.places_held(dimension, *i)).copied().collect();
        places.sort_unstable();
        places.dedup();
        let seen = |term: usize| {
            let reviews = &library.terms_of(dimension)[term].reviews;
            Pattern { dimension, term, reviews: reviews.iter().copied().filter(&counts).collect() }
        };
        let mut again: Vec<_> = places.into_iter().map(seen).filter(|pattern| pattern.reviews.len() > 1).collect();
        // Terms are sorted by label; a stable sort keeps this order among equals.
        again.sort_by_key(|pattern| Reverse(pattern.reviews.len()));
        found.extend(again);
    }
    found.truncate(MOST);
    found
}
