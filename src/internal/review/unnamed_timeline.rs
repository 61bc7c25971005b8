//! A timeline that no heading names.

use std::ops::Range;

use super::text::headings::{Label, label};
use super::text::label_line::is_bold_line;
use super::text::section::Section;
use super::{Review, body_entries, body_table, written_time};
use markdown::{Block, Heading, Item};

/// Whether the last paragraph of a text speaks of the half of the day.
fn names_half(text: &str) -> bool {
    let last = text.trim_end().rsplit("\n\n").next().unwrap_or_default().to_lowercase();
    ["p.m.", "a.m.", " pm", " am"].iter().any(|half| last.contains(half))
}

/// A timeline without a heading of its own, as a heading without text: a table of times and what happened, or a list or a paragraph
/// whose lines begin with times of day.
pub(super) fn find(review: &Review) -> Option<Heading> {
    const FEWEST: usize = 2;
    let body = review.body();
    let mut is_open = true;
    let mut above = None;
    for block in review.blocks.all() {
        let span = match block {
            Block::Heading { span, .. } => {
                let text = body.get(span.clone()).unwrap_or_default();
                let means = label(text.lines().next().unwrap_or_default());
                is_open = matches!(means, None | Some(Label::Field(Section::Summary)));
                above = None;
                continue;
            }
            Block::Table { header, rows, span } if is_open => {
                let cells: Vec<_> = rows.iter().map(|row| row.cells.as_slice()).collect();
                let is_told = rows.len() >= FEWEST && body_table::tells_events(header, &cells);
                Some(span).filter(|_| is_told)
            }
            Block::List { items, span, .. } if is_open => {
                let begins = |item: &Item| written_time::read(&item.source).is_some_and(|time| time.clock.is_some());
                // `all times p.m.` above it would be missed.
                let is_sure = !names_half(body.get(..span.start).unwrap_or_default());
                Some(span).filter(|_| items.len() > FEWEST && items.iter().all(begins) && is_sure)
            }
            Block::Paragraph { span } if is_open => {
                let is_told = body_entries::clock_lines(body.get(span.clone()).unwrap_or_default()) > FEWEST;
                Some(span).filter(|_| is_told)
            }
            _ => None,
        };
        if let Some(span) = span {
            let at = span.start..span.start;
            // A line such as `Timeline (UTC):` above it says what its times are.
            let start =
                above.filter(|line: &Range<usize>| introduces(review, line)).map_or(span.start, |line| line.start);
            let (content, own) = (start..span.end, span.clone());
            return Some(Heading { level: 6, text: String::new(), id: String::new(), span: at, content, own });
        }
        above = if let Block::Paragraph { span } = block { Some(span.clone()) } else { None };
    }
    None
}

/// Whether a paragraph is a line with a colon at its end, or in bold.
fn introduces(review: &Review, span: &Range<usize>) -> bool {
    let text = review.body().get(span.clone()).unwrap_or_default().trim();
    !text.contains('\n') && (text.ends_with([':', '：']) || is_bold_line(text))
}
