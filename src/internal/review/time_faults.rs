//! Times that cannot be read: what is wrong with each, and the way out.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::clock_time::parse_clock;
use super::time_forms::{Hints, in_form};
use super::time_words;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::Node;

/// Why a text is not a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not a time at all.
    Unreadable,
    /// It is a date without a time of day.
    DayOnly,
    /// It has neither an offset nor a zone.
    NoOffset,
    /// The clocks of the zone skipped it.
    Impossible,
    /// Its year is not one of [`YEARS`](base::text::YEARS).
    Year,
    /// No place on Earth has its offset from UTC.
    Offset,
}

impl Fault {
    /// `zone` is that of times without an offset.
    pub(super) fn report(self, node: &Node<'_>, text: &str, hints: &Hints, zone: Option<&TimeZone>) -> Diagnostic {
        let name = node.name();
        let word = if self == Self::Unreadable { time_words::fault(&name, text, hints, zone) } else { None };
        if let Some((message, hint)) = word {
            return node.problem(Code::InvalidTime, message).hint(hint);
        }
        let (message, hint) = match self {
            Self::Unreadable if parse_clock(text).is_some() => (
                format!("`{name}` is `{text}`, a clock time without a day"),
                "write the day too: `2026-03-02T09:14Z`, or without `Z` beside a `timezone: Europe/Berlin`",
            ),
            Self::Unreadable if !text.bytes().any(|byte| byte.is_ascii_digit()) => {
                (format!("`{name}` is `{text}`, which is not a time"), hints.unknown)
            }
            Self::Offset => (
                format!("`{name}` is `{text}`, with an offset from UTC that no place has"),
                "offsets go from `-12:00` to `+14:00`, with hours and minutes: `2026-03-02T09:14+02:00`",
            ),
            Self::Unreadable if has_short_offset(text) => (
                format!("`{name}` is `{text}`, and an offset from UTC has four digits"),
                "write its hours and minutes: `2026-03-02T09:14+02:00`",
            ),
            Self::Unreadable if is_no_day(text) => (
                format!("`{name}` is `{text}`, a day or an hour that there is not"),
                "look at the month's days and at the clock, which goes to 23:59",
            ),
            Self::Unreadable => (format!("`{name}` is `{text}`, which is not a time"), hints.form),
            Self::DayOnly => (
                format!("`{name}` is a day without a time"),
                "write the time too, `2026-03-02T09:14Z`, or leave the moment out; the day can stand in the file's name",
            ),
            Self::NoOffset => (
                format!("`{name}` has no offset from UTC"),
                "write `2026-03-02T09:14-07:00`, or give the review a `timezone: America/Denver`",
            ),
            Self::Impossible => (
                format!("`{name}` is `{text}`, an hour that the clocks skipped in this time zone"),
                "write the time with its offset from UTC",
            ),
            Self::Year => (
                format!("`{name}` is `{text}`, whose year is not between 1970 and 2099"),
                "write the year with its four digits: `2026-03-02`",
            ),
        };
        let problem = node.problem(Code::InvalidTime, message);
        match in_form(text, zone).filter(|_| hint == hints.form) {
            Some(right) => problem.hint(format!("write it as `{right}`")),
            None => problem.hint(hint),
        }
    }
}

/// Whether a text is four digits, two and two, with hyphens between them.
pub(super) fn has_form_of_day(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

fn digits(part: &str, count: usize) -> bool {
    part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text has the form of a time but impossible numbers: `2026-02-31T09:00Z`, `09:75`.
fn is_no_day(text: &str) -> bool {
    let is_clock = |text: &str| matches!(text.split_once(':'), Some((h, m)) if digits(h, 2) && digits(m, 2));
    let (Some(day), Some(clock), Some(rest)) = (text.get(..10), text.get(11..16), text.get(16..)) else {
        return is_clock(text);
    };
    let seconds = rest.get(..3).filter(|part| part.starts_with(':') && digits(&part[1..], 2));
    // With numbers that there are it is a time; else its form is wrong.
    let possible = format!("2026-01-01T00:00:00{}", &rest[seconds.map_or(0, str::len)..]);
    let has_form = possible.parse::<Timestamp>().is_ok() || possible.parse::<DateTime>().is_ok();
    has_form_of_day(day) && is_clock(clock) && has_form
}

/// Whether a text is a valid time followed by a sign and one digit, `2026-03-02T09:14+2`.
fn has_short_offset(text: &str) -> bool {
    let parts = text.rfind(['+', '-']).map(|at| text.split_at(at));
    let is_digit = |offset: &str| offset.len() == 2 && offset.ends_with(|c: char| c.is_ascii_digit());
    parts.is_some_and(|(time, offset)| is_digit(offset) && time.contains(':') && time.parse::<DateTime>().is_ok())
}
