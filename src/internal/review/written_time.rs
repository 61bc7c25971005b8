//! A time at the start of a line of prose: `14:02`, `**14:02 UTC** -`, `2026-03-02 2:05 PM PST:`.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::infer::parse_date;
use super::times::parse_clock;
use base::text::zone;

/// What was written, and what is left of the line behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WrittenTime<'t> {
    pub(super) date: Option<Date>,
    pub(super) clock: Time,
    pub(super) zone: Option<TimeZone>,
    /// The end of a span such as `14:02-14:10`.
    pub(super) until: Option<&'t str>,
    pub(super) rest: &'t str,
}

/// The first zone that a heading or a note names: `Timeline (all times UTC)`.
pub(super) fn zone_in(text: &str) -> Option<TimeZone> {
    text.split(|c: char| !c.is_alphanumeric() && c != '/' && c != '_').filter(|word| word.len() > 1).find_map(zone)
}

/// Reads the time at the start of a Markdown line, past emphasis, brackets and "about" marks.
pub(super) fn read(text: &str) -> Option<WrittenTime<'_>> {
    let text = text.trim_start_matches(is_dress);
    let (date, text) = leading_date(text);
    let (clock, text) = leading_clock(text)?;
    let (mut zone, mut text) = leading_zone(text);
    let mut until = None;
    if let Some((end, after)) = leading_end(text) {
        until = Some(end);
        let (end_zone, after) = leading_zone(after);
        zone = zone.or(end_zone);
        text = after;
    }
    let rest = text.trim_start_matches(|c| is_dress(c) || is_separator(c)).trim_end();
    // A time that runs on into a word or a number is no time: `12:30pm-ish`, `10:00.5`.
    let fraction = text.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let clean = text.is_empty() || (!fraction && text.starts_with(|c: char| is_dress(c) || is_separator(c)));
    clean.then_some(WrittenTime { date, clock, zone, until, rest })
}

fn is_dress(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[' | ']' | '(' | ')' | '~' | '≈')
}

fn is_separator(c: char) -> bool {
    matches!(c, ':' | '-' | '–' | '—' | '|' | ',' | '.' | ';' | '→' | '>')
}

fn leading_date(text: &str) -> (Option<Date>, &str) {
    if let Some(date) = text.get(..10).filter(|d| d.starts_with(|c: char| c.is_ascii_digit())).and_then(parse_date) {
        let rest = text[10..].strip_prefix('T').unwrap_or(&text[10..]);
        return (Some(date), rest.trim_start_matches(|c| is_dress(c) || c == ','));
    }
    (None, text)
}

fn leading_clock(text: &str) -> Option<(Time, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let digits = text[..end].trim_end_matches(':');
    let clock = parse_clock(digits).ok()?;
    let rest = &text[digits.len()..];
    let spaced = rest.trim_start_matches(' ');
    let half = spaced.get(..2).map(str::to_ascii_lowercase);
    let clock = match half.as_deref() {
        Some("am") if clock.hour() == 12 => clock.with().hour(0).build().ok()?,
        Some("am") if clock.hour() < 12 => clock,
        Some("pm") if clock.hour() == 12 => clock,
        Some("pm") if clock.hour() < 12 => clock.with().hour(clock.hour() + 12).build().ok()?,
        _ => return Some((clock, rest)),
    };
    Some((clock, &spaced[2..]))
}

fn leading_zone(text: &str) -> (Option<TimeZone>, &str) {
    let spaced = text.trim_start_matches([' ', '(']);
    let end = spaced.find(|c: char| !c.is_ascii_alphabetic() && c != '/' && c != '_').unwrap_or(spaced.len());
    match zone(&spaced[..end]) {
        Some(zone) => (Some(zone), &spaced[end..]),
        None => (None, text),
    }
}

/// The second clock of a span, as written.
fn leading_end(text: &str) -> Option<(&str, &str)> {
    let spaced = text.trim_start();
    let after = ["-", "–", "—", "to ", "until "].iter().find_map(|mark| spaced.strip_prefix(mark))?.trim_start();
    let (_, rest) = leading_clock(after)?;
    Some((after[..after.len() - rest.len()].trim(), rest))
}

#[cfg(test)]
mod tests {
    use super::{read, zone_in};

    fn shown(text: &str) -> Option<String> {
        let t = read(text)?;
        let part = |s: Option<String>| s.map(|s| s + " ").unwrap_or_default();
        let zone = t.zone.map(|z| z.to_offset(jiff::Timestamp::UNIX_EPOCH).to_string());
        let (date, until) = (part(t.date.map(|d| d.to_string())), part(t.until.map(|u| format!("to {u}"))));
        Some(format!("{date}{} {}{until}| {}", t.clock.strftime("%H:%M:%S"), part(zone), t.rest))
    }

    #[test]
    fn times_are_read_in_the_forms_that_people_write() {
        for (text, wanted) in [
            ("14:02 paged", "14:02:00 | paged"),
            ("**14:02 UTC** - paged", "14:02:00 +00 | paged"),
            ("`14:02`: paged", "14:02:00 | paged"),
            ("[9:05] paged", "09:05:00 | paged"),
            ("~2:05 PM PST — paged", "14:05:00 -08 | paged"),
            ("12:10am paged", "00:10:00 | paged"),
            ("2026-03-02 14:02:33 paged", "2026-03-02 14:02:33 | paged"),
            ("2026-03-02T14:02Z paged", "2026-03-02 14:02:00 +00 | paged"),
            ("14:02–14:10 CET paged", "14:02:00 +01 to 14:10 | paged"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_times() {
        for text in ["3 engines", "14 minutes", "v1:02x", "25:00 x", "12:30.5 s", "", "ratio 3:1"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn a_note_names_the_zone() {
        assert!(zone_in("Timeline (all times in CEST)").is_some());
        assert!(zone_in("Timeline, America/Denver").is_some());
        assert!(zone_in("Timeline of EVERYTHING").is_none());
    }
}
