//! "Today" as a value that is passed in. Nothing else in the program asks what day it is.

use jiff::civil::Date;

/// The day that a build takes for today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Today's date, in UTC when it comes from the machine.
    pub today: Date,
}

impl Clock {
    /// A clock that stands on one day.
    #[must_use]
    pub fn fixed(today: Date) -> Self {
        Self { today }
    }

    /// The day of `--as-of`, else of `SOURCE_DATE_EPOCH` (seconds since 1970, <https://reproducible-builds.org/specs/source-date-epoch/>),
    /// else the machine's. This is the only place that reads either.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is set and is not a number of seconds.
    #[expect(clippy::disallowed_methods, reason = "the one place where today comes from")]
    pub fn resolve(as_of: Option<Date>) -> Result<Self, String> {
        if let Some(today) = as_of {
            return Ok(Self { today });
        }
        let now =
            match std::env::var("SOURCE_DATE_EPOCH") {
                Ok(text) => text.parse().ok().and_then(|s| jiff::Timestamp::from_second(s).ok()).ok_or_else(|| {
                    format!("SOURCE_DATE_EPOCH is `{text}`, which is no number of seconds since 1970")
                })?,
                Err(_) => jiff::Timestamp::now(),
            };
        Ok(Self { today: now.to_zoned(jiff::tz::TimeZone::UTC).date() })
    }
}
