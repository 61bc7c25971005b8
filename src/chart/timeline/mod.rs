//! The timeline plot: time from left to right, the state of recovery from full disruption down to service restored.
//!
//! In: a [`Timeline`], as incomplete as reviews are. Out: one SVG for one medium. It refuses only what has no time
//! in it: fewer than two moments that differ. It invents nothing: a disruption whose end is not recorded does not come
//! back to the baseline.
//!
//! ```text
//! story    what was recorded      -> levels over time            phases   -> bands
//! breaks   gaps                   -> those to leave out          scale    -> moment to place      ticks -> round times
//! flags, heads, axis, brackets, tears, legend                             -> drawn around the plot
//! marks, path, labels             -> the plot itself
//! ```

mod axis;
mod brackets;
mod breaks;
mod describe;
mod flags;
mod heads;
mod labels;
mod legend;
#[cfg(test)]
mod look;
mod marks;
mod model;
mod path;
pub(super) mod phases;
mod place;
#[cfg(test)]
pub(super) mod samples;
mod scale;
mod sheet;
mod spots;
mod story;
mod tears;
#[cfg(test)]
mod tests;
mod ticks;
mod weight;

pub use model::{Band, Effect, Entry, Moments, Phase, Timeline};

pub(super) use describe::title;
pub(super) use path::{data, trace};
pub(super) use scale::seconds;
pub(super) use story::{End, Story};

use super::clockface;
use super::frame::Frame;
use super::svg::{Tag, label, line, number, stroke};
use flags::Flags;
use heads::Heads;
use place::Rect;
use scale::Scale;
use sheet::Sheet;

/// Bytes of a usual drawing, so that its text need not be moved as it grows.
const USUAL: usize = 10_000;

/// The plot for one medium; `None` where fewer than two moments differ.
#[must_use]
pub fn svg(timeline: &Timeline, frame: &Frame) -> Option<String> {
    plot(timeline, &Story::of(timeline)?, frame)
}

/// The plot of a story for one medium.
pub(super) fn plot(timeline: &Timeline, story: &Story, frame: &Frame) -> Option<String> {
    let sheet = Sheet::of(frame.width);
    let (left, room) = sheet.room();
    let scale = Scale::new(&story.instants, left, room)?;
    let flags = Flags::new(timeline, story, &scale, &sheet);
    let heads = Heads::new(&phases::bands(timeline, story), &scale, &sheet, flags.height);
    let marks = marks::marks(story, &scale, &sheet);
    let corners = path::trace(story, |at| scale.x(at), |level| sheet.y(level), (sheet.left, sheet.right));

    let mut plot = String::with_capacity(USUAL);
    heads.draw_bands(&sheet, &mut plot);
    line("tl-top", (sheet.left, 0.0), (sheet.right, 0.0), &mut plot);
    let mut under = String::new();
    let axis_height = axis::draw(timeline, story, &scale, &sheet, &mut under);
    let (_, axis_end) = scale.ends();
    let tear_bottom = sheet.height + axis_height;
    stroke("tl-path", &mut plot, |d| path::data(&corners, d));
    if let (End::Open(_), Some((x, y))) = (story.end, corners.last()) {
        line("tl-path tl-open", (*x, *y), (axis_end + sheet.lead, *y), &mut plot);
    }
    tears::draw(&scale, -sheet::HEADROOM, sheet.height + 7.0, &mut plot);
    plot.push_str(&under);
    let gap_words = tears::draw_words(&scale, &sheet, tear_bottom, &mut plot);

    let mut space = labels::space(&sheet);
    for rect in obstacles(&corners, &marks, &scale, &sheet).into_iter().chain(flags.obstacles()) {
        space.take(rect);
    }
    let labels = labels::place(story, &marks, &sheet, &space);
    flags.draw(&sheet, &mut plot);
    heads.draw_names(&sheet, &mut plot);
    marks::draw(&marks, story, &timeline.zone, frame.width, &mut plot);
    labels::draw(&labels, &mut plot);
    scale_names(&sheet, frame, &mut plot);

    let mut bottom = tear_bottom + gap_words.height;
    bottom += brackets::draw(timeline, story, &scale, &sheet, bottom, &mut plot);
    let (first, last) = (story.instants.first().copied()?, story.instants.last().copied()?);
    let mut notes = vec![format!("times in {}", clockface::zone_over(first, last, &timeline.zone))];
    if gap_words.are_short {
        notes.push("torn: time without an entry".to_owned());
    }
    bottom += 4.0 + legend::draw(story, notes, &sheet, bottom + 4.0, &mut plot);

    let top = -heads.height - 2.0;
    Some(wrap(timeline, story, frame, &sheet, (top, bottom + 4.0 - top), &plot))
}

/// What the labels of entries must keep off.
fn obstacles(corners: &[(f64, f64)], marks: &[marks::Mark], scale: &Scale, sheet: &Sheet) -> Vec<Rect> {
    let path = corners.iter().zip(corners.iter().skip(1)).map(|(a, b)| Rect::of_line(*a, *b, 1.5));
    let tears = scale.broken().map(|piece| {
        let x = f64::midpoint(piece.left, piece.right);
        Rect::of_line((x, -sheet::HEADROOM), (x, sheet.height), 7.0)
    });
    path.chain(marks.iter().map(marks::Mark::rect)).chain(tears).collect()
}

/// What top and baseline stand for.
fn scale_names(sheet: &Sheet, frame: &Frame, out: &mut String) {
    let (top, base) = (0.0, sheet.height);
    match frame.width {
        super::Width::Column => {
            let x = sheet.left - 6.0;
            for (words, y) in [("full", top + 3.0), ("disruption", top + 3.0 + sheet.line())] {
                label("tl-scale", (x, y), "end", words, out);
            }
            for (words, y) in [("service", base - sheet.line() + 4.0), ("restored", base + 4.0)] {
                label("tl-scale", (x, y), "end", words, out);
            }
        }
        super::Width::Phone => {
            // There is no room beside the plot: the words lie along it.
            let x = sheet.left - 7.0;
            for (words, y, anchor) in [("full disruption", top, "end"), ("restored", base, "start")] {
                let turn = format!("rotate(-90 {} {})", number(x), number(y));
                super::svg::words_at("tl-scale", (x, y), anchor, out).with("transform", &turn).text(words);
            }
        }
    }
}

/// The drawing in its frame, with its name and its description.
fn wrap(
    timeline: &Timeline,
    story: &Story,
    frame: &Frame,
    sheet: &Sheet,
    (top, height): (f64, f64),
    drawing: &str,
) -> String {
    let (title_id, description_id) = (frame.id_of("title"), frame.id_of("desc"));
    let mut out = String::with_capacity(drawing.len() + 1_000);
    let size = number(sheet.size);
    Tag::new("svg", &mut out)
        .class(&format!("tl {}", frame.width.class()))
        .with("viewBox", &format!("0 {} {} {}", number(top), number(sheet.width), number(height)))
        .with("role", "img")
        .with("aria-labelledby", &format!("{title_id} {description_id}"))
        .with("direction", "ltr")
        .with("fill", "currentColor")
        // The layout was reckoned with this size, so it is geometry, not dress.
        .with("font-size", &size)
        .around(|out| {
            if frame.is_named() {
                Tag::new("title", out).with("id", &title_id).text(&title(timeline));
                Tag::new("desc", out).with("id", &description_id).text(&describe::description(timeline, story));
            }
            out.push_str(drawing);
        });
    out
}
