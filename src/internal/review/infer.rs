//! Date, severity and duration from the text of files that have no front matter for them.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

use super::{Fact, Origin, Review};
use base::diagnostics::{Code, Diagnostic, Place};
use base::phases::{Measure, Said, Source, duration_in};
use base::text::YEARS;
use markdown::plain_text;
use site::config::Config;

/// How many lines at the top are searched for labels such as `Date:`.
pub(super) const TOP_LINES: usize = 60;

/// Fills date, severity and duration if the front matter has none, and notes where each was read.
pub(super) fn fill(review: &mut Review, config: &Config, problems: &mut Vec<Diagnostic>) {
    if review.severity.is_none()
        && let Some(found) = labelled(review, &["severity", "sev"])
    {
        review.severity = severity(&found.value, config);
        if let Some(key) = &review.severity {
            problems.push(note(review, &found, &format!("severity `{key}`")));
            review.origins.push((Fact::Severity, Origin::named(found.start)));
        }
    }
    review.measure = config.kind(&review.kind).map_or(Measure::Harm, |kind| kind.measure);
    if review.measure == Measure::Harm && review.impact.customers.as_deref().is_some_and(says_no) {
        review.measure = Measure::Mitigation;
    }
    let of_impact = review.impact.summary.as_deref().and_then(|text| duration_in(&plain_text(text)));
    review.said = of_impact.map(|seconds| Said { seconds, source: Source::Impact });
    if let Some(words) = review.headline().filter(|figure| figure.ends.is_none()) {
        let what = format!("the time of harm, {}, was read from the impact", base::text::duration(words.seconds));
        let place = review.place_in(&["impact", "summary"]);
        problems.push(
            Diagnostic::new(Code::Inferred, what)
                .at(place)
                .hint("`times.started` and `times.mitigated` say it to the minute"),
        );
    }
    if review.duration().is_none()
        && let Some(found) = labelled(review, &["duration", "total duration", "incident duration", "outage duration"])
    {
        review.said = duration(&found.value).map(|seconds| Said { seconds, source: Source::Text });
        if let Some(Said { seconds, .. }) = review.said {
            problems.push(note(review, &found, &format!("duration {}", base::text::duration(seconds))));
            review.origins.push((Fact::Duration, Origin::named(found.start)));
        }
    }
    let first = review.moments.started.or(review.moments.detected).or(review.moments.resolved);
    let of_moments = first.map(|t| t.to_zoned(review.zone.clone()).date());
    let known = of_moments.or_else(|| date_in_path(&review.source));
    review.date = known.or_else(|| date_in_text(review, problems)).or(review.published);
}

/// Whether an impact says that no customers were affected.
fn says_no(customers: &str) -> bool {
    matches!(customers.trim().trim_end_matches('.').to_lowercase().as_str(), "no" | "none" | "false" | "0" | "nobody")
}

/// The severity of the scale that a text names by key or label: `SEV-1`, `sev1`, `Sev 1 (critical)`.
pub(super) fn severity(text: &str, config: &Config) -> Option<String> {
    if let Some(key) = config.mapped_severity(&plain_text(text)) {
        return Some(key.to_owned());
    }
    let plain = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let lead = text.split(['(', ',', ';', '/', ':', '–', '—']).next().unwrap_or(text);
    let wanted = plain(lead);
    let of = |name: &str| plain(name) == wanted;
    config.severities.iter().find(|s| of(&s.key) || of(&s.label)).map(|s| s.key.clone())
}

