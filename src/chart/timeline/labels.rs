//! Places numbers and words beside the marks without overlaps.
//!
//! In: the marks, the path and other obstacles. Out: for some entries a number, for a few of them words as well.
//! Turning points come first. If too few numbers fit, only turning points have one, because arbitrary gaps between the
//! numbers are worse than none.

use std::cell::OnceCell;

use super::captions::Caption;
use super::marks::Mark;
use super::place::{Rect, Space};
use super::sheet::{HEADROOM, Sheet};
use super::spots::{Spot, Text, around, beside};
use crate::frame::Frame;
use crate::measure::is_right_to_left;
use crate::measured::Cut;
use crate::svg::{Tag, real, segment, words_at};
use base::text::push_escaped;

/// If a smaller share of the numbers fits, only turning points are labelled.
const MOST: f64 = 0.7;
/// Up to this number of entries every number that fits is shown, and every entry may have words.
const FEW: usize = 24;
/// Labels are tried for this many of the weightiest entries: a sheet is full long before, and each try looks at all that is taken.
const TRIED: usize = 500;

/// A placed label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'a> {
    /// The step of its entry, from 1.
    step: usize,
    number: &'a str,
    words: Option<Cut<'a>>,
    spot: Spot,
}

/// Chooses and places labels in the free parts of `space`, in which marks and path are already taken. `ranked` holds the
/// entries by weight, the weightiest first, each with whether the path turned there.
///
/// The weightiest entries get their words before the others are numbered, unless one of the others would then lose its
/// number: it is more important that every row of the table can be found in the plot.
pub(super) fn place<'a>(
    captions: &'a [Caption<'a>],
    ranked: &[(usize, bool)],
    marks: &'a [Mark],
    sheet: &Sheet,
    space: &Space,
) -> Vec<Label<'a>> {
    let entries: Vec<Entry> =
        marks.iter().zip(captions).map(|(mark, caption)| Entry::of(mark, caption, sheet)).collect();
    let blank = Setting { entries: &entries, ranked, sheet, space: space.clone(), labels: vec![None; entries.len()] };
    // Numbers alone need the least room: if as many numbers fit with words, nothing else needs to be tried.
    let numbered = blank.clone().numbered();
    if blank.is_crowded() {
        return numbered.with_more_words();
    }
    let most = numbered.count();
    let mut best = Vec::new();
    for early in [5, 3, 1] {
        let labels = blank.clone().with_words(early).numbered().with_more_words();
        if best.len() < labels.len() {
            best = labels;
        }
        if best.len() >= most {
            return best;
        }
    }
    let labels = numbered.with_more_words();
    if best.len() < labels.len() { labels } else { best }
}

/// An entry to label.
struct Entry<'a> {
    mark: &'a Mark,
    caption: &'a Caption<'a>,
    number_wide: f64,
    /// The result of [`Caption::cuts`], computed when needed.
    cuts: OnceCell<[Option<(Cut<'a>, f64)>; 3]>,
}

impl<'a> Entry<'a> {
    fn of(mark: &'a Mark, caption: &'a Caption<'a>, sheet: &Sheet) -> Self {
        Self { mark, caption, number_wide: caption.number_wide(sheet), cuts: OnceCell::new() }
    }
}

/// An attempt to place labels, by index of their entry.
#[derive(Clone)]
struct Setting<'s, 'a> {
    entries: &'s [Entry<'a>],
    ranked: &'s [(usize, bool)],
    sheet: &'s Sheet,
    space: Space,
    labels: Vec<Option<Label<'a>>>,
}

impl<'s, 'a> Setting<'s, 'a> {
    fn is_crowded(&self) -> bool {
        self.entries.len() > FEW
    }

    fn count(&self) -> usize {
        self.labels.iter().flatten().count()
    }

    /// The entries by weight; unless `all`, only those where the path turned.
    fn by_weight(&self, all: bool) -> impl Iterator<Item = usize> + use<'s, 'a> {
        tried(self.ranked, all)
    }

    /// Adds words for the `early` weightiest entries.
    fn with_words(mut self, early: usize) -> Self {
        for index in self.by_weight(true).take(early) {
            self.add_words(index);
        }
        self
    }

    /// Adds numbers for all entries without a label, or only for turning points if too few would fit.
    fn numbered(mut self) -> Self {
        self.number(true);
        if self.is_crowded() && real(self.count()) < real(self.entries.len()) * MOST {
            for label in self.labels.iter_mut().filter_map(Option::take) {
                self.space.release(&label.spot.rect);
            }
            self.number(false);
        }
        self
    }

