//! The passages of a review's text, each with the moment from which players may know it.
//!
//! In: the body, and the drill. Out: paragraphs, items, rows, code and quotations, in order. A section that repeats the timeline or
//! the actions is no answer, but what stands below an entry and is no part of it is known with that entry; what stands under a
//! heading that promises the cause, the fix or a lesson is known at the end only, whatever it says.

use super::attached::start;
use super::chat::messages;
use super::form::Form;
use super::played::Played;
use super::said::Said;
use super::script::Script;
use super::since::{Known, Since};
use crate::review::{Review, Tells, is_about_record, section_tells};
use markdown::{Block, Cell, Document, Row, plain_text};

/// Something that the text tells.
pub(super) struct Passage<'r> {
    pub(super) form: Form,
    /// Markdown; of a row that of its cells.
    pub(super) said: Said<'r>,
    pub(super) known: Known,
}

/// All passages of a body that are not told elsewhere.
pub(super) fn passages<'r>(review: &'r Review, script: &Script<'_>) -> Vec<Passage<'r>> {
    let since = Since::of(review, script);
    let body = review.body();
    let mut told: Vec<_> = review.omitted.iter().chain(&review.timeline_blocks).collect();
    told.sort_unstable_by_key(|range| range.start);
    let is_told = |at: usize| {
        let before = told.partition_point(|range| range.start <= at);
        before.checked_sub(1).is_some_and(|last| told[last].contains(&at))
    };
    let placed = Placed::of(script);
    let mut heading = 0;
    let (mut all, mut section) = (Vec::new(), Vec::new());
    // The headings that the passage stands under whose sections have a meaning of their own.
    let mut under: Vec<(u8, Tells)> = Vec::new();
    for block in Document::read(body).blocks.all() {
        if let Block::Heading { level, span } = block {
            all.append(&mut dated(&since, std::mem::take(&mut section), under.is_empty()));
            heading = span.start;
            under.retain(|(above, _)| above < level);
            let words = plain_text(body[span.clone()].trim_start_matches('#'));
            under.extend(section_tells(words.trim()).map(|tells| (*level, tells)));
            continue;
        }
        let is_repeated = under.iter().any(|(_, tells)| *tells == Tells::Again);
        if let Some(known) = placed.above(start(block), heading) {
            let beside = besides(block, body, is_told).into_iter().filter(|(_, said)| !placed.is_entry(&said.text));
            all.extend(beside.map(|(form, said)| Passage { form, said, known }));
            continue;
        }
        match block {
            Block::Paragraph { span } if !is_told(span.start) && !body[span.clone()].starts_with("![") => {
                section.push((Form::Words, Said::of(&body[span.clone()])));
            }
            Block::List { span, items, .. } if !is_told(span.start) && !is_repeated => {
                section.extend(items.iter().map(|item| (Form::Item, Said::of(item.source.clone()))));
            }
            Block::Table { span, header, rows } if !is_told(span.start) && !is_repeated => {
                section.push((Form::Header, Said::of(cells(header))));
                section.extend(rows.iter().map(|Row { cells: row, .. }| (Form::Row, Said::of(cells(row)))));
            }
            Block::Other { span } if !is_told(span.start) && !is_repeated => {
                let source = &body[span.clone()];
                match messages(source) {
                    Some(all) => section.extend(all.into_iter().map(|message| (Form::Said, Said::of(message)))),
                    None => section.push((Form::Cited, Said::of(source))),
                }
            }
            _ => {}
        }
    }
    all.append(&mut dated(&since, section, under.is_empty()));
    all.retain(|passage| !matches!(passage.form, Form::Words | Form::Item) || !tells_nothing(&passage.said));
    for passage in all.iter_mut().filter(|passage| passage.form == Form::Cited) {
        passage.known = announced(script, &passage.said.text).unwrap_or(passage.known);
    }
    all
}

/// Where the entries stand that are read from the body, and from when on they are known: those of before the first sign at the end.
struct Placed<'r> {
    places: Vec<(usize, Known)>,
    texts: Vec<&'r str>,
}

impl<'r> Placed<'r> {
    fn of(script: &Script<'r>) -> Self {
        let place = |entry: &Played<'_>| entry.origin.and_then(|origin| origin.at);
        let before = script.before.iter().filter_map(|entry| Some((place(entry)?, Known::End)));
        let entries = script.entries();
        let later = entries.iter().filter_map(|entry| Some((place(entry)?, Known::From(entry.at))));
        let mut places: Vec<_> = before.chain(later).collect();
        places.sort_unstable();
        let texts = script.before.iter().chain(&entries).map(|entry| entry.what.trim());
        Self { places, texts: texts.filter(|text| !text.is_empty()).collect() }
    }

    /// Whether a passage is the text of an entry itself: that of a heading which is a time stands below it.
    fn is_entry(&self, source: &str) -> bool {
        let source = source.trim();
        self.texts.iter().any(|text| text.contains(source) || source.starts_with(text))
    }

    /// When the entry above a place is known that stands under the same heading: the timeline goes on there.
    fn above(&self, at: usize, heading: usize) -> Option<Known> {
        let before = self.places.partition_point(|(place, _)| *place <= at);
        self.places[..before].last().filter(|(place, _)| *place >= heading).map(|(_, known)| *known)
    }
}

/// What stands below an entry of the timeline and is no part of it, such as the further items of a list.
fn besides<'r>(block: &Block, body: &'r str, is_told: impl Fn(usize) -> bool) -> Vec<(Form, Said<'r>)> {
    match block {
        Block::Paragraph { span } if !is_told(span.start) && !body[span.clone()].starts_with("![") => {
            vec![(Form::Words, Said::of(&body[span.clone()]))]
        }
        Block::List { items, .. } => {
            let items = items.iter().filter(|item| !is_told(item.span.start));
            items.map(|item| (Form::Item, Said::of(item.source.clone()))).collect()
        }
        Block::Table { span, header, rows } if !is_told(span.start) => {
            let rows = rows.iter().map(|Row { cells: row, .. }| (Form::Row, Said::of(cells(row))));
            std::iter::once((Form::Header, Said::of(cells(header)))).chain(rows).collect()
        }
        Block::Other { span } if !is_told(span.start) => vec![(Form::Cited, Said::of(&body[span.clone()]))],
        _ => Vec::new(),
    }
}

/// Whether a passage is no answer to anything: about the record itself, or only initials of people.
fn tells_nothing(said: &Said<'_>) -> bool {
    let mut words = said.plain().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_initials = |word: &str| matches!(word.len(), 2 | 3) && word.chars().all(|c| c.is_ascii_uppercase());
    is_about_record(said.plain()) || words.all(is_initials)
}

/// When code is known that an entry announces: with the entry.
fn announced(script: &Script<'_>, source: &str) -> Option<Known> {
    let has = |entry: &&Played<'_>| entry.beside == Some(source);
    let shown = script.steps.iter().flat_map(|step| &step.entries).find(has).map(|entry| Known::From(entry.at));
    shown.or_else(|| script.steps.iter().flat_map(|step| &step.held).find(has).map(|_| Known::End))
}

/// The passages of one section with their moments; under a heading that promises the answer they are known at the end.
fn dated<'r>(since: &Since<'_>, section: Vec<(Form, Said<'r>)>, is_open: bool) -> Vec<Passage<'r>> {
    let known = if is_open { since.known(&section) } else { vec![Known::End; section.len()] };
    section.into_iter().zip(known).map(|((form, said), known)| Passage { form, said, known }).collect()
}

fn cells(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.source.as_str()).collect::<Vec<_>>().join(" | ")
}
