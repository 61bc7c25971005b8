//! One bracket for each figure: time to detect, to acknowledge, of harm, to recover.

use super::break_marks;
use super::model::Timeline;
use super::scale::{Piece, Scale};
use super::sheet::Sheet;
use crate::measure::width;
use crate::svg::{Data, label, stroke};

/// Draws the brackets from `top` down and returns their height. There is one for each figure between two moments;
/// figures between the same moments share one.
pub(super) fn draw(timeline: &Timeline, scale: &Scale, sheet: &Sheet, top: f64, out: &mut String) -> f64 {
    let row_height = sheet.line() + 2.0;
    let mut y = top;
    let figures = timeline.times.figures();
    for (n, figure) in figures.iter().enumerate() {
        let Some((from, to)) = figure.ends.filter(|(from, to)| from < to) else { continue };
        if figures.iter().skip(n + 1).any(|later| later.ends == figure.ends) {
            continue;
        }
        y += row_height;
        let words = figure.words();
        let (left, right, line) = (scale.x(from), scale.x(to), y - row_height * 0.35);
        bracket((left, right), line, &words, scale, sheet, out);
        break_marks::draw_across(scale, (left, right), line, out);
    }
    if y > top { y - top + 4.0 } else { 0.0 }
}

/// Draws one bracket with its words in the middle, or beside it if it is too short. At a break of the axis the words
/// are on its longer side.
fn bracket((left, right): (f64, f64), y: f64, words: &str, scale: &Scale, sheet: &Sheet, out: &mut String) {
    let wide = width(words, sheet.size);
    let arm = 4.0;
    let text_y = y + sheet.size * 0.34;
    let end = |x: f64, d: &mut Data| {
        d.move_to((x, y - arm));
        d.v_by(arm * 2.0);
    };
    let run = |from: f64, to: f64, d: &mut Data| {
        d.move_to((from, y));
        d.h_to(to);
    };
    let torn = scale.broken().map(Piece::middle).find(|middle| (left..right).contains(middle));
    let (from, to) = match torn {
        None => (left, right),
        Some(middle) if middle - left > right - middle => (left, middle - break_marks::HALF),
        Some(middle) => (middle + break_marks::HALF, right),
    };
    if wide + 28.0 <= to - from {
        let middle = f64::midpoint(from, to);
        let (before, after) = (middle - wide / 2.0 - 2.0, middle + wide / 2.0 + 2.0);
        stroke("tl-bracket", out, |d| {
            end(left, d);
            run(left, before, d);
            run(after, right, d);
            end(right, d);
        });
        label("tl-span", (middle, text_y), "middle", words, out);
        return;
    }
    stroke("tl-bracket", out, |d| {
        end(left, d);
        run(left, right, d);
        end(right, d);
    });
    if right + 6.0 + wide <= sheet.width {
        label("tl-span", (right + 6.0, text_y), "start", words, out);
    } else {
        label("tl-span", ((left - 6.0).max(wide), text_y), "end", words, out);
    }
}
