//! Dates and times in YAML, in the forms that people write.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::clock_time::parse_clock;
use super::time_faults::{Fault, has_form_of_day};
use super::time_forms::{Hints, OF_ENTRY, OF_MOMENT};
use super::written_day;
use base::diagnostics::{Code, Diagnostic};
use base::text::YEARS;
use base::yaml::{Fields, Node};

/// A moment: RFC 3339 with an offset, or a local time in `zone`.
pub(super) fn moment(node: &Node<'_>, zone: Option<&TimeZone>, problems: &mut Vec<Diagnostic>) -> Option<Timestamp> {
    read(node, zone, &OF_MOMENT, problems)
}

fn read(node: &Node<'_>, zone: Option<&TimeZone>, hints: &Hints, problems: &mut Vec<Diagnostic>) -> Option<Timestamp> {
    let text = node.text_in_form("a time", hints.form, problems)?;
    match parse_moment(&text, zone) {
        Ok(moment) => Some(moment),
        Err(fault) => {
            problems.push(fault.report(node, &text, hints, zone));
            None
        }
    }
}

/// The reference for a time without a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Near {
    /// The entry before: an earlier time of day means the next day.
    After(Timestamp),
    /// The start of the incident: the nearest such time, up to half a day before or after.
    Around(Timestamp),
}

/// A moment, or a time of day in the zone `clocks`, whose day follows from `near`.
pub(super) fn entry_time(
    node: &Node<'_>,
    zone: Option<&TimeZone>,
    clocks: Option<&TimeZone>,
    near: Option<Near>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Timestamp> {
    let text = node.text_in_form("a time", OF_ENTRY.form, problems)?;
    let Some(clock) = parse_clock(&text) else { return read(node, zone, &OF_ENTRY, problems) };
    let Some(near) = near else {
        let message = format!("`{}` is the clock time `{text}`, but no day is known", node.name());
        problems.push(
            node.problem(Code::InvalidTime, message)
                .hint("give `times.started`, or write the day too: `2026-03-02T09:14Z`"),
        );
        return None;
    };
    let utc = TimeZone::UTC;
    let clocks = clocks.unwrap_or(&utc);
    let found = match near {
        Near::After(previous) => after(previous, clock, clocks),
        Near::Around(start) => around(start, clock, clocks),
    };
    if found.is_none() {
        problems.push(Fault::Impossible.report(node, &text, &OF_ENTRY, zone));
    }
    found
}

/// The first moment at or after `previous` at which it is `clock` in `zone`, to the minute.
pub(super) fn after(previous: Timestamp, clock: Time, zone: &TimeZone) -> Option<Timestamp> {
    let local = previous.to_zoned(zone.clone());
    let same_day = local.date().to_datetime(clock).to_zoned(zone.clone()).ok()?;
    let minute = local.with().second(0).subsec_nanosecond(0).build().ok()?;
    let moment = if same_day < minute { same_day.checked_add(1.day()).ok()? } else { same_day };
    Some(moment.timestamp())
}

/// The moment nearest to `start` at which it is `clock` in `zone`.
fn around(start: Timestamp, clock: Time, zone: &TimeZone) -> Option<Timestamp> {
    let day = start.to_zoned(zone.clone()).date();
    let days = [day.yesterday().ok()?, day, day.tomorrow().ok()?];
    let moments = days.into_iter().filter_map(|day| day.to_datetime(clock).to_zoned(zone.clone()).ok());
    moments.map(|moment| moment.timestamp()).min_by_key(|moment| (moment.as_second() - start.as_second()).abs())
}

/// A day, `2026-03-02`.
pub(super) fn date(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    const FORM: &str = "write a day as `2026-03-02`";
    let text = node.text_in_form("a day", FORM, problems)?;
    match text.parse::<Date>() {
        Ok(date) if text.len() == 10 && YEARS.contains(&date.year()) => Some(date),
        Ok(_) if text.len() == 10 => {
            problems.push(Fault::Year.report(node, &text, &OF_MOMENT, None));
            None
        }
        _ => {
            let message = format!("`{}` is `{text}`, which is not a day", node.name());
            // A time may follow it.
            let written =
                written_day::leading(&text).filter(|(_, rest)| rest.is_empty() || rest.starts_with(['T', ' ']));
            let hint = match written.and_then(|(day, _)| written_day::date(day, None, None)) {
                Some(right) => format!("write it as `{right}`"),
                None if has_form_of_day(&text) => "look at the month's days".to_owned(),
                None => FORM.to_owned(),
            };
            problems.push(node.problem(Code::InvalidTime, message).hint(hint));
            None
        }
    }
}

/// The day of a key.
pub(super) fn date_of<'n>(fields: &Fields<'n>, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    fields.get(key).and_then(|node| date(&node, problems))
}

/// The day of a key that the mapping must have.
pub(super) fn required_date<'n>(fields: &Fields<'n>, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    date(&fields.required_value(key, problems)?, problems)
}

