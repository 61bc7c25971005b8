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
    /// Whether its entries have times of day, so that it is about one incident and not about weeks.
    pub(super) has_clocks: bool,
}

/// A first day with only one entry is skipped if the next day has at least this many.
const MANY: usize = 5;

/// The first day, if its year is written in the timeline or is known from the day of the whole timeline.
pub(super) fn first(lines: &[Line], whens: &[(When, String)], zones: &[Option<Zone>]) -> Option<FirstDay> {
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
    let has_clocks = days.iter().any(|(_, clock)| *clock);
    days.retain(|(_, clock)| *clock || !has_clocks);
    days.sort_unstable();
    let (first, _) = *days.first()?;
    let count = |wanted: Date| days.iter().filter(|(day, _)| *day == wanted).count();
    let second = days.iter().map(|(day, _)| *day).find(|day| *day > first);
    let day = second.filter(|second| has_clocks && count(first) == 1 && count(*second) >= MANY).unwrap_or(first);
    let last = days.last()?.0;
    Some(FirstDay { day, last, has_clocks })
}
