//! What the digest takes from the archive: these days in earlier years, and one older review that has something in common with
//! this week's.

use std::cmp::Reverse;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::turns::OLD;
use super::{Archive, Calendar, Pick, Week, plus};
use crate::library::{Dimension, Library};

/// Most reviews to show from this week in earlier years, one for each year: the meeting has a minute or two for all of the
/// archive.
const YEARS: usize = 2;
/// The weight of a shared term, before it is divided by the number of reviews that share it.
const WEIGHTS: [(Dimension, usize); 3] = [(Dimension::Factors, 300), (Dimension::Services, 100), (Dimension::Tags, 80)];
/// How many of this week's reviews are compared, those of most weight first.
const COMPARED: usize = 6;

/// `new` are the week's reviews, those of most weight first; `shown` are those that the page shows already.
pub(super) fn archive(library: &Library, calendar: &Calendar, week: Week, new: &[usize], shown: &[usize]) -> Archive {
    let first = week.first(calendar.start);
    let could_be_read =
        |i: &usize| library.published[*i].is_some_and(|published| published.on < first && published.known < first);
    // The same days of the calendar as those at the top of the page.
    let last = week.last(calendar.start);
    let years_ago = |ago: i16| {
        let then = |day: Date| day.saturating_sub(ago.years());
        calendar.happened(then(first), then(last)).find(|i| could_be_read(i) && !shown.contains(i))
    };
    let most = last.year().saturating_sub(calendar.first_year().unwrap_or(last.year()));
    let years: Vec<_> = (1..=most).filter_map(years_ago).take(YEARS).collect();
    let skip: Vec<_> = shown.iter().chain(&years).copied().collect();
    let as_of = calendar.as_of(week);
    let pick = new.iter().take(COMPARED).find_map(|review| alike(library, *review, as_of, &skip));
    Archive { years, pick }
}

/// The old review that has most in common with this one. Rarely shared terms count for more; ties are broken by id.
fn alike(library: &Library, with: usize, as_of: Date, skip: &[usize]) -> Option<Pick> {
    let until = plus(as_of, -OLD);
    let is_old =
        |i: &usize| library.published[*i].is_some_and(|published| published.on <= until && published.known <= as_of);
    let mut points = vec![0; library.reviews.len()];
    for (dimension, weight) in WEIGHTS {
        for place in library.places_held(dimension, with) {
            let reviews = &library.terms_of(dimension)[*place].reviews;
            let sharing: Vec<_> = reviews.iter().copied().filter(is_old).collect();
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
