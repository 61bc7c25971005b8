//! A time at the start of a line of prose: `14:02`, `**14:02 UTC** -`, `March 2, 2026 2:05 PM PST:`, `23:50 (Oct 28)`.
//!
//! In: a line of Markdown. Out: the day, time and zone as far as they were written, and the text after them with its markup.
//! Which moment that is depends on the whole list, and is decided elsewhere.

mod after_clock;
mod clock;
mod relative;
mod sign;
#[cfg(test)]
mod tests;

use jiff::civil::Time;

use super::clock_time::parse_clock;
use super::languages::timelines;
use super::written_day::{self, Day};
use after_clock::{day_after, year_after, zone_after};
use base::zones::Zone;
pub(super) use clock::half_in;
use clock::leading_clock;
pub use clock::{Half, leading_half};
use sign::sign_before;

/// What was written, and the rest of the line. There is a day or a time, or both; the default is a line without a time.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct WrittenTime {
    pub(super) day: Option<Day>,
    /// The time as written, without regard to `half`.
    pub(super) clock: Option<Time>,
    pub(super) half: Option<Half>,
    /// Whether the time is approximate: `~14:02`, `around 14:02`.
    pub(super) is_about: bool,
    /// Seconds after the start: `T+15`.
    pub(super) after_start: Option<i64>,
    pub(super) zone: Option<Zone>,
    /// The end of a time span such as `14:02-14:10`.
    pub(super) until: Option<String>,
    /// The whole time in its author's words.
    pub(super) text: String,
    /// Only the time of day, with AM or PM, span and zone, in its author's words.
    pub(super) dial: String,
    pub(super) rest: String,
}

impl WrittenTime {
    /// Whether a day or a time was read.
    pub(super) fn is_timed(&self) -> bool {
        self.day.is_some() || self.clock.is_some() || self.after_start.is_some()
    }

    /// The 24-hour time, using `half`; the half given by the surroundings applies if it has none of its own.
    pub(super) fn hours(&self, around: Option<Half>) -> Option<Time> {
        let clock = self.clock?;
        self.half.or(around).map_or(Some(clock), |half| half.time(clock))
    }
}

/// Reads the time at the start of a Markdown line, after any emphasis, brackets and "about" marks.
pub(super) fn read(line: &str) -> Option<WrittenTime> {
    let (sign, after) = sign_before(line);
    if sign.is_empty() {
        return read_bare(line);
    }
    // The sign before a time stays with the text.
    let time = read_bare(after)?;
    Some(WrittenTime { rest: format!("{} {}", sign.trim(), time.rest).trim_end().to_owned(), ..time })
}

fn read_bare(line: &str) -> Option<WrittenTime> {
    let start = line.trim_start_matches(is_opening);
    let opening: Vec<char> = line[..line.len() - start.len()].chars().filter(|c| !c.is_whitespace()).collect();
    let bare = past(start, &timelines::BEFORE_CLOCK);
    let first = past(bare, &timelines::ABOUT);
    let mut time = WrittenTime::default();
    let mut text = first;
    let mut about_after_day = false;
    let dial;
    if let Some((day, rest)) = written_day::leading(text) {
        time.day = Some(day);
        text = rest;
        let after = text.strip_prefix('T').unwrap_or(text);
        let inner = after.trim_start_matches([' ', ',', '*', '@', '~', '(', '-', '–', ':', '|']);
        let lead = &after[..after.len() - inner.len()];
        let inner = past(inner, &timelines::BEFORE_CLOCK);
        // `2026-03-05 Thu 10:00`
        let later = written_day::past_weekday(inner);
        let inner = if leading_clock(later).is_some() { later } else { inner };
        dial = inner;
        let exact = past(inner, &timelines::ABOUT);
        about_after_day = exact.len() < inner.len() || lead.contains(['~', '≈']);
        let inner = exact;
        if let Some(rest) = clock_and_zone(inner, &mut time).or_else(|| clock_after_day(inner, &mut time)) {
            text = year_after(rest, &mut time);
        }
    } else if let Some((seconds, rest)) = relative::leading(text) {
        time.after_start = Some(seconds);
        dial = rest;
        text = rest;
    } else {
        dial = bare;
        // `ore 17.30 inizio`: after a word for clocks a dot parts hours and minutes.
        let is_named = bare.len() < start.len();
        text = match clock::with_dot(text) {
            Some((clock, after)) if is_named && clock_and_zone(text, &mut WrittenTime::default()).is_none() => {
                time.clock = Some(clock);
                zone_after(after, &mut time)
            }
            _ => clock_and_zone(text, &mut time)?,
        };
        time.dial = words(&bare[..bare.len() - text.len()]);
        text = day_after(text, &mut time);
    }
    // A time directly followed by a word or a number is not a time: `12:30pm-ish`, `10:00.5`.
    let fraction = text.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let runs_on = |c: char| c.is_alphanumeric() && !timelines::is_character(c);
    if fraction || text.starts_with(runs_on) || text.starts_with(['/', '%', '+']) {
        return None;
    }
    let has_about_mark = opening.iter().any(|c| matches!(c, '~' | '≈'));
    time.is_about = has_about_mark || first.len() < bare.len() || about_after_day;
    let about = if has_about_mark { "~" } else { "" };
    time.text = format!("{about}{}", words(&bare[..bare.len() - text.len()]));
    if time.dial.is_empty() && time.clock.is_some() {
        time.dial = words(&dial[..dial.len() - text.len()]);
    }
    time.dial.insert_str(0, about);
    time.rest = rest(text, &opening, line);
    Some(time)
}

