//! A strip with a mark for each review on a time axis, so that a list shows what recurs and when.
//!
//! In: dates with a severity and whether they count as incidents, and the axis that all strips of a site share. Out: an
//! SVG as high as a line of text, hidden from screen readers, because the row beside it says the same in words
//! ([`in_words`]). Marks at the same place are drawn once. Many marks are drawn smaller, each severity at its own
//! height, so that they do not overlap.

mod axis;
mod mark;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use axis::Axis;
pub use mark::Mark;

use super::svg::{Tag, line, tenths};
use sheet::{HEIGHT, Sheet};

/// How a strip is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In a row of a table.
    Row,
    /// At the head of a page, with the years named: once for a phone and once for a screen, each as wide as it is there, because
    /// marks and names of one drawing would be too small on the one or too close on the other.
    Head,
}

/// The strip of some reviews.
#[must_use]
pub fn strip(marks: &[Mark], axis: Axis, size: Size) -> String {
    let sheets: &[Sheet] = match size {
        Size::Row => &[Sheet::Row],
        Size::Head => &[Sheet::Narrow, Sheet::Wide],
    };
    let mut out = String::with_capacity(512);
    for sheet in sheets {
        draw(marks, axis, *sheet, &mut out);
    }
    out
}

fn draw(marks: &[Mark], axis: Axis, sheet: Sheet, out: &mut String) {
    let crowded = marks.len() > sheet.many();
    Tag::new("svg", out)
        .class(sheet.class(crowded))
        .numbers("viewBox", &[0.0, 0.0, sheet.width(), sheet.height()])
        .at("width", sheet.width())
        .at("height", sheet.height())
        .with("aria-hidden", "true")
        .around(|out| {
            line("strip-line", (0.0, HEIGHT - 0.5), (sheet.width(), HEIGHT - 0.5), out);
            axis.draw(sheet, out);
            for mark in distinct(marks, axis, sheet) {
                mark.draw(sheet.x(axis.at(mark.day)), crowded, out);
            }
        });
}

/// The marks without those that would look the same at the same place, the most severe last, so that they are drawn on
/// top.
fn distinct(marks: &[Mark], axis: Axis, sheet: Sheet) -> Vec<Mark> {
    let mut seen = BTreeSet::new();
    let looks = |mark: &Mark| (tenths(sheet.x(axis.at(mark.day))) / 10, mark.rank(), mark.filled);
    let mut marks: Vec<Mark> = marks.iter().copied().filter(|mark| seen.insert(looks(mark))).collect();
    marks.sort_by_key(|mark| (std::cmp::Reverse(mark.rank()), mark.day));
    marks
}

/// The strip in words: `2024: 2; 2026: 5`, and how many have no day.
#[must_use]
pub fn in_words(marks: &[Mark], undated: usize) -> String {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for mark in marks {
        *years.entry(mark.day.year()).or_default() += 1;
    }
    let years = years.iter().map(|(year, n)| format!("{year}: {n}"));
    let undated = (undated > 0).then(|| format!("without a date: {undated}"));
    years.chain(undated).collect::<Vec<_>>().join("; ")
}
