//! A month or a quarter: what happened in it, by the day of the incident, and what was published in it; how long harm lasted,
//! how incidents were noticed, and which actions were opened and closed.
//!
//! An incident of March belongs to March, regardless of when its review was written.

use jiff::civil::Date;

use super::{Calendar, Pattern, Period, patterns_among, weight};
use crate::library::Library;
use crate::review::{ActionStatus, DetectionSource, Review};
use base::phases::Measure;
use base::text::{count, duration};

/// What the page of a month or quarter shows.
#[derive(Debug, Clone)]
pub struct Retrospect {
    pub first: Date,
    pub last: Date,
    /// Newest first.
    pub happened: Vec<usize>,
    /// In the library's order.
    pub published: Vec<usize>,
    /// Of `published`, those with lessons, the greatest weight first.
    pub lessons: Vec<usize>,
    /// Factors and services that at least two of `happened` have.
    pub again: Vec<Pattern>,
    /// A label such as `Time of harm`, and what is known about it in words.
    pub facts: Vec<(&'static str, String)>,
}

pub fn retrospect(library: &Library, calendar: &Calendar, period: Period) -> Retrospect {
    let (first, last) = period.days();
    let within = |date: Date| first <= date && date <= last;
    let all = 0..library.reviews.len();
    let happened: Vec<_> = all.clone().filter(|i| library.reviews[*i].date.is_some_and(within)).collect();
    let until = last.min(library.clock.today);
    let came_out = |i: &usize| library.published[*i].is_some_and(|day| first <= day.on && day.on <= until);
    let published: Vec<_> = all.filter(came_out).collect();
    let mut lessons: Vec<_> = published.iter().map(|i| (weight(library, *i, until), *i)).collect();
    lessons.retain(|((teaches, _), _)| *teaches);
    lessons.sort_by_key(|(weight, i)| (std::cmp::Reverse(*weight), library.reviews[*i].id.as_str()));
    let facts = [
        ("Time of harm", harm(library, &happened)),
        ("Noticed by", noticed(library, &happened)),
        ("Actions", actions(library, calendar, &published, within)),
    ];
    Retrospect {
        first,
        last,
        again: patterns_among(library, &happened),
        happened,
        published,
        lessons: lessons.into_iter().map(|(_, i)| i).collect(),
        facts: facts.into_iter().filter_map(|(label, words)| Some((label, words?))).collect(),
    }
}

/// How long the harm of a review lasted; `None` if there was none, or the review does not say.
pub fn harm_of(review: &Review) -> Option<i64> {
    let times = review.times();
    times.headline().filter(|_| times.measure == Measure::Harm).map(|figure| figure.seconds)
}

/// `median 47 min, middle half 20 min to 2 h, longest 6 h, known for 7 of 9 incidents with harm`: those that harmed nobody are
/// not among the nine.
fn harm(library: &Library, happened: &[usize]) -> Option<String> {
    let with_harm = happened.iter().filter(|i| library.reviews[**i].times().measure == Measure::Harm).count();
    let mut known: Vec<_> = happened.iter().filter_map(|i| harm_of(&library.reviews[*i])).collect();
    known.sort_unstable();
    let (shortest, longest) = (*known.first()?, *known.last()?);
    let said = format!("known for {} of {} with harm", known.len(), count(with_harm, "incident", "incidents"));
    // Between two values lies what is that far from the lower to the higher: of an even number, the median is their mean.
    let at = |quarter: usize| {
        let (place, rest) = ((known.len() - 1) * quarter / 4, (known.len() - 1) * quarter % 4);
        let (low, high) = (known[place], known[(place + 1).min(known.len() - 1)]);
        duration(low + (high - low) * i64::try_from(rest).unwrap_or(0) / 4)
    };
    Some(match known.len() {
        1 => format!("{}, {said}", duration(longest)),
        2..=4 => format!("{} to {}, median {}, {said}", duration(shortest), duration(longest), at(2)),
        _ => format!("median {}, middle half {} to {}, longest {}, {said}", at(2), at(1), at(3), duration(longest)),
    })
}

/// `monitoring 4, customers 2, not stated 1`.
fn noticed(library: &Library, happened: &[usize]) -> Option<String> {
    let of = |i: &usize| library.reviews[*i].detection.as_ref().and_then(|detection| detection.source);
    let names = [
        (Some(DetectionSource::Monitoring), "monitoring"),
        (Some(DetectionSource::Customer), "customers"),
        (Some(DetectionSource::Staff), "a colleague"),
        (Some(DetectionSource::Other), "other means"),
        (None, "not stated"),
    ];
    let counted = names.map(|(source, name)| (happened.iter().filter(|i| of(i) == source).count(), name));
    let words: Vec<_> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, name)| format!("{name} {n}")).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// `12 opened by the reviews that came out, 7 closed, 1 decided against`.
fn actions(
    library: &Library,
    calendar: &Calendar,
    published: &[usize],
    within: impl Fn(Date) -> bool,
) -> Option<String> {
    let opened: usize = published.iter().map(|i| library.reviews[*i].actions.len()).sum();
    let ended = || {
        calendar
            .all()
            .flat_map(|events| events.closed.iter().chain(&events.closed_before))
            .map(|(i, a)| &library.reviews[*i].actions[*a])
    };
    let in_time = |status: ActionStatus| {
        ended().filter(|action| action.closed.is_some_and(&within) && action.status == status).count()
    };
    let (done, declined) = (in_time(ActionStatus::Done), in_time(ActionStatus::WontDo));
    let parts = [
        (opened > 0).then(|| format!("{opened} opened by the reviews that came out")),
        (done > 0).then(|| format!("{done} closed")),
        (declined > 0).then(|| format!("{declined} decided against")),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
