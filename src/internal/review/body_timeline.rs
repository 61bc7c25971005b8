//! Reads the section under *Timeline* as timeline entries, each with as much of its time as is certain. In a library with
//! settings, every entry must have a moment, or the section is shown as its author wrote it.
//! them have a moment, or the section stays as its author wrote it.

use std::ops::Range;

use jiff::tz::TimeZone;

use super::body_entries::{self, Row};
use super::body_table;
use super::timeline_around::around;
use super::timeline_days::{self, FirstDay};
use super::timeline_moments::{Around, Line, times, zones as zones_of};
use super::written_day::{self, Day};
use super::written_time::{self, Half, WrittenTime};
use super::{Entry, Origin, Review, When};
use base::diagnostics::{Code, Diagnostic, Place};
use base::zones::{self, Zone};
use markdown::{Block, Heading, Item, blocks_in, plain_text};

/// Reads the section under `heading` into the review, and its first day into `first_day`; returns a diagnostic if entries or
/// times cannot be read.
pub(super) fn fill(
    review: &mut Review,
    heading: &Heading,
    is_foreign: bool,
    first_day: &mut Option<FirstDay>,
) -> Option<Diagnostic> {
    let body = review.body();
    let blocks = blocks_in(body, if is_foreign { reach(review, heading) } else { heading.content.clone() });
    let mut found = Found { is_strict: !is_foreign, ..Found::default() };
    for (n, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading { span, .. } => found.read_heading(span.clone(), &blocks[n + 1..], body),
            _ => found.read(block, body),
        }
    }
    if found.entries.is_empty() {
        return Some(match untimed(&blocks) {
            Some(item) => unread(
                review,
                item,
                "this item does not begin with a time",
                "begin each item of the list with one, `- 14:02 The first alert`",
            ),
            None => unread(review, &heading.span, "it cannot be read as entries", hint(review)),
        });
    }
    let around = around(review, heading, &found.intro);
    let times = times(&found.lines, &around);
    *first_day = timeline_days::first(&found.lines, &times, &zones_of(&found.lines, &around));
    name_zones_of_ends(&mut found.lines, &around, &review.zone);
    let all_sure = times.iter().all(|(when, _)| when.moment().is_some());
    if !all_sure && !is_foreign {
        return Some(unsure(review, heading, &found.lines, &times, &around));
    }
    // For a day without a time, or a row without both, nothing is missing that its author wrote.
    let is_open = |(line, (when, _)): (&Line, &(When, String))| match when {
        When::Clock { .. } => true,
        When::Unsure => line.time.is_timed(),
        When::Moment(_) | When::Day(_) => false,
    };
    let any_open = found.lines.iter().zip(&times).any(is_open);
    let problem = any_open.then(|| unsure(review, heading, &found.lines, &times, &around));
    let entries = found.lines.iter().zip(times).zip(found.entries);
    let entries = entries.map(|((line, (when, stated)), entry)| finished(line, when, stated, entry)).collect();
    let mut omitted = found.blocks;
    review.timeline_blocks.clone_from(&omitted);
    let all_of_section = blocks.iter().filter(|b| !matches!(b, Block::Heading { .. })).count() == omitted.len();
    if all_of_section && !blocks.iter().any(|b| matches!(b, Block::Heading { .. })) {
        omitted.push(heading.span.clone());
        review.timeline_heading = Some((heading.id.clone(), heading.text.trim().to_owned()));
    }
    review.timeline = entries;
    review.omitted.extend(omitted);
    problem
}

/// The section, and those after it whose headings are times: some authors write days at the level of the timeline's own
/// heading.
fn reach(review: &Review, heading: &Heading) -> Range<usize> {
    let mut content = heading.content.clone();
    for next in review.outline.headings.iter().filter(|next| next.span.start >= heading.content.end) {
        if next.span.start < content.end {
            continue;
        }
        let is_time = written_time::read(&next.text).is_some_and(|time| time.clock.is_some() || time.rest.is_empty());
        if !is_time {
            break;
        }
        content.end = next.content.end;
    }
    content
}

/// An entry with its time. If that is a moment, the end of a time span is put before the text.
fn finished(line: &Line, when: When, stated: String, entry: Entry) -> Entry {
    let until = line.time.until.as_ref().filter(|_| when.moment().is_some());
    let until = until.map(|end| format!("(until {end}) ")).unwrap_or_default();
    Entry { when, stated, is_about: line.time.is_about, what: until + &entry.what, ..entry }
}

/// Ends of time spans are shown in the author's words; this adds the zone to each if the page shows times in another zone.
fn name_zones_of_ends(lines: &mut [Line], around: &Around, shown: &TimeZone) {
    let zones = zones_of(lines, around);
    for (line, zone) in lines.iter_mut().zip(zones) {
        let zone = zone.filter(|zone| *zone != Zone::One(shown.clone())).map(|zone| zones::words(&zone));
        if let (Some(end), Some(zone)) = (line.time.until.as_mut(), zone) {
            end.push(' ');
            end.push_str(&zone);
        }
    }
}

#[derive(Default)]
struct Found {
    /// Whether a block counts only if each part of it begins with a time.
    is_strict: bool,
    lines: Vec<Line>,
    entries: Vec<Entry>,
    blocks: Vec<Range<usize>>,
    /// The text before the first entry.
    intro: String,
    above: Above,
}

