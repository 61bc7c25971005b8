//! The passages of a review's text, each with the moment from which players may know it.
//!
//! In: the body, and the drill. Out: paragraphs, items, rows, code and quotations, in order. A section that repeats the timeline or
//! the actions is no answer; what stands under a heading that promises the cause, the fix or a lesson is known at the end only,
//! whatever it says.

use super::form::Form;
use super::played::Played;
use super::script::Script;
use super::since::{Known, Since};
use crate::review::{Account, Review, account};
use markdown::{Block, Cell, Row, plain_text};

/// Something that the text tells.
pub(super) struct Passage {
    pub(super) form: Form,
    /// Markdown; of a row that of its cells.
    pub(super) source: String,
    pub(super) known: Known,
}

/// All passages of a body that are not told elsewhere.
pub(super) fn passages(review: &Review, script: &Script<'_>) -> Vec<Passage> {
    let since = Since::of(review, script);
    let body = review.body();
    let mut told: Vec<_> = review.omitted.iter().chain(&review.timeline_blocks).collect();
    told.sort_unstable_by_key(|range| range.start);
    let is_told = |at: usize| {
        let before = told.partition_point(|range| range.start <= at);
        before.checked_sub(1).is_some_and(|last| told[last].contains(&at))
    };
    let (mut all, mut section) = (Vec::new(), Vec::new());
    // The headings that the passage stands under whose sections have a meaning of their own.
    let mut under: Vec<(u8, Account)> = Vec::new();
    for block in review.blocks.all() {
        if let Block::Heading { level, span } = block {
            all.append(&mut dated(&since, std::mem::take(&mut section), under.is_empty()));
            under.retain(|(above, _)| above < level);
            let words = plain_text(body[span.clone()].trim_start_matches('#'));
            under.extend(account(words.trim()).map(|account| (*level, account)));
            continue;
        }
        let is_repeated = under.iter().any(|(_, account)| *account == Account::Repeats);
        match block {
            Block::Paragraph { span } if !is_told(span.start) && !body[span.clone()].starts_with("![") => {
                section.push((Form::Words, body[span.clone()].to_owned()));
            }
            Block::List { span, items, .. } if !is_told(span.start) && !is_repeated => {
                section.extend(items.iter().map(|item| (Form::Item, item.source.clone())));
            }
            Block::Table { span, header, rows } if !is_told(span.start) && !is_repeated => {
                section.push((Form::Header, cells(header)));
                section.extend(rows.iter().map(|Row { cells: row, .. }| (Form::Row, cells(row))));
            }
            Block::Other { span } if !is_told(span.start) && !is_repeated => {
                section.push((Form::Cited, body[span.clone()].to_owned()));
            }
            _ => {}
        }
    }
    all.append(&mut dated(&since, section, under.is_empty()));
    for passage in all.iter_mut().filter(|passage| passage.form == Form::Cited) {
        passage.known = announced(script, &passage.source).unwrap_or(passage.known);
    }
    all
}

/// When code is known that an entry announces: with the entry.
fn announced(script: &Script<'_>, source: &str) -> Option<Known> {
    let has = |entry: &&Played<'_>| entry.beside == Some(source);
    let shown = script.steps.iter().flat_map(|step| &step.entries).find(has).map(|entry| Known::From(entry.at));
    shown.or_else(|| script.steps.iter().flat_map(|step| &step.held).find(has).map(|_| Known::End))
}

/// The passages of one section with their moments; under a heading that promises the answer they are known at the end.
fn dated(since: &Since<'_>, section: Vec<(Form, String)>, is_open: bool) -> Vec<Passage> {
    let known = if is_open { since.known(&section) } else { vec![Known::End; section.len()] };
    let passage = |((form, source), known): ((Form, String), Known)| Passage { form, source, known };
    section.into_iter().zip(known).map(passage).collect()
}

fn cells(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.source.as_str()).collect::<Vec<_>>().join(" | ")
}
