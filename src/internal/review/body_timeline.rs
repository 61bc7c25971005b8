//! A list or table under *Timeline* becomes timeline entries, whole or not at all: a row that cannot be read leaves the author's own block where it stands.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::actions::PHASES;
use super::sections::whole;
use super::timeline::{Actor, EFFECTS, Leaves};
use super::written_time::{self, WrittenTime};
use super::{Entry, Review, times};
use base::diagnostics::{Code, Diagnostic, Place};
use chart::Effect;
use markdown::{Block, Cell, Heading, Item, blocks_in, plain_text};

/// Reads the section under `heading` into the review; gives the diagnostic when nothing there can be read.
pub(super) fn fill(review: &mut Review, heading: &Heading) -> Option<Diagnostic> {
    let body = review.body();
    let blocks = blocks_in(body, heading.content.clone());
    let intro: String = blocks.iter().filter_map(|b| paragraph(b, body)).collect::<Vec<_>>().join(" ");
    let mut clock = Clock::new(review, written_time::zone_in(&heading.text).or_else(|| written_time::zone_in(&intro)));
    let mut entries = Vec::new();
    let mut omitted = Vec::new();
    for block in &blocks {
        let mut attempt = clock.clone();
        let (read, span) = match block {
            Block::List { items, span, .. } => (list(items, &mut attempt), span),
            Block::Table { header, rows, span } => {
                let rows = rows.iter().map(|row| row.cells.as_slice());
                (table(header, rows, &mut attempt), span)
            }
            _ => continue,
        };
        if let Some(read) = read {
            clock = attempt;
            entries.extend(read);
            omitted.push(span.clone());
        }
    }
    if entries.is_empty() {
        return Some(unread(review, &heading.span));
    }
    review.timeline_blocks.clone_from(&omitted);
    let all_of_section = blocks.iter().filter(|b| !matches!(b, Block::Heading { .. })).count() == omitted.len();
    if all_of_section && !blocks.iter().any(|b| matches!(b, Block::Heading { .. })) {
        omitted.push(heading.span.clone());
        review.timeline_heading = Some((heading.id.clone(), heading.text.trim().to_owned()));
    }
    review.timeline = entries;
    review.omitted.extend(omitted);
    None
}

fn paragraph<'b>(block: &Block, body: &'b str) -> Option<&'b str> {
    if let Block::Paragraph { span } = block { body.get(span.clone()) } else { None }
}

fn unread(review: &Review, span: &Range<usize>) -> Diagnostic {
    let span = review.body_start + span.start..review.body_start + span.end;
    let hint = if review.date.is_none() && review.moments.started.is_none() {
        "give the review a date (`times.started`, or a file name that begins with the day), so that clock times have one"
    } else {
        "write it as a list whose items begin with a time, `- 14:02 The first alert`, or as a table with a `Time` column"
    };
    Diagnostic::new(Code::UnreadTimeline, "this timeline is shown as it stands: it cannot be read as entries")
        .at(Place::new(&review.source, &review.text, span))
        .hint(hint)
}

/// Turns written times into moments, each going on from the one before.
#[derive(Clone)]
struct Clock {
    zone: TimeZone,
    day: Option<Date>,
    previous: Option<Timestamp>,
}

impl Clock {
    fn new(review: &Review, named: Option<TimeZone>) -> Self {
        let zone = named.unwrap_or_else(|| review.zone.clone());
        let first = review.moments.started.or(review.moments.detected);
        let day = first.map(|t| t.to_zoned(zone.clone()).date()).or(review.date);
        Self { zone, day, previous: None }
    }

    fn moment(&mut self, date: Option<Date>, clock: Time, zone: Option<&TimeZone>) -> Option<Timestamp> {
        let zone = zone.unwrap_or(&self.zone);
        let at = match (date, self.previous) {
            (None, Some(previous)) => times::after(previous, clock, zone)?,
            (date, _) => date.or(self.day)?.to_datetime(clock).to_zoned(zone.clone()).ok()?.timestamp(),
        };
        self.previous = Some(at);
        Some(at)
    }

    fn written(&mut self, time: &WrittenTime<'_>) -> Option<Timestamp> {
        self.moment(time.date, time.clock, time.zone.as_ref())
    }
}

fn list(items: &[Item], clock: &mut Clock) -> Option<Vec<Entry>> {
    items.iter().map(|item| entry(&whole(item), clock)).collect()
}

