//! The moment from which players may be told the content of a passage of the review.
//!
//! In: the passages in order, and the start and end of the drill. Out: the latest moment of the drill at a clock time that the
//! passage names; a later passage under the same heading is never earlier. In a drill of a day or more each clock time occurs
//! twice, so that none is used.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::script::Script;
use crate::review::Review;

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

pub(super) struct Since<'r> {
    zone: &'r TimeZone,
    /// The first sign and the last entry; `None` if clock times are ambiguous.
    played: Option<(Timestamp, Timestamp)>,
    /// The latest moment under this heading so far.
    reached: Option<Timestamp>,
}

impl<'r> Since<'r> {
    pub(super) fn of(review: &'r Review, script: &Script<'_>) -> Self {
        let played = script.first_sign().zip(script.last_entry());
        let played = played.filter(|(first, last)| last.as_second() - first.as_second() < DAY);
        Self { zone: &review.zone, played, reached: None }
    }

    /// Starts over at a heading.
    pub(super) fn begin(&mut self) {
        self.reached = None;
    }

    /// The moment from which the next passage may be told; `None` if from the start.
    pub(super) fn next(&mut self, text: &str) -> Option<Timestamp> {
        self.reached = self.reached.max(self.named(text));
        self.reached
    }

    /// The latest moment after the first sign at a clock time that a text names.
    fn named(&self, text: &str) -> Option<Timestamp> {
        clocks(text).filter_map(|clock| self.moment(clock)).max()
    }

    fn moment(&self, clock: Time) -> Option<Timestamp> {
        let (first, last) = self.played?;
        let begun = first.to_zoned(self.zone.clone());
        [begun.date(), begun.date().tomorrow().ok()?]
            .into_iter()
            .filter_map(|day| day.to_datetime(clock).to_zoned(self.zone.clone()).ok())
            .map(|moment| moment.timestamp())
            .find(|moment| *moment > first && *moment <= last)
    }
}

/// Each clock time such as `16:58` in a text; seconds are ignored.
fn clocks(text: &str) -> impl Iterator<Item = Time> {
    let number = |digits: &str, most: usize| -> Option<i8> {
        let is_one = !digits.is_empty() && digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| is_one)
    };
    text.match_indices(':').filter_map(move |(at, _)| {
        let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let (hour, after) = (&text[before.len()..at], &text[at + 1..]);
        let minute = &after[..after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len())];
        if minute.len() != 2 || before.ends_with([':', '.', '-', '+']) {
            return None;
        }
        Time::new(number(hour, 2)?, number(minute, 2)?, 0, 0).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::clocks;

    #[test]
    fn a_clock_is_an_hour_and_two_digits() {
        let of = |text: &str| clocks(text).map(|clock| clock.strftime("%H:%M").to_string()).collect::<Vec<_>>();
        assert_eq!(of("At 16:58 Oksana wrote; at 9:05, nothing."), ["16:58", "09:05"]);
        assert_eq!(of("2026-08-02T17:21:09Z"), ["17:21"]);
        assert_eq!(of("„16:58“ – ½:30, 25:00, 1:2, a:b, 10.0.0.1:80, host:8080, +02:00"), ["16:58"]);
    }
}
