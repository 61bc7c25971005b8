//! Where the axis leaves time out, the plot is torn from top to bottom, and says how much is gone.

use super::place::{Anchor, Rect, Space};
use super::scale::Scale;
use super::sheet::Sheet;
use crate::chart::measure::width;
use crate::chart::svg::{Data, Tag, label, stroke};
use crate::text::duration;

/// Half the width of the tear, and how far its edge swings.
const HALF: f64 = 4.5;
const SWING: f64 = 2.5;
const TOOTH: f64 = 6.0;

/// Draws the tears between `top` and `bottom`; they cover what was drawn before.
pub(super) fn draw(scale: &Scale, top: f64, bottom: f64, out: &mut String) {
    if scale.broken().next().is_none() {
        return;
    }
    // All edges are one zigzag, so it is written once.
    let (mut down, mut up) = (String::new(), String::new());
    let teeth = teeth(top, bottom);
    go_down(&teeth, &mut Data::new(&mut down));
    go_up(&teeth, &mut Data::new(&mut up));
    for piece in scale.broken() {
        let edge = |x: f64, d: &mut Data| {
            d.move_to((x - SWING, top));
            d.again(&down);
        };
        let (left, right) = (piece.middle() - HALF, piece.middle() + HALF);
        Tag::new("path", out)
            .class("tl-tear")
            .d(|d| {
                // The area goes down its left edge and up its right one.
                edge(left, d);
                d.h_by(HALF * 2.0);
                d.again(&up);
                d.close();
            })
            .empty();
        stroke("tl-tear-edge", out, |d| {
            edge(left, d);
            edge(right, d);
        });
    }
}

/// What the words of the breaks came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    /// The height they take.
    pub(super) height: f64,
    /// Whether they only say how long, so that the legend must say what.
    pub(super) are_short: bool,
}

/// The words of each break under the axis, from `top` down.
pub(super) fn draw_words(scale: &Scale, sheet: &Sheet, top: f64, out: &mut String) -> Words {
    let gaps: Vec<(f64, String)> =
        scale.broken().map(|piece| (piece.middle(), duration(piece.to.duration_since(piece.from).as_secs()))).collect();
    if gaps.is_empty() {
        return Words { height: 0.0, are_short: false };
    }
    // All in full or all short: a mixture would look like a difference.
    let full: Vec<(f64, String)> =
        gaps.iter().map(|(x, gap)| (*x, [gap.as_str(), " without an entry"].concat())).collect();
    let in_full = place(&full, sheet, 1).or_else(|| place(&full, sheet, 2));
    let are_short = in_full.is_none();
    let placed = in_full.or_else(|| place(&gaps, sheet, 1)).or_else(|| place(&gaps, sheet, 2)).unwrap_or_default();
    let mut height = sheet.line();
    for (x, row, words) in placed {
        let y = top + sheet.size * 0.9 + row * sheet.line();
        height = height.max((row + 1.0) * sheet.line());
        label("tl-gap", (x, y), "middle", words, out);
    }
    Words { height, are_short }
}

/// Places every text centred at its x, in the first of `rows` rows where it is free; `None` if one finds no place.
fn place<'t>(texts: &'t [(f64, String)], sheet: &Sheet, rows: u8) -> Option<Vec<(f64, f64, &'t str)>> {
    let mut space = Space::new(Rect { left: 0.0, top: f64::MIN, right: sheet.width, bottom: f64::MAX });
    texts
        .iter()
        .map(|(x, words)| {
            let wide = width(words, sheet.size);
            let x = x.clamp(wide / 2.0 + 4.0, sheet.width - wide / 2.0 - 4.0);
            let spot = |row: u8| {
                Rect::of_text(x, f64::from(row) * sheet.line(), wide, sheet.size, Anchor::Middle).with_air(4.0)
            };
            let row = (0..rows).find(|row| space.try_take(spot(*row)))?;
            Some((x, f64::from(row), words.as_str()))
        })
        .collect()
}

/// The heights of the teeth, from the top down; the last is what is left.
fn teeth(top: f64, bottom: f64) -> Vec<f64> {
    let left = std::iter::successors(Some(bottom - top), |left| Some(left - TOOTH));
    left.take_while(|left| *left > 0.0).map(|left| left.min(TOOTH)).collect()
}

/// The zigzag, beginning to the right.
fn go_down(teeth: &[f64], d: &mut Data) {
    for (n, tooth) in teeth.iter().enumerate() {
        let swing = if n % 2 == 0 { SWING } else { -SWING };
        d.line_by((swing * 2.0, *tooth));
    }
}

/// The same zigzag from where it ended.
fn go_up(teeth: &[f64], d: &mut Data) {
    for (n, tooth) in teeth.iter().enumerate().rev() {
        let swing = if n % 2 == 0 { -SWING } else { SWING };
        d.line_by((swing * 2.0, -tooth));
    }
}
