//! A time in front matter: with a zone, without one, or only a day.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::review::text::days;
use crate::review::times::parse_moment;
use crate::review::written_day::Day;
use crate::review::written_time;
use base::zones::{self, Zone};

/// A time that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Instant {
    pub(super) day: Date,
    /// Local time, as written.
    pub(super) local: Option<DateTime>,
    /// Set if the zone is stated and unambiguous.
    pub(super) at: Option<Timestamp>,
}

/// Reads a time; `None` if the text does not begin with a date.
pub(super) fn read(text: &str, zone: Option<&TimeZone>) -> Option<Instant> {
    read_in(text, zone, None)
}

/// The same, where the document may show whether days in figures begin with the day.
pub(super) fn read_in(text: &str, zone: Option<&TimeZone>, day_first: Option<bool>) -> Option<Instant> {
    let text = text.trim();
    let day = days::read_in(text, day_first)?;
    let written = written_time::read(text);
    let clock = written.as_ref().filter(|written| {
        // The time must be of the day that was read above, not of another day in the text.
        !matches!(written.day, Some(Day::Full(other)) if other != day)
    });
    let time = clock.and_then(|written| written.hours(None)).or_else(|| with_time(text));
    let local = time.map(|time| day.to_datetime(time));
    // `10:00 UTC - 3` states an offset, as nothing else follows it.
    let stated = clock.and_then(|written| match written.zone.clone() {
        Some(Zone::One(zone)) if zone == TimeZone::UTC => {
            zones::stated_in(text).filter(|noted| matches!(noted, Zone::One(_))).or(Some(Zone::One(zone)))
        }
        zone => zone,
    });
    let at = parse_moment(text, zone).ok().or_else(|| {
        let zone = match stated {
            Some(Zone::One(zone)) => zone,
            Some(Zone::Several(_)) => return None,
            None => zone?.clone(),
        };
        let at = zone.to_ambiguous_timestamp(local?).unambiguous().ok()?;
        zones::holds(&zone, at).then_some(at)
    });
    Some(Instant { day, local, at })
}

/// The time of day in a text that has one; parsing a date alone would give midnight.
fn with_time(text: &str) -> Option<Time> {
    const DAY: usize = "2026-03-05".len();
    if text.len() > DAY { text.parse::<DateTime>().ok().map(DateTime::time) } else { None }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_instant_needs_a_zone() {
        let at = |text| read(text, None).and_then(|instant| instant.at).map(|at| at.to_string());
        for text in ["2026-03-05T10:00:00Z", "2026-03-05 10:00 UTC", "2026-03-05 11:00 CET", "2026-03-05T12:00+02:00"] {
            assert_eq!(at(text).as_deref(), Some("2026-03-05T10:00:00Z"), "{text}");
        }
        for text in [
            "2026-03-05 07:00 UTC -3",
            "2026-03-05 07:00 UTC - 3",
            "2026-03-05 07:00 (UTC–3)",
            "2026-03-05 05:00 GMT -5",
        ] {
            assert_eq!(at(text).as_deref(), Some("2026-03-05T10:00:00Z"), "{text}");
        }
        for text in [
            "2026-03-05 10:00 UTC - 11:00 UTC",
            "2026-03-05 10:00 UTC – 12 hosts",
            "2026-03-05 10:00 UTC (12:00 Berlin time)",
        ] {
            assert_eq!(at(text).as_deref(), Some("2026-03-05T10:00:00Z"), "{text}");
        }
        for text in ["2026-03-05 10:00:00", "2026-03-05 9:00:00", "2026-03-05", "2026-03-05 10:00 CST"] {
            assert_eq!(at(text), None, "{text}");
            assert_eq!(read(text, None).unwrap().day.to_string(), "2026-03-05", "{text}");
        }
        let local = |text| read(text, None).unwrap().local.map(|local| local.to_string());
        assert_eq!(local("2021-10-24 1:00:00").as_deref(), Some("2021-10-24T01:00:00"));
        assert_eq!(local("2021-10-24"), None);
        assert_eq!(read("soon", None), None);
    }
}
