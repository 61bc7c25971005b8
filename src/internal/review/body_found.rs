//! What a timeline section holds, block by block: lines with their times as written, and the entries that they tell.
//!
//! In: the blocks of a section in their order. Out: lines and entries, the blocks they stood in, and what is said before the first.

use std::ops::Range;

use super::body_entries::{self, Row};
use super::body_table;
use super::day_number;
use super::text::label_line::is_bold_line;
use super::timeline_moments::Line;
use super::written_day::{self, Day};
use super::written_time::{self, Half, WrittenTime};
use super::{Entry, Origin};
use markdown::{Block, as_inline, plain_text};

/// The entries of a section, block by block.
#[derive(Default)]
pub(super) struct Found {
    /// Whether a block counts only where each part of it begins with a time.
    pub(super) is_strict: bool,
    pub(super) lines: Vec<Line>,
    pub(super) entries: Vec<Entry>,
    pub(super) blocks: Vec<Range<usize>>,
    /// What is said before the first entry.
    pub(super) intro: String,
    pub(super) above: Above,
}

impl Found {
    /// A heading that is a time is an entry of what stands below it, which stays where it is; above rows with times of their own
    /// it names their day.
    pub(super) fn read_heading(&mut self, span: Range<usize>, below: &[Block], body: &str) {
        let at = span.start;
        let source = body.get(span).unwrap_or_default();
        let source = source.lines().next().unwrap_or_default().trim().trim_matches('#').trim();
        self.above.read(source);
        let time = written_time::read(source).filter(|_| !self.is_strict);
        // Of headings that are times, one follows the other as rows do.
        self.above.opens = !self.is_strict && time.as_ref().is_none_or(|time| time.clock.is_none());
        let own = || below.iter().take_while(|block| !matches!(block, Block::Heading { .. }));
        let Some(time) = time.filter(|_| own().all(|block| rows_of(block, body).is_none())) else { return };
        let texts = || own().map_while(|block| body_entries::first_text(block, body));
        // A link alone, such as that to a chat, says nothing where an account stands below it.
        let first = || texts().find(|text| !is_link_alone(text)).or_else(|| texts().next());
        let is_group = time.clock.is_none() && own().next().is_none();
        // Words in brackets speak of the time: `22:52 (maybe earlier?)`, `2025-12-11 (times in JST)`.
        let aside = time.rest.is_empty() || (time.rest.starts_with('(') && time.rest.ends_with(')'));
        let what = match first() {
            _ if !aside => time.rest.clone(),
            Some(first) => format!("{} {}", first.trim(), time.rest).trim().to_owned(),
            None => String::new(),
        };
        if is_group || what.is_empty() {
            return;
        }
        if let Some(Block::List { items, .. }) = own().next()
            && time.clock.is_none()
            && aside
        {
            // What happened on a day, item by item.
            for item in items.iter().filter(|item| !item.source.trim().is_empty()) {
                let heading = self.above.day.take();
                self.push_line(Line { heading, in_day: true, ..Line::default() });
                self.push(Entry::of(item.source.trim().to_owned()), item.content.start);
            }
            return;
        }
        let (heading, half) = (self.above.day.take(), self.above.half);
        self.push_line(Line { time, heading, half, ..Line::default() });
        self.push(Entry::of(what), at);
    }

    /// The first list of a section in which nothing has a time: what happened, in its order.
    pub(super) fn read_untimed(&mut self, blocks: &[Block], body: &str) {
        let mut above = None;
        let list = blocks.iter().find_map(|block| match block {
            Block::Heading { span, .. } => {
                let source = body.get(span.clone()).unwrap_or_default();
                above = written_day::stated_in(&plain_text(&as_inline(
                    source.lines().next().unwrap_or_default().trim_matches(['#', ' ']),
                )));
                None
            }
            Block::List { span, .. } | Block::Table { span, .. } => Some((span, untimed_rows(block)?)),
            _ => None,
        });
        let Some((span, rows)) = list else { return };
        for (n, Row { time, entry, at, .. }) in rows.into_iter().enumerate() {
            let heading = above.filter(|_| n == 0);
            let time = if above.is_some() { WrittenTime { text: String::new(), ..time } } else { time };
            self.push_line(Line { time, heading, in_day: above.is_some(), ..Line::default() });
            self.push(entry, at);
        }
        self.blocks.push(span.clone());
    }

    /// Adds a line with what stands between it and the one before.
    fn push_line(&mut self, line: Line) {
        let (number, opens) = (self.above.number.take(), std::mem::take(&mut self.above.opens));
        self.lines.push(Line { number, opens, ..line });
    }

    fn push(&mut self, entry: Entry, at: usize) {
        self.entries.push(Entry { origin: Some(Origin::named(at)), ..entry });
    }

