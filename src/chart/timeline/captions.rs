//! The labels of entries, measured once for all layouts and all attempts to place them.

use super::sheet::Sheet;
use super::story::{Point, Story};
use crate::measure::{BOLD, one_line, width};
use crate::measured::{Cut, Measured};
use crate::svg::push_whole;

/// Words are cut to these shares of their room; the longest that fits is used.
const SHARES: [f64; 3] = [1.0, 0.75, 0.55];

/// The number and the words of one entry.
#[derive(Debug)]
pub(super) struct Caption<'a> {
    pub(super) number: String,
    /// What happened, on one line.
    pub(super) words: Measured<'a>,
}

/// The captions in the order of the story.
pub(super) fn captions<'a>(story: &Story<'a>) -> Vec<Caption<'a>> {
    story.points.iter().map(Caption::of).collect()
}

impl<'a> Caption<'a> {
    fn of(point: &Point<'a>) -> Self {
        let mut number = String::with_capacity(4);
        push_whole(&mut number, point.entry.number);
        Self { number, words: Measured::new(one_line(&point.entry.label)) }
    }

    /// The width of the number.
    pub(super) fn number_wide(&self, sheet: &Sheet) -> f64 {
        width(&self.number, sheet.size) * BOLD
    }

    /// The words in full or cut, longest first, each with its width including the number.
    pub(super) fn cuts(&self, number_wide: f64, sheet: &Sheet) -> [Option<(Cut<'_>, f64)>; 3] {
        let lead = number_wide + width(" ", sheet.size);
        let cut = |share: f64| self.words.cut(sheet.size, sheet.word_room * share - lead);
        let mut last = None;
        SHARES.map(|share| {
            let cut = cut(share).filter(|cut| !cut.kept.is_empty() && last != Some(*cut));
            last = cut.or(last);
            cut.map(|cut| (cut, lead + cut.wide))
        })
    }
}
