//! Draws the break of the axis: a zigzag gap from top to bottom with the omitted time in it.

use super::scale::{Piece, Scale};
use super::sheet::{HEADROOM, Sheet};
use crate::measure::width;
use crate::svg::{Data, Tag, stroke, words_at};
use base::text::duration;

/// Half the width of the gap, and the amplitude and height of its zigzag edges.
pub(super) const HALF: f64 = 11.0;
const SWING: f64 = 2.5;
const TOOTH: f64 = 6.0;

/// Draws the gaps between `top` and `bottom`, over what was drawn before.
pub(super) fn draw(scale: &Scale, top: f64, bottom: f64, out: &mut String) {
    if scale.broken().next().is_none() {
        return;
    }
    // All edges have the same zigzag, so its data is written once.
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
                // The outline goes down the left edge and up the right one.
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

/// Draws the omitted time, rotated, inside the gap; on a low sheet without further words.
pub(super) fn draw_words(scale: &Scale, sheet: &Sheet, out: &mut String) {
    for piece in scale.broken() {
        let gap = duration(piece.to.duration_since(piece.from).as_secs());
        let full = [&gap, " without an entry"].concat();
        let fits = width(&full, sheet.size) < sheet.height + HEADROOM;
        let words = if fits { &full } else { &gap };
        // Words that are longer than the plot is high reach into the part of the gap above it.
        let above = if width(words, sheet.size) < sheet.height { 0.0 } else { HEADROOM };
        let at = (piece.middle() + sheet.size * 0.34, (sheet.height - above) / 2.0);
        words_at("tl-gap", at, "middle", out).turned(at).text(words);
    }
}

/// Draws a gap in a horizontal line, such as a bracket, from `left` to `right` at `y`.
pub(super) fn draw_across(scale: &Scale, (left, right): (f64, f64), y: f64, out: &mut String) {
    // The silence often begins or ends where the line does, so it counts whether the gap itself is within the line.
    let is_across = |piece: &&Piece| left < piece.middle() - HALF && piece.middle() + HALF < right;
    for piece in scale.broken().filter(is_across) {
        let (from, to) = (piece.middle() - HALF / 2.0, piece.middle() + HALF / 2.0);
        let slash = |x: f64, d: &mut Data| {
            d.move_to((x + SWING, y - TOOTH));
            d.line_by((-2.0 * SWING, TOOTH * 2.0));
        };
        Tag::new("path", out)
            .class("tl-tear")
            .d(|d| {
                slash(from, d);
                d.h_by(to - from);
                d.line_by((2.0 * SWING, -TOOTH * 2.0));
                d.close();
            })
            .empty();
        stroke("tl-tear-edge", out, |d| {
            slash(from, d);
            slash(to, d);
        });
    }
}

/// The heights of the teeth of the zigzag, from the top down; the last is the remainder.
fn teeth(top: f64, bottom: f64) -> Vec<f64> {
    let left = std::iter::successors(Some(bottom - top), |left| Some(left - TOOTH));
    left.take_while(|left| *left > 0.0).map(|left| left.min(TOOTH)).collect()
}

/// Draws the zigzag downwards, first to the right.
fn go_down(teeth: &[f64], d: &mut Data) {
    for (n, tooth) in teeth.iter().enumerate() {
        let swing = if n % 2 == 0 { SWING } else { -SWING };
        d.line_by((swing * 2.0, *tooth));
    }
}

/// Draws the same zigzag upwards from its end.
fn go_up(teeth: &[f64], d: &mut Data) {
    for (n, tooth) in teeth.iter().enumerate().rev() {
        let swing = if n % 2 == 0 { -SWING } else { SWING };
        d.line_by((swing * 2.0, -tooth));
    }
}
