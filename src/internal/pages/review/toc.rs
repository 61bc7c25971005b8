//! The ids and the contents list of a review's page: its own sections around the headings of the body.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::{TimelineView, TocEntry};
use crate::review::Review;

/// Sections after the body, with their names in the contents list.
const AFTER: [(&str, &str); 9] = [
    ("factors", "Contributing factors"),
    ("went-well", "What went well"),
    ("got-lucky", "Where we got lucky"),
    ("open-questions", "Open questions"),
    ("actions", "Actions"),
    ("people", "People"),
    ("links", "Links"),
    ("details", "Further details"),
    ("history", "History"),
];

/// The section before the body, which has a name of its own in the contents list, and those that are not in it.
const OTHERS: [&str; 4] = ["timeline", "lessons", "surprises", "related"];

/// The id of each section: its name, or `section.NAME` if a heading of the body has that id. Ids of headings never contain a
/// full stop.
pub fn ids(review: &Review) -> BTreeMap<&'static str, String> {
    let taken = |name: &str| review.outline.anchors.get(name).is_some_and(|id| id == name);
    let id = |name: &str| if taken(name) { format!("section.{name}") } else { name.to_owned() };
    let names = AFTER.iter().map(|(name, _)| *name).chain(OTHERS);
    names.map(|name| (name, id(name))).collect()
}

/// The id of a section.
pub fn id(ids: &BTreeMap<&'static str, String>, name: &str) -> String {
    ids.get(name).cloned().unwrap_or_default()
}

/// The contents list, two levels deep.
pub fn toc(
    review: &Review,
    ids: &BTreeMap<&'static str, String>,
    timeline: Option<&TimelineView>,
    has_history: bool,
) -> Vec<TocEntry> {
    let entry = |id: String, text: &str| TocEntry { level: 2, id, text: text.to_owned() };
    let mut toc: Vec<_> =
        timeline.map(|timeline| entry(timeline.anchor.clone(), &timeline.heading)).into_iter().collect();
    let omitted: HashSet<_> = review.omitted.iter().collect();
    let of_timeline = review.timeline_section.clone().unwrap_or_default();
    let is_shown = |span: &Range<usize>| !omitted.contains(span) && !of_timeline.contains(&span.start);
    let shown: Vec<_> =
        review.outline.headings.iter().filter(|h| !h.text.trim().is_empty() && is_shown(&h.span)).collect();
    let top = shown.iter().map(|h| h.level).min().unwrap_or(1);
    for heading in shown.iter().filter(|h| h.level <= top + 1) {
        let level = if heading.level == top { 2 } else { 3 };
        toc.push(TocEntry { level, id: heading.id.clone(), text: heading.text.trim().to_owned() });
    }
    let after = AFTER.iter().filter(|(name, _)| if *name == "history" { has_history } else { review.shows(name) });
    toc.extend(after.map(|(name, text)| entry(id(ids, name), text)));
    toc
}
