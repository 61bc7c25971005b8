//! Rows of a timeline that is a table.
//!
//! In: the cells of a table. Out: its rows, each with its time; `None` if no column has times. Cells that belong to no field
//! are kept with the text.

use super::actions::PHASES;
use super::body_entries::{Row, day_alone, timed};
use super::languages::names;
use super::languages::words::words;
use super::stated_zone;
use super::text::placeholders::{is_nobody, is_nothing};
use super::timeline::{Actor, EFFECTS, Entry};
use super::written_day;
use super::written_time::{self, WrittenTime};
use base::zones::{self, Zone};
use markdown::{Cell, plain_text};

/// What a column contains, according to its heading.
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

/// The columns by the kind of their names in `names.txt`.
const KINDS: [(&str, Column); 4] = [
    ("column day", Column::Day),
    ("column time", Column::Time),
    ("column what", Column::What),
    ("column who", Column::Who),
];

fn column(heading: &str) -> Column {
    let plain = plain_text(heading).to_lowercase();
    let lead = plain.split(['(', '[', ',', '/', '（']).next().unwrap_or_default().trim();
    match lead {
        "date" if !plain.contains("time") => Column::Day,
        "date" => Column::Time,
        "phase" => Column::Phase,
        "impact" | "effect" => Column::Effect,
        "kind" => Column::Actor,
        "evidence" | "source" | "link" => Column::Evidence,
        _ => {
            let words = words(lead);
            KINDS.into_iter().find(|(kind, _)| names::is(kind, &words)).map_or(Column::Other, |(_, column)| column)
        }
    }
}

/// The rows of a table. A blank time cell repeats the time above.
pub(super) fn table(header: &[Cell], rows: &[&[Cell]]) -> Option<Vec<Row>> {
    let columns = columns(header, rows)?;
    let zone = header.get(columns.time).and_then(|cell| stated_zone::in_heading(&plain_text(&cell.source)));
    let mut above = None;
    // In a table without a header, the header row is the first entry; `T` alone is the name of a column.
    let is_entry = |cell: &&Cell| is_time(Some(cell)) && cell.source.contains(char::is_numeric);
    let first = header.get(columns.time).filter(is_entry).map(|_| header);
    let all = first.into_iter().chain(rows.iter().copied());
    timed(all.filter_map(|cells| row(header, &columns, zone.as_ref(), cells, &mut above)).collect())
}

/// The rows of a table whose column of the time holds words: `Build phase`, `Then`.
pub(super) fn untimed_table(header: &[Cell], rows: &[&[Cell]]) -> Option<Vec<Row>> {
    let columns = columns(header, rows)?;
    if !matches!(columns.kinds.get(columns.time), Some(Column::Time | Column::Day)) {
        return None;
    }
    let mut above = None;
    let found: Vec<_> = rows.iter().filter_map(|cells| row(header, &columns, None, cells, &mut above)).collect();
    let is_form = |row: &Row| is_nothing(&row.entry.what);
    (found.len() > 1 && !found.iter().any(is_form)).then_some(found)
}

/// Whether a table without a heading that names it is a timeline: its headings name a time and what happened, and most of its rows
/// begin with times of day.
pub(super) fn tells_events(header: &[Cell], rows: &[&[Cell]]) -> bool {
    let is_named = |wanted| header.iter().any(|cell| column(&cell.source) == wanted);
    let time = header.iter().position(|cell| column(&cell.source) == Column::Time);
    let has_clock = |cells: &&&[Cell]| {
        let cell = time.and_then(|n| cells.get(n));
        cell.and_then(|cell| written_time::read(cell.source.trim())).is_some_and(|time| time.clock.is_some())
    };
    is_named(Column::What) && 2 * rows.iter().filter(has_clock).count() > rows.len()
}

/// What the columns hold, and which of them holds the time.
struct Columns {
    kinds: Vec<Column>,
    time: usize,
    /// Whether no other column may be meant: `Reported` and `Seen by us` may both be when something happened.
    is_sure: bool,
}

fn is_time(cell: Option<&Cell>) -> bool {
    cell.is_some_and(|cell| written_time::read(cell.source.trim()).is_some_and(|time| time.rest.is_empty()))
}

fn columns(header: &[Cell], rows: &[&[Cell]]) -> Option<Columns> {
    let mut kinds: Vec<_> = header.iter().map(|cell| column(&cell.source)).collect();
    let is_timed = |n: &usize| 2 * rows.iter().filter(|cells| is_time(cells.get(*n))).count() > rows.len();
    let heading = |n: usize| header.get(n).map(|cell| plain_text(&cell.source)).unwrap_or_default();
    let says = |kind: &str, n: usize| names::says(kind, &heading(n));
    let (time, is_sure) = time_column(&kinds, is_timed, &says, &|n| stated_zone::in_heading(&heading(n)))?;
    if !is_sure {
        kinds[time] = Column::Time;
    }
    let of = |wanted| kinds.iter().position(|column| *column == wanted);
    if of(Column::What).is_none() {
        // The column with the longest texts is what happened.
        let length = |n: usize| rows.iter().filter_map(|cells| cells.get(n)).map(|cell| cell.source.trim().len()).sum();
        let others = (0..kinds.len()).filter(|n| *n != time && kinds[*n] == Column::Other);
        if let Some(longest) =
            others.max_by_key(|n| -> (usize, std::cmp::Reverse<usize>) { (length(*n), std::cmp::Reverse(*n)) })
        {
            kinds[longest] = Column::What;
        }
    }
    Some(Columns { kinds, time, is_sure })
}

