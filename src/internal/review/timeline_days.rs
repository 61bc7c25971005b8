//! The day on which an incident began, as its timeline tells it.
//!
//! In: the lines of a timeline and what is sure of their times. Out: its first day on the clock of its author, unless that day only
//! stands before the story: a cause from long ago, or steps over many days of which any may be meant.

use jiff::civil::Date;

use super::When;
use super::timeline_moments::Line;
use super::written_day::Day;
use base::zones::Zone;

/// The first day of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FirstDay {
    pub(super) day: Date,
    /// The last day of all.
    pub(super) last: Date,
    /// Whether its entries have clocks: an account of one incident and not of weeks.
    pub(super) has_clocks: bool,
}

/// A day with at most one entry gives way to one behind it with as many as this.
const MANY: usize = 5;

/// The first day, where its year is written in the timeline or comes from the day that all of it is of.
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
