//! The meetings of a library: one a week, except on the days on which it is not held.
//!
//! In: the configuration. Out: when a meeting is. `None` if the library has no meeting.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use super::{Week, plus};
use site::config::{Config, Meeting};

/// One meeting of the series, in the library's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    pub start: DateTime,
    pub end: DateTime,
}

/// How many weeks to search for the next meeting; a library that skips more has none.
const WEEKS: i64 = 60;

/// The meeting of a week; `None` if the week skips it, or there is no meeting.
pub fn meeting_of(config: &Config, week: Week) -> Option<Occasion> {
    held_on(&config.meeting, week.day(config.meeting.weekday, config.week_start))
}

/// The first meeting on this day or later. One earlier on the same day counts, because the time of day is not known.
pub fn next_meeting(config: &Config, from: Date) -> Option<Occasion> {
    let meeting = &config.meeting;
    let first = plus(from, i64::from(meeting.weekday.since(from.weekday())));
    (0..WEEKS).find_map(|n| held_on(meeting, plus(first, 7 * n)))
}

/// The day of the last meeting before this one.
pub fn meeting_before(config: &Config, day: Date) -> Option<Date> {
    let meeting = &config.meeting;
    let last = plus(day, -i64::from(day.weekday().since(meeting.weekday)));
    let last = if last == day { plus(last, -7) } else { last };
    (0..WEEKS).map(|n| plus(last, -7 * n)).find(|day| held_on(meeting, *day).is_some())
}

/// A meeting of the series on that day, if it is held.
fn held_on(meeting: &Meeting, day: Date) -> Option<Occasion> {
    (meeting.is_set && meeting.is_held_on(day)).then(|| on(meeting, day))
}

/// A meeting on that day.
pub fn on(meeting: &Meeting, day: Date) -> Occasion {
    let start = day.to_datetime(meeting.time);
    Occasion { start, end: start.saturating_add(i64::from(meeting.length).minutes()) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{meeting_before, meeting_of, next_meeting};
    use site::config::{Config, Meeting};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn config(skip: &[(&str, &str)]) -> Config {
        let skip = skip.iter().map(|(first, last)| (day(first), day(last))).collect();
        Config { meeting: Meeting { is_set: true, skip, ..Meeting::default() }, ..Config::default() }
    }

    #[test]
    fn a_skipped_meeting_is_not_announced() {
        let config = config(&[("2026-12-24", "2027-01-01"), ("2027-01-14", "2027-01-14")]);
        let next = |from: &str| next_meeting(&config, day(from)).unwrap().start.date();
        assert_eq!(next("2026-12-17"), day("2026-12-17"));
        assert_eq!(next("2026-12-18"), day("2027-01-07"));
        assert_eq!(next("2027-01-08"), day("2027-01-21"));
        assert_eq!(meeting_of(&config, "2026-W53".parse().unwrap()), None);
        assert!(meeting_of(&config, "2027-W01".parse().unwrap()).is_some());
        let before = |on: &str| meeting_before(&config, day(on)).unwrap();
        assert_eq!(before("2027-01-07"), day("2026-12-17"));
        assert_eq!(before("2027-01-06"), day("2026-12-17"));
        assert_eq!(before("2026-12-17"), day("2026-12-10"));
    }

    #[test]
    fn a_library_that_names_no_meeting_and_one_that_skips_all_have_none() {
        assert_eq!(next_meeting(&Config::default(), day("2026-11-19")), None);
        assert_eq!(next_meeting(&config(&[("2000-01-01", "2100-01-01")]), day("2026-11-19")), None);
    }
}
