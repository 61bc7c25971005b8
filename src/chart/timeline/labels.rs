//! Numbers and words beside the marks, none over another.
//!
//! In: the marks, the path and whatever else is in the way. Out: for some entries a number, for a few of them words too.
//! Turning points are served first. Where most numbers would not fit, only turning points have one, because a scatter of
//! chance numbers reads worse than none.

use std::cell::OnceCell;

use super::marks::Mark;
use super::place::{Rect, Space};
use super::sheet::{HEADROOM, Sheet};
use super::spots::{Spot, around, beside};
use super::story::{Point, Story};
use super::weight::by_weight;
use crate::chart::measure::{Measured, is_right_to_left, width};
use crate::chart::svg::{Tag, real, segment, words_at};
use crate::text::push_escaped;

/// Bold figures are a little wider.
const BOLD: f64 = 1.12;
/// Where fewer of the numbers fit than this share, only turning points are labelled.
const MOST: f64 = 0.7;
/// Up to this many entries every number that fits is shown, and every entry may have words.
const FEW: usize = 24;
/// Words are cut to these shares of their room, the longest that fits; shorter would say nothing.
const CUTS: [f64; 3] = [1.0, 0.75, 0.55];

/// A label that found its place.
#[derive(Debug)]
pub(super) struct Label {
    /// The turn of its entry, from 1.
    step: usize,
    number: String,
    words: Option<String>,
    spot: Spot,
}

/// Chooses and places labels in the free parts of `space`, in which marks and path are already taken.
///
/// The weightiest entries speak before the others are numbered, unless that would cost one of them its number: a row of
/// the table that cannot be found in the plot is the greater loss.
pub(super) fn place(story: &Story, marks: &[Mark], sheet: &Sheet, space: &Space) -> Vec<Label> {
    let crowded = marks.len() > FEW;
    let orders: &[usize] = if crowded { &[0] } else { &[5, 3, 1, 0] };
    let (texts, ranked) =
        (story.points.iter().map(|point| Text::of(point, sheet)).collect::<Vec<_>>(), by_weight(story));
    let blank = || {
        let labels = marks.iter().map(|_| None).collect();
        Setting { story, texts: &texts, ranked: &ranked, marks, sheet, space: space.clone(), labels }
    };
    let mut best = Vec::new();
    // Numbers alone take the least room: where words leave as many standing, nothing else need be tried.
    let most = OnceCell::new();
    for early in orders {
        let mut setting = blank();
        setting.set(*early);
        let labels: Vec<Label> = setting.labels.into_iter().flatten().collect();
        if best.len() < labels.len() {
            best = labels;
        }
        if best.len() == marks.len() || best.len() >= *most.get_or_init(|| blank().numbered()) {
            break;
        }
    }
    best
}

/// What may stand by a mark, measured once for all tries.
struct Text {
    number: String,
    number_wide: f64,
    /// The number with words behind it, longest first; made when first asked for, for many labels stay numbers.
    cuts: OnceCell<Vec<(String, f64)>>,
}

impl Text {
    fn of(point: &Point<'_>, sheet: &Sheet) -> Self {
        let number = point.entry.number.to_string();
        let number_wide = width(&number, sheet.size) * BOLD;
        Self { number, number_wide, cuts: OnceCell::new() }
    }

    fn cuts(&self, label: &Measured, sheet: &Sheet) -> &[(String, f64)] {
        self.cuts.get_or_init(|| {
            let lead = self.number_wide + width(" ", sheet.size);
            let mut cuts: Vec<(String, f64)> = Vec::with_capacity(CUTS.len());
            for share in CUTS {
                let cut = label.fit(sheet.size, sheet.word_room * share - lead).filter(|(cut, _)| !cut.is_empty());
                let cut = cut.filter(|(cut, _)| cuts.last().is_none_or(|(last, _)| last != cut));
                cuts.extend(cut.map(|(cut, wide)| (cut, lead + wide)));
            }
            cuts
        })
    }
}

/// Labels on their way into the plot, by index of their entry.
struct Setting<'a> {
    story: &'a Story<'a>,
    texts: &'a [Text],
    /// Entries by weight, the weightiest first, each with whether the path turned there.
    ranked: &'a [(usize, bool)],
    marks: &'a [Mark],
    sheet: &'a Sheet,
    space: Space,
    labels: Vec<Option<Label>>,
}

