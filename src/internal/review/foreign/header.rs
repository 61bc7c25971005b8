//! Title and severity from labels at the top, in any formatting, and from headings.

use super::{labels, severity, words};
use crate::review::infer::{Found, note};
use crate::review::languages::names;
use crate::review::{Fact, Origin, Review};
use base::diagnostics::Diagnostic;
use site::config::Config;

/// How many lines at the top are searched for labels.
const TOP_LINES: usize = 60;

/// The value after the first of `labels`, in their order, that begins a line and whose value `accepts` allows.
pub(super) fn labelled<N: AsRef<str>>(review: &Review, labels: &[N], accepts: impl Fn(&str) -> bool) -> Option<Found> {
    let mut best: Option<(usize, Found)> = None;
    let mut start = 0;
    for line in review.body().split_inclusive('\n').take(TOP_LINES) {
        if let Some((label, value)) = parts(line)
            && let Some(rank) = labels.iter().position(|known| known.as_ref() == label)
            && best.as_ref().is_none_or(|(than, _)| rank < *than)
            && accepts(&value)
        {
            best = Some((rank, Found { value, start, end: start + line.trim_end().len() }));
        }
        start += line.len();
    }
    best.map(|(_, found)| found)
}

/// Label and value of `**Date**: x`, `- Date: x`, `| Date | x |`, `日付：x`.
fn parts(line: &str) -> Option<(String, String)> {
    const LONGEST: usize = 60;
    let is_mark = |c: char| matches!(c, '*' | '_' | '-' | '|' | '>' | '+' | '`' | ' ' | '\t' | ':' | '：');
    // `## Date: 5 March` is a label too.
    let line = line.trim().trim_start_matches('#');
    let line = line.trim_start_matches(is_mark);
    let at = line.find([':', '：', '|']).filter(|at| *at <= LONGEST)?;
    // Only the second cell of a row.
    let value = line[at..].trim_start_matches(is_mark);
    let value = if line[at..].starts_with('|') { value.split('|').next()? } else { value };
    let value = value.trim_matches(is_mark);
    (!value.is_empty()).then(|| (words(&line[..at]), value.to_owned()))
}

/// Whether a heading names a part of a review instead of an incident.
pub(in crate::review) fn is_no_title(heading: &str) -> bool {
    let words = words(heading);
    let is_named = |kinds: &[&str], words: &str| kinds.iter().any(|kind| names::is(kind, words));
    // `Owner: Ana` and `Title:` are labels, `Queue: halt on Monday` is not.
    let label = heading.split_once([':', '：']).map(|(label, _)| super::words(label));
    let is_label = label.is_some_and(|label| is_named(&LABELS, &label));
    super::label(heading).is_some() || is_label || is_named(&["no title", "impact", "detection"], &words)
}

/// Labels that may be headings, with their values after them.
const LABELS: [&str; 10] = [
    "label title",
    "label date",
    "label started",
    "label detected",
    "label resolved",
    "label duration",
    "label severity",
    "label owner",
    "label status",
    "label people",
];

/// The heading after one that is only `Title:`.
pub(in crate::review) fn titled(review: &Review) -> Option<&markdown::Heading> {
    let mut headings = review.outline.headings.iter();
    let first = headings.next().filter(|first| names::is("label title", &words(&first.text)))?;
    headings
        .next()
        .filter(|next| review.body()[first.span.end..next.span.start].trim().is_empty() && !is_no_title(&next.text))
}

/// The title given by a label.
pub(in crate::review) fn title(review: &Review) -> Option<(String, Origin)> {
    let found = labelled(review, names::of("label title"), |_| true)?;
    let title = markdown::plain_text(&found.value);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty() && !is_no_title(&title) && !super::actions::is_nothing(&title))
        .then_some((title, Origin::named(found.start)))
}

/// Fills the severity if there is none, and other fields from their labels.
pub(in crate::review) fn fill(review: &mut Review, config: &Config, problems: &mut Vec<Diagnostic>) {
    if review.severity.is_none()
        && let Some(found) = labelled(review, names::of("label severity"), |_| true)
            .or_else(|| in_heading(review))
            .or_else(|| below_heading(review))
    {
        review.severity = severity::mapped(&found.value, config);
        if let Some(key) = &review.severity {
            problems.push(note(review, &found, &format!("severity `{key}`")));
            review.origins.push((Fact::Severity, Origin::named(found.start)));
        } else if !super::actions::is_nothing(&found.value) && !review.extra.iter().any(|(key, _)| key == "severity") {
            review.extra.push(("severity".to_owned(), markdown::plain_text(&found.value).trim().to_owned()));
        }
    }
    labels::fill(review, problems);
}

/// The value after the name of the severity in a heading, anywhere in the text: `### Severity: medium`.
fn in_heading(review: &Review) -> Option<Found> {
    review.outline.headings.iter().find_map(|heading| {
        let (label, value) = heading.text.split_once([':', '：'])?;
        let value = value.trim();
        let is_severity = names::is("label severity", &words(label)) && !value.is_empty();
        is_severity.then(|| Found { value: value.to_owned(), start: heading.span.start, end: heading.span.end })
    })
}

/// The first paragraph below a heading that names the severity.
fn below_heading(review: &Review) -> Option<Found> {
    let heading = review.outline.headings.iter().find(|heading| names::is("label severity", &words(&heading.text)))?;
    let span = markdown::blocks_in(review.body(), heading.own.clone()).into_iter().find_map(|block| match block {
        markdown::Block::Paragraph { span } => Some(span),
        _ => None,
    })?;
    let value = review.body()[span.clone()].trim().to_owned();
    Some(Found { value, start: span.start, end: span.end })
}