/// An item's first line begins with the time; the rest of it, paragraphs and lists included, is what happened.
fn entry(text: &str, clock: &mut Clock) -> Option<Entry> {
    let (first, more) = text.split_once('\n').map_or((text, ""), |(first, more)| (first, more));
    let time = written_time::read(first)?;
    let emphasised = first.trim_start().starts_with("**") && time.rest.matches("**").count() % 2 == 1;
    let rest = if emphasised { time.rest.replacen("**", "", 1) } else { time.rest.to_owned() };
    let until = time.until.map(|end| format!("(until {end}) ")).unwrap_or_default();
    let what = format!("{until}{rest}\n{more}").trim().to_owned();
    if what.is_empty() {
        return None;
    }
    let at = clock.written(&time)?;
    Some(Entry {
        at,
        phase: None,
        actor: None,
        effect: Effect::Neutral,
        what,
        who: None,
        evidence: None,
        public: Leaves::Nothing,
        item: 0,
    })
}

/// What a column holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Time,
    Day,
    What,
    Who,
    Phase,
    Effect,
    Actor,
    Evidence,
    Other,
}

fn column(heading: &str) -> Column {
    let plain = plain_text(heading).to_lowercase();
    let lead = plain.split(['(', '[', ',', '/']).next().unwrap_or_default().trim();
    match lead {
        "day" => Column::Day,
        "date" if !plain.contains("time") => Column::Day,
        "time" | "when" | "at" | "timestamp" | "date and time" | "datetime" | "clock" | "date" => Column::Time,
        "event" | "events" | "what" | "what happened" | "description" | "entry" | "details" | "action" | "note" => {
            Column::What
        }
        "who" | "actor" | "person" | "owner" | "by" | "responder" => Column::Who,
        "phase" => Column::Phase,
        "impact" | "effect" => Column::Effect,
        "kind" => Column::Actor,
        "evidence" | "source" | "link" => Column::Evidence,
        _ => Column::Other,
    }
}

fn table<'c>(header: &[Cell], rows: impl Iterator<Item = &'c [Cell]>, clock: &mut Clock) -> Option<Vec<Entry>> {
    let columns: Vec<_> = header.iter().map(|cell| column(&cell.source)).collect();
    let time = columns.iter().position(|c| *c == Column::Time).or((columns.len() == 2).then_some(0))?;
    if let Some(zone) = header.get(time).and_then(|cell| written_time::zone_in(&cell.source)) {
        clock.zone = zone;
    }
    rows.map(|cells| row(header, &columns, time, cells, clock)).collect()
}

fn row(header: &[Cell], columns: &[Column], time: usize, cells: &[Cell], clock: &mut Clock) -> Option<Entry> {
    let written = written_time::read(&cells.get(time)?.source).filter(|t| t.rest.is_empty())?;
    let mut entry = Entry {
        at: Timestamp::UNIX_EPOCH,
        phase: None,
        actor: None,
        effect: Effect::Neutral,
        what: written.until.map(|end| format!("(until {end}) ")).unwrap_or_default(),
        who: None,
        evidence: None,
        public: Leaves::Nothing,
        item: 0,
    };
    let mut day = written.date;
    let mut extra = Vec::new();
    for (i, cell) in cells.iter().enumerate().filter(|(i, cell)| *i != time && !cell.source.trim().is_empty()) {
        let text = cell.source.trim();
        let word = plain_text(text).trim().to_lowercase();
        let named = |what: &str| format!("{what}: {text}");
        match columns.get(i).copied().unwrap_or(Column::Other) {
            Column::Day => match super::infer::parse_date(text) {
                Some(date) => day = Some(date),
                None => extra.push(named("Day")),
            },
            Column::Who if entry.who.is_none() => entry.who = Some(plain_text(text).trim().to_owned()),
            Column::Evidence if entry.evidence.is_none() => entry.evidence = Some(text.to_owned()),
            Column::Phase if entry.phase.is_none() => match find(&PHASES, &word) {
                Some(phase) => entry.phase = Some(phase),
                None => extra.push(named("Phase")),
            },
            Column::Effect => match find(&EFFECTS, &word) {
                Some(effect) => entry.effect = effect,
                None => extra.push(named("Impact")),
            },
            Column::Actor if entry.actor.is_none() => match find(&Actor::ALL, &word) {
                Some(actor) => entry.actor = Some(actor),
                None => extra.push(named("Kind")),
            },
            column if column == Column::What || columns.len() == 2 => {
                entry.what.push_str(text);
                entry.what.push(' ');
            }
            _ => extra.push(named(header.get(i).map_or("", |cell| cell.source.trim()))),
        }
    }
    // What no field holds is kept with the text: nothing that the author wrote is lost.
    for text in extra {
        entry.what.push_str(&format!("({text}) "));
    }
    entry.what.truncate(entry.what.trim_end().len());
    if entry.what.is_empty() {
        return None;
    }
    entry.at = clock.moment(day, written.clock, written.zone.as_ref())?;
    Some(entry)
}

fn find<T: Copy>(choices: &[(&str, T)], word: &str) -> Option<T> {
    choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}
