//! Joining: which published facts identify a postmortem among the library's reviews, even after all names are removed.
//!
//! In: what would be published, and every review. Out: for each fact the number of reviews that share it, including this one,
//! and which coarser times would help. The approver and the report see this; no public page does.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::World;
use super::rounding::rounded_down;
use crate::review::Review;
use base::text::{count, duration};
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
        write!(f, "{fact}{gap}{value}: {sharing}")?;
        if offer.is_empty() { Ok(()) } else { write!(f, "; {offer}") }
    }
}

/// Coarser steps that an author may choose, in minutes, as `time_precision` has them.
const STEPS: [(i64, &str); 5] = [(15, "15m"), (30, "30m"), (60, "1h"), (360, "6h"), (1440, "24h")];

/// The start and end of a review.
type Ends = (Timestamp, Timestamp);

/// A condition on a review.
type Test<'t> = Box<dyn Fn(&Review) -> bool + 't>;

/// All reviews besides the one with this source.
struct Others<'w> {
    reviews: &'w [Review],
    source: &'w str,
}

impl Others<'_> {
    /// How many reviews meet a condition, with the one that they are compared with.
    fn sharing(&self, is_of: impl Fn(&Review) -> bool) -> usize {
        self.reviews.iter().filter(|review| review.source != self.source && is_of(review)).count() + 1
    }
}

/// A fact, as readers see it, and whether it is also true of another review.
struct Fact<'f> {
    name: &'static str,
    value: String,
    is_of: Test<'f>,
}

/// Every published fact with the number of reviews that share it.
pub(super) fn joins(own: &Review, postmortem: &Postmortem, world: &World<'_>) -> Vec<Shared> {
    let facts = facts(own, postmortem, world);
    let others = Others { reviews: world.reviews, source: &own.source };
    let mut joins: Vec<_> = facts
        .iter()
        .map(|fact| {
            let share = others.sharing(&*fact.is_of);
            let offer = if share == 1 { offer(own, fact.name, &others) } else { String::new() };
            Shared { fact: fact.name, value: fact.value.clone(), share, offer }
        })
        .collect();
    if facts.len() > 1 {
        let share = others.sharing(|review| facts.iter().all(|fact| (fact.is_of)(review)));
        joins.push(Shared { fact: "all of these", value: String::new(), share, offer: String::new() });
    }
    joins
}

fn facts<'f>(own: &Review, postmortem: &'f Postmortem, world: &'f World<'f>) -> Vec<Fact<'f>> {
    let precision = precision(own);
    let mut facts: Vec<Fact<'f>> = Vec::new();
    let mut add = |name, value: String, is_of: Test<'f>| facts.push(Fact { name, value, is_of });
    let first = postmortem.timeline.iter().map(|moment| moment.at).min();
    let day = postmortem.span.map(|span| span.from).or(first).map_or(postmortem.date, day_of);
    add("day", day.to_string(), Box::new(move |review| begins(review) == Some(day)));
    if let Some(span) = postmortem.span {
        let (from, to) = (span.from, span.to);
        let lasted = to.as_second() - from.as_second();
        let rounded = move |review: &Review| {
            ends(review).map(|(from, to)| (rounded_down(from, precision), rounded_down(to, precision)))
        };
        add("start", from.to_string(), Box::new(move |review| rounded(review).is_some_and(|(at, _)| at == from)));
        add("end", to.to_string(), Box::new(move |review| rounded(review).is_some_and(|(_, at)| at == to)));
        let same = move |review: &Review| {
            rounded(review).is_some_and(|(from, to)| to.as_second() - from.as_second() == lasted)
        };
        add("duration", duration(lasted.max(0)), Box::new(same));
    }
    if let Some(severity) = &postmortem.severity {
        let label = severity.label.as_str();
        let same = move |review: &Review| {
            let key = review.severity.as_deref();
            key.and_then(|key| world.config.severity(key)).is_some_and(|(_, severity)| severity.label == label)
        };
        add("severity", label.to_owned(), Box::new(same));
    }
    if !postmortem.services.is_empty() {
        let names: Vec<_> = postmortem.services.iter().map(|service| service.label.as_str()).collect();
        let value = names.join(", ");
        let same = move |review: &Review| {
            let public = |key: &String| world.policy.public_services.get(&world.config.services.resolve(key));
            let of: Vec<_> = review.services.iter().filter_map(public).collect();
            names.iter().all(|name| of.iter().any(|known| known.as_str() == *name))
        };
        add("services", value, Box::new(same));
    }
    facts
}

/// The first coarser precision at which another review shares a time.
fn offer(own: &Review, fact: &str, others: &Others<'_>) -> String {
    let Some(ends_of_own) = ends(own) else { return String::new() };
    let at = |minutes: i64, (from, to): Ends| {
        let (from, to) = (rounded_down(from, minutes).as_second(), rounded_down(to, minutes).as_second());
        match fact {
            "start" => Some(from),
            "end" => Some(to),
            "duration" => Some(to - from),
            _ => None,
        }
    };
    let coarser = |(minutes, written): (i64, &str)| {
        let wanted = at(minutes, ends_of_own)?;
        let share = others.sharing(|review| ends(review).and_then(|ends| at(minutes, ends)) == Some(wanted));
        (share > 1).then(|| format!("with `time_precision: {written}`, {share} share it"))
    };
    STEPS.into_iter().filter(|(minutes, _)| *minutes > precision(own)).find_map(coarser).unwrap_or_default()
}

fn precision(own: &Review) -> i64 {
    own.public.as_ref().map_or(1, |public| public.precision)
}

/// The start and end that the published duration is computed from.
fn ends(review: &Review) -> Option<Ends> {
    review.times().headline_ends()
}

fn begins(review: &Review) -> Option<Date> {
    ends(review).map(|(from, _)| day_of(from)).or(review.date)
}

fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}