impl Found {
    /// A heading that is a time makes an entry of what is below it, which also stays in the body; above rows that have their
    /// own times, it only names their day.
    fn read_heading(&mut self, span: Range<usize>, below: &[Block], body: &str) {
        let at = span.start;
        let source = body.get(span).unwrap_or_default();
        let source = source.lines().next().unwrap_or_default().trim().trim_matches('#').trim();
        self.above.read(source);
        let time = written_time::read(source).filter(|_| !self.is_strict);
        let own = || below.iter().take_while(|block| !matches!(block, Block::Heading { .. }));
        let Some(time) = time.filter(|_| own().all(|block| rows_of(block, body).is_none())) else { return };
        let first = || match own().next()? {
            Block::Paragraph { span } => body.get(span.clone()),
            Block::List { items, .. } => items.first().map(|item| item.source.as_str()),
            _ => None,
        };
        let is_group = time.clock.is_none() && own().next().is_none();
        // A remark in brackets belongs to the time: `22:52 (maybe earlier?)`, `2025-12-11 (times in JST)`.
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
            // A list of what happened on a day: each item is an entry.
            for item in items.iter().filter(|item| !item.source.trim().is_empty()) {
                let heading = self.above.day.take();
                self.lines.push(Line { time: WrittenTime::default(), heading, in_day: true, half: None });
                self.push(body_entries::blank(item.source.trim().to_owned()), item.content.start);
            }
            return;
        }
        let (heading, half) = (self.above.day.take(), self.above.half);
        self.lines.push(Line { time, heading, in_day: false, half });
        self.push(body_entries::blank(what), at);
    }

    fn push(&mut self, entry: Entry, at: usize) {
        self.entries.push(Entry { origin: Some(Origin::named(at)), ..entry });
    }

    fn read(&mut self, block: &Block, body: &str) {
        let mut start = 0;
        let (rows, span) = match block {
            Block::List { span, .. } | Block::Table { span, .. } => (rows_of(block, body), span),
            Block::Paragraph { span } => {
                start = span.start;
                let text = body.get(span.clone()).unwrap_or_default();
                if let Some(day) = body_entries::day_alone(text).filter(|_| !self.is_strict) {
                    self.above = Above { day: Some(day), names_day: true, half: None };
                    self.blocks.push(span.clone());
                    return;
                }
                let read = body_entries::paragraph(text).filter(|(intro, _)| intro.is_empty() || !self.is_strict);
                let (intro, rows) = read.map_or((text.to_owned(), None), |(intro, rows)| (intro, Some(rows)));
                if self.entries.is_empty() {
                    self.intro.push_str(&intro);
                    self.intro.push(' ');
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
                self.above = Above { day: Some(day), names_day: true, half: None };
            }
            let (heading, half) = (self.above.day.take(), self.above.half);
            self.lines.push(Line { time, heading, in_day: self.above.names_day, half });
            self.push(entry, start + at);
        }
        self.blocks.push(span.clone());
    }
}

/// The rows of a block, if it is part of a timeline.
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

/// The first item without a time in a list of which at least half have one, so that it is probably a mistake.
fn untimed(blocks: &[Block]) -> Option<&Range<usize>> {
    let is_timed = |item: &&Item| written_time::read(&item.source).is_some_and(|time| time.is_timed());
    blocks.iter().find_map(|block| {
        let Block::List { items, .. } = block else { return None };
        let timed = items.iter().filter(is_timed).count();
        items
            .iter()
            .find(|item| !is_timed(item))
            .filter(|_| timed > 0 && 2 * timed >= items.len())
            .map(|item| &item.span)
    })
}

/// What the sub-heading above states.
#[derive(Default)]
struct Above {
    /// Its day, until an entry has used it.
    day: Option<Day>,
    names_day: bool,
    half: Option<Half>,
}

impl Above {
    fn read(&mut self, heading: &str) {
        let text = plain_text(heading);
        let day = written_day::stated_in(&text);
        self.half = written_time::half_in(&text);
        self.names_day = day.is_some();
        self.day = day.or(self.day);
    }
}

fn hint(review: &Review) -> &'static str {
    if review.date.is_none() && review.moments.started.is_none() {
        "give the review a date (`times.started`, or a file name that begins with the day), so that clock times have one"
    } else {
        "write it as a list whose items begin with a time, `- 14:02 The first alert`, or as a table with a `Time` column"
    }
}

/// A diagnostic that says why the times of a section are not certain.
fn unsure(review: &Review, heading: &Heading, lines: &[Line], times: &[(When, String)], around: &Around) -> Diagnostic {
    let own = lines.iter().filter(|line| line.time.clock.is_some()).map(|line| &line.time.zone);
    let zone = own.clone().find(|zone| zone.is_none()).map_or_else(|| own.flatten().next(), |_| around.zone.as_ref());
    let zone_is_open = times.iter().any(|(when, _)| matches!(when, When::Clock { zone_is_sure: false, .. }));
    match zone {
        Some(Zone::Several(name)) => unread(
            review,
            &heading.span,
            &format!("the zone `{name}` means several"),
            "write the offset beside it, as in `CST (UTC-6)`, or give the review a `timezone: America/Chicago`",
        ),
        None if lines.iter().any(|line| line.time.clock.is_some()) => unread(
            review,
            &heading.span,
            "the zone of its times is not stated",
            "name it in the heading, `Timeline (UTC)`, or give the review a `timezone: Europe/Berlin`",
        ),
        Some(Zone::One(zone)) if zones::is_seasonal(zone) && zone_is_open => unread(
            review,
            &heading.span,
            "its zone is not that of the season",
            "write the offset beside the zone, as in `PDT (UTC-7)`, or give the review a `timezone: America/Los_Angeles`",
        ),
        _ => unread(review, &heading.span, "the day of an entry is not sure", hint(review)),
    }
}

fn unread(review: &Review, span: &Range<usize>, why: &str, hint: &str) -> Diagnostic {
    let span = review.body_start + span.start..review.body_start + span.end;
    Diagnostic::new(Code::UnreadTimeline, format!("this timeline is shown as it stands: {why}"))
        .at(Place::new(&review.source, &review.text, span))
        .hint(hint)
}
