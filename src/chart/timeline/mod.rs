//! The timeline plot: time from left to right, the state of the service from the worst point at the top to restored at
//! the bottom.
//!
//! In: a [`Timeline`], which may be incomplete. Out: one SVG for one medium. There is no plot for fewer than two
//! entries or fewer than two distinct moments. Nothing is estimated: without a recorded end the path does not return to
//! the baseline, and where no entry states an effect there are marks on a line, without path and height.
//!
//! ```text
//! story    what was recorded      -> levels over time
//! breaks   gaps                   -> those to leave out          scale    -> moment to place      ticks -> round times
//! captions labels of the marks    -> measured once            weight   -> order of labels
//! flags, phase_bands, axis, brackets, break_marks, legend                 -> drawn around the plot
//! marks, path, labels             -> the plot itself
//! ```

mod axis;
mod brackets;
mod break_marks;
mod breaks;
mod captions;
mod describe;
mod flags;
mod labels;
mod legend;
mod marks;
mod model;
mod path;
mod phase_bands;
mod place;
#[cfg(test)]
pub(super) mod samples;
mod scale;
mod sheet;
mod spots;
mod story;
#[cfg(test)]
mod tests;
mod ticks;
mod weight;

pub use model::{Effect, Entry, Timeline};

pub(super) use describe::title;
pub(super) use path::{draw, trace};
pub(super) use story::{End, Story};

use super::clockface;
use super::frame::{Frame, Width};
use super::svg::{label, line, stroke, words_at};
use base::phases::{Band, Measure};
use captions::Caption;
use flags::Flags;
use phase_bands::PhaseBands;
use place::Rect;
use scale::Scale;
use sheet::Sheet;

/// The distance of the drawing from its upper edge, and that of the words about the clock from the lower edge of a slide.
const EDGE: f64 = 2.0;
const BELOW_CLOCK: f64 = 6.0;

/// The plot for one medium; `None` where there is no path to draw.
#[must_use]
pub(super) fn svg(timeline: &Timeline, frame: &Frame) -> Option<String> {
    let mut out = String::new();
    Plot::of(timeline)?.draw(frame, &mut out);
    Some(out)
}

/// The parts of a plot that are the same in every layout.
#[derive(Debug)]
pub(super) struct Plot<'a> {
    timeline: &'a Timeline,
    story: Story<'a>,
    bands: Vec<Band>,
    captions: Vec<Caption<'a>>,
    /// The entries by weight, each with whether the path turned there.
    ranked: Vec<(usize, bool)>,
    /// The note that names the time zone.
    clock: String,
}

impl<'a> Plot<'a> {
    /// `None` for fewer than two entries or fewer than two distinct moments: there is no path to draw.
    pub(super) fn of(timeline: &'a Timeline) -> Option<Self> {
        let story = Story::of(timeline).filter(|story| story.points.len() > 1)?;
        let (first, last) = (*story.instants.first()?, *story.instants.last()?);
        Some(Self {
            timeline,
            bands: timeline.times.bands(),
            captions: captions::captions(&story),
            ranked: weight::by_weight(&story),
            clock: ["times in ", &clockface::zone_over(first, last, &timeline.zone)].concat(),
            story,
        })
    }

    /// Draws the plot for one medium.
    pub(super) fn draw(&self, frame: &Frame, out: &mut String) {
        let sheet = Sheet::of(frame.width);
        let sheet = if self.story.has_height() { sheet } else { sheet.flat() };
        let begin = out.len();
        let (top, bottom) = self.drawing(frame, &sheet, out);
        out.push_str("</svg>");
        // The opening tag needs the height of the drawing, so it is written last.
        let view = [0.0, top, sheet.width, bottom - top];
        let mut head = String::with_capacity(1024);
        frame.open("tl", view, &["title", "desc"], sheet.size, &mut head);
        if frame.is_named() {
            frame.name("title", "title", &title(self.timeline), &mut head);
            frame.name("desc", "desc", &describe::description(self.timeline, &self.story), &mut head);
        }
        out.insert_str(begin, &head);
    }

