//! Times with a word behind them, in front matter: `9:14 Uhr`, `2026-03-02 09:00 CET`.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::clock_time::parse_clock;
use super::time_forms::{Hints, in_form};

/// Words that only say that a time is one.
const O_CLOCK: [&str; 6] = ["uhr", "uur", "h", "hrs", "hours", "o'clock"];

/// What is wrong with a time that has a word behind it, and the way out.
pub(super) fn fault(name: &str, text: &str, hints: &Hints, zone: Option<&TimeZone>) -> Option<(String, String)> {
    let (time, word) = parted(text)?;
    let form = |clock: jiff::civil::Time| if clock.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    let clock = parse_clock(time).map(|clock| clock.strftime(form(clock)).to_string());
    if O_CLOCK.contains(&word.to_lowercase().as_str()) {
        let message = format!("`{name}` is `{text}`, and a time takes no word behind it");
        let hint = match (clock, in_form(time, zone)) {
            (Some(clock), _) if hints.takes_clock => format!("write it without `{word}`, in quotes: `\"{clock}\"`"),
            (Some(clock), _) => {
                let offset = if zone.is_some() { "" } else { "Z" };
                format!("write the day too, and no `{word}`: `2026-03-02T{clock}{offset}`")
            }
            (None, Some(right)) => format!("write it without `{word}`: `{right}`"),
            (None, None) => {
                let right = in_form(time, Some(&TimeZone::UTC))?;
                format!(
                    "write it as `{right}`, without `{word}` and with its offset from UTC behind it, or give the review a `timezone: Europe/Berlin`"
                )
            }
        };
        return Some((message, hint));
    }
    let is_moment = time.contains(':') && time.parse::<DateTime>().is_ok();
    let hint = match clock {
        None if !is_moment || !is_name(word) => return None,
        Some(_) if !is_abbreviation(word) || !hints.takes_clock => return None,
        Some(clock) if zone.is_some() => {
            format!(
                "write `\"{clock}\"`, which is read in the review's own zone, or the day and the offset from UTC too"
            )
        }
        Some(clock) => format!(
            "write no zone, `\"{clock}\"`, and its place above, `timezone: America/Denver`, or the day and the offset from UTC too"
        ),
        None => {
            let right = in_form(text, zone).unwrap_or_else(|| "2026-03-02T09:14-07:00".to_owned());
            let or = match zone {
                Some(_) => "no zone, and it is read in the review's own",
                None => "no zone here and `timezone: America/Denver` above",
            };
            format!("write the offset from UTC instead, `{right}`, or {or}")
        }
    };
    Some((format!("`{name}` is `{text}`, and a time takes no name of a zone"), hint))
}

/// The time and the words behind it; a `T` before a digit is part of the time.
fn parted(text: &str) -> Option<(&str, &str)> {
    let is_next_digit = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let is_first = |&(at, c): &(usize, char)| c.is_alphabetic() && !(c == 'T' && is_next_digit(at));
    let (at, _) = text.char_indices().find(is_first)?;
    let (time, word) = text.split_at(at);
    let is_half_of_day = ["am", "pm"].iter().any(|half| word.replace('.', "").eq_ignore_ascii_case(half));
    (!is_half_of_day).then(|| (time.trim_end(), word.trim_end()))
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | '_' | ' '))
}

/// Capitals that are no zone: the last is the end of a day.
const NO_ZONES: [&str; 6] = ["TBD", "TBC", "TODO", "DONE", "ETA", "EOD"];

/// Whether a word is like `CET` or `Europe/Berlin`.
fn is_abbreviation(word: &str) -> bool {
    let is_short = matches!(word.len(), 2..=5) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_name(word) && !NO_ZONES.contains(&word) && (is_short || word.contains('/'))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::super::time_forms::{OF_ENTRY, OF_MOMENT};
    use super::fault;

    #[test]
    fn a_word_that_says_nothing_is_taken_away() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let entry = |text, zone| fault("at", text, &OF_ENTRY, zone).map(|(_, hint)| hint).unwrap_or_default();
        assert_eq!(entry("9:14 Uhr", None), "write it without `Uhr`, in quotes: `\"09:14\"`");
        assert_eq!(entry("2026-03-02 09:14 Uhr", Some(&berlin)), "write it without `Uhr`: `2026-03-02T09:14`");
        assert_eq!(entry("2.3.2026 9:14 uur", Some(&berlin)), "write it without `uur`: `2026-03-02T09:14`");
        assert_eq!(
            entry("2026-03-02 09:14 Uhr", None),
            "write it as `2026-03-02T09:14`, without `Uhr` and with its offset from UTC behind it, or give the review a `timezone: Europe/Berlin`"
        );
        assert_eq!(entry("9:14:30 Uhr", None), "write it without `Uhr`, in quotes: `\"09:14:30\"`");
        let moment = fault("times.started", "9:14 Uhr", &OF_MOMENT, Some(&berlin)).unwrap();
        assert_eq!(moment.1, "write the day too, and no `Uhr`: `2026-03-02T09:14`");
        let moment = fault("times.started", "9:14 Uhr", &OF_MOMENT, None).unwrap();
        assert_eq!(moment.0, "`times.started` is `9:14 Uhr`, and a time takes no word behind it");
        assert_eq!(moment.1, "write the day too, and no `Uhr`: `2026-03-02T09:14Z`");
    }

    #[test]
    fn a_zone_becomes_its_offset_where_that_is_known() {
        let hint = |text| fault("at", text, &OF_ENTRY, None).map(|(_, hint)| hint).unwrap_or_default();
        assert!(hint("2026-03-02 09:14 TRT").contains("instead, `2026-03-02T09:14+03:00`, or no zone here"));
        assert!(hint("2026-03-02 09:14 XYT").contains("instead, `2026-03-02T09:14-07:00`, or no zone here"));
        assert!(hint("09:22 CET").starts_with("write no zone, `\"09:22\"`, and its place above"));
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let beside = |text: &str| fault("at", text, &OF_ENTRY, Some(&berlin)).map(|(_, hint)| hint).unwrap_or_default();
        assert!(beside("09:22 CET").starts_with("write `\"09:22\"`, which is read in the review's own zone"));
        for (zone, offset) in [("XYT", "-07:00"), ("TRT", "+03:00")] {
            let hint = beside(&format!("2026-03-02 09:14 {zone}"));
            assert!(
                hint.ends_with(&format!("`2026-03-02T09:14{offset}`, or no zone, and it is read in the review's own")),
                "{hint}"
            );
        }
        for text in ["09:22 TBD", "09:22 DONE", "09:22 EOD"] {
            assert_eq!(fault("at", text, &OF_ENTRY, None), None, "{text}");
        }
        for text in ["2026-03-02 09:14 PM", "09:14 approx", "soon", "09:14", "2026-03-02T09:14", "TBD", "é"] {
            assert_eq!(fault("at", text, &OF_ENTRY, None), None, "{text}");
        }
    }
}