/// The text after the longest of the words that it begins with.
fn past<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let is_first = |word: &&&str| text.get(..word.len()).is_some_and(|lead| lead.to_lowercase() == **word);
    words.iter().filter(is_first).map(|word| word.len()).max().map_or(text, |end| &text[end..])
}

/// A time in its author's words, without markup.
fn words(written: &str) -> String {
    let plain: String = written.chars().filter(|c| !matches!(c, '*' | '`')).collect();
    let closed = plain.matches('(').count() == plain.matches(')').count();
    let open = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '[' | ']') || (!closed && matches!(c, '(' | ')'));
    plain.trim_matches(open).to_owned()
}

fn is_opening(c: char) -> bool {
    // With the bullets of lists that are none for Markdown: `・13:20 公開`.
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[' | '(' | '~' | '≈') || is_bullet(c)
}

/// Whether a character begins an item, though not for Markdown.
fn is_bullet(c: char) -> bool {
    matches!(c, '・' | '•' | '●' | '▪' | '◦' | '‣')
}

/// After a day, `1930:` is a time and not a year.
fn clock_after_day<'t>(text: &'t str, time: &mut WrittenTime) -> Option<&'t str> {
    let (hours, rest) = (text.get(..2)?, text.get(2..)?);
    let minutes = rest.get(..2).filter(|minutes| minutes.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = &rest[2..];
    if !rest.starts_with(':') {
        return None;
    }
    time.clock = Some(parse_clock(&format!("{hours}:{minutes}"))?);
    Some(zone_after(rest, time))
}

/// A time of day with AM or PM, its zone and the end of its span.
fn clock_and_zone<'t>(text: &'t str, time: &mut WrittenTime) -> Option<&'t str> {
    let (clock, half, mut text) = leading_clock(text)?;
    (time.clock, time.half) = (Some(clock), half);
    text = zone_after(text, time);
    let spaced = text.trim_start();
    let end = ["-", "–", "—", "to ", "until "].iter().find_map(|mark| spaced.strip_prefix(mark)).map(str::trim_start);
    if let Some(after) = end.and_then(unknown_end) {
        text = after;
    } else if let Some((end, (end_clock, end_half, after))) = end.and_then(|end| Some((end, leading_clock(end)?))) {
        time.until = Some(end[..end.len() - after.len()].trim().to_owned());
        text = zone_after(after, time);
        if time.half.is_none() && clock.hour() <= 12 {
            // `1:42-1:59 PM` begins in the afternoon, `11:50-12:10 PM` in the morning.
            let dial = |clock: Time| (clock.hour() % 12, clock.minute());
            time.half = match end_half {
                Some(Half::Afternoon) if dial(clock) > dial(end_clock) => Some(Half::Morning),
                Some(Half::Morning) if dial(clock) > dial(end_clock) => Some(Half::Afternoon),
                half => half,
            };
        }
    }
    Some(text)
}

/// The rest after an end that nobody knows: `12:26-12:??`, `12:26 - ?`.
fn unknown_end(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '?')).unwrap_or(text.len());
    text[..end].contains('?').then_some(&text[end..])
}

/// The text after a time, without the markup around the time.
fn rest(text: &str, opening: &[char], line: &str) -> String {
    let mut open = opening.to_vec();
    let mut text = text;
    let mut parted = false;
    loop {
        let next = text.chars().next();
        let Some(c) = next else { break };
        let closes = match c {
            ')' => '(',
            ']' => '[',
            c => c,
        };
        let after = &text[c.len_utf8()..];
        if c.is_whitespace() {
            text = after;
        } else if c == ':' && !sign_before(text).0.is_empty() {
            break;
        } else if let Some(at) = open.iter().rposition(|o| *o == closes) {
            open.remove(at);
            // If the time is the text of a link, the link is kept.
            if c == ']' && after.starts_with('(') {
                return line.trim().to_owned();
            }
            text = after;
        } else if !parted_by(c, after) || (parted && !matches!(c, '-' | '–' | '—' | '>')) {
            break;
        } else {
            parted = true;
            text = after;
        }
    }
    // In `**14:02 - paged** by`, the end of the emphasis is left over.
    let stars: String = open.iter().filter(|c| **c == '*').collect();
    let text = text.trim_end();
    let loose = !stars.is_empty() && text.matches(&stars).count() % 2 == 1;
    if loose { text.replacen(&stars, "", 1) } else { text.to_owned() }
}

fn parted_by(c: char, after: &str) -> bool {
    let figure = after.starts_with(|c: char| c.is_ascii_digit());
    matches!(c, ':' | '–' | '—' | '|' | ',' | ';' | '→' | '>' | '：' | '，' | '、' | '・')
        || (matches!(c, '-' | '.') && !figure)
}
