//! Updates of a status page whose parts are paragraphs: their state, their text, and when they were posted.
//!
//! `**Resolved**`, `It runs.`, `Posted Mar 5, 16:20 UTC`, each a paragraph; the state may be a heading.

use std::ops::Range;

use super::paragraphs::{clock_alone, is_state};
use super::{FEWEST, Update};
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::written_time::WrittenTime;
use crate::review::{Entry, Review};
use markdown::{Block, plain_text};

/// Such updates; none where there are few.
pub(super) fn posted(review: &Review) -> Vec<Update> {
    let mut found = Vec::new();
    let mut open: Option<(String, usize, Vec<&str>)> = None;
    for block in review.blocks.all() {
        let (Block::Paragraph { span } | Block::Heading { span, .. }) = block else { continue };
        let text = text_of(review, span);
        if is_state(&plain_text(text)) {
            open = Some((plain_text(text).trim().to_owned(), span.start, Vec::new()));
        } else if matches!(block, Block::Heading { .. }) {
            open = None;
        } else if let Some((state, at, texts)) = open.as_mut() {
            match time_of_post(text) {
                // What was written later is no part of what happened.
                Some(time) if !texts.is_empty() && !names::is("written afterwards", &words(state)) => {
                    found.push((time, Entry::of(format!("{state}: {}", texts.join("\n"))), *at));
                    open = None;
                }
                Some(_) => open = None,
                None => texts.push(text),
            }
        }
    }
    if found.len() < FEWEST { Vec::new() } else { found }
}

fn text_of<'t>(review: &'t Review, span: &Range<usize>) -> &'t str {
    review.body().get(span.clone()).unwrap_or_default().trim().trim_start_matches('#').trim()
}

/// When an update was posted, as its last line states it: `Posted 4 days ago. Mar 5, 2026 - 16:20 UTC`.
fn time_of_post(text: &str) -> Option<WrittenTime> {
    let plain = plain_text(text);
    let plain = plain.trim();
    let (word, rest) = plain.split_once(' ').unwrap_or(("", plain));
    let rest = if names::is("update lead", &word.to_lowercase()) { rest } else { plain };
    let rest = rest.rsplit_once("ago.").map_or(rest, |(_, rest)| rest);
    clock_alone(rest.trim())
}
