//! The order of logs and code among the answers: that of their clocks, wherever the review quotes them.

use jiff::civil::Time;

use super::clocks::clocks;
use super::since::Known;

/// Half a day, in minutes: a clock of a log is of the moment nearest to the first sign.
const HALF_DAY: i64 = 12 * 60;

/// When lines are known, whether they have no clock, and how many minutes their first one is after the first sign.
pub(super) type Place = (Known, bool, i64);

/// The place of lines that are known from a moment on; `first` is the clock of the first sign.
pub(super) fn place(known: Known, lines: &str, first: Option<Time>) -> Place {
    let minutes = |time: Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let Some((clock, first)) = clocks(lines).next().zip(first) else { return (known, true, 0) };
    (known, false, (minutes(clock) - minutes(first) + HALF_DAY).rem_euclid(2 * HALF_DAY) - HALF_DAY)
}

#[cfg(test)]
mod tests {
    use super::{Known, place};
    use jiff::civil::time;

    #[test]
    fn logs_are_in_the_order_of_their_clocks_around_the_first_sign() {
        let mut logs = ["no clock", "00:20 again", "23:40 before", "23:55:01 first", "00:05 then"];
        logs.sort_by_key(|lines| place(Known::End, lines, Some(time(23, 50, 0, 0))));
        assert_eq!(logs, ["23:40 before", "23:55:01 first", "00:05 then", "00:20 again", "no clock"]);
        assert!(place(Known::Always, "23:59", None) < place(Known::End, "23:40", Some(time(23, 50, 0, 0))));
    }
}