    /// Draws everything inside the frame and returns its top and bottom.
    fn drawing(&self, frame: &Frame, sheet: &Sheet, out: &mut String) -> (f64, f64) {
        let Self { timeline, story, .. } = self;
        let (left, room) = sheet.room();
        let scale = Scale::of(story, left, room);
        // A slide has no room for the flags.
        let is_slide = frame.width == Width::Slide;
        let flags = if is_slide { Flags::none() } else { Flags::new(timeline, story, &scale, sheet) };
        let phase_bands = PhaseBands::new(&self.bands, &scale, sheet, flags.height);
        let sheet = &if is_slide { self.on_slide(&phase_bands, &scale, sheet) } else { *sheet };
        let marks = marks::marks(story, &scale, sheet);
        let corners = path::trace(story, |at| scale.x(at), |level| sheet.y(level), (sheet.left, sheet.right));

        phase_bands.draw_bands(sheet, out);
        if story.has_height() {
            line("tl-top", (sheet.left, 0.0), (sheet.right, 0.0), out);
            stroke("tl-path", out, |d| path::draw(&corners, d));
        }
        let is_dotted = self.draw_unknown(&corners, &scale, sheet, out);
        break_marks::draw(&scale, -sheet::HEADROOM, sheet.height + 7.0, out);
        break_marks::draw_words(&scale, sheet, out);
        let mut bottom = sheet.height + axis::draw(timeline, story, &scale, sheet, out);

        let mut space = labels::space(sheet);
        space.take_all(obstacles(&corners, &marks, &scale, sheet).chain(flags.obstacles()));
        let labels = labels::place(&self.captions, &self.ranked, &marks, sheet, &space);
        flags.draw(sheet, out);
        phase_bands.draw_names(sheet, out);
        let top = self.top(&flags, &phase_bands, &scale, &labels, sheet);
        let text_at = (sheet.left, top - 6.0);
        marks::draw(&marks, story, &self.captions, &timeline.zone, (frame, sheet, text_at), out);
        labels::draw(&labels, frame, out);
        if story.has_height() {
            scale_names(timeline.times.measure, sheet, frame, out);
        }

        if is_slide {
            let y = bottom + sheet.size;
            label("tl-legend", (sheet.left, y), "start", &self.clock, out);
            return (top - EDGE, y + BELOW_CLOCK);
        }
        bottom += brackets::draw(timeline, &scale, sheet, bottom, out);
        let mut notes = vec![self.clock.as_str()];
        if is_dotted {
            notes.insert(0, "dotted: not stated");
        }
        bottom += 4.0 + legend::draw(story, &notes, sheet, bottom + 4.0, out);
        // The text of a mark that is hovered over is shown at the very top.
        let text_height = if marks::shows_text(frame) { sheet.line() } else { 0.0 };
        (top - EDGE - text_height, bottom + 4.0)
    }

    /// The upper edge of the drawing. Above marks on a line there may be nothing but their labels, and then the edge is where these
    /// end.
    fn top(
        &self,
        flags: &Flags,
        phase_bands: &PhaseBands,
        scale: &Scale,
        labels: &[labels::Label<'_>],
        sheet: &Sheet,
    ) -> f64 {
        if self.story.has_height() || self.bands.len() + flags.obstacles().count() + scale.broken().count() > 0 {
            return -phase_bands.height;
        }
        let tops = labels.iter().flat_map(labels::Label::rects).map(|rect| rect.top);
        tops.fold(sheet.height - sheet.line(), f64::min)
    }

    /// The sheet whose plot has the height that its names, times and clock leave on a slide.
    fn on_slide(&self, phase_bands: &PhaseBands, scale: &Scale, sheet: &Sheet) -> Sheet {
        let axis = axis::draw(self.timeline, &self.story, scale, sheet, &mut String::new());
        sheet.beside(EDGE + phase_bands.height + axis + sheet.size + BELOW_CLOCK)
    }

    /// Draws a dotted line where the level is not stated: before the path, if no start is given, and after it, if no
    /// end is given. Returns whether there is such a line that passes an entry.
    fn draw_unknown(&self, corners: &[(f64, f64)], scale: &Scale, sheet: &Sheet, out: &mut String) -> bool {
        let Some((drawn, (first, last))) = self.story.drawn.zip(corners.first().zip(corners.last())) else {
            return false;
        };
        let (axis_start, axis_end) = scale.ends();
        let before = (!drawn.rises && axis_start < first.0).then_some((axis_start, *first));
        if let Some((x, (to, y))) = before {
            line("tl-path tl-open", (x, y), (to, y), out);
        }
        let is_open = matches!(self.story.end, End::Open(_));
        if is_open {
            line("tl-path tl-open", *last, (axis_end + sheet.lead, last.1), out);
        }
        before.is_some() || is_open && last.0 < axis_end
    }
}

/// The areas that labels of entries must not cover.
fn obstacles(
    corners: &[(f64, f64)],
    marks: &[marks::Mark],
    scale: &Scale,
    sheet: &Sheet,
) -> impl Iterator<Item = Rect> {
    let path = corners.iter().zip(corners.iter().skip(1)).map(|(a, b)| Rect::of_line(*a, *b, 1.5));
    let breaks = scale.broken().map(|piece| {
        Rect::of_line((piece.middle(), -sheet::HEADROOM), (piece.middle(), sheet.height), break_marks::HALF + 3.0)
    });
    path.chain(marks.iter().map(marks::Mark::rect)).chain(breaks)
}

/// Draws the names of the top and the baseline.
fn scale_names(measure: Measure, sheet: &Sheet, frame: &Frame, out: &mut String) {
    let (worst, best) = (measure.worst(), measure.best());
    let (top, base) = (0.0, sheet.height);
    match frame.width {
        Width::Column | Width::Slide => {
            let x = sheet.left - 6.0;
            for (words, row) in worst.split(' ').zip([0.0, 1.0]) {
                label("tl-scale", (x, top + 3.0 + row * sheet.line()), "end", words, out);
            }
            for (words, row) in best.rsplit(' ').zip([0.0, 1.0]) {
                label("tl-scale", (x, base + 4.0 - row * sheet.line()), "end", words, out);
            }
        }
        Width::Phone => {
            // There is no room beside the plot, so the words are rotated.
            let x = sheet.left - 7.0;
            for (words, y, anchor) in [(worst, top, "end"), (best, base, "start")] {
                words_at("tl-scale", (x, y), anchor, out).turned((x, y)).text(words);
            }
        }
    }
}
