//! Dates and times in words, and durations in ISO 8601.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// Years that an incident, a review or an action can have; a date of any other year is mistyped.
pub const YEARS: Range<i16> = 1970..2100;

/// The months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day of a moment in UTC.
#[must_use]
pub fn utc_day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// `2 March 2026`.
///
/// Written without a format pattern: every page has dozens of dates, and parsing a pattern each time costs more than
/// formatting.
#[must_use]
pub fn date_words(date: Date) -> String {
    let (mut day, mut year) = (itoa::Buffer::new(), itoa::Buffer::new());
    let year = year.format(date.year());
    let zeros = if date.year() >= 0 { &"0000"[year.len().min(4)..] } else { "" };
    [day.format(date.day()), " ", month_name(date), " ", zeros, year].concat()
}

/// `March`.
#[must_use]
pub fn month_name(date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or_default()
}

/// `16:04`.
#[must_use]
pub fn clock(time: Time) -> String {
    let mut out = String::with_capacity(8);
    push_two(&mut out, time.hour());
    out.push(':');
    push_two(&mut out, time.minute());
    out
}

/// Appends a number below 100 with two digits.
pub fn push_two(out: &mut String, n: i8) {
    if n < 10 {
        out.push('0');
    }
    out.push_str(itoa::Buffer::new().format(n));
}

/// An ISO 8601 duration: `PT2H10M`; never negative.
#[must_use]
pub fn iso_duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let part = |n: i64, unit: char| if n > 0 { format!("{n}{unit}") } else { String::new() };
    let time = [part(seconds / 3600, 'H'), part(seconds / 60 % 60, 'M'), part(seconds % 60, 'S')].concat();
    if time.is_empty() { "PT0S".to_owned() } else { format!("PT{time}") }
}

#[cfg(test)]
mod tests {
    use super::{clock, date_words, iso_duration, month_name};

    #[test]
    fn dates_are_words_and_durations_are_iso() {
        assert_eq!(date_words("2026-03-02".parse().unwrap()), "2 March 2026");
        assert_eq!(date_words("0099-12-31".parse().unwrap()), "31 December 0099");
        assert_eq!(month_name("2026-03-02".parse().unwrap()), "March");
        assert_eq!(clock(jiff::civil::time(9, 4, 59, 0)), "09:04");
        assert_eq!(iso_duration(7800), "PT2H10M");
        assert_eq!(iso_duration(0), "PT0S");
        assert_eq!(iso_duration(-5), "PT0S");
    }
}
