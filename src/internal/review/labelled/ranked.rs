//! The value after the first of several labels in the order of their importance, not of their lines. Labels are compared as words, in any
//! language: `**Date**: x`, `| Date | x |`, `日付：x`.

use std::ops::Range;

use super::{Found, NAME_LISTS, lines};
use crate::review::Review;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::label_line::is_bold_line;

/// A label at the top of a body, and its value.
#[derive(Debug, Clone)]
pub struct Label {
    /// In lower case, without marks.
    words: String,
    value: String,
    /// The place of its line, without white space at its end.
    line: Range<usize>,
}

/// The labels at the top of a body, in order.
pub(in crate::review) fn at_top(review: &Review) -> Vec<Label> {
    let labels = lines::at_top(review).flat_map(|(start, line)| {
        let place = start..start + line.trim_end().len();
        let parts = all_parts(&lines::without_struck(line)).into_iter();
        parts.map(move |(words, value)| Label { words, value, line: place.clone() })
    });
    labels.collect()
}

/// The value after the first of `labels` that a line at the top has, among the values that `accepts` takes.
pub(in crate::review) fn labelled<N: AsRef<str>>(
    review: &Review,
    labels: &[N],
    accepts: impl Fn(&str) -> bool,
) -> Option<Found> {
    let mut best: Option<(usize, &Label)> = None;
    for label in review.labels() {
        if let Some(rank) = labels.iter().position(|known| known.as_ref() == label.words)
            && best.is_none_or(|(than, _)| rank < than)
            && !heads_columns(review, label)
            && accepts(&label.value)
        {
            best = Some((rank, label));
        }
    }
    best.map(|(_, label)| Found { value: label.value.clone(), start: label.line.start, end: label.line.end })
}

/// Whether a label and the cell beside it are headings of the columns of a table.
fn heads_columns(review: &Review, label: &Label) -> bool {
    let line = review.body().get(label.line.clone()).unwrap_or_default();
    line.trim_start().starts_with('|')
        && is_heading_of_column(&label.value)
        && !is_closed(line, &label.words, &label.value)
}

/// Whether a row of two cells says that something is closed: in a longer one `Closed` may be the heading of a column.
fn is_closed(line: &str, label: &str, value: &str) -> bool {
    let is_pair = line.trim().trim_matches('|').split('|').count() == 2;
    is_pair && names::is("label status", label) && names::is("closed", &words(value))
}

/// Whether a cell beside a label is the heading of another column, and not its value: `| Priority | Action |`.
fn is_heading_of_column(value: &str) -> bool {
    const KINDS: [&str; 19] = [
        "column action",
        "column due",
        "column who",
        "column priority",
        "column closed",
        "column ticket",
        "column time",
        "column what",
        "column day",
        "column beside severity",
        "assigned to",
        "label status",
        "label severity",
        "label date",
        "label period",
        "label duration",
        "label owner",
        "label people",
        "label title",
    ];
    let words = words(value);
    NAME_LISTS.iter().any(|list| list.labels.contains(&words.as_str()))
        || KINDS.iter().any(|kind| names::is(kind, &words))
}

/// The label and the value of a line, and the others beside them in the row of a form: `| **Start** | x | **End** | y |`.
fn all_parts(line: &str) -> Vec<(String, String)> {
    let row = line.trim().strip_prefix('|').unwrap_or_default().trim_end_matches('|');
    let cells: Vec<_> = row.split('|').map(str::trim).collect();
    let is_row = cells.len() > 2 && cells.len().is_multiple_of(2);
    let is_moment = |cell: &str| ["label started", "label resolved"].iter().any(|kind| names::is(kind, &words(cell)));
    let is_label = |cell: &str| is_bold_line(cell) || is_heading_of_column(cell) || is_moment(cell);
    let is_form = is_row && cells.chunks(2).all(|pair| pair[0].is_empty() || is_label(pair[0]));
    let others = if is_form { cells.get(2..).unwrap_or_default() } else { &[] };
    let others = others.chunks(2).filter_map(|pair| parts(&format!("| {} | {} |", pair[0], pair[1])));
    let in_bold = bold_labels(line);
    let first =
        if in_bold.len() > 1 { in_bold.into_iter().filter_map(parts).collect() } else { Vec::from_iter(parts(line)) };
    first.into_iter().chain(others).collect()
}

/// The parts of a line that begin with a label in bold: `**Type:** Incident  **Status:** Closed`.
fn bold_labels(line: &str) -> Vec<&str> {
    let is_label = |at: &usize| {
        let inner = &line[at + 2..];
        let end = inner.find("**").unwrap_or(0);
        inner[..end].ends_with([':', '：']) || (end > 0 && inner[end + 2..].starts_with([':', '：']))
    };
    let starts: Vec<_> = line.match_indices("**").map(|(at, _)| at).filter(is_label).collect();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    starts.iter().zip(ends).map(|(start, end)| &line[*start..end]).collect()
}

/// Label and value of `**Date**: x`, `- Date: x`, `| Date | x |`, `日付：x`.
pub(in crate::review) fn parts(line: &str) -> Option<(String, String)> {
    const LONGEST: usize = 60;
    let is_mark = |c: char| matches!(c, '*' | '_' | '-' | '|' | '>' | '+' | '`' | ' ' | '\t' | ':' | '：');
    // `## Date: 5 March` is a label too.
    let line = line.trim().trim_start_matches('#');
    let line = line.trim_start_matches(is_mark);
    let at = line.find([':', '：', '|']).filter(|at| *at <= LONGEST)?;
    // The second cell of a row, and no more.
    let value = line[at..].trim_start_matches(is_mark);
    let value = if line[at..].starts_with('|') { value.split('|').next()? } else { value };
    // A `>` at the end closes a placeholder or an address.
    let value = value.trim_start_matches(is_mark).trim_end_matches(|c| is_mark(c) && c != '>');
    (!value.is_empty()).then(|| (words(&line[..at]), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn labels_stand_in_lists_tables_and_bold() {
        for line in ["Date: x", "**Date**: x", "**Date:** x", "- Date: x", "| Date | x |", "> *Date*: x", "## Date: x"]
        {
            assert_eq!(parts(line), Some(("date".to_owned(), "x".to_owned())), "{line}");
        }
        assert_eq!(parts("The date is x"), None);
    }
}
