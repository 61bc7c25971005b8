//! Entries from the blocks of a timeline section: lists, and paragraphs whose lines begin with a time; tables are in
//! `body_table`.
//!
//! In: a block. Out: its entries with their times as written, not yet resolved to moments; `None` if too few parts of it have a
//! time. A part without a time is still an entry, and stays between its neighbours.

use super::labelled::lines::without_struck;
use super::text::items::whole;
use super::text::placeholders::is_nothing;
use super::timeline::Entry;
use super::written_day::{self, Day};
use super::written_time::{self, WrittenTime};
use markdown::{Block, Item, as_inline, plain_text};

/// An entry, its time as written, and the day above it in its block.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) time: WrittenTime,
    pub(super) day: Option<Day>,
    pub(super) entry: Entry,
    /// Its byte offset in the body, or in its paragraph.
    pub(super) at: usize,
}

/// The least number of timed parts if they are not half of all; otherwise a block is not a timeline.
const TIMED: usize = 3;

/// The text of a paragraph, or of the first item of a list.
pub(super) fn first_text<'t>(block: &'t Block, body: &'t str) -> Option<&'t str> {
    match block {
        Block::Paragraph { span } => body.get(span.clone()),
        Block::List { items, .. } => items.first().map(|item| item.source.as_str()),
        _ => None,
    }
}

/// The rows, if enough of them have a time.
pub(super) fn timed(rows: Vec<Row>) -> Option<Vec<Row>> {
    let count = rows.iter().filter(|row| row.time.is_timed()).count();
    (count > 0 && !is_form(&rows) && (count >= TIMED || 2 * count >= rows.len())).then_some(rows)
}

/// Whether half of the rows are those of a form that nobody filled in: `HH:MM - what happened`, `00:00 - [event]`.
fn is_form(rows: &[Row]) -> bool {
    const TIMES: [&str; 8] = ["hh:mm", "xx:xx", "00:00 - [", "yyyy", "[time]", "<time>", "[date]", "<date>"];
    let is_open = |row: &&Row| {
        let text = plain_text(&row.entry.what).to_lowercase();
        is_nothing(&row.entry.what) || TIMES.iter().any(|time| text.trim_start().starts_with(time))
    };
    2 * rows.iter().filter(is_open).count() >= rows.len()
}

/// The items of a list without times; none where they are tasks, links or a form's own words.
pub(super) fn untimed_list(items: &[Item]) -> Option<Vec<Row>> {
    const FEWEST: usize = 2;
    let is_link = |item: &Item| item.source.trim_start().starts_with('[') || item.source.trim_start().starts_with('<');
    let is_other = items.iter().any(|item| item.checked.is_some()) || items.iter().all(is_link);
    let rows: Vec<_> = items.iter().filter_map(|item| entry(&whole(item), item.content.start)).collect();
    let is_list = items.len() >= FEWEST && rows.len() == items.len() && !is_other && !is_form(&rows);
    is_list.then_some(rows)
}

/// The entries of a list. An item begins with its time; the rest of it, paragraphs and lists included, is what happened. An
/// item with only a day gives the day for the list inside it.
pub(super) fn list(items: &[Item], body: &str) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    // `2322 Screens freeze`: a number alone may count something, a list of them tells clocks.
    let bare: Vec<_> = items.iter().map_while(|item| bare_clock(&item.source)).collect();
    if items.len() >= TIMED && bare.len() == items.len() {
        let row = |(item, clock): (&Item, String)| {
            let text = whole(item).replacen(&item.source[..CLOCK], &clock, 1);
            entry(&text, item.content.start)
        };
        return timed(items.iter().zip(bare).filter_map(row).collect());
    }
    for item in items {
        if let Some(text) = day_as_number(item, body) {
            rows.extend(entry(&text, item.span.start));
            continue;
        }
        match day_alone(&item.source) {
            Some(day) if !item.children.is_empty() => {
                let inner = item.children.iter().filter_map(|child| entry(&whole(child), child.content.start));
                rows.extend(inner.enumerate().map(|(n, row)| Row { day: (n == 0).then_some(day), ..row }));
            }
            _ => rows.extend(entry(&whole(item), item.content.start)),
        }
    }
    timed(rows)
}

/// Figures of a clock without a colon.
const CLOCK: usize = 4;

/// The clock that an item begins with as a number of four figures.
fn bare_clock(text: &str) -> Option<String> {
    let (hour, rest) = text.split_at_checked(2)?;
    let (minute, rest) = rest.split_at_checked(2).filter(|(_, rest)| rest.starts_with(' '))?;
    let is_below = |figures: &str, most: u8| {
        figures.bytes().all(|b| b.is_ascii_digit()) && figures.parse::<u8>().is_ok_and(|number| number < most)
    };
    (is_below(hour, 24) && is_below(minute, 60) && !rest.trim().is_empty()).then(|| format!("{hour}:{minute}"))
}

