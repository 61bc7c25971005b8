//! Times of day, dates and zones as a chart writes them: always in English, always 24 hours.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use base::text::{clock, date_words, month_name, push_two};

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

/// `MST (UTC−7)`, or `UTC+5:30` if the zone has no abbreviation, or `UTC`.
#[must_use]
pub(super) fn zone_name(at: Timestamp, zone: &TimeZone) -> String {
    let info = zone.to_offset_info(at);
    let seconds = info.offset().seconds();
    let letters = info.abbreviation();
    if seconds == 0 && matches!(letters, "UTC" | "+00" | "Etc/UTC") {
        return "UTC".to_owned();
    }
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let offset = if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") };
    if letters.starts_with(|c: char| c.is_ascii_alphabetic()) { format!("{letters} ({offset})") } else { offset }
}

/// The name of the zone between two moments; both names if the offset changes in between.
#[must_use]
pub(super) fn zone_over(from: Timestamp, to: Timestamp, zone: &TimeZone) -> String {
    let (first, last) = (zone_name(from, zone), zone_name(to, zone));
    if first == last { first } else { format!("{first}, later {last}") }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{day, day_and_year, in_full, time, zone_name, zone_over};

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

    #[test]
    fn a_zone_has_its_letters_and_its_offset() {
        let at = "2026-03-02T16:04:00Z".parse().unwrap();
        assert_eq!(zone_name(at, &zone("America/Denver")), "MST (UTC\u{2212}7)");
        assert_eq!(zone_name(at, &zone("Asia/Kolkata")), "IST (UTC+5:30)");
        assert_eq!(zone_name(at, &zone("America/Sao_Paulo")), "UTC\u{2212}3");
        assert_eq!(zone_name(at, &TimeZone::UTC), "UTC");
        let later = "2026-03-12T16:04:00Z".parse().unwrap();
        assert_eq!(zone_over(at, later, &zone("America/Denver")), "MST (UTC\u{2212}7), later MDT (UTC\u{2212}6)");
    }
}
