//! A duration that a text says in words: `for sixteen minutes`, `lasted 2 h 10 min`, `40 minutes of downtime`.
//!
//! In: one line of plain text. Out: the duration of what happened, if the line gives exactly one. Ambiguous texts give
//! none: `fares 30 minutes old`, `within 5 minutes`, two durations that differ.

use super::Measure;
use crate::text::number_word;

/// A duration in words, and where it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// How long.
    pub seconds: i64,
    /// Where it was read.
    pub source: Source,
}

/// Where a duration was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In the words of the impact.
    Impact,
    /// After a label in the text, such as `Duration:`.
    Text,
}

impl Said {
    /// Whether these words are used for the harm instead of moments that are `seconds` apart: the impact's words are,
    /// if they say less than half of that.
    pub(super) fn wins(self, measure: Measure, seconds: i64) -> bool {
        self.source == Source::Impact && measure == Measure::Harm && self.seconds * 2 < seconds
    }
}

/// Words before a duration that show that it is the duration of something.
const BEFORE: [&str; 8] = ["for", "lasted", "lasting", "during", "over", "dauerte", "w\u{e4}hrend", "lang"];
/// Words after a duration that show the same: `16 minutes of downtime`, `eight hours without alerts`.
const AFTER: [&str; 4] = ["of", "without", "lang", "long"];
/// Words that may come between: `for about sixteen minutes`.
const SOFT: [&str; 9] = ["about", "around", "some", "nearly", "almost", "roughly", "a", "an", "the"];

/// The duration that a text says, in seconds.
#[must_use]
pub fn duration_in(text: &str) -> Option<i64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|w| !w.is_empty()).collect();
    let mut found: Option<i64> = None;
    let mut at = 0;
    while at < words.len() {
        let (seconds, next) = run(&words, at);
        if next == at {
            at += 1;
            continue;
        }
        let before = words[..at].iter().rev().find(|word| !SOFT.contains(word));
        let is_duration = before.is_some_and(|word| BEFORE.contains(word))
            || words.get(next).is_some_and(|word| AFTER.contains(word));
        if is_duration {
            if found.is_some_and(|known| known != seconds) {
                return None;
            }
            found = Some(seconds);
        }
        at = next;
    }
    found.filter(|seconds| *seconds > 0)
}

/// The sum of consecutive amounts from `at` on, such as `2 h 10 min`, and where they end.
fn run(words: &[&str], mut at: usize) -> (i64, usize) {
    let mut total = 0_i64;
    loop {
        // `2h` is one word, `2 h` two.
        let joined = words.get(at).and_then(|word| {
            let end = word.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|end| *end > 0)?;
            Some((number(&word[..end])?, unit(&word[end..])?, 1))
        });
        let parted = || Some((number(words.get(at)?)?, unit(words.get(at + 1)?.trim_end_matches('.'))?, 2));
        let Some((amount, unit, taken)) = joined.or_else(parted) else { return (total, at) };
        total = total.saturating_add(whole(amount * unit));
        at += taken;
        if words.get(at) == Some(&"and") && words.get(at + 1).and_then(|word| number(word)).is_some() {
            at += 1;
        }
    }
}

fn number(word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.trim_end_matches('.').parse().ok().filter(|n: &f64| n.is_finite());
    }
    number_word(word).map(f64::from)
}

fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sekunde" | "sekunden" => 1.0,
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" | "stunde" | "stunden" => 3600.0,
        "d" | "day" | "days" | "tag" | "tage" => 86_400.0,
        "w" | "week" | "weeks" | "woche" | "wochen" => 604_800.0,
        _ => return None,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "no review lasts 2^53 seconds")]
fn whole(seconds: f64) -> i64 {
    seconds.min(1e12).round() as i64
}

#[cfg(test)]
mod tests {
    use super::duration_in;

    #[test]
    fn a_duration_of_what_happened_is_read() {
        for (text, minutes) in [
            ("All eleven travelled. For sixteen minutes that was not certain.", 16),
            ("Everything, for everybody, for four minutes.", 4),
            ("Checkout refused cards for about 2 h 10 min", 130),
            ("It lasted an hour", 0),
            ("lasted 1 hour and 5 minutes", 65),
            ("40 minutes of downtime", 40),
            ("90min without logins", 90),
            ("No sailings for 16 minutes; for 16 minutes nobody could book", 16),
        ] {
            assert_eq!(duration_in(text).map_or(0, |s| s / 60), minutes, "{text}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_not() {
        for text in [
            "Quay displays showed times up to 48 minutes old.",
            "Notices within 5 minutes: 31 % instead of 95 %",
            "Settlement came nine hours late.",
            "Down for 5 minutes, slow for 2 hours",
            "For 12 customers",
            "Up to 9 of 31 displays dark, on four days",
            "for zero minutes",
            "",
        ] {
            assert_eq!(duration_in(text), None, "{text}");
        }
    }
}
