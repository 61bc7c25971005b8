//! Values after labels at the top of a text: `Date: 5 March`, `**Severity**: high`, `| Owner | Ana |`.

pub(super) mod day;
pub(super) mod lines;
pub(super) mod mail;
pub(super) mod ranked;
pub(super) mod severities;

use super::{Fact, Review};
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::one_line;

/// How many lines at the top are searched for labels such as `Date:`.
pub(super) const TOP_LINES: usize = 60;

/// A field that holds a list of names.
pub(super) struct NameList {
    /// Its labels, as words in lower case.
    pub(super) labels: [&'static str; 2],
    /// What it is called in notes.
    pub(super) what: &'static str,
    /// The fact whose place is kept.
    pub(super) fact: Option<Fact>,
    pub(super) field: fn(&mut Review) -> &mut Vec<String>,
}

pub(super) const NAME_LISTS: [NameList; 4] = [
    NameList {
        labels: ["owner", "owners"],
        what: "the owner",
        fact: Some(Fact::Owner),
        field: |review| &mut review.people.owner,
    },
    NameList { labels: ["service", "services"], what: "services", fact: None, field: |review| &mut review.services },
    NameList { labels: ["team", "teams"], what: "teams", fact: None, field: |review| &mut review.teams },
    NameList { labels: ["tag", "tags"], what: "tags", fact: None, field: |review| &mut review.tags },
];

/// A value after a label, with its place in the body.
pub(super) struct Found {
    pub(super) value: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The text after the first of the labels that a line near the top has, with any marks around it (`**Date**: x`, `- Date: x`,
/// `| Date | x |`).
pub(super) fn labelled(review: &Review, labels: &[&str]) -> Option<Found> {
    ranked::labelled(review, labels, |_| true)
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
    Some(one_line(&markdown::plain_text(&text)))
}

pub(super) fn note(review: &Review, found: &Found, what: &str) -> Diagnostic {
    let span = review.body_start + found.start..review.body_start + found.end;
    Diagnostic::new(Code::Inferred, format!("{what} was read from the text"))
        .at(Place::new(&review.source, &review.text, span))
        .hint("say it in the front matter, and it cannot be misread")
}
