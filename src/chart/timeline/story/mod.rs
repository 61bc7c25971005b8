//! Computes the state of the service over time from a record.
//!
//! In: a [`Timeline`]. Out: its entries in order, each with the level before and after it, where 1 is the worst point
//! and 0 is service restored. The worst point is relative to this record, so a picture compares moments of one
//! disruption, not two disruptions.
//!
//! The height is what the author states, and nothing else:
//!
//! - Where no entry states an effect, there is no path: every level is 0, and the entries are marks on a line.
//! - The path leaves the baseline at the start and returns at the end where these moments are given. Where one of them
//!   is not given, the path begins at the first or stops at the last entry that states an effect. Beyond these nothing
//!   is known of the level.
//! - Between them an entry without an effect lies on the path and does not move it.

mod levels;
#[cfg(test)]
mod tests;

use jiff::Timestamp;

use super::model::{Entry, Timeline};
use levels::levels;

/// A sorted record.
#[derive(Debug)]
pub(crate) struct Story<'a> {
    /// Where the path leaves the baseline.
    pub(crate) start: Timestamp,
    /// Where it returns, if it does.
    pub(crate) end: End,
    /// The first and the last moment with a level that is stated; `None` if no entry states an effect.
    pub(crate) drawn: Option<Drawn>,
    /// The level at the start of the disruption.
    pub(crate) first_level: f64,
    /// The entries by time, then number.
    pub(crate) points: Vec<Point<'a>>,
    /// Every moment that must be on the axis, in order, each once.
    pub(crate) instants: Vec<Timestamp>,
}

/// The stretch of time in which the path is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
    /// Whether it begins on the baseline, because the start is given.
    pub(crate) rises: bool,
}

/// The resolution of a picture: a minute, or a second if the whole is short. Entries within one tick are one step,
/// because separate steps would look like a spike.
#[derive(Debug, Clone, Copy)]
struct Clock {
    seconds: i64,
}

impl Clock {
    fn of(instants: &[Timestamp]) -> Self {
        let whole = instants.first().zip(instants.last()).map_or(0, |(a, b)| b.as_second() - a.as_second());
        Self { seconds: if whole >= 100 * 60 { 60 } else { 1 } }
    }

    fn tick(self, at: Timestamp) -> i64 {
        at.as_second().div_euclid(self.seconds)
    }
}

/// How the record ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Service was restored then.
    Resolved(Timestamp),
    /// No resolution is recorded; the harm was mitigated then.
    Mitigated(Timestamp),
    /// Neither is recorded; this is the last known moment.
    Open(Timestamp),
}

impl End {
    /// The moment, whichever kind it is.
    pub(crate) fn at(self) -> Timestamp {
        match self {
            Self::Resolved(at) | Self::Mitigated(at) | Self::Open(at) => at,
        }
    }

    /// Whether an end is recorded.
    fn is_known(self) -> bool {
        !matches!(self, Self::Open(_))
    }

    /// Whether the path is back on the baseline at `at`.
    fn is_over(self, at: Timestamp) -> bool {
        match self {
            Self::Resolved(end) | Self::Mitigated(end) => at >= end,
            Self::Open(_) => false,
        }
    }
}

/// An entry with the levels before and after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point<'a> {
    /// The entry.
    pub(crate) entry: &'a Entry,
    /// The level just before it.
    pub(crate) before: f64,
    /// The level just after it.
    pub(crate) after: f64,
}

impl<'a> Story<'a> {
    /// `None` if there are fewer than two distinct moments, or if start and end are the same moment.
    pub(crate) fn of(timeline: &'a Timeline) -> Option<Self> {
        let moments = &timeline.times.moments;
        let mut instants: Vec<Timestamp> = Vec::with_capacity(timeline.entries.len() + 16);
        instants.extend(moments.known());
        instants.extend(timeline.entries.iter().map(|entry| entry.at));
        instants.extend([timeline.first_outside, timeline.first_inside].into_iter().flatten());
        let first = instants.iter().copied().min()?;
        let last = instants.iter().copied().max()?;
        instants.sort_unstable();
        instants.dedup();
        let start = moments.started.unwrap_or(first);
        let after_start = |at: &Timestamp| *at >= start;
        let end = match (moments.resolved.filter(after_start), moments.mitigated.filter(after_start)) {
            (Some(at), _) => End::Resolved(at),
            (None, Some(at)) => End::Mitigated(at),
            (None, None) => End::Open(last),
        };
        let mut entries: Vec<&Entry> = timeline.entries.iter().collect();
        entries.sort_by_key(|entry| (entry.at, entry.number));
        let clock = Clock::of(&instants);
        if instants.len() < 2 || clock.tick(start) == clock.tick(end.at()) {
            return None;
        }
        if !timeline.has_effects() {
            let points = entries.into_iter().map(|entry| Point { entry, before: 0.0, after: 0.0 }).collect();
            return Some(Self { start, end, drawn: None, first_level: 0.0, points, instants });
        }
        let (first_level, points) = levels(&entries, start, end, clock);
        let stated = points.iter().map(|point| point.entry).filter(|entry| entry.effect.is_stated());
        let mut inside = stated.map(|entry| entry.at).filter(|at| *at >= start && !end.is_over(*at));
        let (earliest, latest) = (inside.clone().next().unwrap_or(start), inside.next_back().unwrap_or(start));
        let drawn = Drawn {
            from: moments.started.unwrap_or(earliest),
            to: if end.is_known() { end.at() } else { latest },
            rises: moments.started.is_some(),
        };
        Some(Self { start, end, drawn: Some(drawn), first_level, points, instants })
    }

    /// Whether the picture has a height: any entry states an effect.
    pub(crate) fn has_height(&self) -> bool {
        self.drawn.is_some()
    }

    /// The level at a moment, after every entry of that moment.
    pub(crate) fn level_at(&self, at: Timestamp) -> f64 {
        if at < self.start || self.end.is_over(at) {
            return 0.0;
        }
        let past = self.points.iter().rev().find(|point| point.entry.at <= at && point.entry.at >= self.start);
        past.map_or(self.first_level, |point| point.after)
    }

    /// The level just before the record ends.
    pub(crate) fn last_level(&self) -> f64 {
        let inside = |point: &&Point| point.entry.at >= self.start && !self.end.is_over(point.entry.at);
        self.points.iter().rev().find(inside).map_or(self.first_level, |point| point.after)
    }

    /// Whether the path is more than a level line between start and end.
    pub(crate) fn has_shape(&self) -> bool {
        self.points.len() > 1 && self.points.iter().any(|point| (point.before - point.after).abs() > f64::EPSILON)
    }

    /// The first entry that reached the highest level, if that is above the level at the start.
    pub(crate) fn worst(&self) -> Option<usize> {
        let mut worst = None;
        let mut height = self.first_level;
        for (index, point) in self.points.iter().enumerate() {
            if point.after > height {
                (worst, height) = (Some(index), point.after);
            }
        }
        worst
    }
}
