//! A time zone in a calendar file (RFC 5545, 3.6.5): its offset and the rules by which it changes.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::ics_lines::line;

/// A change must follow the same rule for this many years to be written as a rule.
const YEARS: i16 = 8;

/// A change of the offset.
#[derive(Debug, Clone, Copy)]
struct Change {
    /// The local time just before the change.
    at: DateTime,
    from: Offset,
    to: Offset,
    summer: bool,
}

/// Writes the `VTIMEZONE` of a zone, for the years from `from` on.
pub(super) fn write(out: &mut String, zone: &TimeZone, name: &str, from: Date) {
    line(out, "BEGIN", "VTIMEZONE");
    line(out, "TZID", name);
    let changes = changes(zone, from);
    if changes.is_empty() {
        let offset = from.to_zoned(zone.clone()).map_or(Offset::UTC, |at| at.offset());
        observance(out, "STANDARD", (offset, offset), "19700101T000000", None);
    }
    for summer in [true, false] {
        let of: Vec<_> = changes.iter().filter(|change| change.summer == summer).copied().collect();
        let Some(first) = of.first() else { continue };
        let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
        match rule(&of) {
            Some(rule) => observance(out, kind, (first.from, first.to), &stamp(first.at), Some(&rule)),
            // Changes that follow no rule, such as those by a lunar calendar, are written one by one.
            None => of.iter().for_each(|c| observance(out, kind, (c.from, c.to), &stamp(c.at), None)),
        }
    }
    line(out, "END", "VTIMEZONE");
}

/// The changes of the years that matter, including the year before.
fn changes(zone: &TimeZone, from: Date) -> Vec<Change> {
    let date = |year: i16| Date::new(year, 1, 1).unwrap_or(Date::MIN).to_zoned(TimeZone::UTC).map(|at| at.timestamp());
    let (Ok(start), Ok(end)) = (date(from.year() - 1), date(from.year() + YEARS)) else { return Vec::new() };
    let mut before = zone.to_offset(start);
    let mut found = Vec::new();
    for change in zone.following(start).take_while(|change| change.timestamp() < end) {
        let (from, to) = (before, change.offset());
        before = to;
        if from != to {
            found.push(Change { at: from.to_datetime(change.timestamp()), from, to, summer: change.dst().is_dst() });
        }
    }
    found
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`, if all changes follow the same rule.
fn rule(changes: &[Change]) -> Option<String> {
    let first = changes.first()?;
    let same = |c: &Change| {
        (c.at.month(), c.at.weekday(), c.at.time(), c.from, c.to)
            == (first.at.month(), first.at.weekday(), first.at.time(), first.from, first.to)
    };
    let years = changes.windows(2).all(|pair| pair[1].at.year() == pair[0].at.year() + 1);
    if !changes.iter().all(same) || !years || changes.len() < usize::try_from(YEARS).unwrap_or(1) {
        return None;
    }
    let last = changes.iter().all(|c| c.at.day() > c.at.date().days_in_month() - 7);
    let nth = (first.at.day() - 1) / 7 + 1;
    let is_nth = changes.iter().all(|c| (c.at.day() - 1) / 7 + 1 == nth);
    let nth = if last { -1 } else { nth };
    let day = first.at.strftime("%a").to_string().to_uppercase();
    (last || is_nth).then(|| format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{}", first.at.month(), &day[..2]))
}

fn observance(out: &mut String, kind: &str, (from, to): (Offset, Offset), start: &str, rule: Option<&str>) {
    line(out, "BEGIN", kind);
    line(out, "DTSTART", start);
    line(out, "TZOFFSETFROM", &offset(from));
    line(out, "TZOFFSETTO", &offset(to));
    if let Some(rule) = rule {
        line(out, "RRULE", rule);
    }
    line(out, "END", kind);
}

/// `+0200`.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", seconds.abs() / 3600, seconds.abs() / 60 % 60)
}

/// `20261119T140000`.
pub(super) fn stamp(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::write;

    fn zone(name: &str) -> String {
        let mut out = String::new();
        write(&mut out, &TimeZone::get(name).unwrap(), name, "2026-11-19".parse().unwrap());
        out
    }

    #[test]
    fn rules_are_those_that_the_zone_has() {
        let copenhagen = zone("Europe/Copenhagen");
        assert!(copenhagen.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"), "{copenhagen}");
        assert!(copenhagen.contains("DTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"));
        assert!(copenhagen.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"));
        let denver = zone("America/Denver");
        assert!(denver.contains("BYMONTH=3;BYDAY=2SU") && denver.contains("BYMONTH=11;BYDAY=1SU"), "{denver}");
        let auckland = zone("Pacific/Auckland");
        assert!(auckland.contains("BYMONTH=9;BYDAY=-1SU") && auckland.contains("BYMONTH=4;BYDAY=1SU"), "{auckland}");
    }

    #[test]
    fn zones_without_a_rule_are_written_too() {
        let kolkata = zone("Asia/Kolkata");
        assert!(kolkata.contains("TZOFFSETTO:+0530") && !kolkata.contains("RRULE"), "{kolkata}");
        // Morocco changes its offset with Ramadan.
        let casablanca = zone("Africa/Casablanca");
        assert!(casablanca.matches("BEGIN:STANDARD").count() + casablanca.matches("BEGIN:DAYLIGHT").count() > 4);
        assert!(!casablanca.contains("RRULE"));
    }
}
