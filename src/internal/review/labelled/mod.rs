//! Values after labels at the top of a text: `Date: 5 March`, `**Severity**: high`, `| Owner | Ana |`.

pub(super) mod day;
pub(super) mod lines;
pub(super) mod ranked;
pub(super) mod severities;

use super::Review;
use base::diagnostics::{Code, Diagnostic, Place};

/// How many lines at the top are searched for labels such as `Date:`.
pub(super) const TOP_LINES: usize = 60;

/// A value after a label, with its place in the body.
pub(super) struct Found {
    pub(super) value: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The text after `Label:` on its own line near the top, with any marks around it (`**Date**: x`, `- Date: x`, `| Date | x |`).
pub(super) fn labelled(review: &Review, labels: &[&str]) -> Option<Found> {
    lines::at_top(review).find_map(|(start, line)| {
        let value = value_behind(&lines::without_struck(line), labels)?;
        Some(Found { value, start, end: start + line.trim_end().len() })
    })
}

/// The text after such a label, to the end of its paragraph, as plain text.
pub(super) fn labelled_text(review: &Review, labels: &[&str]) -> Option<String> {
    let found = labelled(review, labels)?;
    let ends = |line: &&str| {
        let line = line.trim_start();
        !line.is_empty() && !line.starts_with(['-', '*', '+', '|', '#', '>', '`']) && !line.contains(": ")
    };
    let rest = review.body()[found.end..].lines().skip(1).take_while(ends);
    let text = std::iter::once(found.value.as_str()).chain(rest).collect::<Vec<_>>().join(" ");
    Some(markdown::plain_text(&text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text after a label, unless there is none.
fn value_behind(line: &str, labels: &[&str]) -> Option<String> {
    let is_mark = |c: char| matches!(c, '*' | '_' | '-' | '|' | '#' | '>' | '+' | '`' | ' ' | '\t');
    let line = line.trim().trim_start_matches(is_mark);
    let (label, value) = line.split_once([':', '|'])?;
    let label = label.trim_matches(is_mark);
    let value = value.trim_start_matches(|c: char| is_mark(c) || c == ':');
    // A `>` at the end closes a placeholder or an address.
    let value = value.trim_end_matches(|c: char| is_mark(c) && c != '>' || c == ':').trim();
    (labels.iter().any(|known| label.eq_ignore_ascii_case(known)) && !value.is_empty()).then(|| value.to_owned())
}

pub(super) fn note(review: &Review, found: &Found, what: &str) -> Diagnostic {
    let span = review.body_start + found.start..review.body_start + found.end;
    Diagnostic::new(Code::Inferred, format!("{what} was read from the text"))
        .at(Place::new(&review.source, &review.text, span))
        .hint("say it in the front matter, and it cannot be misread")
}

#[cfg(test)]
mod tests {
    use super::value_behind;

    #[test]
    fn labels_stand_in_lists_tables_and_bold() {
        for line in ["Date: x", "**Date**: x", "**Date:** x", "- Date: x", "| Date | x |", "> *Date*: x"] {
            assert_eq!(value_behind(line, &["date"]).as_deref(), Some("x"), "{line}");
        }
        assert_eq!(value_behind("The date: x", &["date"]), None);
    }
}
