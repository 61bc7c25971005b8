//! The moment from which players may be told the content of a passage of the review.
//!
//! In: the passages of a body with the headings between them, and the entries of the drill. Out, for each passage: from the latest
//! moment of the drill whose clock it names; where it names none, from that of the entry whose words it repeats, else from the next
//! clock under the same heading. What has none of these, and what looks back, is known at the end only. A drill of a day or more
//! has each clock twice, so that none is a moment.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::hindsight::looks_back;
use super::played::Played;
use super::script::Script;
use super::terms::telling;
use crate::review::Review;

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// As many telling words in common make a passage repeat an entry.
const ALIKE: usize = 2;

/// When players may know something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// From the first sign on.
    Always,
    /// From this moment on.
    From(Timestamp),
    /// When it is over.
    End,
}

pub(super) struct Since<'r> {
    zone: &'r TimeZone,
    /// The first sign and the last entry; `None` if clock times are ambiguous.
    played: Option<(Timestamp, Timestamp)>,
    /// The entries with their telling words, in order of time.
    entries: Vec<(Played<'r>, BTreeSet<String>)>,
}

impl<'r> Since<'r> {
    pub(super) fn of(review: &'r Review, script: &Script<'r>) -> Self {
        let played = script.first_sign().zip(script.last_entry());
        let played = played.filter(|(first, last)| last.as_second() - first.as_second() < DAY);
        let entries = script.entries().into_iter().map(|entry| (entry, telling(entry.what))).collect();
        Self { zone: &review.zone, played, entries }
    }

    /// When each passage of one section is known, in the order in which they stand.
    pub(super) fn known(&self, section: &[&str]) -> Vec<Known> {
        let named: Vec<Option<Known>> = section.iter().map(|text| self.named(text)).collect();
        let mut known: Vec<Known> = Vec::with_capacity(section.len());
        for (n, text) in section.iter().enumerate() {
            let before = || known.iter().rev().find(|known| **known != Known::End).copied();
            // Words above a log of the first minute may well be about all that came later.
            let next = || named[n + 1..].iter().flatten().copied().find(|known| *known != Known::Always);
            let at = match named[n] {
                _ if looks_back(text) => Known::End,
                Some(at) => at,
                None => {
                    let at = self.repeated(text).or_else(next).unwrap_or(Known::End);
                    before().map_or(at, |before| at.max(before))
                }
            };
            known.push(at);
        }
        known
    }

    /// The latest moment of the drill whose clock a text names; none where it names no clock.
    fn named(&self, text: &str) -> Option<Known> {
        clocks(text).map(|clock| self.moment(clock)).max()
    }

    /// The entry with which a text has most telling words in common; of several the last.
    fn repeated(&self, text: &str) -> Option<Known> {
        let said = telling(text);
        let alike = self.entries.iter().map(|(entry, words)| (words.intersection(&said).count(), entry.at));
        let (count, at) = alike.max()?;
        (count >= ALIKE).then_some(Known::From(at))
    }

    /// What is told with a clock from before the first sign was found out afterwards.
    fn moment(&self, clock: Time) -> Known {
        let Some((first, last)) = self.played else { return Known::End };
        let minute = |at: Timestamp| at.as_second().div_euclid(60);
        let begun = first.to_zoned(self.zone.clone()).date();
        let moment = |day: Date| day.to_datetime(clock).to_zoned(self.zone.clone()).ok();
        let moments = [Some(begun), begun.tomorrow().ok()].into_iter().flatten().filter_map(moment);
        let mut moments = moments.map(|moment| moment.timestamp());
        let found = moments.find(|moment| minute(*moment) >= minute(first) && *moment <= last);
        found.map_or(Known::End, |moment| if moment <= first { Known::Always } else { Known::From(moment) })
    }
}

/// Whether a text says when.
pub(super) fn has_clock(text: &str) -> bool {
    clocks(text).next().is_some()
}

/// Each `16:58` of a text; seconds behind it are left out.
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
