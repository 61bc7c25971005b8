//! Title, date and severity from labels at the top, whatever dress they wear, and from headings.

use super::front_matter::Told;
use super::{days, labels, severity, words};
use crate::review::Review;
use crate::review::infer::{Found, note};
use crate::review::languages::names;
use base::diagnostics::Diagnostic;
use site::config::Config;

/// Labels are looked for in this many lines at the top.
const TOP_LINES: usize = 60;

/// The value behind the first of the labels that some line begins with, of those that `accepts` takes.
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
    let line = line.trim();
    if line.starts_with('#') {
        return None;
    }
    let line = line.trim_start_matches(is_mark);
    let at = line.find([':', '：', '|']).filter(|at| *at <= LONGEST)?;
    // The second cell of a row, and no more.
    let value = line[at..].trim_start_matches(is_mark);
    let value = if line[at..].starts_with('|') { value.split('|').next()? } else { value };
    let value = value.trim_matches(is_mark);
    (!value.is_empty()).then(|| (words(&line[..at]), value.to_owned()))
}

/// Whether a heading names a part of a review instead of an incident.
pub(in crate::review) fn is_no_title(heading: &str) -> bool {
    let words = words(heading);
    super::label(heading).is_some() || ["no title", "impact", "detection"].iter().any(|kind| names::is(kind, &words))
}

/// The title that a label says.
pub(in crate::review) fn title(review: &Review) -> Option<String> {
    let title = markdown::plain_text(&labelled(review, names::of("label title"), |_| true)?.value);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty() && !is_no_title(&title) && !super::actions::is_nothing(&title)).then_some(title)
}

/// Labels that say the day of the incident, whatever day a post is of.
const SURE_DATES: [&str; 6] =
    ["date of incident", "incident date", "date of the incident", "date of outage", "outage date", "date occurred"];

/// Fills the severity where there is none, and the date where a label says one; `told` is what the front matter says.
pub(in crate::review) fn fill(review: &mut Review, told: &Told, config: &Config, problems: &mut Vec<Diagnostic>) {
    if review.severity.is_none()
        && let Some(found) = labelled(review, names::of("label severity"), |_| true).or_else(|| below_heading(review))
    {
        review.severity = severity::mapped(&found.value, config);
        if let Some(key) = &review.severity {
            problems.push(note(review, &found, &format!("severity `{key}`")));
        } else if !super::actions::is_nothing(&found.value) && !review.extra.iter().any(|(key, _)| key == "severity") {
            review.extra.push(("severity".to_owned(), markdown::plain_text(&found.value).trim().to_owned()));
        }
    }
    labels::fill(review, problems);
    let moments = &review.moments;
    if moments.started.or(moments.detected).or(moments.resolved).is_some() || told.day.is_some() {
        return;
    }
    let is_day = |value: &str| days::read(value).is_some();
    let found = match told.post {
        Some(_) => labelled(review, &SURE_DATES, is_day),
        None => labelled(review, names::of("label date"), is_day),
    };
    if let Some(found) = found
        && let Some(date) = days::read(&found.value)
    {
        if review.date != Some(date) {
            problems.push(note(review, &found, &format!("date {date}")));
        }
        review.date = Some(date);
    }
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