/// Whether an offset from UTC lies outside of those that places have.
fn is_no_offset(text: &str) -> bool {
    const HOUR: i32 = 60 * 60;
    let offset = Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset());
    offset.is_some_and(|offset| !(-12 * HOUR..=14 * HOUR).contains(&offset.seconds()))
}

pub(super) fn parse_moment(text: &str, zone: Option<&TimeZone>) -> Result<Timestamp, Fault> {
    let moment = any_moment(text, zone)?;
    if is_no_offset(text) {
        return Err(Fault::Offset);
    }
    if YEARS.contains(&moment.to_zoned(TimeZone::UTC).year()) { Ok(moment) } else { Err(Fault::Year) }
}

/// A moment of any year.
fn any_moment(text: &str, zone: Option<&TimeZone>) -> Result<Timestamp, Fault> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Ok(moment);
    }
    let local = text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
    if text.len() > local.len() && matches!(text[local.len()..].trim(), "UTC" | "GMT" | "Z") {
        return any_moment(local, Some(&TimeZone::UTC));
    }
    if text.len() <= 10 {
        return Err(if text.parse::<Date>().is_ok() { Fault::DayOnly } else { Fault::Unreadable });
    }
    let local: DateTime = text.parse().map_err(|_| Fault::Unreadable)?;
    let zone = zone.ok_or(Fault::NoOffset)?;
    let ambiguous = zone.to_ambiguous_timestamp(local);
    if matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(Fault::Impossible);
    }
    // In the hour that occurs twice in autumn, the first is meant unless an offset is given.
    ambiguous.earlier().map_err(|_| Fault::Unreadable)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Fault, after, around, parse_clock, parse_moment};

    fn denver() -> TimeZone {
        TimeZone::get("America/Denver").unwrap()
    }

    #[test]
    fn a_moment_has_an_offset_or_a_zone() {
        let read = |text| parse_moment(text, Some(&denver())).map(|t| t.to_string());
        assert_eq!(read("2026-03-02T09:14-07:00").unwrap(), "2026-03-02T16:14:00Z");
        assert_eq!(read("2026-03-02T16:14:05Z").unwrap(), "2026-03-02T16:14:05Z");
        assert_eq!(read("2026-03-02 09:14").unwrap(), "2026-03-02T16:14:00Z");
        assert_eq!(read("2026-03-02 16:14 UTC").unwrap(), "2026-03-02T16:14:00Z");
        assert_eq!(parse_moment("2026-03-02T09:14", None), Err(Fault::NoOffset));
        assert_eq!(read("2026-03-02"), Err(Fault::DayOnly));
        assert_eq!(read("yesterday"), Err(Fault::Unreadable));
        assert_eq!(read("0206-03-02T09:14Z"), Err(Fault::Year));
        assert_eq!(read("2206-03-02 09:14"), Err(Fault::Year));
        assert_eq!(read("yesterday evening"), Err(Fault::Unreadable));
        assert_eq!(read("2026-03-02T09:14+25:00"), Err(Fault::Offset));
        assert_eq!(read("2026-03-02T09:14+15:00"), Err(Fault::Offset));
        assert!(read("2026-03-02T09:14+14:00").is_ok() && read("2026-03-02T09:14-12:00").is_ok());
    }

    #[test]
    fn the_skipped_hour_is_refused_and_the_repeated_one_is_its_first_pass() {
        assert_eq!(parse_moment("2026-03-08T02:30", Some(&denver())), Err(Fault::Impossible));
        let first = parse_moment("2026-11-01T01:30", Some(&denver())).unwrap();
        assert_eq!(first.to_string(), "2026-11-01T07:30:00Z");
    }

    #[test]
    fn a_clock_time_rolls_over_midnight() {
        let at = |t: &str| t.parse().unwrap();
        let clock = |t| parse_clock(t).unwrap();
        let utc = TimeZone::UTC;
        assert_eq!(after(at("2026-03-02T23:50Z"), clock("23:55"), &utc).unwrap(), at("2026-03-02T23:55Z"));
        assert_eq!(after(at("2026-03-02T23:50Z"), clock("0:05"), &utc).unwrap(), at("2026-03-03T00:05Z"));
        assert_eq!(after(at("2026-03-02T23:50:40Z"), clock("23:50"), &utc).unwrap(), at("2026-03-02T23:50Z"));
    }

    #[test]
    fn the_first_entry_is_the_nearest_to_the_start_before_or_after() {
        let at = |t: &str| t.parse().unwrap();
        let clock = |t| parse_clock(t).unwrap();
        let utc = TimeZone::UTC;
        assert_eq!(around(at("2026-03-02T22:12Z"), clock("21:00"), &utc).unwrap(), at("2026-03-02T21:00Z"));
        assert_eq!(around(at("2026-03-02T23:50Z"), clock("00:05"), &utc).unwrap(), at("2026-03-03T00:05Z"));
        assert_eq!(around(at("2026-03-02T00:05Z"), clock("23:50"), &utc).unwrap(), at("2026-03-01T23:50Z"));
    }
}
