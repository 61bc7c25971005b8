//! The reviews of a library by the facts that readers could compare, each read once, so that a count is a look-up.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::World;
use super::super::rounding::rounded_down;
use crate::review::Review;
use base::text::utc_day;

/// The start and end of a review.
pub(super) type Ends = (Timestamp, Timestamp);

/// The facts of one review.
pub(super) struct Facts<'w> {
    /// The start and end that the published duration is computed from.
    pub(super) ends: Option<Ends>,
    pub(super) day: Option<Date>,
    /// The label of its severity.
    pub(super) severity: Option<&'w str>,
    /// The public names of its services.
    pub(super) services: BTreeSet<&'w str>,
}

impl<'w> Facts<'w> {
    fn of(review: &'w Review, world: &World<'w>) -> Self {
        let ends = review.times().headline_ends();
        let key = review.severity.as_deref();
        let public = |key: &String| world.policy.public_services.get(&world.config.services.resolve(key));
        Self {
            ends,
            day: ends.map(|(from, _)| utc_day(from)).or(review.date),
            severity: key.and_then(|key| world.config.severity(key)).map(|(_, severity)| severity.label.as_str()),
            services: review.services.iter().filter_map(public).map(String::as_str).collect(),
        }
    }

    pub(super) fn has_services(&self, names: &BTreeSet<&str>) -> bool {
        names.iter().all(|name| self.services.contains(name))
    }
}

/// Start, end and duration of a review in one precision; the duration in seconds.
pub(super) type Rounded = (Timestamp, Timestamp, i64);

pub(super) fn rounded((from, to): Ends, minutes: i64) -> Rounded {
    let (from, to) = (rounded_down(from, minutes), rounded_down(to, minutes));
    (from, to, to.as_second() - from.as_second())
}

/// How many reviews have each start, end and duration in one precision.
#[derive(Default)]
pub(super) struct Times {
    pub(super) starts: BTreeMap<Timestamp, usize>,
    pub(super) ends: BTreeMap<Timestamp, usize>,
    pub(super) durations: BTreeMap<i64, usize>,
}

/// All reviews of the library.
pub(super) struct AllReviews<'w> {
    by_source: BTreeMap<&'w str, usize>,
    facts: Vec<Facts<'w>>,
    days: BTreeMap<Date, Vec<usize>>,
    severities: BTreeMap<&'w str, usize>,
    /// The precisions and the sets of services that were asked for, of which a library has few.
    times: BTreeMap<i64, Times>,
    services: BTreeMap<Vec<String>, usize>,
}

impl<'w> AllReviews<'w> {
    pub(super) fn of(world: &World<'w>) -> Self {
        let facts: Vec<_> = world.reviews.iter().map(|review| Facts::of(review, world)).collect();
        let (mut days, mut severities) = (BTreeMap::<Date, Vec<usize>>::new(), BTreeMap::new());
        for (n, facts) in facts.iter().enumerate() {
            if let Some(day) = facts.day {
                days.entry(day).or_default().push(n);
            }
            if let Some(label) = facts.severity {
                *severities.entry(label).or_default() += 1;
            }
        }
        let by_source = world.reviews.iter().enumerate().map(|(n, review)| (review.source.as_str(), n)).collect();
        Self { by_source, facts, days, severities, times: BTreeMap::new(), services: BTreeMap::new() }
    }

    pub(super) fn facts_of(&self, review: &Review) -> Option<&Facts<'w>> {
        self.by_source.get(review.source.as_str()).and_then(|n| self.facts.get(*n))
    }

    pub(super) fn on(&self, day: Date) -> impl Iterator<Item = &Facts<'w>> {
        self.days.get(&day).into_iter().flatten().filter_map(|n| self.facts.get(*n))
    }

    pub(super) fn with_severity(&self, label: &str) -> usize {
        self.severities.get(label).copied().unwrap_or_default()
    }

    pub(super) fn with_services(&mut self, names: &BTreeSet<&str>) -> usize {
        let facts = &self.facts;
        let key = names.iter().map(|name| (*name).to_owned()).collect();
        *self.services.entry(key).or_insert_with(|| facts.iter().filter(|facts| facts.has_services(names)).count())
    }

    pub(super) fn times(&mut self, minutes: i64) -> &Times {
        let facts = &self.facts;
        self.times.entry(minutes).or_insert_with(|| {
            let mut times = Times::default();
            for ends in facts.iter().filter_map(|facts| facts.ends) {
                let (from, to, lasted) = rounded(ends, minutes);
                *times.starts.entry(from).or_default() += 1;
                *times.ends.entry(to).or_default() += 1;
                *times.durations.entry(lasted).or_default() += 1;
            }
            times
        })
    }
}
