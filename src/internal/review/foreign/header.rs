//! Title and severity from labels at the top, in any formatting, and from headings.

use super::{labels, severity};
use crate::review::labelled::lines::at_top;
use crate::review::labelled::ranked::{self, labelled};
use crate::review::labelled::severities::has_several;
use crate::review::labelled::{Found, note};
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::headings::label;
use crate::review::text::placeholders::{is_blank, is_nothing};
use crate::review::{Fact, Origin, Review};
use base::diagnostics::Diagnostic;
use base::text::one_line;
use markdown::{Block, Heading};
use site::config::{Config, INCIDENT};

/// Whether a heading names a part of a review instead of an incident.
pub(in crate::review) fn is_no_title(heading: &str) -> bool {
    let said = words(heading);
    let is_named = |kinds: &[&str], words: &str| kinds.iter().any(|kind| names::is(kind, words));
    // `Owner: Ana` and `Title:` are labels, `Queue: halt on Monday` is not.
    let lead = heading.split_once([':', '：']).map(|(lead, _)| words(lead));
    let is_label = lead.is_some_and(|lead| is_named(&LABELS, &lead));
    if !is_label && !is_unfilled(heading) && names_kind(heading) {
        return false;
    }
    label(heading).is_some()
        || is_label
        || is_named(&["no title", "label title", "impact", "detection", "account"], &said)
        || is_unfilled(heading)
}

/// Whether a heading names the kind of its text, and after it the incident: `Root cause analysis: log-in fails`.
fn names_kind(heading: &str) -> bool {
    let parts = heading
        .split_once([':', '：', ','])
        .or_else(|| heading.split_once(" – "))
        .or_else(|| heading.split_once(" - "));
    parts.is_some_and(|(lead, rest)| names::is("kind of review", &words(lead)) && rest.chars().any(char::is_alphabetic))
}

