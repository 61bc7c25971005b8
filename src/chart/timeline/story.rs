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

use jiff::Timestamp;

use super::model::{Effect, Entry, Timeline};

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
        let stated = || points.iter().map(|point| point.entry).filter(|entry| entry.effect.is_stated());
        let mut inside = stated().map(|entry| entry.at).filter(|at| *at >= start && !end.is_over(*at));
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

/// Counts steps, then scales them so that the worst is 1 and the best before the end is one step above the baseline.
/// All entries of one moment are one step: up, down, or none.
fn levels<'a>(entries: &[&'a Entry], start: Timestamp, end: End, clock: Clock) -> (f64, Vec<Point<'a>>) {
    let counts = |entry: &Entry| {
        let is_over = end.is_over(entry.at) || (end.is_known() && clock.tick(entry.at) == clock.tick(end.at()));
        entry.at >= start && !is_over
    };
    let mut height = 0_i32;
    let mut seen: Vec<i32> = Vec::with_capacity(entries.len() + 1);
    let mut steps: Vec<Option<(i32, i32)>> = Vec::with_capacity(entries.len());
    let mut first = 0;
    for group in entries.chunk_by(|a, b| clock.tick(a.at) == clock.tick(b.at)) {
        let before = height;
        let way = |entry: &Entry| match entry.effect {
            Effect::Positive => -1,
            Effect::Neutral | Effect::Unstated => 0,
            Effect::Negative => 1,
        };
        height += group.iter().filter(|entry| counts(entry)).map(|entry| way(entry)).sum::<i32>();
        let at_start = group.iter().any(|entry| counts(entry) && clock.tick(entry.at) == clock.tick(start));
        if at_start {
            first = height;
        }
        if group.iter().any(|entry| counts(entry)) {
            seen.push(height);
        }
        let mut from = if at_start { height } else { before };
        for entry in group {
            steps.push(counts(entry).then_some((from, height)));
            from = if counts(entry) { height } else { from };
        }
    }
    seen.push(first);
    let (lowest, highest) = (seen.iter().copied().min().unwrap_or(0), seen.iter().copied().max().unwrap_or(0));
    let range = f64::from(highest - lowest) + 1.0;
    let level = |height: i32| (f64::from(height - lowest) + 1.0) / range;
    let points = entries.iter().zip(steps).map(|(entry, step)| match step {
        Some((before, after)) => Point { entry, before: level(before), after: level(after) },
        None => Point { entry, before: 0.0, after: 0.0 },
    });
    (level(first), points.collect())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{entry, minutes, timeline};
    use super::{Effect, End, Story};

    #[test]
    fn positive_steps_down_negative_up_neutral_stays() {
        let mut t = timeline(0, 60);
        t.entries = vec![
            entry(3, 30, Effect::Positive),
            entry(1, 10, Effect::Negative),
            entry(2, 20, Effect::Neutral),
            entry(4, 40, Effect::Positive),
        ];
        let story = Story::of(&t).unwrap();
        let levels: Vec<_> = story.points.iter().map(|p| p.after).collect();
        assert_eq!(levels, [1.0, 1.0, 2.0 / 3.0, 1.0 / 3.0]);
        assert!((story.first_level - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(story.worst(), Some(0));
        assert!(story.level_at(minutes(60)).abs() < 1e-9 && story.level_at(minutes(-1)).abs() < 1e-9);
    }

    #[test]
    fn entries_outside_the_disruption_lie_on_the_baseline() {
        let mut t = timeline(0, 60);
        t.entries =
            vec![entry(1, -30, Effect::Negative), entry(2, 60, Effect::Positive), entry(3, 90, Effect::Neutral)];
        let story = Story::of(&t).unwrap();
        assert!(story.points.iter().all(|p| p.after.abs() < 1e-9));
        assert!((story.first_level - 1.0).abs() < 1e-9);
    }

    #[test]
    fn where_no_effect_is_stated_nothing_has_a_level() {
        let mut t = timeline(0, 60);
        t.entries = vec![entry(1, 10, Effect::Unstated), entry(2, 70, Effect::Unstated)];
        let story = Story::of(&t).unwrap();
        assert!(!story.has_height() && story.worst().is_none() && !story.has_shape());
        assert!((-10..80).all(|minute| story.level_at(minutes(minute)) == 0.0));
        t.entries[0].effect = Effect::Neutral;
        assert!(Story::of(&t).unwrap().has_height(), "that nothing changed is said");
    }

    #[test]
    fn the_path_lies_between_what_is_stated() {
        let mut t = timeline(0, 60);
        t.entries = vec![
            entry(1, 5, Effect::Unstated),
            entry(2, 10, Effect::Negative),
            entry(3, 20, Effect::Unstated),
            entry(4, 30, Effect::Positive),
            entry(5, 50, Effect::Unstated),
        ];
        let drawn = |t: &super::Timeline| {
            let drawn = Story::of(t).unwrap().drawn.unwrap();
            (drawn.from, drawn.to, drawn.rises)
        };
        assert_eq!(drawn(&t), (minutes(0), minutes(60), true));
        t.times.moments = base::phases::Moments::default();
        assert_eq!(drawn(&t), (minutes(10), minutes(30), false));
        t.times.moments.resolved = Some(minutes(45));
        assert_eq!(drawn(&t), (minutes(10), minutes(45), false));
    }

    #[test]
    fn what_happened_in_one_minute_is_one_step() {
        let mut t = timeline(0, 120);
        t.entries = vec![
            entry(1, 0, Effect::Positive),
            entry(2, 0, Effect::Negative),
            entry(3, 30, Effect::Negative),
            entry(4, 30, Effect::Positive),
            entry(5, 60, Effect::Positive),
            entry(6, 120, Effect::Negative),
        ];
        t.entries[3].at += jiff::SignedDuration::from_secs(20);
        let story = Story::of(&t).unwrap();
        let levels: Vec<_> = story.points.iter().map(|p| (p.before, p.after)).collect();
        assert_eq!(levels, [(1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.5), (0.0, 0.0)]);
    }

    #[test]
    fn what_began_and_ended_in_one_moment_is_no_story() {
        let mut t = timeline(0, 0);
        t.entries = vec![entry(1, -200, Effect::Neutral), entry(2, 200, Effect::Positive)];
        assert!(Story::of(&t).is_none());
    }

    #[test]
    fn an_end_is_the_resolution_else_the_mitigation_else_open() {
        let mut t = timeline(0, 60);
        t.times.moments.mitigated = Some(minutes(40));
        assert_eq!(Story::of(&t).unwrap().end, End::Resolved(minutes(60)));
        t.times.moments.resolved = Some(minutes(-5));
        assert_eq!(Story::of(&t).unwrap().end, End::Mitigated(minutes(40)), "a resolution before the start is none");
        t.times.moments = base::phases::Moments { started: Some(minutes(0)), ..Default::default() };
        t.entries = vec![entry(1, 20, Effect::Positive)];
        let story = Story::of(&t).unwrap();
        assert_eq!(story.end, End::Open(minutes(20)));
        assert!(story.last_level() > 0.0, "what is not known to be restored does not touch the baseline");
    }

    #[test]
    fn one_instant_is_no_story() {
        let mut t = timeline(0, 0);
        assert!(Story::of(&t).is_none());
        t.times.moments = base::phases::Moments::default();
        assert!(Story::of(&t).is_none());
    }
}
