//! The section of the body that tells the timeline, as the page shows it: once, with its entries as rows.
//!
//! In: a review whose timeline was read from such a section. Out: what the section says beside its entries – before the first,
//! below the heading of each, after the last – and the headings that rows stand for.

use std::ops::Range;

use super::text::headings;
use super::text::items::whole;
use super::text::section::Section;
use super::{Entry, Review, body_entries, day_number, is_about_record, written_day, written_time};
use markdown::{Block, Document, Heading, plain_text};

/// What a section says beside the entries that were read from it, as Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What stands before the first entry.
    pub before: Vec<String>,
    /// What stands below the heading of an entry and is not in its row.
    pub below: Vec<(usize, String)>,
    /// What belongs to no entry and stands after the first.
    pub after: Vec<String>,
    /// The ids of headings, each with the entry that follows.
    pub ids: Vec<(usize, String)>,
    /// The blocks that entries were read from, and notes about the times above them.
    pub told: Vec<String>,
}

/// The place of the section under `heading` that reaches to the end of `part`; `None` if it has no such name or tells more than
/// entries: a heading in it is no day or time.
pub(super) fn place(review: &Review, heading: &Heading, part: &Range<usize>) -> Option<Range<usize>> {
    let is_named = headings::meaning(&heading.text) == Some(Section::Timeline);
    let is_when = |text: &str| {
        written_time::read(text).is_some()
            || written_day::stated_in(text).is_some()
            || day_number::stated_in(text).is_some()
    };
    let mut inner = review.outline.headings.iter().filter(|inner| part.contains(&inner.span.start));
    (is_named && inner.all(|inner| is_when(&inner.text))).then_some(heading.span.start..part.end)
}

/// What the section says beside its entries; without one, only what they were read from.
pub fn beside(review: &Review) -> Beside {
    let mut beside = Beside::default();
    let body = review.body();
    let source = |span: &Range<usize>| body.get(span.clone()).unwrap_or_default().to_owned();
    let Some(section) = &review.timeline_section else {
        beside.told = review.timeline_blocks.iter().map(source).collect();
        return beside;
    };
    let places = places(review);
    let row_in = |span: &Range<usize>| {
        let (at, n) = places.get(places.partition_point(|(at, _)| *at < span.start))?;
        (*at < span.end).then_some(*n)
    };
    let (mut of, mut heading, mut is_before) = (None, None, true);
    // The blocks of a review are kept only while it is read. The first is the heading of the section itself.
    let document = Document::read(body);
    for block in document.blocks.within(section).iter().skip(1) {
        let span = block.span();
        let row = row_in(&span);
        is_before &= row.is_none();
        if let Block::Heading { .. } = block {
            of = row.and_then(|n| Some((n, review.timeline.get(n)?)));
            heading = row.is_none().then(|| source(&span));
            beside.told.extend(row.and_then(|_| in_twelve_hours(&source(&span))));
        } else if row.is_some() || review.timeline_blocks.contains(&span) {
            beside.told.push(source(&span));
        } else if let Some((n, entry)) = of {
            let rest = without_said(block, body, &entry.what);
            beside.below.extend(rest.map(|text| (n, text)));
        } else {
            let place = if is_before { &mut beside.before } else { &mut beside.after };
            place.extend(heading.take().into_iter().chain([source(&span)]));
        }
    }
    // Beside the list itself, a note about its times needs no place of its own.
    if !beside.told.is_empty() && beside.before.iter().all(|text| is_about_record(&plain_text(text))) {
        beside.told.splice(0..0, std::mem::take(&mut beside.before));
    }
    beside.ids = ids(review, section, &places);
    beside
}

/// The words of a heading with a clock of twelve hours, which its row shows in twenty-four: `2018-01-17 5:14pm`.
fn in_twelve_hours(heading: &str) -> Option<String> {
    let is_half = |word: &str| {
        let word = word.to_lowercase();
        let clock = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
        clock.is_some_and(|clock| clock.ends_with(|c: char| c.is_ascii_digit()))
    };
    let line = heading.trim_start_matches('#').lines().next()?.trim();
    line.split_whitespace().any(is_half).then(|| line.to_owned())
}

/// Where entries were read, each with its number, in the order of the text.
fn places(review: &Review) -> Vec<(usize, usize)> {
    let at = |entry: &Entry| entry.origin?.at;
    let mut places: Vec<_> =
        review.timeline.iter().enumerate().filter_map(|(n, entry)| Some((at(entry)?, n))).collect();
    places.sort_unstable();
    places
}

/// The ids of the headings within a section, each with the entry that follows, or else with the last.
fn ids(review: &Review, section: &Range<usize>, places: &[(usize, usize)]) -> Vec<(usize, String)> {
    let inner = review.outline.headings.iter().filter(|h| section.start < h.span.start && h.span.start < section.end);
    let row = |heading: &Heading| {
        let next = places.get(places.partition_point(|(at, _)| *at < heading.span.start));
        Some((next.or(places.last())?.1, heading.id.clone()))
    };
    inner.filter(|heading| !heading.id.is_empty()).filter_map(row).collect()
}

/// A block without its first text, if a row says that already; `None` if nothing is left.
fn without_said(block: &Block, body: &str, said: &str) -> Option<String> {
    let all = body.get(block.span().clone())?;
    let first = body_entries::first_text(block, body).map(str::trim).filter(|text| said.contains(text));
    if first.is_none() {
        return Some(all.to_owned());
    }
    let Block::List { ordered, items, span } = block else { return None };
    let (first, others) = items.split_first()?;
    // Cut out of the body, the items below the first would keep the indentation that places them under it.
    let children = first.children.iter().map(|child| format!("- {}\n", whole(child).replace('\n', "\n  ")));
    let others = others.first().and_then(|next| body.get(next.span.start..span.end)).unwrap_or_default();
    // The second of numbered items begins a list only after an empty line.
    let gap = if *ordered { "\n" } else { "" };
    let rest = children.chain([format!("{gap}{others}")]).collect::<String>();
    (!rest.trim().is_empty()).then_some(rest)
}
