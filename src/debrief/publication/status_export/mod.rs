//! The rows of a status page's export that a postmortem can be joined with, even after all names are removed.
//!
//! In: a table from elsewhere, or from our own status page, and what would be published. Out: for each postmortem the rows with
//! a matching time, and which other facts agree. Refuses a table without a readable start.

mod columns;
mod when;

use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::csv::{self, Field};
use base::diagnostics::{Code, Diagnostic, Place, any_error};
use base::text::utc_day;
use columns::Column;
use public::Postmortem;
use when::{Fault, When};

/// Most seconds between the times of a status page and of a review that may be of the same incident.
const MARGIN: i64 = 3600;

/// Most seconds between two times that count as equal.
const CLOSE: i64 = 15 * 60;

const DAY: i64 = 86_400;

/// The rows of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The name of the file.
    pub file: String,
    rows: Vec<Row>,
}

/// An incident in the export.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    line: usize,
    name: String,
    from: When,
    to: Option<When>,
    services: String,
    severity: String,
}

/// A row whose time matches a postmortem's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Joined {
    /// The line of the file.
    pub line: usize,
    /// What the row calls the incident.
    pub name: String,
    /// Which facts agree: `day`, `start`, `end`, `duration`, `services`, `severity`.
    pub agrees: Vec<&'static str>,
}

impl std::fmt::Display for Joined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.name.is_empty() {
            write!(f, ", {}", self.name)?;
        }
        let agrees = if self.agrees.is_empty() { "the time is near".to_owned() } else { self.agrees.join(", ") };
        write!(f, ": {agrees}")
    }
}

impl Export {
    /// Reads a file.
    ///
    /// # Errors
    /// If the file or a time in it cannot be read: every mistake with its line and column.
    pub fn read(path: &Path) -> Result<Self, Vec<Diagnostic>> {
        let read = site::source::read_other_file(path).map_err(|problem| vec![*problem])?;
        Self::of(&read.path, &read.text)
    }

    fn of(file: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let records = csv::records(file, text, &mut problems);
        let rows = rows(file, text, &records, &mut problems);
        if any_error(&problems) { Err(problems) } else { Ok(Self { file: file.to_owned(), rows }) }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that a postmortem can be joined with; those with most agreement first.
    #[must_use]
    pub fn joins(&self, postmortem: &Postmortem) -> Vec<Joined> {
        let times = Times::of(postmortem);
        let near = self.rows.iter().filter(|row| times.is_near(row));
        let mut joined: Vec<_> = near
            .map(|row| Joined { line: row.line, name: row.name.clone(), agrees: times.agrees(row, postmortem) })
            .collect();
        joined.sort_by_key(|row| (std::cmp::Reverse(row.agrees.len()), row.line));
        joined
    }
}

fn rows(file: &str, text: &str, records: &[Vec<Field>], problems: &mut Vec<Diagnostic>) -> Vec<Row> {
    let at = |field: &Field| Place::new(file, text, field.span.clone());
    let Some((head, records)) = records.split_first() else {
        problems.push(Diagnostic::new(Code::BadExport, "the file holds no rows").at(Place::file(file)));
        return Vec::new();
    };
    let headings: Vec<&str> = head.iter().map(|field| field.text.trim()).collect();
    let place = |column| columns::place(&headings, column);
    let Some(start) = place(Column::Start) else {
        let message = "no column holds the start of an incident";
        let hint = "the first line names the columns; call one `start`, `started at`, `created at` or `date`";
        let found = Diagnostic::new(Code::BadExport, message).hint(hint);
        problems.push(head.first().map_or(found.clone(), |field| found.at(at(field))));
        return Vec::new();
    };
    let (end, name) = (place(Column::End), place(Column::Name));
    let (services, severity) = (place(Column::Services), place(Column::Severity));
    let column = |n: usize| records.iter().filter_map(move |record| record.get(n)).map(|field| field.text.as_str());
    let order = when::order(column(start).chain(end.into_iter().flat_map(column)));
    let zone = |n: usize| headings.get(n).and_then(|heading| columns::zone_of(heading)).unwrap_or(TimeZone::UTC);
    let mut rows = Vec::new();
    for record in records {
        let Some(first) = record.first() else { continue };
        if record.len() != headings.len() {
            let message = format!("this row has {} fields, and the first one {}", record.len(), headings.len());
            let hint = "put a field that holds the sign between fields in quotes";
            problems.push(Diagnostic::new(Code::BadExport, message).at(at(first)).hint(hint));
            continue;
        }
        let words = |n: Option<usize>| {
            n.and_then(|n| record.get(n)).map(|field| field.text.trim().to_owned()).unwrap_or_default()
        };
        let mut time = |n: usize, needed: bool| {
            let field = record.get(n)?;
            if field.text.trim().is_empty() && !needed {
                return None;
            }
            match when::read(&field.text, order, &zone(n)) {
                Ok(when) => Some(when),
                Err(fault) => {
                    problems.push(fault_of(fault, &field.text).at(at(field)));
                    None
                }
            }
        };
        let from = time(start, true);
        let to = end.and_then(|end| time(end, false));
        let line = text.get(..first.span.start).unwrap_or_default().matches('\n').count() + 1;
        let Some(from) = from else { continue };
        rows.push(Row { line, name: words(name), from, to, services: words(services), severity: words(severity) });
    }
    rows
}

fn fault_of(fault: Fault, text: &str) -> Diagnostic {
    let text = text.trim();
    let (message, hint) = match fault {
        Fault::Unreadable => (
            format!("`{text}` is not a time"),
            "write it as `2026-03-02 09:14 +01:00`, or `2026-03-02`; without a zone it is UTC, and a name that several zones have is none",
        ),
        Fault::Ambiguous => (
            format!("`{text}` may be two days: nothing in the column says whether the day or the month comes first"),
            "export the column as `2026-03-02`",
        ),
    };
    Diagnostic::new(Code::BadExport, message).hint(hint)
}

/// The times in a postmortem.
struct Times {
    from: i64,
    to: i64,
    day: Date,
    /// Whether both ends are known.
    span: bool,
}

impl Times {
    fn of(postmortem: &Postmortem) -> Self {
        if let Some(span) = postmortem.span {
            let (from, to) = (span.from.as_second(), span.to.as_second());
            return Self { from, to, day: utc_day(span.from), span: true };
        }
        let moments = || postmortem.timeline.iter().map(|moment| moment.at);
        if let Some((from, to)) = moments().min().zip(moments().max()) {
            return Self { from: from.as_second(), to: to.as_second(), day: utc_day(from), span: false };
        }
        let midnight = postmortem.date.to_zoned(TimeZone::UTC).map_or(0, |zoned| zoned.timestamp().as_second());
        Self { from: midnight, to: midnight + DAY, day: postmortem.date, span: false }
    }