/// The text of an item such as `- 5. März 2026: it fell`, where Markdown takes the day for the number of a nested list.
fn day_as_number(item: &Item, body: &str) -> Option<String> {
    let [inner] = item.children.as_slice() else { return None };
    let written = body.get(inner.span.clone()).filter(|_| item.source.trim().is_empty())?;
    let number = written
        .split_once('.')
        .map(|(number, _)| number)
        .filter(|number| number.bytes().all(|b| b.is_ascii_digit()))?;
    let text = format!("{number}. {}", whole(inner));
    written_day::leading(&text).is_some().then_some(text)
}

/// The day of a text that contains nothing else.
pub(super) fn day_alone(text: &str) -> Option<Day> {
    let plain = plain_text(&as_inline(text));
    // `-4/25/23_`: a slip of emphasis.
    let (day, rest) = written_day::leading(plain.trim_matches(['-', '_', '*', ' ', '\n']))?;
    rest.chars().all(|c| c.is_whitespace() || matches!(c, ':' | '.' | ',' | '-' | '–' | '—')).then_some(day)
}

/// The day of a text that contains nothing else but a remark in brackets without figures: `5 March 2026 (all times UTC)`.
pub(super) fn day_and_remark(text: &str) -> Option<(Day, String)> {
    if let Some(day) = day_alone(text) {
        return Some((day, String::new()));
    }
    let plain = plain_text(&as_inline(text));
    let (day, rest) = written_day::leading(plain.trim())?;
    let is_remark = |rest: &str| {
        rest.starts_with('(')
            && rest.ends_with(')')
            && !rest.contains(['\n'])
            && !rest.contains(|c: char| c.is_ascii_digit())
    };
    Some(rest.trim()).filter(|rest| is_remark(rest)).map(|rest| (day, rest.to_owned()))
}

/// An entry, without a time if the text does not begin with one; `None` if there is no text besides the time.
fn entry(text: &str, at: usize) -> Option<Row> {
    let (first, more) = text.split_once('\n').map_or((text, ""), |(first, more)| (first, more));
    // What is struck through did not happen then: `~~09:20~~ 09:30 it fell`.
    let is_struck = first.trim_start().strip_prefix("~~").is_some_and(|rest| rest.contains("~~"));
    let time = if is_struck { written_time::read(&without_struck(first)) } else { written_time::read(first) };
    let time = time.unwrap_or_else(|| WrittenTime { rest: first.trim().to_owned(), ..WrittenTime::default() });
    // Below a time alone the account may stand as that of a term: `: The alert fires`.
    let more = if time.rest.is_empty() && time.is_timed() { more.strip_prefix(": ").unwrap_or(more) } else { more };
    let what = format!("{}\n{more}", time.rest).trim().to_owned();
    (!what.is_empty()).then(|| Row { time, day: None, entry: Entry::of(what), at })
}

/// How many lines of a paragraph begin with a time of day, if all do.
pub(super) fn clock_lines(text: &str) -> usize {
    let is_timed =
        |line: &str| written_time::read(line).is_some_and(|time| time.clock.is_some() && !time.rest.is_empty());
    if text.trim().lines().all(is_timed) { text.trim().lines().count() } else { 0 }
}

/// Takes the mark of a line break from the end of a text: a backslash that no other one escapes.
fn without_break(text: &mut String) {
    let marks = text.bytes().rev().take_while(|byte| *byte == b'\\').count();
    if marks % 2 == 1 {
        text.truncate(text.trim_end_matches('\\').len() + marks - 1);
        text.truncate(text.trim_end().len());
    }
}

/// The entries of a paragraph whose lines begin with a time; other lines continue the one above. The lines before the first
/// time are returned beside them.
pub(super) fn paragraph(text: &str) -> Option<(String, Vec<Row>)> {
    // The code of a wiki: a log pasted into the page.
    if text.lines().any(|line| ["{code", "{noformat"].iter().any(|mark| line.trim_start().starts_with(mark))) {
        return None;
    }
    let mut intro = String::new();
    let mut texts: Vec<(usize, String)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let is_alone =
            |time: &WrittenTime| time.rest.is_empty() && time.clock.is_some() && Some(line) != text.lines().last();
        let begins = written_time::read(line).is_some_and(|time| !time.rest.is_empty() || is_alone(&time));
        match texts.last_mut() {
            last if begins => {
                if let Some((_, last)) = last {
                    without_break(last);
                }
                texts.push((start, line.to_owned()));
            }
            Some((_, last)) => {
                last.push('\n');
                last.push_str(line);
            }
            None => {
                intro.push_str(line);
                intro.push('\n');
            }
        }
    }
    // If there are words before a single time, both are parts of a sentence.
    let is_list = if intro.is_empty() { !texts.is_empty() } else { texts.len() > 1 };
    is_list.then(|| (intro, texts.iter().filter_map(|(at, text)| entry(text, *at)).collect()))
}
