//! Times that cannot be read: what is wrong with each, and the way out.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::clock_time::parse_clock;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::Node;

/// The ways out that are not the same in every field.
pub(super) struct Hints {
    /// For a text of which nothing better can be said.
    pub(super) form: &'static str,
    /// For one without a digit, such as `TBD`.
    pub(super) unknown: &'static str,
}

/// The hints for a moment of `times:`.
pub(super) const OF_MOMENT: Hints = Hints {
    form: "write a time as `2026-03-02T09:14Z` or `2026-03-02T09:14-07:00`",
    unknown: "take the key out until the time is known; one is written as `2026-03-02T09:14Z`",
};

/// The hints for an entry of `timeline:`, which must have a time.
pub(super) const OF_ENTRY: Hints = Hints {
    form: "write its clock time in quotes, `\"09:14\"`, or the day too, `2026-03-02T09:14Z`",
    unknown: "write its clock time, `\"09:14\"`; what has no time can be told in the text of the review",
};

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
    pub(super) fn report(self, node: &Node<'_>, text: &str, hints: &Hints) -> Diagnostic {
        let name = node.name();
        let (message, hint) = match self {
            Self::Unreadable if parse_clock(text).is_some() => (
                format!("`{name}` is `{text}`, a clock time without a day"),
                "write the day too: `2026-03-02T09:14Z`, or without `Z` beside a `timezone: Europe/Berlin`",
            ),
            Self::Unreadable if names_its_zone(text) => (
                format!("`{name}` is `{text}`, and a time takes no name of a zone"),
                "write the offset from UTC instead, `2026-03-02T09:14-07:00`, or no zone here and `timezone: America/Denver` above",
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
        match in_form(text).filter(|_| hint == hints.form) {
            Some(right) => problem.hint(format!("write it as `{right}`")),
            None => problem.hint(hint),
        }
    }
}

/// The moment in the form that is read, if only its form is wrong: `2026/03/02 9:14 GMT+2` is `2026-03-02T09:14+02:00`.
fn in_form(text: &str) -> Option<String> {
    let odd = |c: char| matches!(c, ',' | ';' | '~' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}');
    let plain = text.trim_matches(odd).replace(['\u{2212}', '\u{2013}'], "-");
    let (day, clock) = plain.split_once(['T', ' '])?;
    let day = day.trim_end_matches(',');
    let mut clock = clock.trim_start_matches('T').replace("GMT", "").replace("UTC", "").replace(' ', "");
    if clock.find(':') == Some(1) {
        clock.insert(0, '0');
    }
    if let Some(sign) = clock.rfind(['+', '-']).filter(|sign| clock.len() - sign == 2) {
        clock.insert(sign + 1, '0');
        clock.push_str(":00");
    }
    let right = format!("{}T{clock}", day.replace('/', "-"));
    right.parse::<Timestamp>().is_ok().then_some(right)
}

/// Whether a text is a valid time followed by the name of a zone: `2026-03-02 09:00 CET`, `2026-03-02T09:00 Europe/Berlin`.
fn names_its_zone(text: &str) -> bool {
    let (time, name) = text.split_at(text.find(|c: char| c.is_alphabetic() && c != 'T').unwrap_or(text.len()));
    let is_name = |c: char| c.is_alphabetic() || matches!(c, '/' | '_' | ' ');
    !name.is_empty() && name.chars().all(is_name) && time.trim_end().parse::<DateTime>().is_ok() && time.contains(':')
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
    let day = text.get(..10).is_some_and(has_form_of_day);
    let is_whole = |rest: &str| {
        rest.get(1..6)
            .is_some_and(|clock| matches!(clock.split_once(':'), Some((h, m)) if digits(h, 2) && digits(m, 2)))
    };
    let clock = matches!(text.split_once(':'), Some((hour, minute)) if digits(hour, 2) && digits(minute, 2));
    let rest = text.get(10..).unwrap_or_default();
    // If only the part after the time is wrong, the fault is the form, not the numbers.
    let plain = rest.get(6..).is_none_or(|zone| matches!(zone, "" | "Z") || zone.starts_with(['+', '-', ':']));
    clock || (day && is_whole(rest) && plain && !zone_is_odd(rest))
}

/// Whether a text is a valid time followed by a sign and one digit, `2026-03-02T09:14+2`.
fn has_short_offset(text: &str) -> bool {
    let parts = text.rfind(['+', '-']).map(|at| text.split_at(at));
    let is_digit = |offset: &str| offset.len() == 2 && offset.ends_with(|c: char| c.is_ascii_digit());
    parts.is_some_and(|(time, offset)| is_digit(offset) && time.contains(':') && time.parse::<DateTime>().is_ok())
}

/// Whether there is a space before the offset, as in ` +0200`.
fn zone_is_odd(rest: &str) -> bool {
    rest.get(6..).is_some_and(|zone| zone.starts_with(' '))
}
