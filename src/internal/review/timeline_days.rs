//! The day on which an incident began, according to its timeline.
//!
//! In: the lines of a timeline and their resolved times. Out: its first day in the author's zone, unless that day only precedes
//! the incident, such as a cause from long ago.

use jiff::civil::Date;

use super::When;
use super::timeline_moments::Line;
use super::written_day::Day;
use base::zones::Zone;

/// The first day of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FirstDay {
    pub(super) day: Date,
    /// The last day.
    pub(super) last: Date,
    /// Whether at least half of its entries have times of day, so that it is about one incident and not about weeks.
    pub(super) has_clocks: bool,
    /// Whether the days of all its times are known and lie within a week.
    pub(super) is_short: bool,
}

/// A day with at most one entry gives way to one long after it with as many as this.
const MANY: usize = 5;

/// Steps of days without clocks that lie within as many days are of one incident.
const WEEK: i32 = 7;

/// Days between a cause from long ago and the incident.
const LONG: i32 = 5;

/// The first day, where its year is written in the timeline or comes from the day that all of it is of.
pub(super) fn first(lines: &[Line], whens: &[(When, String)], zones: &[Option<Zone>]) -> Option<FirstDay> {
    // `3/4/2026` before a day that is sure: the first day is another, and not known.
    let is_open = |(line, (when, _)): &(&Line, &(When, String))| {
        line.time.day.or(line.heading).is_some() && when.day().is_none() && when.moment().is_none()
    };
    let named = lines.iter().zip(whens).find(|(line, _)| line.time.day.or(line.heading).is_some());
    if named.as_ref().is_some_and(is_open) {
        return None;
    }
    let mut has_year = true;
    let mut days: Vec<(Date, bool)> = Vec::new();
    for ((line, (when, _)), zone) in lines.iter().zip(whens).zip(zones) {
        if let Some(said) = line.time.day.or(line.heading) {
            has_year = !matches!(said, Day::OfYear { .. } | Day::Figures { year: None, .. });
        }
        let day = match (when, zone) {
            (When::Moment(at), Some(Zone::One(zone))) => Some(at.to_zoned(zone.clone()).date()),
            _ => when.day(),
        };
        days.extend(day.filter(|_| has_year).map(|day| (day, line.time.clock.is_some())));
    }
    let clocks = days.iter().filter(|(_, clock)| *clock).count();
    let has_clocks = clocks > 0 && 2 * clocks >= days.len();
    let is_whole = days.len() >= lines.iter().filter(|line| line.time.is_timed()).count();
    days.retain(|(_, clock)| *clock || !has_clocks);
    // A single day that is out of its order is misprinted, or of something else.
    let earlier_end = days.first()?.0.min(days.last()?.0);
    days.sort_unstable();
    let count = |wanted: Date| days.iter().filter(|(day, _)| *day == wanted).count();
    let least = days.first()?.0;
    let first = if has_clocks || count(least) > 1 { least } else { earlier_end };
    let second = days.iter().map(|(day, _)| *day).find(|day| *day > first);
    let is_far = |second: &Date| (*second - first).get_days() >= LONG;
    let many = second.filter(|second| has_clocks && count(first) == 1 && count(*second) >= MANY && is_far(second));
    let last = days.last()?.0;
    let is_short = is_whole && (last - first).get_days() <= WEEK;
    Some(FirstDay { day: many.unwrap_or(first), last, has_clocks, is_short })
}