/// A value after a label, with its place in the body.
pub(super) struct Found {
    pub(super) value: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The text after `Label:` on its own line near the top, with any marks around it (`**Date**: x`, `- Date: x`, `| Date | x |`).
pub(super) fn labelled(review: &Review, labels: &[&str]) -> Option<Found> {
    let mut start = 0;
    for line in review.body().split_inclusive('\n').take(TOP_LINES) {
        let end = start + line.trim_end().len();
        if let Some(value) = value_behind(line, labels) {
            return Some(Found { value, start, end });
        }
        start += line.len();
    }
    None
}

/// The text after such a label, to the end of its paragraph, as plain text.
pub(super) fn labelled_text(review: &Review, labels: &[&str]) -> Option<String> {
    let found = labelled(review, labels)?;
    let ends = |line: &&str| {
        let line = line.trim_start();
        !line.is_empty() && !line.starts_with(['-', '*', '+', '|', '#', '>', '`']) && !line.contains(": ")
    };
    let rest = review.body()[found.end..].lines().skip(1).take_while(ends);
    let text = std::iter::once(found.value.as_str()).chain(rest).collect::<Vec<_>>().join(" ");
    Some(markdown::plain_text(&text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text after a label, unless there is none.
fn value_behind(line: &str, labels: &[&str]) -> Option<String> {
    let is_mark = |c: char| matches!(c, '*' | '_' | '-' | '|' | '#' | '>' | '+' | '`' | ' ' | '\t');
    let line = line.trim().trim_start_matches(is_mark);
    let (label, value) = line.split_once([':', '|'])?;
    let label = label.trim_matches(is_mark);
    let value = value.trim_start_matches(|c: char| is_mark(c) || c == ':');
    // A `>` at the end closes a placeholder or an address.
    let value = value.trim_end_matches(|c: char| is_mark(c) && c != '>' || c == ':').trim();
    (labels.iter().any(|known| label.eq_ignore_ascii_case(known)) && !value.is_empty()).then(|| value.to_owned())
}

pub(super) fn note(review: &Review, found: &Found, what: &str) -> Diagnostic {
    let span = review.body_start + found.start..review.body_start + found.end;
    Diagnostic::new(Code::Inferred, format!("{what} was read from the text"))
        .at(Place::new(&review.source, &review.text, span))
        .hint("say it in the front matter, and it cannot be misread")
}

/// The first `2026-03-02`, `2026_03_02` or `20260302` in the file's name, or else in its folder's.
pub(super) fn date_in_path(path: &str) -> Option<Date> {
    path.rsplit('/').take(2).find_map(date_in_name)
}

fn date_in_name(name: &str) -> Option<Date> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|i| {
        let fresh = i == 0 || !bytes[i - 1].is_ascii_digit();
        let digits = |at: usize, n: usize| name.get(at..at + n).filter(|s| s.bytes().all(|b| b.is_ascii_digit()));
        let year = digits(i, 4).filter(|_| fresh)?;
        let separated = bytes.get(i + 4).is_some_and(|b| matches!(b, b'-' | b'_' | b'.'));
        let (month, day, end) = if separated && bytes.get(i + 7) == bytes.get(i + 4) {
            (digits(i + 5, 2)?, digits(i + 8, 2)?, i + 10)
        } else {
            (digits(i + 4, 2)?, digits(i + 6, 2)?, i + 8)
        };
        if bytes.get(end).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        YEARS.contains(&date.year()).then_some(date)
    })
}

const DATE_LABELS: [&str; 8] =
    ["date", "incident date", "date of incident", "when", "start", "started", "start time", "date and time"];

pub(super) fn date_in_text(review: &Review, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let found = labelled(review, &DATE_LABELS)?;
    let date = parse_date(&found.value)?;
    problems.push(note(review, &found, &format!("date {date}")));
    Some(date)
}

/// The date at the start of a text, in the forms that reviews use.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim().trim_matches(['*', '_', '`']).trim();
    let text = text.split_once(", ").filter(|(day, _)| day.ends_with("day")).map_or(text, |(_, rest)| rest);
    let plain = text.replace("st,", ",").replace("nd,", ",").replace("rd,", ",").replace("th,", ",");
    ["%Y-%m-%d", "%Y/%m/%d", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"]
        .iter()
        .filter_map(|format| BrokenDownTime::parse_prefix(format, &plain).ok()?.0.to_date().ok())
        // `20/03/2026` begins like a year of two figures.
        .find(|date| YEARS.contains(&date.year()))
}

/// Seconds of `2 h 10 min`, `1h30m`, `45 minutes`, `about 3 days`.
pub(super) fn duration(text: &str) -> Option<i64> {
    let mut total = 0.0;
    let mut any = false;
    let mut were_hours = false;
    let mut rest = text.trim();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number_end =
            rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |n| start + n);
        let number: f64 = rest[start..number_end].trim_end_matches('.').parse().ok()?;
        let unit: String = rest[number_end..].trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        let behind_hours = were_hours && number < 60.0;
        let seconds = match unit.to_lowercase().as_str() {
            // `1 h 20`
            "" if behind_hours && rest[number_end..].trim().is_empty() => 60.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
            "d" | "day" | "days" => 86_400.0,
            "w" | "week" | "weeks" => 604_800.0,
            other => match super::languages::names::unit(other) {
                Some(seconds) => seconds,
                None => return any.then(|| whole(total)),
            },
        };
        total += number * seconds;
        were_hours = matches!(unit.to_lowercase().as_str(), "h" | "hr" | "hrs" | "hour" | "hours")
            || super::languages::names::is("hours", &unit.to_lowercase());
        any = true;
        rest = rest[number_end..].trim_start().trim_start_matches(char::is_alphabetic);
    }
    any.then(|| whole(total))
}

