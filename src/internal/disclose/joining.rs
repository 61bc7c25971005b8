//! Joining: which published facts identify a postmortem among the library's reviews, even after all names are removed.
//!
//! In: what would be published, and every review. Out: for each fact the number of reviews that share it, including this one,
//! and which coarser times would help. The approver and the report see this; no public page does.

mod all_reviews;

use std::collections::BTreeSet;

use serde::Serialize;

use self::all_reviews::{AllReviews, Facts, Rounded, Times, rounded};
use super::World;
use crate::review::Review;
use base::text::{count, duration, utc_day};
use public::Postmortem;

/// A fact that readers see, and how many reviews share it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// `day`, `start`, `end`, `duration`, `severity`, `services`, `all of these`.
    pub fact: &'static str,
    /// As readers see it; empty for all of them together.
    pub value: String,
    /// Reviews that share it, including this one.
    pub share: usize,
    /// What would make more reviews share it; empty if enough do already, or nothing would help.
    pub offer: String,
}

impl std::fmt::Display for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { fact, value, share, offer } = self;
        let gap = if value.is_empty() { "" } else { " " };
        let sharing = match share {
            1 => "singles it out".to_owned(),
            share => count(*share, "review shares it", "reviews share it"),
        };
        write!(f, "{fact}{gap}{}: {sharing}", public::when(value))?;
        if offer.is_empty() { Ok(()) } else { write!(f, "; {offer}") }
    }
}

/// Coarser steps that an author may choose, in minutes, as `time_precision` has them.
const STEPS: [(i64, &str); 5] = [(15, "15m"), (30, "30m"), (60, "1h"), (360, "6h"), (1440, "24h")];

/// A fact, as readers see it, with the number of reviews that share it.
type Counted = (&'static str, String, usize);

/// Counts published facts among the reviews of a library.
pub(super) struct Joining<'w> {
    reviews: AllReviews<'w>,
}

impl<'w> Joining<'w> {
    pub(super) fn among(world: &World<'w>) -> Self {
        Self { reviews: AllReviews::of(world) }
    }

    /// Every published fact with the number of reviews that share it.
    pub(super) fn joins(&mut self, own: &Review, postmortem: &Postmortem) -> Vec<Shared> {
        let seen = Seen::of(postmortem, precision(own));
        let facts = self.counted(own, &seen);
        let count = facts.len();
        let mut joins = Vec::new();
        for (fact, value, share) in facts {
            let offer = if share == 1 { self.offer(own, fact) } else { String::new() };
            joins.push(Shared { fact, value, share, offer });
        }
        if count > 1 {
            let alike = self.reviews.on(seen.day).filter(|facts| seen.is_of(facts)).count();
            let share = self.with_own(own, alike, |facts| seen.is_of(facts));
            joins.push(Shared { fact: "all of these", value: String::new(), share, offer: String::new() });
        }
        joins
    }

    fn counted(&mut self, own: &Review, seen: &Seen<'_>) -> Vec<Counted> {
        let share = self.with_own(own, self.reviews.on(seen.day).count(), |facts| facts.day == Some(seen.day));
        let mut counted = vec![("day", seen.day.to_string(), share)];
        if let Some((from, to, lasted)) = seen.rounded {
            let times = self.reviews.times(seen.precision);
            let [starts, ends, durations] =
                [times.starts.get(&from), times.ends.get(&to), times.durations.get(&lasted)]
                    .map(|count| count.copied().unwrap_or_default());
            let share = |all, is_of: fn(Rounded, Rounded) -> bool| {
                let is_same =
                    |facts: &Facts<'_>| seen.time_of(facts).is_some_and(|time| is_of(time, (from, to, lasted)));
                self.with_own(own, all, is_same)
            };
            counted.push(("start", from.to_string(), share(starts, |a, b| a.0 == b.0)));
            counted.push(("end", to.to_string(), share(ends, |a, b| a.1 == b.1)));
            counted.push(("duration", duration(lasted.max(0)), share(durations, |a, b| a.2 == b.2)));
        }
        if let Some(label) = seen.severity {
            let all = self.reviews.with_severity(label);
            let share = self.with_own(own, all, |facts| facts.severity == Some(label));
            counted.push(("severity", label.to_owned(), share));
        }
        if !seen.services.is_empty() {
            let all = self.reviews.with_services(&seen.services);
            let share = self.with_own(own, all, |facts| facts.has_services(&seen.services));
            counted.push(("services", seen.services_as_shown.join(", "), share));
        }
        counted
    }

    /// How many reviews share a fact, if it is true of `all`. The review itself always counts, also if its own fields say something
    /// else than what is published.
    fn with_own(&self, own: &Review, all: usize, is_of: impl Fn(&Facts<'_>) -> bool) -> usize {
        all + usize::from(!self.reviews.facts_of(own).is_some_and(is_of))
    }

    /// The first coarser precision at which another review shares a time.
    fn offer(&mut self, own: &Review, fact: &str) -> String {
        let Some(ends) = self.reviews.facts_of(own).and_then(|facts| facts.ends) else { return String::new() };
        for (minutes, written) in STEPS.into_iter().filter(|(minutes, _)| *minutes > precision(own)) {
            let Times { starts, ends: to, durations } = self.reviews.times(minutes);
            let (start, end, lasted) = rounded(ends, minutes);
            let share = match fact {
                "start" => starts.get(&start),
                "end" => to.get(&end),
                "duration" => durations.get(&lasted),
                _ => None,
            };
            if let Some(share) = share.filter(|share| **share > 1) {
                return format!("with `time_precision: {written}`, {share} share it");
            }
        }
        String::new()
    }
}

/// The facts of a postmortem that readers see.
struct Seen<'p> {
    day: jiff::civil::Date,
    precision: i64,
    rounded: Option<Rounded>,
    severity: Option<&'p str>,
    services: BTreeSet<&'p str>,
    services_as_shown: Vec<&'p str>,
}

impl<'p> Seen<'p> {
    fn of(postmortem: &'p Postmortem, precision: i64) -> Self {
        let shown: Vec<_> = postmortem.services.iter().map(|service| service.label.as_str()).collect();
        Self {
            day: postmortem.began().map_or(postmortem.date, utc_day),
            precision,
            rounded: postmortem.span.map(|span| (span.from, span.to, span.to.as_second() - span.from.as_second())),
            severity: postmortem.severity.as_ref().map(|severity| severity.label.as_str()),
            services: shown.iter().copied().collect(),
            services_as_shown: shown,
        }
    }

    /// The times of a review in the precision of this one.
    fn time_of(&self, facts: &Facts<'_>) -> Option<Rounded> {
        facts.ends.map(|ends| rounded(ends, self.precision))
    }

    /// Whether all facts are true of a review.
    fn is_of(&self, facts: &Facts<'_>) -> bool {
        facts.day == Some(self.day)
            && self.rounded.is_none_or(|own| self.time_of(facts) == Some(own))
            && self.severity.is_none_or(|label| facts.severity == Some(label))
            && facts.has_services(&self.services)
    }
}

fn precision(own: &Review) -> i64 {
    own.public.as_ref().map_or(1, |public| public.precision)
}
