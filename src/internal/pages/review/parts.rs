//! Parts of a review's page: the metrics strip, facts, factors, actions.

use super::{Fact, FactorView, Lesson, Metric};
use crate::library::Dimension;
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::prose::Prose;
use crate::pages::route::term_path;
use crate::review::{Action, Review, Section, meaning};
use base::phases::Figure;
use base::text::{capitalised, duration, escape_html, one_line, slug};
use markdown::plain_text;

/// The metrics strip: each figure that is known.
pub fn metrics(review: &Review) -> Vec<Metric> {
    let metric = |figure: Figure| Metric {
        key: figure.key,
        label: figure.label,
        note: figure.note,
        value: duration(figure.seconds),
        iso: dates::iso_duration(figure.seconds),
    };
    review.times().figures().into_iter().map(metric).collect()
}

/// What the summary says beyond the sentences under the title: its rest where it begins with them, else all of it.
pub fn fuller_summary(review: &Review) -> Option<&str> {
    let shown = review.happened.as_deref().map(one_line).unwrap_or_default();
    let summary = review.summary.as_deref().filter(|summary| one_line(&plain_text(summary)) != shown)?;
    Some(after(summary, &shown).unwrap_or(summary))
}

/// The rest of a text after some words that it begins with, as far as it is a sentence that can stand by itself.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text.trim_start();
    for word in words.split_whitespace() {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    let next = rest.trim_start();
    (!words.is_empty() && rest.len() > next.len() && next.starts_with(char::is_alphabetic)).then_some(next)
}

/// Impact, detection, environment: label and value.
pub fn facts(review: &Review, prose: Prose<'_>) -> Vec<Fact> {
    let impact = &review.impact;
    let said = [
        ("Impact", &impact.summary),
        ("Customers affected", &impact.customers),
        ("Service level", &impact.sla),
        ("Support cases", &impact.support_cases),
    ];
    let mut facts = Vec::new();
    let mut add = |label: &str, html: String| facts.push(Fact { label: label.to_owned(), html });
    for (label, text) in said {
        if let Some(text) = text {
            add(label, prose.inline(text));
        }
    }
    if let Some(detection) = &review.detection {
        let source = detection.source.map(|source| format!("{}.", source.words()));
        let note = detection.note.as_deref().map(|note| prose.inline(note));
        add("Detection", [source, note].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    for (name, at) in review.moments.in_order() {
        let Some(at) = at else { continue };
        let time = dates::time(at, review.zone_of_timeline());
        let utc = time.utc.map(|utc| format!(" <span class=\"local\">({utc})</span>"));
        let html =
            format!("<time datetime=\"{}\">{}</time>{}", time.iso, escape_html(&time.words), utc.unwrap_or_default());
        add(&capitalised(name), html);
    }
    facts
}

/// Factors, each with how many other reviews have it.
pub fn factors(at: At<'_>, review: &Review, prose: Prose<'_>) -> Vec<FactorView> {
    let library = at.library();
    let view = |factor: &crate::review::Factor| {
        let key = factor.name.as_deref().map(slug);
        let term = key.as_deref().and_then(|key| library.term(Dimension::Factors, key));
        FactorView {
            html: prose.inline(&factor.text),
            category: factor.category.clone(),
            href: term.map(|t| at.to(&term_path(Dimension::Factors, &t.slug))).unwrap_or_default(),
            others: term.map_or(0, |t| t.reviews.len().saturating_sub(1)),
        }
    };
    review.factors.iter().map(view).collect()
}

/// Actions of the front matter; those of the body are shown there.
pub fn own_actions(review: &Review) -> &[Action] {
    if review.actions_from_body { &[] } else { &review.actions }
}

/// `3 open, 5 done, 1 decided against`.
pub fn actions_words(review: &Review) -> String {
    use crate::review::ActionStatus as S;
    let words = [(S::Open, "open"), (S::InProgress, "in progress"), (S::Done, "done"), (S::WontDo, "decided against")];
    let parts = words.into_iter().filter_map(|(status, word)| {
        let n = review.actions.iter().filter(|action| action.status == status).count();
        (n > 0).then(|| format!("{n} {word}"))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// The id of the heading above the actions: that of their own section, or the author's heading.
pub fn actions_at(review: &Review, own: &str) -> Option<String> {
    if review.actions.is_empty() && review.no_action_reason.is_none() && review.wont_do.is_empty() {
        return None;
    }
    let mut headings = review.outline.headings.iter();
    let written = headings.find(|heading| review.actions_from_body && meaning(&heading.text) == Some(Section::Actions));
    let own_section = !review.actions_from_body || review.no_action_reason.is_some() || !review.wont_do.is_empty();
    written.map(|heading| heading.id.clone()).or_else(|| own_section.then(|| own.to_owned()))
}

/// What was decided against, each with its reason.
pub fn declined(review: &Review, prose: Prose<'_>) -> Vec<Lesson> {
    let view = |html: String| Lesson { html, is_long: false, applies_to: Vec::new() };
    review.wont_do.iter().map(|declined| view(prose.declined(declined))).collect()
}

/// The `extra:` table, as plain text.
pub fn extra(review: &Review) -> Vec<Fact> {
    review.extra.iter().map(|(key, value)| Fact { label: key.clone(), html: escape_html(value) }).collect()
}
