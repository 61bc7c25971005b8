//! Times of day, dates and zones as a chart writes them: always in English, always 24 hours.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use base::text::{clock, date_words, month_name, push_two};
use base::zone_name;

/// `16:04`, or `16:04:30` where the minute is not whole.
#[must_use]
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> String {
    let mut out = String::with_capacity(8);
    push_time(&mut out, at, zone);
    out
}

/// Appends the same.
pub(super) fn push_time(out: &mut String, at: Timestamp, zone: &TimeZone) {
    let local = zone.to_datetime(at);
    out.push_str(&clock(local.time()));
    if local.second() != 0 {
        out.push(':');
        push_two(out, local.second());
    }
}

/// `2 Mar`.
#[must_use]
pub(super) fn day(date: Date) -> String {
    // The first three letters of every month are its short name.
    format!("{} {}", date.day(), month_name(date).get(..3).unwrap_or_default())
}

/// `2 Mar 2026`.
#[must_use]
pub(super) fn day_and_year(date: Date) -> String {
    format!("{} {:04}", day(date), date.year())
}

/// `2 March 2026, 16:04`.
#[must_use]
pub(super) fn in_full(at: Timestamp, zone: &TimeZone) -> String {
    let local = zone.to_datetime(at);
    [date_words(local.date()), clock(local.time())].join(", ")
}

/// The name of the zone between two moments, as tables and sentences name it: `Denver (UTC-7)`, or `UTC`.
#[must_use]
pub(super) fn zone_over(from: Timestamp, to: Timestamp, zone: &TimeZone) -> String {
    zone_name::in_full(from, to, zone).unwrap_or_else(|| "UTC".to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{day, day_and_year, in_full, time};

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn times_are_those_of_the_zone() {
        let at = "2026-03-02T16:04:00Z".parse().unwrap();
        assert_eq!(time(at, &zone("America/Denver")), "09:04");
        assert_eq!(day(zone("Asia/Tokyo").to_datetime(at).date()), "3 Mar");
        assert_eq!(in_full(at, &TimeZone::UTC), "2 March 2026, 16:04");
        assert_eq!(time("2026-03-02T16:04:07Z".parse().unwrap(), &TimeZone::UTC), "16:04:07");
    }

    #[test]
    fn dates_are_those_of_strftime() {
        for day_of_year in 1..=365 {
            let date = jiff::civil::Date::constant(2026, 1, 1).with().day_of_year(day_of_year).build().unwrap();
            assert_eq!(day_and_year(date), date.strftime("%-d %b %Y").to_string());
            let at = date.at(9, 5, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
            assert_eq!(in_full(at, &TimeZone::UTC), date.strftime("%-d %B %Y, 09:05").to_string());
        }
    }
}