    /// Adds words for more entries while there is room.
    fn with_more_words(mut self) -> Vec<Label<'a>> {
        for index in self.by_weight(!self.is_crowded()) {
            if self.labels.iter().flatten().filter(|label| label.words.is_some()).count() >= self.sheet.most_words {
                break;
            }
            self.add_words(index);
        }
        self.labels.into_iter().flatten().collect()
    }

    /// Adds a number beside each mark that has no label yet, if there is room.
    fn number(&mut self, all: bool) {
        for index in self.by_weight(all) {
            let Some(Entry { mark, caption, number_wide, .. }) = self.entries.get(index) else { continue };
            let Some(slot) = self.labels.get_mut(index).filter(|slot| slot.is_none()) else { continue };
            // Two adjacent numbers must not look like one.
            let text = Text { wide: *number_wide, size: self.sheet.size, air: 1.5 };
            if let Some(spot) = around(mark, text, &self.space) {
                self.space.take(spot.rect);
                *slot = Some(Label { step: index + 1, number: &caption.number, words: None, spot });
            }
        }
    }

    /// Replaces the number of one mark by number and words, in full or cut, if they fit near it.
    fn add_words(&mut self, index: usize) {
        let Some(slot) = self.labels.get_mut(index) else { return };
        if slot.as_ref().is_some_and(|label| label.words.is_some()) {
            return;
        }
        let number = slot.take();
        if let Some(label) = &number {
            self.space.release(&label.spot.rect);
        }
        let label = self.words(index).or(number);
        if let Some(label) = &label {
            self.space.take(label.spot.rect);
            if let Some(leader) = label.spot.leader_rect() {
                self.space.take(leader);
            }
        }
        if let Some(slot) = self.labels.get_mut(index) {
            *slot = label;
        }
    }

    /// The longest label that fits.
    fn words(&self, index: usize) -> Option<Label<'a>> {
        let Entry { mark, caption, number_wide, cuts } = self.entries.get(index)?;
        let cuts = cuts.get_or_init(|| caption.cuts(*number_wide, self.sheet));
        cuts.iter().flatten().find_map(|(cut, wide)| {
            let text = Text { wide: *wide, size: self.sheet.size, air: 2.0 };
            let spot = beside(mark, text, &self.space)?;
            Some(Label { step: index + 1, number: &caption.number, words: Some(*cut), spot })
        })
    }
}

/// The entries to try, by weight; unless `all`, only those where the path turned.
fn tried(ranked: &[(usize, bool)], all: bool) -> impl Iterator<Item = usize> + use<'_> {
    ranked.iter().filter(move |(_, turns)| all || *turns).map(|(index, _)| *index).take(TRIED)
}

/// The space for labels: the plot and its headroom, down to just above the baseline.
pub(super) fn space(sheet: &Sheet) -> Space {
    Space::new(Rect { left: sheet.left, top: -HEADROOM, right: sheet.width, bottom: sheet.height - 2.0 })
}

/// Draws the leaders, then the texts.
pub(super) fn draw(labels: &[Label<'_>], frame: &Frame, out: &mut String) {
    for (step, (from, to)) in labels.iter().filter_map(|label| Some((label.step, label.spot.leader?))) {
        frame.step(segment("tl-hair", from, to, out), step).empty();
    }
    for Label { step, number, words, spot } in labels {
        let class = if words.is_some() { "tl-label" } else { "tl-label tl-number" };
        let text = frame.step(words_at(class, (spot.x, spot.y), spot.anchor.word(), out), *step);
        let Some(words) = words else {
            text.text(number);
            continue;
        };
        text.around(|out| {
            Tag::new("tspan", out).class("tl-number").text(number);
            out.push(' ');
            // First-strong isolates keep the number in place before a right-to-left label.
            let apart = is_right_to_left(words.kept);
            out.push_str(if apart { "\u{2068}" } else { "" });
            push_escaped(out, words.kept);
            out.push_str(words.end);
            out.push_str(if apart { "\u{2069}" } else { "" });
        });
    }
}

impl Label<'_> {
    /// What it covers: its text, and the line from there to its mark.
    pub(super) fn rects(&self) -> impl Iterator<Item = Rect> {
        std::iter::once(self.spot.rect).chain(self.spot.leader_rect())
    }

    #[cfg(test)]
    pub(super) fn has_words(&self) -> bool {
        self.words.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{TRIED, tried};

    #[test]
    fn the_entries_that_are_tried_do_not_grow_with_the_timeline() {
        let ranked: Vec<_> = (0..100_000).rev().map(|n| (n, n % 2 == 0)).collect();
        assert_eq!((tried(&ranked, true).count(), tried(&ranked, false).count()), (TRIED, TRIED));
        assert_eq!(tried(&ranked, false).take(2).collect::<Vec<_>>(), [99_998, 99_996]);
    }
}
