//! Date, severity and duration from the text of files that have no front matter for them.

use jiff::civil::Date;

use super::labelled::mail::is_mail;
use super::labelled::severities::has_several;
use super::labelled::{labelled, note};
use super::languages::names;
use super::languages::timelines::UP_TO_DAY;
use super::text::days::{names_earlier, parse_date};
use super::{Fact, Origin, Review};
use base::diagnostics::{Code, Diagnostic};
use base::phases::{Measure, Said, Source, duration_in};
use base::text::YEARS;
use markdown::plain_text;
use site::config::Config;

/// Fills date, severity and duration if the front matter has none, and notes where each was read.
pub(super) fn fill(review: &mut Review, config: &Config, problems: &mut Vec<Diagnostic>) {
    if review.severity.is_none()
        && let Some(found) = labelled(review, &["severity", "sev"])
        && !(config.foreign && has_several(review, config))
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

/// The date that a label states; that of a mail is the day of writing.
pub(super) fn date_in_text(review: &Review, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let found = labelled(review, &DATE_LABELS).filter(|_| !is_mail(review))?;
    let date = parse_date(&found.value).filter(|date| !names_earlier(&found.value, *date))?;
    problems.push(note(review, &found, &format!("date {date}")));
    Some(date)
}

/// Seconds of `2 h 10 min`, `1h30m`, `45 minutes`, `about 3 days`. Of `30 min (planned 10 min)` the first counts; a range has none.
pub(super) fn duration(text: &str) -> Option<i64> {
    let mut total = 0.0;
    // The unit of the amount before.
    let mut larger = f64::INFINITY;
    let mut were_hours = false;
    // What stands in brackets is about the duration.
    let text = text.trim();
    let mut rest = text.find(['(', '（']).filter(|at| *at > 0).map_or(text, |at| &text[..at]);
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let is_first = larger.is_infinite();
        if !is_first && !joins_amounts(&rest[..start]) {
            let is_range = is_range(&rest[..start]);
            return (!is_range).then(|| whole(total));
        }
        let number_end =
            rest[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(rest.len(), |n| start + n);
        let number: f64 = rest[start..number_end].trim_end_matches('.').parse().ok()?;
        let unit: String = rest[number_end..].trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
        let unit = unit.to_lowercase();
        let after_hours = were_hours && number < 60.0;
        let seconds = match unit.as_str() {
            // `1 h 20`
            "" if after_hours && rest[number_end..].trim().is_empty() => 60.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
            "d" | "day" | "days" => 86_400.0,
            "w" | "week" | "weeks" => 604_800.0,
            other => match names::unit(other) {
                Some(seconds) => seconds,
                None => return (!is_first).then(|| whole(total)),
            },
        };
        // `2 h, 3 h` are two durations.
        if seconds >= larger {
            return None;
        }
        total += number * seconds;
        larger = seconds;
        were_hours = matches!(unit.as_str(), "h" | "hr" | "hrs" | "hour" | "hours") || names::is("hours", &unit);
        rest = rest[number_end..].trim_start().trim_start_matches(char::is_alphabetic);
    }
    larger.is_finite().then(|| whole(total))
}

/// Whether the text between two amounts makes one of them: `2 h 10 min`, `2 h and 10 min`, `2 h, 10 min`.
fn joins_amounts(between: &str) -> bool {
    let word = between.trim_matches([' ', ',', '.', '\u{a0}']);
    word.is_empty() || names::is("amounts together", &word.to_lowercase())
}

/// Whether the text between two amounts says that they are the least and the most.
fn is_range(between: &str) -> bool {
    let between = between.trim_start();
    between.starts_with(['-', '–', '—', '~', '〜']) || UP_TO_DAY.iter().any(|word| between.starts_with(word))
}

/// Whole seconds.
#[expect(clippy::cast_possible_truncation, reason = "a duration of any review is far below 2^53 seconds")]
fn whole(seconds: f64) -> i64 {
    seconds.min(1e12).round() as i64
}

#[cfg(test)]
mod tests {
    use super::{date_in_path, duration, severity};
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
            ("2 hours and 10 minutes", 7800),
            ("2 Stunden und 10 Minuten", 7800),
            ("30 min (planned 10 min)", 1800),
            ("2 h (120 min)", 7200),
            ("45 min; the page said 30 min", 2700),
            ("3 h, of which 1 h at night", 10_800),
        ] {
            assert_eq!(duration(text), Some(seconds), "{text}");
        }
        assert_eq!(duration("from 10:00 to 11:00"), None);
        for text in ["long", "30 min to 2 h", "30 min – 2 h", "30–45 min", "2 h, 3 h", "10 min bis 1 h"] {
            assert_eq!(duration(text), None, "{text}");
        }
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
