//! Flags for when it was first known outside and, more prominent, inside the organisation.
//!
//! In: the two moments. Out: flags above the plot, each with a line down to the path at that moment.

use jiff::Timestamp;

use super::model::Timeline;
use super::place::{Anchor, Rect, Space};
use super::scale::Scale;
use super::sheet::{HEADROOM, Sheet};
use super::story::Story;
use crate::clockface;
use crate::measure::{BOLD, width};
use crate::svg::{label, line, stroke};

/// Outside or inside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Outside,
    Inside,
}

#[derive(Debug)]
struct Flag {
    side: Side,
    x: f64,
    /// Where its line ends.
    foot: f64,
    words: String,
    anchor: Anchor,
    row: f64,
}

/// The flags, placed.
#[derive(Debug)]
pub(super) struct Flags {
    flags: Vec<Flag>,
    /// How far they reach above the plot.
    pub(super) height: f64,
}

/// The rows of words, the lowest first.
const ROWS: [f64; 3] = [0.0, 1.0, 2.0];
/// The distance from the line of a flag to its words, past the diamond.
const PAST_DIAMOND: f64 = 9.0;

/// The baseline of the words in a row.
fn baseline(row: f64, sheet: &Sheet) -> f64 {
    -HEADROOM - 4.0 - row * sheet.line()
}

impl Flags {
    /// No flags; the height still leaves room above the plot for labels of entries.
    pub(super) fn none() -> Self {
        Self { flags: Vec::new(), height: HEADROOM }
    }

    /// Places the flags from right to left, each in the lowest row where its words fit, so that no line crosses words.
    pub(super) fn new(timeline: &Timeline, story: &Story, scale: &Scale, sheet: &Sheet) -> Self {
        let mut known: Vec<(Timestamp, Side)> =
            [timeline.first_inside.map(|at| (at, Side::Inside)), timeline.first_outside.map(|at| (at, Side::Outside))]
                .into_iter()
                .flatten()
                .collect();
        known.sort_by_key(|(at, side)| (std::cmp::Reverse(*at), *side == Side::Outside));

        let mut space = Space::new(Rect { left: 0.0, top: f64::MIN, right: sheet.width, bottom: f64::MAX });
        let mut flags = Vec::new();
        let mut rows: f64 = 0.0;
        for (at, side) in known {
            // The review only says that somebody outside had noticed by then, not when first.
            let name = if side == Side::Inside { "known inside " } else { "known outside by " };
            let words = [name, &clockface::time(at, &timeline.zone)].concat();
            let x = scale.x(at);
            let wide = width(&words, sheet.size) * BOLD + PAST_DIAMOND;
            let place =
                |row: f64, anchor| Rect::of_text(x, baseline(row, sheet), wide, sheet.size, anchor).with_air(4.0);
            // On a phone the words of both may be too long for two rows, since each ends or begins at its own line.
            let mut order = ROWS.into_iter().flat_map(|row| [(row, Anchor::Start), (row, Anchor::End)]);
            let free = order.find(|(row, anchor)| space.is_free(&place(*row, *anchor)));
            let (row, anchor) = free.unwrap_or((ROWS[0], Anchor::Start));
            space.take(place(row, anchor));
            rows = rows.max(row + 1.0);
            flags.push(Flag { side, x, foot: sheet.y(story.level_at(at)), words, anchor, row });
        }
        let height = HEADROOM + if rows > 0.0 { rows * sheet.line() + 4.0 } else { 0.0 };
        Self { flags, height }
    }

    /// The areas that labels in the plot must not cover.
    pub(super) fn obstacles(&self) -> impl Iterator<Item = Rect> {
        self.flags.iter().map(|flag| Rect::of_line((flag.x, -HEADROOM), (flag.x, flag.foot), 1.5))
    }

    /// Draws lines, diamonds and words.
    pub(super) fn draw(&self, sheet: &Sheet, out: &mut String) {
        for flag in &self.flags {
            let (class, diamond_class, words_class) = match flag.side {
                Side::Outside => ("tl-flag tl-outside", "tl-diamond tl-outside", "tl-known tl-outside"),
                Side::Inside => ("tl-flag tl-inside", "tl-diamond tl-inside", "tl-known tl-inside"),
            };
            let y = baseline(flag.row, sheet);
            let middle = y - sheet.size * 0.33;
            line(class, (flag.x, middle), (flag.x, flag.foot), out);
            stroke(diamond_class, out, |d| {
                let r = 4.5;
                d.move_to((flag.x, middle - r));
                for corner in [(r, r), (-r, r), (-r, -r)] {
                    d.line_by(corner);
                }
                d.close();
            });
            let text_x = if flag.anchor == Anchor::End { flag.x - PAST_DIAMOND } else { flag.x + PAST_DIAMOND };
            label(words_class, (text_x, y), flag.anchor.word(), &flag.words, out);
        }
    }
}
