//! A strip of reviews on a time axis, so that a list shows what recurs and when.
//!
//! In: dates with a severity and whether they count as incidents, and the axis that all strips of a site share. Out: an
//! SVG as high as a line of text, hidden from screen readers, because the row beside it says the same in words
//! ([`in_words`]). Few reviews have a mark each; marks at the same place are drawn once. More would hide each other, so
//! they are columns, as high as the number of reviews of a month, a quarter or a year.

mod axis;
mod columns;
mod mark;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use axis::Axis;
pub use columns::{Columns, Step};
pub use mark::Mark;

use super::svg::{Tag, line, tenths};
use columns::Counted;
use sheet::{HEIGHT, Sheet};

/// More reviews than this are columns: so many marks would hide each other in a row. It is the same at the head of a page, so that
/// one explanation there is right for most rows below.
const MOST_MARKS: usize = 60;

/// How a strip is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In a row of a table.
    Row,
    /// At the head of a page, with the years named: once for a phone and once for a screen, each as wide as it is there, because
    /// marks and names of one drawing would be too small on the one or too close on the other.
    Head,
}

impl Size {
    /// The drawings, the narrowest first.
    fn sheets(self) -> &'static [Sheet] {
        match self {
            Self::Row => &[Sheet::Row],
            Self::Head => &[Sheet::Narrow, Sheet::Wide],
        }
    }
}

/// The drawing of some reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The SVG: one for a row, two for the head of a page.
    pub svg: String,
    /// What a column stands for, if the reviews are columns and not marks.
    pub columns: Option<Columns>,
}

/// Draws some reviews.
#[must_use]
pub fn strip(marks: &[Mark], axis: Axis, size: Size) -> Strip {
    let narrowest = size.sheets()[0];
    let counted = (marks.len() > MOST_MARKS).then(|| Counted::of(marks, axis, Step::of(axis, narrowest)));
    let mut svg = String::with_capacity(512);
    for sheet in size.sheets() {
        frame(axis, *sheet, &mut svg, |out| match &counted {
            Some(counted) => counted.draw(axis, *sheet, out),
            None => distinct(marks, axis, *sheet).iter().for_each(|mark| mark.draw(sheet.x(axis.at(mark.day)), out)),
        });
    }
    Strip { svg, columns: counted.map(|counted| counted.columns()) }
}

fn frame(axis: Axis, sheet: Sheet, out: &mut String, inner: impl FnOnce(&mut String)) {
    Tag::new("svg", out)
        .class(sheet.class())
        .numbers("viewBox", &[0.0, 0.0, sheet.width(), sheet.height()])
        .at("width", sheet.width())
        .at("height", sheet.height())
        .with("aria-hidden", "true")
        .around(|out| {
            line("strip-line", (0.0, HEIGHT - 0.5), (sheet.width(), HEIGHT - 0.5), out);
            axis.draw(sheet, out);
            inner(out);
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