    fn is_near(&self, row: &Row) -> bool {
        let from = row.from.at.as_second();
        let last = |when: When| when.at.as_second() + if when.whole_day { DAY } else { 0 };
        let to = last(row.to.unwrap_or(row.from)).max(from);
        from <= self.to + MARGIN && self.from <= to + MARGIN
    }

    fn agrees(&self, row: &Row, postmortem: &Postmortem) -> Vec<&'static str> {
        let close = |when: When, at: i64| !when.whole_day && (when.at.as_second() - at).abs() <= CLOSE;
        let lasted = row.to.filter(|to| !to.whole_day && !row.from.whole_day);
        let lasted = lasted.map(|to| to.at.as_second() - row.from.at.as_second());
        let said = format!("{} {}", row.services, row.name).to_lowercase();
        let facts = [
            ("day", utc_day(row.from.at) == self.day),
            ("start", close(row.from, self.from)),
            ("end", self.span && row.to.is_some_and(|to| close(to, self.to))),
            ("duration", self.span && lasted.is_some_and(|lasted| (lasted - (self.to - self.from)).abs() <= CLOSE)),
            (
                "services",
                postmortem.services.iter().any(|service| said.contains(&service.label.as_str().to_lowercase())),
            ),
            (
                "severity",
                postmortem
                    .severity
                    .as_ref()
                    .is_some_and(|known| known.label.as_str().eq_ignore_ascii_case(&row.severity)),
            ),
        ];
        facts.into_iter().filter(|(_, agrees)| *agrees).map(|(fact, _)| fact).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Export;

    fn mistakes(text: &str) -> Vec<String> {
        let problems = Export::of("rows.csv", text).err().unwrap_or_default();
        let line = |p: base::diagnostics::Diagnostic| {
            let place = p.place.map(|at| format!("{}:{}", at.line, at.column)).unwrap_or_default();
            format!("{place} {}", p.message)
        };
        problems.into_iter().map(line).collect()
    }

    #[test]
    fn every_mistake_is_reported_with_line_and_column() {
        assert_eq!(mistakes(""), ["1:1 the file holds no rows"]);
        assert_eq!(mistakes("a,b\n1,2\n"), ["1:1 no column holds the start of an incident"]);
        assert_eq!(
            mistakes("name,start\nA,soon\nB,02/03/2026\nC\n"),
            [
                "2:3 `soon` is not a time",
                "3:3 `02/03/2026` may be two days: nothing in the column says whether the day or the month comes first",
                "4:1 this row has 1 fields, and the first one 2"
            ]
        );
        assert_eq!(mistakes("name,start\nA,02/03/2026\nB,17/03/2026\n"), Vec::<String>::new());
    }

    #[test]
    fn rows_have_the_line_that_they_begin_in() {
        let export = Export::of("rows.csv", "name,start\n\"A\nB\",2026-03-02\nC,2026-03-03\n").unwrap();
        assert_eq!(export.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
    }
}
