//! The times of day that a text names: `16:58`. A timer (`00:00:31`), a duration (`1:20 h`) and an offset are none.

use crate::review::leading_half;
use jiff::civil::Time;

/// Units that make the figures before them a duration.
const UNITS: [&str; 7] = ["h", "hrs", "hours", "min", "mins", "minutes", "std"];

/// Words after which figures to the second are a duration.
const DURING: [&str; 7] = ["for", "after", "took", "takes", "within", "lasted", "uptime"];

/// Each time of day; its seconds are left out.
pub(super) fn clocks(text: &str) -> impl Iterator<Item = Time> {
    let number = |digits: &str, most: usize| -> Option<i8> {
        let is_one = !digits.is_empty() && digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| is_one)
    };
    text.match_indices(':').filter_map(move |(at, _)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let (hour, after) = (&text[before.len()..at], &text[at + 1..]);
        let (minute, rest) = digits(after);
        if minute.len() != 2 || before.ends_with([':', '.', '-', '+']) || is_duration(before, hour, rest) {
            return None;
        }
        let clock = Time::new(number(hour, 2)?, number(minute, 2)?, 0, 0).ok()?;
        let (_, rest) = after_seconds(rest);
        leading_half(rest).map_or(Some(clock), |(half, _)| half.time(clock))
    })
}

/// The seconds after a clock, if there are any, and what follows.
fn after_seconds(rest: &str) -> (&str, &str) {
    rest.strip_prefix(':').map_or(("", rest), digits)
}

/// The digits at the start of a text, and what follows.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// Whether figures say how long: with a unit after them; or to the second without a date, and they begin at zero or stand after
/// a word such as `took`.
fn is_duration(before: &str, hour: &str, rest: &str) -> bool {
    let (seconds, rest) = after_seconds(rest);
    let unit = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if UNITS.contains(&unit) {
        return true;
    }
    let is_dated = before.trim_end_matches(['T', ' ']).ends_with(|c: char| c.is_ascii_digit())
        && before.trim_end_matches(['T', ' ']).len() < before.len();
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    !seconds.is_empty() && !is_dated && (hour.bytes().all(|b| b == b'0') || DURING.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::clocks;

    fn of(text: &str) -> Vec<String> {
        clocks(text).map(|clock| clock.strftime("%H:%M").to_string()).collect()
    }

    #[test]
    fn a_clock_is_an_hour_and_two_digits() {
        assert_eq!(of("At 16:58 Oksana wrote; at 9:05, nothing."), ["16:58", "09:05"]);
        assert_eq!(of("2026-08-02T17:21:09Z"), ["17:21"]);
        assert_eq!(of("ana [4:06 PM], 12:01 am, 12:30pm, 9:05 pmx"), ["16:06", "00:01", "12:30", "09:05"]);
        assert_eq!(of("at 4:06 p.m. and 12:01 A.M."), ["16:06", "00:01"]);
        assert_eq!(of("„16:58“ – ½:30, 25:00, 1:2, a:b, 10.0.0.1:80, host:8080, +02:00"), ["16:58"]);
    }

    #[test]
    fn a_timer_and_a_duration_are_no_clocks() {
        assert!(of("EXSTART/- 00:00:31; it took 01:20:00, or 1:20 h, and 12:30 min").is_empty());
        assert_eq!(of("2026-01-16 00:09:31 hello, 04:17:03 loss of light, 00:09"), ["00:09", "04:17", "00:09"]);
    }
}
