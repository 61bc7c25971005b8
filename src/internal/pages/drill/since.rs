//! The moment from which players may be told the content of a passage of the review.
//!
//! In: the passages of one section, and the entries of the drill. Out, for each passage: from the latest moment of the drill whose
//! clock it names; where it names none, from that of the entry whose words it repeats; a quotation else from the next clock under
//! the same heading. The times inside a table, a log or code say when something was written down and not when people read it: these
//! are known from the clock of the words beside them, if these say that somebody saw them, or from their own last clock, if an entry of
//! that minute says so. A message of a chat is known from its own
//! clock on. What has none of these, what looks back, and what such words introduce is known at the end only. A drill of a day or more
//! has each clock twice, so that none is a moment.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::clocks::clocks;
use super::form::Form;
use super::hindsight::looks_back;
use super::played::{Played, minute};
use super::said::Said;
use super::script::Script;
use crate::review::{Review, months_named, tells_of_seeing};

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// The number of distinctive words that a passage must share with an entry to repeat it, if they are half of its own.
const ALIKE: usize = 2;

/// When players may know something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// From the first sign on.
    Always,
    /// From this moment on.
    From(Timestamp),
    /// At a moment that the record does not say: what a command shows is for whoever runs that command.
    Asked,
    /// When it is over.
    End,
}

pub(super) struct Since<'r> {
    zone: &'r TimeZone,
    /// The first sign and the last entry; `None` if clock times are ambiguous.
    played: Option<(Timestamp, Timestamp)>,
    /// The entries with what they say, in order of time.
    entries: Vec<(Played<'r>, Said<'r>)>,
}

impl<'r> Since<'r> {
    pub(super) fn of(review: &'r Review, script: &Script<'r>) -> Self {
        let played = script.first_sign().zip(script.last_entry());
        let played = played.filter(|(first, last)| last.as_second() - first.as_second() < DAY);
        let entries = script.entries().into_iter().map(|entry| (entry, Said::of(entry.what))).collect();
        Self { zone: review.zone_of_timeline(), played, entries }
    }

    /// When each passage of one section is known, in the order in which they stand.
    pub(super) fn known(&self, section: &[(Form, Said<'_>)]) -> Vec<Known> {
        let named = section.iter().map(|(form, said)| match form {
            Form::Said => clocks(&said.text).next().map(|clock| self.moment(clock)),
            _ => self.named(&said.text),
        });
        let named: Vec<Option<Known>> = named.collect();
        let mut known: Vec<Known> = Vec::with_capacity(section.len());
        // Words that look back make what they introduce known at the end.
        let mut is_late = false;
        for (n, (form, said)) in section.iter().enumerate() {
            let text = &said.text;
            let looks_back = *form != Form::Said && (looks_back(said) || self.names_other_month(said));
            if *form == Form::Words {
                is_late = looks_back;
            }
            let before = || known.iter().rev().find(|known| **known < Known::Asked).copied();
            let at = match named[n] {
                _ if looks_back || is_late => Known::End,
                _ if is_record(*form, text) => {
                    let seen = self.read_at(text).unwrap_or_else(|| seen(section, &named, n));
                    if seen == Known::End && is_command(text) { Known::Asked } else { seen }
                }
                Some(at) => at,
                None => {
                    let next = || next_clock(&section[n + 1..], &named[n + 1..]).filter(|_| *form == Form::Cited);
                    let at = self.repeated(said).or_else(next).unwrap_or(Known::End);
                    before().map_or(at, |before| at.max(before))
                }
            };
            known.push(at);
        }
        known
    }

    /// Whether a text speaks of a month in which the drill does not lie: `which we got in November`.
    fn names_other_month(&self, said: &Said<'_>) -> bool {
        let Some((first, last)) = self.played else { return false };
        let months = [first, last].map(|at| at.to_zoned(self.zone.clone()).month());
        months_named(said.plain()).iter().any(|named| !months.contains(named))
    }

    /// The latest moment of the drill whose clock a text names; none where it names no clock.
    fn named(&self, text: &str) -> Option<Known> {
        clocks(text).map(|clock| self.moment(clock)).max()
    }

    /// The moment of a log that ends in the minute of an entry which tells that somebody saw one.
    fn read_at(&self, text: &str) -> Option<Known> {
        let last = self.moment(clocks(text).last()?);
        let at = |entry: &Played<'_>| match last {
            Known::Always => self.played.is_some_and(|(first, _)| minute(entry.at) == minute(first)),
            Known::From(last) => minute(entry.at) == minute(last),
            Known::Asked | Known::End => false,
        };
        self.entries.iter().any(|(entry, said)| at(entry) && tells_of_seeing(said.plain())).then_some(last)
    }

    /// The entry with which a text has most distinctive words in common; of several the last.
    fn repeated(&self, said: &Said<'_>) -> Option<Known> {
        let said = said.telling();
        let alike = self.entries.iter().map(|(entry, own)| (own.telling().intersection(said).count(), entry.at));
        let (count, at) = alike.max()?;
        (count >= ALIKE && 2 * count >= said.len()).then_some(Known::From(at))
    }

    /// What is told with a clock from before the first sign was found out afterwards.
    fn moment(&self, clock: Time) -> Known {
        let Some((first, last)) = self.played else { return Known::End };
        let begun = first.to_zoned(self.zone.clone()).date();
        let moment = |day: Date| day.to_datetime(clock).to_zoned(self.zone.clone()).ok();
        let moments = [Some(begun), begun.tomorrow().ok()].into_iter().flatten().filter_map(moment);
        let mut moments = moments.map(|moment| moment.timestamp());
        let found = moments.find(|moment| minute(*moment) >= minute(first) && *moment <= last);
        found.map_or(Known::End, |moment| if moment <= first { Known::Always } else { Known::From(moment) })
    }
}

/// From when on a table, a log or code was seen: the clock of the words beside it, none of its own times being later.
fn seen(section: &[(Form, Said<'_>)], named: &[Option<Known>], n: usize) -> Known {
    let is_words = |at: &usize| section[*at].0 != Form::Said && !is_record(section[*at].0, &section[*at].1.text);
    let beside = [(0..n).rev().find(is_words), (n + 1..section.len()).find(is_words)];
    let tells = |at: &usize| tells_of_seeing(section[*at].1.plain()) && !looks_back(&section[*at].1);
    // To read the words takes longer than to see whether they have a clock, and every row of a table asks for the same.
    let mut clocks = beside.into_iter().flatten().filter(|at| matches!(named[*at], Some(Known::From(_))));
    let at = clocks.find(tells).and_then(|at| named[at]);
    let own = named[n].filter(|own| *own != Known::End);
    at.filter(|at| own.is_none_or(|own| own <= *at)).unwrap_or(Known::End)
}

/// The next clock that words name. Words above a log of the first minute may well be about all that came later.
fn next_clock(section: &[(Form, Said<'_>)], named: &[Option<Known>]) -> Option<Known> {
    let words = section.iter().zip(named).filter(|((form, said), _)| !is_record(*form, &said.text));
    words.filter_map(|(_, named)| *named).find(|known| *known != Known::Always)
}

/// Whether code shows a command at a prompt, with what it printed.
fn is_command(source: &str) -> bool {
    source.lines().any(|line| line.trim_start().starts_with("$ "))
}

/// Whether a passage was written down to be read later: a row of a table, a log, code.
fn is_record(form: Form, text: &str) -> bool {
    matches!(form, Form::Header | Form::Row) || form == Form::Cited && !text.starts_with('>')
}
