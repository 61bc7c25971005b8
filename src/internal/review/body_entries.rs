//! Entries out of the blocks of a timeline section: lists, tables, paragraphs whose lines begin with a time.
//!
//! In: a block. Out: its entries with their times as written, whose moments are not known yet; nothing where a part of it has no time.

use jiff::Timestamp;

use super::actions::PHASES;
use super::sections::whole;
use super::timeline::{Actor, EFFECTS, Entry, Leaves};
use super::written_day;
use super::written_time::{self, WrittenTime};
use base::zones::{self, Zone};
use chart::Effect;
use markdown::{Cell, Item, plain_text};

/// A time as written, without the end of its span, which the text holds.
pub(super) type Written = WrittenTime<'static>;

fn blank(what: String) -> Entry {
    Entry {
        at: Timestamp::UNIX_EPOCH,
        phase: None,
        actor: None,
        effect: Effect::Neutral,
        what,
        who: None,
        evidence: None,
        public: Leaves::Nothing,
        item: 0,
    }
}

fn until(time: &WrittenTime<'_>) -> String {
    time.until.map(|end| format!("(until {end}) ")).unwrap_or_default()
}

/// An item's first line begins with the time; the rest of it, paragraphs and lists included, is what happened.
pub(super) fn list(items: &[Item]) -> Option<Vec<(Written, Entry)>> {
    items.iter().map(|item| entry(&whole(item))).collect()
}

fn entry(text: &str) -> Option<(Written, Entry)> {
    let (first, more) = text.split_once('\n').map_or((text, ""), |(first, more)| (first, more));
    let time = written_time::read(first)?;
    let what = format!("{}{}\n{more}", until(&time), time.rest).trim().to_owned();
    (!what.is_empty()).then(|| (owned(time), blank(what)))
}

fn owned(time: WrittenTime<'_>) -> Written {
    WrittenTime { day: time.day, clock: time.clock, half: time.half, zone: time.zone, until: None, rest: time.rest }
}

/// Lines of a paragraph that begin with a time; those that do not go on with the one above.
pub(super) fn paragraph(text: &str) -> Option<Vec<(Written, Entry)>> {
    let mut texts: Vec<String> = Vec::new();
    for line in text.lines() {
        let begins = written_time::read(line).is_some_and(|time| !time.rest.is_empty());
        match texts.last_mut() {
            _ if begins => texts.push(line.to_owned()),
            Some(last) => {
                last.push('\n');
                last.push_str(line);
            }
            None => return None,
        }
    }
    texts.iter().map(|text| entry(text)).collect()
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

/// The rows of a table. A blank cell of a day or a time repeats the one above.
pub(super) fn table<'c>(header: &[Cell], rows: impl Iterator<Item = &'c [Cell]>) -> Option<Vec<(Written, Entry)>> {
    let columns: Vec<_> = header.iter().map(|cell| column(&cell.source)).collect();
    let of = |wanted| columns.iter().position(|column| *column == wanted);
    let time = of(Column::Time).or_else(|| of(Column::Day)).or((columns.len() == 2).then_some(0))?;
    let zone = header.get(time).and_then(|cell| zones::stated_in(&plain_text(&cell.source)));
    let mut above = None;
    rows.map(|cells| row(header, &columns, (time, zone.as_ref()), cells, &mut above)).collect()
}

fn row(
    header: &[Cell],
    columns: &[Column],
    (time, zone): (usize, Option<&Zone>),
    cells: &[Cell],
    above: &mut Option<Written>,
) -> Option<(Written, Entry)> {
    let source = cells.get(time)?.source.trim();
    let mut written = if source.is_empty() {
        WrittenTime { day: None, until: None, ..above.clone()? }
    } else {
        written_time::read(source).filter(|time| time.rest.is_empty())?
    };
    let mut entry = blank(until(&written));
    let mut extra = Vec::new();
    for (i, cell) in cells.iter().enumerate().filter(|(i, cell)| *i != time && !cell.source.trim().is_empty()) {
        let text = cell.source.trim();
        let word = plain_text(text).trim().to_lowercase();
        let named = |what: &str| format!("{what}: {text}");
        match columns.get(i).copied().unwrap_or(Column::Other) {
            Column::Day if written.day.is_none() => match written_day::leading(plain_text(text).trim()) {
                Some((day, "")) => written.day = Some(day),
                _ => extra.push(named(header.get(i).map_or("Day", |cell| cell.source.trim()))),
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
    if written.clock.is_some() && written.zone.is_none() {
        written.zone = zone.cloned();
    }
    let written = owned(written);
    *above = Some(written.clone());
    Some((written, entry))
}

fn find<T: Copy>(choices: &[(&str, T)], word: &str) -> Option<T> {
    choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}
