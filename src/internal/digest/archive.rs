//! What is brought back from the archive: this week in earlier years, and one older review with something in common.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Archive, Calendar, Pick, Week, plus};
use crate::internal::library::{Dimension, Library};

/// Of this week in earlier years.
const YEARS: usize = 4;
/// Younger reviews are still remembered.
const OLD: i64 = 90;
/// What a shared term weighs, before it is parted among all who share it.
const WEIGHTS: [(Dimension, usize); 3] = [(Dimension::Factors, 300), (Dimension::Services, 100), (Dimension::Tags, 80)];
/// How many of this week's reviews are compared; the weightiest come first.
const COMPARED: usize = 6;
/// Every how many reviews of the archive the turn goes on by; it has no divisor in common with most numbers of reviews.
const STRIDE: usize = 17;

/// `new` are the week's reviews, the weightiest first; `shown` is what the page has already.
pub(super) fn archive(library: &Library, calendar: &Calendar, week: Week, new: &[usize], shown: &[usize]) -> Archive {
    let as_of = calendar.as_of(week);
    let could_be_read =
        |i: &usize| library.published[*i].is_some_and(|published| published.on < week.first(calendar.start));
    let mut years = Vec::new();
    for year in (calendar.first_year().unwrap_or(week.year())..week.year()).rev() {
        let Some(then) = week.in_year(year) else { continue };
        years.extend(calendar.happened(then).iter().filter(|i| could_be_read(i) && !shown.contains(i)));
    }
    years.truncate(YEARS);
    let skip: Vec<_> = shown.iter().chain(&years).copied().collect();
    let pick = new.iter().take(COMPARED).find_map(|review| alike(library, *review, as_of, &skip));
    Archive { years, pick }
}

/// Whether a review was old by then.
fn is_old(library: &Library, review: usize, as_of: Date) -> bool {
    library.published[review].is_some_and(|published| published.on <= plus(as_of, -OLD))
}

/// The old review that has most in common with this one. What few share counts for more; equal ones go by id.
fn alike(library: &Library, with: usize, as_of: Date, skip: &[usize]) -> Option<Pick> {
    let mut found: BTreeMap<usize, (usize, Vec<(Dimension, usize)>)> = BTreeMap::new();
    for (dimension, weight) in WEIGHTS {
        for place in library.places_held(dimension, with) {
            let reviews = &library.terms_of(dimension)[*place].reviews;
            let old: Vec<_> = reviews.iter().copied().filter(|i| is_old(library, *i, as_of)).collect();
            let share = weight / (old.len() + 1);
            for review in old.into_iter().filter(|i| *i != with && !skip.contains(i)) {
                let (points, shared) = found.entry(review).or_default();
                *points += share;
                shared.push((dimension, *place));
            }
        }
    }
    let id = |review: &usize| library.reviews[*review].id.as_str();
    let best = found.into_iter().min_by_key(|(review, (points, _))| (Reverse(*points), id(review)));
    best.map(|(review, (_, shared))| Pick { review, shared, with: Some(with) })
}

/// The review of the archive whose turn it is in a week that has none of its own: all of them come, in the order of their
/// publication, some steps apart, so that neighbours in time do not follow each other.
pub(super) fn turn(library: &Library, calendar: &Calendar, week: Week) -> Option<usize> {
    let as_of = calendar.as_of(week);
    let taught = |i: &usize| !library.reviews[*i].learnings.items.is_empty();
    let mut old: Vec<_> = (0..library.reviews.len()).filter(|i| is_old(library, *i, as_of) && taught(i)).collect();
    old.sort_by_key(|i| (library.published[*i].map(|published| published.on), library.reviews[*i].id.as_str()));
    let place = (week.ordinal() * STRIDE).checked_rem(old.len())?;
    old.get(place).copied()
}