/// Whether a title is what a template holds in its place: `{{ page.title }}`, `<title>`, `[Incident name]`.
pub(in crate::review) fn is_unfilled(title: &str) -> bool {
    const NAMES: [&str; 4] = ["title", "name", "incident", "summary"];
    let inner =
        title.split_once("{{").and_then(|(_, rest)| rest.split_once("}}")).map(|(inner, _)| inner.to_lowercase());
    // `Postmortem: [Title of incident]`
    let after_kind = || title.split_once([':', '：']).filter(|(lead, _)| names::is("kind of review", &words(lead)));
    inner.is_some_and(|inner| NAMES.iter().any(|name| inner.contains(name)))
        || is_blank(title)
        || after_kind().is_some_and(|(_, rest)| is_blank(rest))
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
pub(in crate::review) fn titled(review: &Review) -> Option<&Heading> {
    let mut headings = review.outline.headings.iter();
    let first = headings.next().filter(|first| names::is("label title", &words(&first.text)))?;
    headings
        .next()
        .filter(|next| review.body()[first.span.end..next.span.start].trim().is_empty() && !is_no_title(&next.text))
}

/// The title given by a label.
pub(in crate::review) fn title(review: &Review) -> Option<(String, Origin)> {
    let below = below_title_heading(review);
    let label = || labelled(review, names::of("label title"), |_| true);
    let found = below.or_else(label).or_else(|| first_line(review))?;
    let title = one_line(&markdown::plain_text(&found.value));
    (!title.is_empty() && !is_no_title(&title) && !is_nothing(&title)).then_some((title, Origin::named(found.start)))
}

/// What a first line says after the kind of its text: `Post-mortem: the fan stood still`.
fn first_line(review: &Review) -> Option<Found> {
    const LONGEST: usize = 120;
    let (start, line) = at_top(review).find(|(_, line)| !line.trim().is_empty())?;
    let (label, value) = line.trim().split_once([':', '：']).filter(|_| line.len() <= LONGEST)?;
    let is_kind = names::is("kind of review", &words(label));
    let value = value.trim_matches(['*', '_', ' ']).to_owned();
    (is_kind && !value.is_empty()).then(|| Found { value, start, end: start + line.trim_end().len() })
}

/// Whether a label above a heading gives the title.
pub(in crate::review) fn has_title_above(review: &Review, heading: &Heading) -> bool {
    let found = labelled(review, names::of("label title"), |value| !is_no_title(value));
    found.is_some_and(|found| found.start < heading.span.start)
}

/// The line below a heading at the top that says `Title` or `ISSUE NAME` and nothing else.
fn below_title_heading(review: &Review) -> Option<Found> {
    const LONGEST: usize = 120;
    let first = review.outline.headings.first().filter(|first| names::is("label title", &words(&first.text)))?;
    if is_unfilled(&first.text) {
        return None;
    }
    first_paragraph(review, first).filter(|Found { value, .. }| {
        !value.contains('\n') && value.chars().count() <= LONGEST && ranked::parts(value).is_none()
    })
}

/// Fills the severity where there is none, and what other labels say.
pub(in crate::review) fn fill(review: &mut Review, config: &Config, problems: &mut Vec<Diagnostic>) {
    if review.severity.is_none()
        && let Some(found) = labelled(review, names::of("label severity"), |_| true)
            .or_else(|| in_heading(review))
            .or_else(|| below_heading(review))
        && !has_several(review, config)
    {
        let found = Found { value: ticked(&found.value), ..found };
        // The macro of a wiki: `{status:colour=Red|title=SEV-2}`
        if found.value.starts_with('{') {
            return labels::fill(review, problems);
        }
        review.severity = severity::mapped(&found.value, config);
        if let Some(key) = &review.severity {
            problems.push(note(review, &found, &format!("severity `{key}`")));
            review.origins.push((Fact::Severity, Origin::named(found.start)));
        } else if !is_nothing(&found.value)
            && !severity::is_form(&found.value)
            && !review.extra.iter().any(|(key, _)| key == "severity")
        {
            review.extra.push(("severity".to_owned(), markdown::plain_text(&found.value).trim().to_owned()));
        }
    }
    labels::fill(review, problems);
}

/// The kind that a title begins with: `Near miss: ...`, `Game day 3: ...`. A `drill` without a colon may be a tool.
pub(in crate::review) fn kind_in_title(review: &mut Review, config: &Config, problems: &mut Vec<Diagnostic>) {
    const KINDS: [(&str, &str); 3] = [("near miss", "near_miss"), ("game day", "game_day"), ("drill", "drill")];
    let Some((lead, _)) = review.title.split_once([':', '：', '–', '—']).filter(|_| review.kind == INCIDENT)
    else {
        return;
    };
    let said = words(lead.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '#' | ' ')));
    let named = KINDS.into_iter().find(|(name, _)| names::is(name, &said)).map(|(_, key)| key);
    if let Some(key) = named.filter(|key| config.kind(key).is_some()) {
        let start = review.outline.headings.first().map_or(0, |heading| heading.span.start);
        let found = Found { value: lead.to_owned(), start, end: start };
        problems.push(note(review, &found, &format!("kind `{key}`")));
        key.clone_into(&mut review.kind);
    }
}

/// The choice that is ticked, where a value is a row of boxes: `[ ] SEV1 [x] SEV2`, `☐ low ☑ high`. Nothing where none is.
fn ticked(value: &str) -> String {
    let value = value.replace('☐', "[ ]").replace(['☑', '☒'], "[x]");
    if !value.contains("[ ]") && !value.contains("[x]") && !value.contains("[X]") {
        return value;
    }
    let after = value.split_once("[x]").or_else(|| value.split_once("[X]")).map(|(_, after)| after);
    after.unwrap_or_default().split('[').next().unwrap_or_default().trim().to_owned()
}

/// What follows the name of the severity in a heading, wherever it is: `### Severity: medium`.
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
    first_paragraph(review, heading)
}

fn first_paragraph(review: &Review, below: &Heading) -> Option<Found> {
    review.blocks.within(&below.own).iter().find_map(|block| match block {
        Block::Paragraph { span } => {
            let value = review.body()[span.clone()].trim().to_owned();
            Some(Found { value, start: span.start, end: span.end })
        }
        _ => None,
    })
}