/// The column of the times at which things happened, and whether it is sure. What was planned did not happen.
fn time_column(
    kinds: &[Column],
    is_timed: impl Fn(&usize) -> bool,
    says: &impl Fn(&str, usize) -> bool,
    zone: &impl Fn(usize) -> Option<Zone>,
) -> Option<(usize, bool)> {
    let is_real = |n: &usize| !says("planned time", *n) || says("actual time", *n);
    let of = |wanted| (0..kinds.len()).filter(is_real).find(|n| kinds[*n] == wanted);
    let timed: Vec<_> = (0..kinds.len()).filter(is_real).filter(|n| kinds[*n] == Column::Time || is_timed(n)).collect();
    if let Some(actual) = timed.iter().find(|n| says("actual time", **n)) {
        return Some((*actual, true));
    }
    if let Some(named) = of(Column::Time).or_else(|| of(Column::Day)) {
        return Some((named, true));
    }
    // Columns that name zones are the same clock, and the first is that of the day: `Local time` and `UTC`.
    let is_sure = timed.len() == 1 || timed.iter().any(|n| zone(*n).is_some());
    timed.first().map(|n| (*n, is_sure))
}

/// The time of a row, from its time cell, its day cell, the zone of the column and the row above.
fn time_of(cell: &str, day: Option<&str>, zone: Option<&Zone>, above: Option<&WrittenTime>) -> WrittenTime {
    let own_day = day.and_then(|text| day_alone(text).map(|day| (day, plain_text(text).trim().to_owned())));
    let unread = || WrittenTime { text: plain_text(cell).trim().to_owned(), ..WrittenTime::default() };
    let mut time = match (cell, &own_day) {
        // A new day without a time.
        ("", Some(_)) => WrittenTime::default(),
        ("", None) => above.map(|above| WrittenTime { day: None, until: None, ..above.clone() }).unwrap_or_default(),
        _ => written_time::read(cell).and_then(|time| of_cell(time, cell)).unwrap_or_else(unread),
    };
    if let Some(zone) = zone.filter(|_| time.clock.is_some() && time.zone.is_none()) {
        let words = format!(" {}", zones::words(zone));
        time.text.push_str(&words);
        time.dial.push_str(&words);
        time.zone = Some(zone.clone());
    }
    if let Some((day, words)) = own_day.filter(|_| time.day.is_none()) {
        time.day = Some(day);
        time.text.insert_str(0, &format!("{words} "));
        time.text.truncate(time.text.trim_end().len());
    }
    time
}

/// A time that fills its cell, except for a remark in brackets without digits; otherwise the day at the start of the cell.
fn of_cell(time: WrittenTime, cell: &str) -> Option<WrittenTime> {
    let rest = time.rest.trim();
    let is_said = rest.chars().any(|c| c.is_alphanumeric() || c == '?');
    let in_brackets = rest.starts_with('(') && rest.ends_with(')') && !rest.chars().any(|c| c.is_ascii_digit());
    if !is_said || in_brackets {
        return Some(time);
    }
    time.day.filter(|_| time.clock.is_none())?;
    Some(WrittenTime { text: plain_text(cell).trim().to_owned(), ..time })
}

fn row(
    header: &[Cell],
    columns: &Columns,
    zone: Option<&Zone>,
    cells: &[Cell],
    above: &mut Option<WrittenTime>,
) -> Option<Row> {
    // `{: .table }` below a table sets its class.
    if cells.first().is_some_and(|cell| cell.source.trim_start().starts_with("{:")) {
        return None;
    }
    let is_day = |n: usize| n != columns.time && columns.kinds.get(n) == Some(&Column::Day);
    let day = (0..cells.len()).find(|n| is_day(*n) && day_alone(&cells[*n].source).is_some());
    let time =
        time_of(cells.get(columns.time)?.source.trim(), day.map(|n| cells[n].source.as_str()), zone, above.as_ref());
    let time = if columns.is_sure { time } else { WrittenTime { text: time.text, ..WrittenTime::default() } };
    let mut entry = Entry::of(String::new());
    let mut extra = Vec::new();
    let is_read = |n: usize| n != columns.time && Some(n) != day;
    for (n, cell) in cells.iter().enumerate().filter(|(n, cell)| is_read(*n) && !cell.source.trim().is_empty()) {
        let text = cell.source.trim();
        let word = plain_text(text).trim().to_lowercase();
        let named = |what: &str| if what.is_empty() { text.to_owned() } else { format!("{what}: {text}") };
        match columns.kinds.get(n).copied().unwrap_or(Column::Other) {
            Column::Who if entry.who.is_none() && !is_nobody(text) => {
                entry.who = Some(plain_text(text).trim().to_owned());
            }
            // Nobody is named; a dash says nothing that could be lost.
            Column::Who if !word.contains(char::is_alphanumeric) => {}
            Column::Day if time.day.is_some() && written_day::is_weekday(&word) => {}
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
            Column::What => {
                entry.what.push_str(text);
                entry.what.push(' ');
            }
            _ => extra.push(named(header.get(n).map_or("", |cell| cell.source.trim()))),
        }
    }
    // Cells that belong to no field are kept with the text, so that nothing is lost.
    for text in extra {
        entry.what.push_str(&format!("({text}) "));
    }
    entry.what.truncate(entry.what.trim_end().len());
    *above = Some(time.clone());
    let at = cells.first().map_or(0, |cell| cell.span.start);
    (!entry.what.is_empty()).then_some(Row { time, day: None, entry, at })
}

fn find<T: Copy>(choices: &[(&str, T)], word: &str) -> Option<T> {
    choices.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}