    pub(super) fn read(&mut self, block: &Block, body: &str) {
        let mut start = 0;
        let (rows, span) = match block {
            Block::List { span, .. } | Block::Table { span, .. } => (rows_of(block, body), span),
            Block::Paragraph { span } => {
                start = span.start;
                let text = body.get(span.clone()).unwrap_or_default();
                if let Some((day, remark)) = body_entries::day_and_remark(text).filter(|_| !self.is_strict) {
                    if self.entries.is_empty() {
                        self.intro.push_str(&remark);
                        self.intro.push('\n');
                    }
                    self.above = Above { day: Some(day), names_day: true, ..Above::default() };
                    self.blocks.push(span.clone());
                    return;
                }
                if !self.is_strict && is_heading_line(text) {
                    self.above.read(text);
                }
                let read = body_entries::paragraph(text).filter(|(intro, _)| intro.is_empty() || !self.is_strict);
                let (intro, rows) = read.map_or((text.to_owned(), None), |(intro, rows)| (intro, Some(rows)));
                if self.entries.is_empty() {
                    self.intro.push_str(&intro);
                    self.intro.push('\n');
                }
                (rows, span)
            }
            Block::Heading { .. } | Block::Other { .. } => return,
        };
        let Some(rows) = rows else { return };
        if self.is_strict && rows.iter().any(|row| !row.time.is_timed()) {
            return;
        }
        for Row { time, day, entry, at } in rows {
            if let Some(day) = day {
                self.above = Above { day: Some(day), names_day: true, ..Above::default() };
            }
            let (heading, half) = (self.above.day.take(), self.above.half);
            self.push_line(Line { time, heading, in_day: self.above.names_day, half, ..Line::default() });
            self.push(entry, start + at);
        }
        self.blocks.push(span.clone());
    }
}

/// Whether a paragraph is a bold line alone that is no time, or counts a day: both stand where others write a heading.
fn is_heading_line(text: &str) -> bool {
    let text = text.trim();
    if written_time::read(text).is_some_and(|time| time.clock.is_some()) {
        return false;
    }
    !text.contains('\n') && (is_bold_line(text) || day_number::stated_in(&plain_text(text)).is_some())
}

/// Whether a text is a link of a word or two and nothing else: `[Chat thread](https://...)`. One of more words may be a step itself.
fn is_link_alone(text: &str) -> bool {
    const MOST_WORDS: usize = 2;
    let inner = text.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    let parts = inner.filter(|inner| !inner.contains(['\n', ')'])).and_then(|inner| inner.split_once("]("));
    parts.is_some_and(|(name, target)| name.split_whitespace().count() <= MOST_WORDS && !target.contains("]("))
}

/// The rows of a block, if it is a part of a timeline.
fn rows_of(block: &Block, body: &str) -> Option<Vec<Row>> {
    match block {
        Block::List { items, .. } => body_entries::list(items, body),
        Block::Table { header, rows, .. } => {
            let rows: Vec<_> = rows.iter().map(|row| row.cells.as_slice()).collect();
            body_table::table(header, &rows)
        }
        Block::Paragraph { span } => body_entries::paragraph(body.get(span.clone())?).map(|(_, rows)| rows),
        Block::Heading { .. } | Block::Other { .. } => None,
    }
}

/// The rows of a block in which no row has a time.
fn untimed_rows(block: &Block) -> Option<Vec<Row>> {
    match block {
        Block::List { items, .. } => body_entries::untimed_list(items),
        Block::Table { header, rows, .. } => {
            let rows: Vec<_> = rows.iter().map(|row| row.cells.as_slice()).collect();
            body_table::untimed_table(header, &rows)
        }
        _ => None,
    }
}

/// What the sub-heading above says.
#[derive(Default)]
pub(super) struct Above {
    /// Its day, until a line has taken it.
    pub(super) day: Option<Day>,
    pub(super) names_day: bool,
    pub(super) half: Option<Half>,
    /// The number of its day, until a line has taken it: `Day 2`.
    pub(super) number: Option<i16>,
    /// Whether it has stood there since the line before.
    pub(super) opens: bool,
}

impl Above {
    fn read(&mut self, heading: &str) {
        // `4. Mai 2026` is a day, and for Markdown the number of a list.
        let text = plain_text(&as_inline(heading));
        let day = written_day::stated_in(&text);
        self.half = written_time::half_in(&text);
        self.number = day_number::stated_in(&text).filter(|_| day.is_none());
        self.names_day = day.is_some() || self.number.is_some();
        self.day = day.or(self.day.filter(|_| self.number.is_none()));
        self.opens = true;
    }
}