impl Setting<'_> {
    /// How many marks could have a number.
    fn numbered(mut self) -> usize {
        let all: Vec<usize> = self.ranked.iter().map(|(index, _)| *index).collect();
        self.number(&all);
        self.labels.into_iter().flatten().count()
    }

    /// Words for the `early` weightiest, numbers for all, words for others while there is room.
    fn set(&mut self, early: usize) {
        let ranked = self.ranked;
        let crowded = self.marks.len() > FEW;
        let turning: Vec<usize> = ranked.iter().filter(|(_, turns)| *turns).map(|(index, _)| *index).collect();
        let mut all: Vec<usize> = ranked.iter().map(|(index, _)| *index).collect();
        for index in all.iter().take(early) {
            self.speak(*index);
        }
        self.number(&all);
        if crowded && real(self.labels.iter().flatten().count()) < real(self.marks.len()) * MOST {
            for label in self.labels.iter_mut().filter_map(Option::take) {
                self.space.release(&label.spot.rect);
            }
            self.number(&turning);
        }
        if crowded {
            all = turning;
        }
        for index in all {
            if self.labels.iter().flatten().filter(|label| label.words.is_some()).count() >= self.sheet.most_words {
                break;
            }
            self.speak(index);
        }
    }

    /// A number beside each of these marks, where there is room and no label yet.
    fn number(&mut self, wanted: &[usize]) {
        for index in wanted {
            let (Some(mark), Some(text)) = (self.marks.get(*index), self.texts.get(*index)) else { continue };
            let Some(slot) = self.labels.get_mut(*index).filter(|slot| slot.is_none()) else { continue };
            let spots = around(mark, text.number_wide, self.sheet.size);
            // Two numbers side by side must not read as one.
            let free = spots.into_iter().find(|spot| self.space.is_free(&spot.rect.with_air(1.5)));
            if let Some(spot) = free {
                self.space.take(spot.rect);
                *slot = Some(Label { step: index + 1, number: text.number.clone(), words: None, spot });
            }
        }
    }

    /// Words for one mark in the place of its number, if they fit anywhere near: in full, else cut.
    fn speak(&mut self, index: usize) {
        let Some(slot) = self.labels.get_mut(index) else { return };
        if slot.as_ref().is_some_and(|label| label.words.is_some()) {
            return;
        }
        let silent = slot.take();
        if let Some(label) = &silent {
            self.space.release(&label.spot.rect);
        }
        let label = self.words(index).or(silent);
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

    /// The longest label that finds a place.
    fn words(&self, index: usize) -> Option<Label> {
        let (mark, label, text) = (self.marks.get(index)?, self.story.label(index)?, self.texts.get(index)?);
        let (cuts, size) = (text.cuts(label, self.sheet), self.sheet.size);
        let (_, shortest) = cuts.last()?;
        // What was too narrow for the longest may do for a shorter one.
        let mut seen: Vec<(Spot, f64)> = Vec::new();
        let mut others = beside(mark, size).filter_map(|spot| Some((spot, self.reach(&spot, *shortest)?)));
        cuts.iter().find_map(|(cut, wide)| {
            let fits = |(spot, reach): &(Spot, f64)| (reach >= wide).then_some(*spot);
            let spot = seen.iter().find_map(fits).or_else(|| {
                others.by_ref().find_map(|other| {
                    seen.push(other);
                    fits(&other)
                })
            })?;
            let (number, words) = (text.number.clone(), Some(cut.clone()));
            Some(Label { step: index + 1, number, words, spot: spot.wide(*wide, size) })
        })
    }

    /// How wide a label may be at a spot; none where one of `least` does not fit.
    fn reach(&self, spot: &Spot, least: f64) -> Option<f64> {
        let reach = self.space.reach(&spot.rect, spot.anchor, 2.0, least)?;
        spot.leader_rect().is_none_or(|leader| self.space.is_free(&leader)).then_some(reach)
    }
}

/// The space that labels share: the plot and its headroom, down to a hair above the baseline.
pub(super) fn space(sheet: &Sheet) -> Space {
    Space::new(Rect { left: sheet.left, top: -HEADROOM, right: sheet.width, bottom: sheet.height - 2.0 })
}

/// Draws the leaders, then the texts.
pub(super) fn draw(labels: &[Label], out: &mut String) {
    for (step, (from, to)) in labels.iter().filter_map(|label| Some((label.step, label.spot.leader?))) {
        segment("tl-hair", from, to, out).step(step).empty();
    }
    for Label { step, number, words, spot } in labels {
        let class = if words.is_some() { "tl-label" } else { "tl-label tl-number" };
        let text = words_at(class, (spot.x, spot.y), spot.anchor.word(), out).step(*step);
        let Some(words) = words else {
            text.text(number);
            continue;
        };
        text.around(|out| {
            Tag::new("tspan", out).class("tl-number").text(number);
            out.push(' ');
            // First-strong isolates keep a right-to-left label from taking the number along.
            let apart = if is_right_to_left(words) { ["\u{2068}", "\u{2069}"] } else { [""; 2] };
            out.push_str(apart[0]);
            push_escaped(out, words);
            out.push_str(apart[1]);
        });
    }
}

/// For tests: where everything stands.
#[cfg(test)]
impl Label {
    pub(super) fn rects(&self) -> impl Iterator<Item = Rect> {
        std::iter::once(self.spot.rect).chain(self.spot.leader_rect())
    }

    pub(super) fn has_words(&self) -> bool {
        self.words.is_some()
    }
}
