//! The level before and after each entry.

use jiff::Timestamp;

use super::{Clock, End, Point};
use crate::timeline::model::{Effect, Entry};

/// Counts steps, then scales them so that the worst is 1 and the best before the end is one step above the baseline.
/// All entries of one moment are one step: up, down, or none.
pub(super) fn levels<'a>(entries: &[&'a Entry], start: Timestamp, end: End, clock: Clock) -> (f64, Vec<Point<'a>>) {
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