/// Whole seconds.
#[expect(clippy::cast_possible_truncation, reason = "a duration of any review is far below 2^53 seconds")]
fn whole(seconds: f64) -> i64 {
    seconds.min(1e12).round() as i64
}

#[cfg(test)]
mod tests {
    use super::{date_in_path, duration, parse_date, severity, value_behind};
    use site::config::Config;

    #[test]
    fn days_are_read_from_names() {
        let date = |path| date_in_path(path).map(|d| d.to_string());
        assert_eq!(date("2026-03-02-outage.md").as_deref(), Some("2026-03-02"));
        assert_eq!(date("pm_20210415.md").as_deref(), Some("2021-04-15"));
        assert_eq!(date("2021-04-15/README.md").as_deref(), Some("2021-04-15"));
        assert_eq!(date("id-120210415.md"), None);
        assert_eq!(date("2021-13-40.md"), None);
        assert_eq!(date("2021/04/x.md"), None);
    }

    #[test]
    fn days_are_read_from_words() {
        let days =
            ["2020-01-15", "2020/01/15 at noon", "January 15, 2020", "Wednesday, January 15th, 2020", "15 Jan 2020"];
        for text in days {
            assert_eq!(parse_date(text).map(|d| d.to_string()).as_deref(), Some("2020-01-15"), "{text}");
        }
        for text in ["soon", "20/03/2026", "05/03/26", "20.03.26"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_read_from_words() {
        for (text, seconds) in [
            ("2 h 10 min", 7800),
            ("1h30m", 5400),
            ("about 45 minutes (see below)", 2700),
            ("1.5 hours", 5400),
            ("3 days", 259_200),
            ("1 h 20", 4800),
            ("1h05", 3900),
            ("2 hours, 12 customers", 7200),
        ] {
            assert_eq!(duration(text), Some(seconds), "{text}");
        }
        assert_eq!(duration("from 10:00 to 11:00"), None);
        assert_eq!(duration("long"), None);
    }

    #[test]
    fn labels_stand_in_lists_tables_and_bold() {
        for line in ["Date: x", "**Date**: x", "**Date:** x", "- Date: x", "| Date | x |", "> *Date*: x"] {
            assert_eq!(value_behind(line, &["date"]).as_deref(), Some("x"), "{line}");
        }
        assert_eq!(value_behind("The date: x", &["date"]), None);
    }

    #[test]
    fn severities_are_known_by_key_or_label() {
        let config = Config::default();
        for text in ["sev2", "SEV-2", "Sev 2 (critical)"] {
            assert_eq!(severity(text, &config).as_deref(), Some("sev2"), "{text}");
        }
        assert_eq!(severity("2", &config), None);
    }
}
