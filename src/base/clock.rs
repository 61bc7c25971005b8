//! "Today" as a value that is passed in. Nothing else in the program reads the current date.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::text::utc_day;

/// The date that a build uses as today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Today's date.
    pub today: Date,
    /// The moment at which the clock was read; `None` when the date was given by the caller.
    now: Option<Timestamp>,
}

impl Clock {
    /// A clock fixed to one date.
    #[must_use]
    pub fn fixed(today: Date) -> Self {
        Self { today, now: None }
    }

    /// Whether the date was given by the caller. Later dates in a library are then not a mistake: they are not shown
    /// yet.
    #[must_use]
    pub fn was_given(self) -> bool {
        self.now.is_none()
    }

    /// A clock read at one moment: its date is in UTC until [`Clock::in_zone`] sets a zone.
    #[must_use]
    pub fn read_at(now: Timestamp) -> Self {
        Self { today: utc_day(now), now: Some(now) }
    }

    /// The same clock with the date in `zone`, which may differ from the date in UTC. A given date stays.
    #[must_use]
    pub fn in_zone(self, zone: &TimeZone) -> Self {
        let today = self.now.map_or(self.today, |now| now.to_zoned(zone.clone()).date());
        Self { today, ..self }
    }

    /// The same clock fixed to `day`, if there is one; a given date stays.
    #[must_use]
    pub fn or_on(self, day: Option<Date>) -> Self {
        match (self.now, day) {
            (Some(_), Some(day)) => Self::fixed(day),
            _ => self,
        }
    }

    /// The day of `--as-of`, else of `SOURCE_DATE_EPOCH` (seconds since 1970, <https://reproducible-builds.org/specs/source-date-epoch/>),
    /// else the machine's. This is the only place that reads either.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is set and is not a number of seconds.
    #[expect(clippy::disallowed_methods, reason = "the one place where today comes from")]
    pub fn resolve(as_of: Option<Date>) -> Result<Self, String> {
        if let Some(today) = as_of {
            return Ok(Self::fixed(today));
        }
        let now = match std::env::var_os("SOURCE_DATE_EPOCH") {
            Some(seconds) => epoch(&seconds.to_string_lossy())?,
            None => Timestamp::now(),
        };
        Ok(Self::read_at(now))
    }
}

/// The moment that `SOURCE_DATE_EPOCH` gives.
fn epoch(seconds: &str) -> Result<Timestamp, String> {
    let moment = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{seconds}`, which is no number of seconds since 1970"))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Clock, epoch};

    #[test]
    fn a_library_may_say_which_day_it_is_but_whoever_builds_it_is_right() {
        let day = "2026-11-19".parse().unwrap();
        let read = Clock::read_at("2027-03-02T20:00:00Z".parse().unwrap());
        assert_eq!(read.or_on(Some(day)), Clock::fixed(day));
        assert_eq!(read.or_on(None), read);
        let given = Clock::fixed("2025-01-01".parse().unwrap());
        assert_eq!(given.or_on(Some(day)), given);
    }

    #[test]
    fn an_epoch_is_a_number_of_seconds() {
        assert_eq!(epoch("1772452800").unwrap().to_string(), "2026-03-02T12:00:00Z");
        for odd in ["", "soon", "1.5", "99999999999999", "17\u{fffd}"] {
            assert!(epoch(odd).unwrap_err().starts_with(&format!("SOURCE_DATE_EPOCH is `{odd}`")));
        }
    }

    #[test]
    fn it_is_another_day_east_and_west_of_utc_unless_the_day_was_given() {
        let clock = Clock::read_at("2026-11-22T20:00:00Z".parse().unwrap());
        let in_zone = |name| clock.in_zone(&TimeZone::get(name).unwrap()).today.to_string();
        assert_eq!(clock.today.to_string(), "2026-11-22");
        assert_eq!(in_zone("Pacific/Auckland"), "2026-11-23");
        assert_eq!(in_zone("Pacific/Honolulu"), "2026-11-22");
        let early = Clock::read_at("2026-11-23T03:00:00Z".parse().unwrap());
        assert_eq!(early.in_zone(&TimeZone::get("America/Denver").unwrap()).today.to_string(), "2026-11-22");
        let given = Clock::fixed(clock.today);
        assert_eq!(given.in_zone(&TimeZone::get("Pacific/Auckland").unwrap()), given);
    }
}
