//! Round local times along the axis.
//!
//! In: the scale and the zone. Out: the moments to name, at most one per `room`; the first moment after each break is
//! always among them, because the reader cannot count across the break. Times are round in local time, also on a day
//! when the offset changes.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::scale::{Kind, Scale};
use crate::clockface;

/// A labelled moment of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) at: Timestamp,
    /// The time of day; `None` if only days are shown.
    pub(super) time: Option<String>,
    /// Whether it is the first moment after a break.
    pub(super) after_break: bool,
}

const DAY: i64 = 86_400;

/// Round distances between ticks, in seconds.
const STEPS: [i64; 20] =
    [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 7 * DAY];

/// The ticks, left to right; `room` is the least distance between two of them.
pub(super) fn ticks(scale: &Scale, zone: &TimeZone, room: f64) -> Vec<Tick> {
    let step = step(scale.seconds_per_unit, room);
    let mut out: Vec<Tick> = Vec::new();
    for piece in scale.pieces() {
        match piece.kind {
            Kind::Broken => {
                out.push(Tick { at: piece.to, time: Some(clockface::time(piece.to, zone)), after_break: true });
            }
            Kind::Whole => {
                // A safety limit; the number of ticks is bounded by the room already.
                let most = 400;
                let mut at = first(piece.from, step, zone);
                for _ in 0..most {
                    let Some(tick) = at.filter(|tick| *tick <= piece.to) else { break };
                    let time = (step < DAY).then(|| clockface::time(tick, zone));
                    if out.last().is_none_or(|last| last.at < tick) {
                        out.push(Tick { at: tick, time, after_break: false });
                    }
                    at = next(tick, step, zone);
                }
            }
        }
    }
    out
}

/// The smallest round step that leaves `room` between ticks.
fn step(seconds_per_unit: f64, room: f64) -> i64 {
    let wide = |step: &&i64| {
        // Labels with seconds are half again as long.
        let room = if **step < 60 { room * 1.5 } else { room };
        jiff::SignedDuration::from_secs(**step).as_secs_f64() >= seconds_per_unit * room
    };
    STEPS.iter().find(wide).copied().unwrap_or_else(|| {
        let days = (seconds_per_unit * room / 86_400.0 / 30.0).ceil();
        // Multiples of 30 days; for more than a few centuries there may be no ticks.
        (1..).take(5000).find(|n| f64::from(*n) >= days).map_or(i64::MAX / 4, |n| i64::from(n) * 30 * DAY)
    })
}

/// The first round time not before `at`.
fn first(at: Timestamp, step: i64, zone: &TimeZone) -> Option<Timestamp> {
    next(Timestamp::from_second(at.as_second().checked_sub(i64::from(at.subsec_nanosecond() <= 0))?).ok()?, step, zone)
}

/// The first round local time after `at`.
fn next(at: Timestamp, step: i64, zone: &TimeZone) -> Option<Timestamp> {
    let offset = |at: Timestamp| i64::from(zone.to_offset(at).seconds());
    let round = |after: i64, offset: i64| {
        let up = after.checked_add(offset)?.div_euclid(step).checked_add(1)?.checked_mul(step)?;
        Timestamp::from_second(up.checked_sub(offset)?).ok()
    };
    let here = round(at.as_second(), offset(at))?;
    if offset(here) == offset(at) {
        return Some(here);
    }
    // The offset changes before the next tick, which is round in the new offset, before `here` or after it.
    let before = round(at.as_second(), offset(here))?;
    if before > at && offset(before) == offset(here) { Some(before) } else { round(here.as_second() - 1, offset(here)) }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::super::breaks::Room;
    use super::super::samples::crowd;
    use super::super::scale::Scale;
    use super::super::story::Story;
    use super::{DAY, first, next, ticks};
    use crate::clockface;

    fn run(from: &str, step: i64, zone: &str, count: usize) -> Vec<String> {
        let zone = TimeZone::get(zone).unwrap();
        let mut at = first(from.parse().unwrap(), step, &zone);
        let mut out = Vec::new();
        while let Some(tick) = at.filter(|_| out.len() < count) {
            out.push(format!("{} {}", clockface::day(zone.to_datetime(tick).date()), clockface::time(tick, &zone)));
            at = next(tick, step, &zone);
        }
        out
    }

    #[test]
    fn ticks_are_round_on_the_local_clock() {
        assert_eq!(run("2026-03-02T16:04:00Z", 3600, "Asia/Kolkata", 2), ["2 Mar 22:00", "2 Mar 23:00"]);
        assert_eq!(run("2026-03-02T16:00:00Z", 3600, "UTC", 2), ["2 Mar 16:00", "2 Mar 17:00"]);
        assert_eq!(run("2026-03-02T16:00:00.5Z", 3600, "UTC", 1), ["2 Mar 17:00"]);
    }

    #[test]
    fn ticks_stay_round_when_the_clocks_change() {
        let spring = run("2026-03-07T12:00:00Z", DAY, "America/Denver", 3);
        assert_eq!(spring, ["8 Mar 00:00", "9 Mar 00:00", "10 Mar 00:00"]);
        let autumn = run("2026-10-24T12:00:00Z", 6 * 3600, "Europe/Berlin", 5);
        assert_eq!(autumn, ["24 Oct 18:00", "25 Oct 00:00", "25 Oct 06:00", "25 Oct 12:00", "25 Oct 18:00"]);
        let hours = run("2026-03-29T00:00:00Z", 3600, "Europe/Berlin", 3);
        assert_eq!(hours, ["29 Mar 01:00", "29 Mar 03:00", "29 Mar 04:00"]);
    }

    #[test]
    fn ticks_run_forward_with_room_between_them() {
        let room = Room { width: 600.0, of_break: 44.0 };
        for seed in 0..40 {
            for (count, span) in [(3, 1), (3, 5), (12, 120), (60, 9 * 1440), (400, 400 * 1440)] {
                let t = crowd(count, span, seed);
                let scale = Scale::of(&Story::of(&t).unwrap(), 0.0, room);
                let ticks = ticks(&scale, &TimeZone::get("Europe/Berlin").unwrap(), 60.0);
                assert!(!ticks.is_empty() && ticks.windows(2).all(|w| w[0].at < w[1].at), "{count} in {span}");
                let crowded = ticks.windows(2).filter(|w| scale.x(w[1].at) - scale.x(w[0].at) < 43.9);
                assert!(crowded.filter(|w| !w[0].after_break && !w[1].after_break).count() == 0);
            }
        }
    }

    #[test]
    fn the_ends_of_time_do_no_harm() {
        assert!(next(Timestamp::MAX, 3600, &TimeZone::UTC).is_none());
        assert!(first(Timestamp::MIN, 3600, &TimeZone::UTC).is_none());
    }
}
