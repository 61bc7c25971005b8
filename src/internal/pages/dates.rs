//! Dates and times as pages show them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::views::{DateView, TimeView};
use crate::text::{clock, push_two};
pub(super) use crate::text::{date_words as words, iso_duration};

/// `2 March 2026`.
pub(super) fn date(date: Date) -> DateView {
    DateView { iso: date.to_string(), words: words(date) }
}

/// A moment in UTC and in `zone`.
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> TimeView {
    let utc = Offset::UTC.to_datetime(at);
    let clock = clock(utc.time());
    let mut iso = utc.date().to_string();
    iso.extend(["T", &clock, ":"]);
    push_two(&mut iso, utc.second());
    iso.push('Z');
    TimeView { iso, utc: [&words(utc.date()), ", ", &clock, " UTC"].concat(), local: local(at, zone), clock }
}

/// `09:04 Denver (16:04 UTC)`; `16:04 UTC` there.
pub(super) fn both_clocks(at: Timestamp, zone: &TimeZone) -> String {
    let utc = clock(Offset::UTC.to_datetime(at).time());
    local(at, zone).map_or_else(|| format!("{utc} UTC"), |local| format!("{local} ({utc} UTC)"))
}

/// `09:04 Denver`, with the day when it is another one there; none in UTC.
fn local(at: Timestamp, zone: &TimeZone) -> Option<String> {
    let place = place(at, zone)?;
    let there = zone.to_datetime(at);
    let day = if there.date() == Offset::UTC.to_datetime(at).date() {
        String::new()
    } else {
        there.strftime("%-d %B, ").to_string()
    };
    Some(format!("{day}{} {place}", clock(there.time())))
}

/// `Denver` of `America/Denver`; `UTC-7` of an offset; none for UTC itself.
fn place(at: Timestamp, zone: &TimeZone) -> Option<String> {
    if let Some(name) = zone.iana_name() {
        let is_utc = matches!(name, "UTC" | "Etc/UTC" | "Etc/GMT" | "GMT");
        return (!is_utc).then(|| name.rsplit('/').next().unwrap_or(name).replace('_', " "));
    }
    offset(at, zone)
}

/// `UTC-7`, `UTC+5:30`; none for UTC.
fn offset(at: Timestamp, zone: &TimeZone) -> Option<String> {
    let seconds = zone.to_offset(at).seconds();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
    (seconds != 0).then(|| format!("UTC{sign}{hours}{minutes}"))
}

/// `All times UTC; Denver is UTC-7.`
pub(super) fn zone_note(at: Timestamp, zone: &TimeZone) -> String {
    match (place(at, zone), offset(at, zone)) {
        (Some(place), Some(offset)) if place != offset => format!("All times UTC; {place} is {offset}."),
        (Some(place), None) => format!("All times UTC; {place} is on UTC."),
        (Some(place), Some(_)) => format!("All times UTC, and {place}."),
        (None, _) => "All times UTC.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{time, zone_note};
    use jiff::tz::{Offset, TimeZone};

    #[test]
    fn a_moment_is_told_in_utc_and_on_the_spot() {
        let at = "2026-03-02T16:04:00Z".parse().unwrap();
        let denver = TimeZone::get("America/Denver").unwrap();
        let shown = time(at, &denver);
        assert_eq!(shown.utc, "2 March 2026, 16:04 UTC");
        assert_eq!(shown.local.as_deref(), Some("09:04 Denver"));
        assert_eq!(time(at, &TimeZone::UTC).local, None);
        let night = "2026-03-02T03:00:00Z".parse().unwrap();
        assert_eq!(time(night, &denver).local.as_deref(), Some("1 March, 20:00 Denver"));
        assert_eq!(zone_note(at, &denver), "All times UTC; Denver is UTC-7.");
        let india = TimeZone::fixed(Offset::from_seconds(19_800).unwrap());
        assert_eq!(zone_note(at, &india), "All times UTC, and UTC+5:30.");
    }
}
