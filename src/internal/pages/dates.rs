//! Dates and times as pages show them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use super::pieces::{DateView, TimeView};
use base::text::{clock, push_two};
pub(super) use base::text::{date_words as words, iso_duration};
use base::zone_name;

/// `2 March 2026`.
pub(super) fn date(date: Date) -> DateView {
    DateView { iso: date.to_string(), words: words(date) }
}

/// A moment in `zone`, and in UTC if that differs.
pub(super) fn time(at: Timestamp, zone: &TimeZone) -> TimeView {
    let utc = Offset::UTC.to_datetime(at);
    let mut iso = utc.date().to_string();
    iso.extend(["T", &clock(utc.time()), ":"]);
    push_two(&mut iso, utc.second());
    iso.push('Z');
    let there = zone.to_datetime(at);
    let own = clock(there.time());
    let words = [&words(there.date()), ", ", &own, " ", &place_name(at, zone)].concat();
    TimeView { iso, clock: own, words, utc: utc_beside(at, zone) }
}

/// The day of a moment in `zone`.
pub(super) fn day(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at).date()
}

/// `Denver`, or `UTC`.
pub(super) fn place_name(at: Timestamp, zone: &TimeZone) -> String {
    zone_name::short(at, zone).unwrap_or_else(|| "UTC".to_owned())
}

/// `16:04 UTC`, with the day if it differs from the day in `zone`; `None` if `zone` is UTC.
fn utc_beside(at: Timestamp, zone: &TimeZone) -> Option<String> {
    zone_name::short(at, zone)?;
    let utc = Offset::UTC.to_datetime(at);
    let is_same_day = utc.date() == day(at, zone);
    let day = if is_same_day { String::new() } else { utc.strftime("%-d %B, ").to_string() };
    Some([&day, &clock(utc.time()), " UTC"].concat())
}

/// `09:04 Denver (16:04 UTC)`; only `16:04 UTC` if the zone is UTC.
pub(super) fn both_clocks(at: Timestamp, zone: &TimeZone) -> String {
    let utc = clock(Offset::UTC.to_datetime(at).time());
    local(at, zone).map_or_else(|| format!("{utc} UTC"), |local| format!("{local} ({utc} UTC)"))
}

/// The same with the day: `25 August, 14:10 Copenhagen (12:10 UTC)`.
pub(super) fn day_and_clocks(at: Timestamp, zone: &TimeZone) -> String {
    let there = zone.to_datetime(at);
    let own = format!("{}, {} {}", there.strftime("%-d %B"), clock(there.time()), place_name(at, zone));
    utc_beside(at, zone).map_or_else(|| own.clone(), |utc| format!("{own} ({utc})"))
}

/// `09:04 Denver`, with the day if it differs from the day in UTC; `None` if the zone is UTC.
fn local(at: Timestamp, zone: &TimeZone) -> Option<String> {
    let place = zone_name::short(at, zone)?;
    let there = zone.to_datetime(at);
    let day = if there.date() == Offset::UTC.to_datetime(at).date() {
        String::new()
    } else {
        there.strftime("%-d %B, ").to_string()
    };
    Some(format!("{day}{} {place}", clock(there.time())))
}

/// `Times in Denver (UTC-7), UTC beneath.`; both offsets if the offset changes in between.
pub(super) fn zone_note(first: Timestamp, last: Timestamp, zone: &TimeZone) -> String {
    zone_name::in_full(first, last, zone)
        .map_or_else(|| "Times in UTC.".to_owned(), |name| format!("Times in {name}, UTC beneath."))
}

#[cfg(test)]
mod tests {
    use super::{day, time, zone_note};
    use jiff::tz::{Offset, TimeZone};

    #[test]
    fn a_moment_is_told_on_its_own_clock_first() {
        let at = "2026-03-02T16:04:00Z".parse().unwrap();
        let denver = TimeZone::get("America/Denver").unwrap();
        let shown = time(at, &denver);
        assert_eq!((&*shown.clock, &*shown.words), ("09:04", "2 March 2026, 09:04 Denver"));
        assert_eq!(shown.utc.as_deref(), Some("16:04 UTC"));
        assert_eq!(shown.iso, "2026-03-02T16:04:00Z");
        let there = time(at, &TimeZone::UTC);
        assert_eq!((&*there.words, there.utc), ("2 March 2026, 16:04 UTC", None));
        let night = "2026-03-02T03:00:00Z".parse().unwrap();
        assert_eq!(time(night, &denver).utc.as_deref(), Some("2 March, 03:00 UTC"));
        assert_eq!(day(night, &denver).to_string(), "2026-03-01");
    }

    #[test]
    fn the_note_says_whose_clock_it_is() {
        let at = "2026-03-02T16:04:00Z".parse().unwrap();
        let later = "2026-03-12T16:04:00Z".parse().unwrap();
        let denver = TimeZone::get("America/Denver").unwrap();
        assert_eq!(zone_note(at, at, &denver), "Times in Denver (UTC-7), UTC beneath.");
        assert_eq!(zone_note(at, later, &denver), "Times in Denver (UTC-7, later UTC-6), UTC beneath.");
        let india = TimeZone::fixed(Offset::from_seconds(19_800).unwrap());
        assert_eq!(zone_note(at, at, &india), "Times in UTC+5:30, UTC beneath.");
        assert_eq!(zone_note(at, at, &TimeZone::UTC), "Times in UTC.");
    }
}
