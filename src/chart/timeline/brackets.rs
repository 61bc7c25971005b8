//! Time to detect, to acknowledge, to recover: one bracket each, all measured from the start.

use super::model::Timeline;
use super::scale::Scale;
use super::sheet::Sheet;
use super::story::{End, Story};
use crate::chart::measure::width;
use crate::chart::svg::{Data, label, stroke};
use crate::text::duration;

/// Draws the brackets from `top` down and returns the height they take. Only a recorded start is measured from.
pub(super) fn draw(
    timeline: &Timeline,
    story: &Story,
    scale: &Scale,
    sheet: &Sheet,
    top: f64,
    out: &mut String,
) -> f64 {
    let Some(start) = timeline.moments.started else { return 0.0 };
    let recovered = match story.end {
        End::Resolved(at) => Some((at, "to recover")),
        End::Mitigated(at) => Some((at, "to mitigate")),
        End::Open(_) => None,
    };
    let spans = [
        timeline.moments.detected.map(|at| (at, "to detect")),
        timeline.moments.acknowledged.map(|at| (at, "to acknowledge")),
        recovered,
    ];
    let row_height = sheet.line() + 2.0;
    let mut y = top;
    for (until, words) in spans.into_iter().flatten().filter(|(until, _)| *until > start) {
        y += row_height;
        let words = [&duration(until.duration_since(start).as_secs()), " ", words].concat();
        bracket(scale.x(start), scale.x(until), y - row_height * 0.35, &words, sheet, out);
    }
    if y > top { y - top + 4.0 } else { 0.0 }
}

/// One bracket; its words stand in its middle, or beside it where it is too short.
fn bracket(left: f64, right: f64, y: f64, words: &str, sheet: &Sheet, out: &mut String) {
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
    if wide + 28.0 <= right - left {
        let middle = f64::midpoint(left, right);
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
