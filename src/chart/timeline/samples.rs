//! Disruptions for tests; minutes count from noon of a fixed day.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::model::{Effect, Entry, Timeline};
use base::phases::{Moments, Times};

pub(crate) fn minutes(n: i64) -> Timestamp {
    Timestamp::from_second(1_772_452_800 + n * 60).unwrap()
}

pub(crate) fn entry(number: usize, at: i64, effect: Effect) -> Entry {
    Entry { at: minutes(at), number, effect, label: format!("what happened as number {number}") }
}

pub(crate) fn timeline(start: i64, end: i64) -> Timeline {
    Timeline {
        title: "Sample".to_owned(),
        zone: TimeZone::UTC,
        times: Times {
            moments: Moments { started: Some(minutes(start)), resolved: Some(minutes(end)), ..Moments::default() },
            ..Times::default()
        },
        entries: Vec::new(),
        first_outside: None,
        first_inside: None,
    }
}

/// `count` entries over `span` minutes, unevenly spread, with every effect; the same for the same arguments.
pub(crate) fn crowd(count: usize, span: i64, seed: u64) -> Timeline {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3_037_000_493);
    let mut next = move |below: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).unwrap() % below.max(1)
    };
    let mut t = timeline(0, span);
    t.times.moments.detected = Some(minutes(next(span / 10 + 1)));
    t.times.moments.acknowledged = Some(minutes(span / 10 + next(span / 10 + 1)));
    t.first_outside = Some(minutes(next(span / 8 + 1)));
    t.first_inside = Some(minutes(next(span / 8 + 1)));
    for number in 1..=count {
        let clustered = next(4) > 0;
        let at = if clustered { span / 5 * next(5) + next(span / 40 + 1) } else { next(span * 11 / 10) - span / 20 };
        let effect =
            [Effect::Positive, Effect::Positive, Effect::Neutral, Effect::Negative][usize::try_from(next(4)).unwrap()];
        t.entries.push(entry(number, at, effect));
    }
    t
}
