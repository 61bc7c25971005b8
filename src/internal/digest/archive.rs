//! What the digest takes from the archive: this week in earlier years, and one older review that has something in common with
//! this week's.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{Archive, Calendar, Pick, Week, plus};
use crate::library::{Dimension, Library};

/// Most reviews to show from this week in earlier years, one for each year: the meeting has a minute or two for all of the
/// archive.
const YEARS: usize = 2;
/// Days after which a review counts as old; newer ones are still remembered.
const OLD: i64 = 90;
/// The weight of a shared term, before it is divided by the number of reviews that share it.
const WEIGHTS: [(Dimension, usize); 3] = [(Dimension::Factors, 300), (Dimension::Services, 100), (Dimension::Tags, 80)];
/// How many of this week's reviews are compared, those of most weight first.
const COMPARED: usize = 6;
/// How many reviews to step through the archive each week: the first of these primes that does not divide their number, so that
/// every review has its turn.
const STRIDES: [usize; 5] = [17, 19, 23, 29, 31];

/// `new` are the week's reviews, those of most weight first; `shown` are those that the page shows already.
pub(super) fn archive(library: &Library, calendar: &Calendar, week: Week, new: &[usize], shown: &[usize]) -> Archive {
    let first = week.first(calendar.start);
    let could_be_read =
        |i: &usize| library.published[*i].is_some_and(|published| published.on < first && published.known < first);
    let mut years = Vec::new();
    for year in (calendar.first_year().unwrap_or(week.year())..week.year()).rev() {
        let Some(then) = week.in_year(year) else { continue };
        years.extend(calendar.happened(then).iter().find(|i| could_be_read(i) && !shown.contains(i)));
    }
    years.truncate(YEARS);
    let skip: Vec<_> = shown.iter().chain(&years).copied().collect();
    let old = Old::on(calendar.as_of(week));
    let pick = new.iter().take(COMPARED).find_map(|review| alike(library, *review, old, &skip));
    Archive { years, pick }
}

/// The last day of publication that counts as old.
#[derive(Clone, Copy)]
struct Old(Date);

impl Old {
    fn on(day: Date) -> Self {
        Self(plus(day, -OLD))
    }

    fn is(self, library: &Library, review: usize) -> bool {
        let known_by = plus(self.0, OLD);
        library.published[review].is_some_and(|published| published.on <= self.0 && published.known <= known_by)
    }
}

/// The old review that has most in common with this one. Rarely shared terms count for more; ties are broken by id.
fn alike(library: &Library, with: usize, old: Old, skip: &[usize]) -> Option<Pick> {
    let mut points = vec![0; library.reviews.len()];
    for (dimension, weight) in WEIGHTS {
        for place in library.places_held(dimension, with) {
            let reviews = &library.terms_of(dimension)[*place].reviews;
            let sharing: Vec<_> = reviews.iter().copied().filter(|i| old.is(library, *i)).collect();
            let share = weight / (sharing.len() + 1);
            for review in sharing {
                points[review] += share;
            }
        }
    }
    for review in skip.iter().chain([&with]) {
        points[*review] = 0;
    }
    let found = points.into_iter().enumerate().filter(|(_, points)| *points > 0);
    let best = found.min_by_key(|(review, points)| (Reverse(*points), library.reviews[*review].id.as_str()));
    best.map(|(review, _)| Pick { review, shared: shared(library, with, review), with: Some(with) })
}

/// What two reviews have in common, the greatest weight first.
fn shared(library: &Library, one: usize, other: usize) -> Vec<(Dimension, usize)> {
    let of = |dimension| {
        let theirs = library.places_held(dimension, other);
        let both = library.places_held(dimension, one).iter().filter(|place| theirs.contains(place));
        both.map(move |place| (dimension, *place))
    };
    WEIGHTS.into_iter().flat_map(|(dimension, _)| of(dimension)).collect()
}

/// The review from the archive for a week without new reviews. All of them take turns in order of publication, some places
/// apart, so that reviews of the same time do not follow each other.
pub(super) fn turn(library: &Library, calendar: &Calendar, week: Week) -> Option<usize> {
    let old = Old::on(calendar.as_of(week));
    let taught = |i: &usize| !library.reviews[*i].learnings.items.is_empty();
    let mut shelf: Vec<_> = (0..library.reviews.len()).filter(|i| old.is(library, *i) && taught(i)).collect();
    shelf.sort_by_key(|i| (library.published[*i].map(|published| published.on), library.reviews[*i].id.as_str()));
    let place = (week.ordinal() * stride(shelf.len())).checked_rem(shelf.len())?;
    shelf.get(place).copied()
}

/// How many places to step among `count` reviews.
fn stride(count: usize) -> usize {
    STRIDES.into_iter().find(|prime| !count.is_multiple_of(*prime)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::stride;

    #[test]
    fn every_review_has_its_turn_however_many_there_are() {
        for count in (1..400).chain([17 * 19, 17 * 19 * 23]) {
            let turns: BTreeSet<_> = (0..count).map(|week| week * stride(count) % count).collect();
            assert_eq!(turns.len(), count);
        }
    }
}
