//! A bar that shows how long each phase took, to scale and without breaks.
//!
//! In: the [`Times`] of a review. Out: an SVG; `None` where no phase is known.

use jiff::Timestamp;

use super::cap_class;
use super::frame::{Frame, Width};
use super::measure::width;
use super::seconds::seconds;
use super::svg::{Tag, label, line};
use base::phases::{Band, Times};
use base::text::duration;

/// The height of the bar, and the distance from it to the words below.
const BAR: f64 = 12.0;
const GAP: f64 = 4.0;
/// The least distance between two names.
const AIR: f64 = 8.0;
/// The line height of the words, relative to the text size.
const LINE: f64 = 1.25;

/// The parts of the bar that are the same for every medium.
#[derive(Debug)]
pub(super) struct Bar {
    /// Each with its words.
    bands: Vec<(Band, String)>,
    first: Timestamp,
    last: Timestamp,
    /// The description in words.
    name: String,
}

impl Bar {
    /// `None` where no phase is known.
    pub(super) fn of(times: &Times) -> Option<Self> {
        let bands: Vec<(Band, String)> = times.bands().into_iter().map(|band| (band, words(&band))).collect();
        let first = bands.iter().map(|(band, _)| band.from).min()?;
        let last = bands.iter().map(|(band, _)| band.to).max()?;
        Some(Self { bands, first, last, name: summary(times)? })
    }

    /// Draws the bar for one medium.
    pub(super) fn draw(&self, frame: &Frame, out: &mut String) {
        let (sheet, size) = match frame.width {
            Width::Column | Width::Slide => (640.0, 13.0),
            // In a window of 320 pixels a unit is 0.9 pixels, and text has 11.
            Width::Phone => (324.0, 12.5),
        };
        let places = self.places(sheet, size);
        let rows = places.iter().fold(1.0, |rows: f64, (_, row)| rows.max(row + 1.0));
        let view = [0.0, 0.0, sheet, BAR + GAP + size * LINE * rows];
        frame.open("tl tl-bar", view, &["title"], size, out);
        if frame.is_named() {
            frame.name("title", "title", &self.name, out);
        }
        self.draw_bands(sheet, out);
        self.draw_words(&places, sheet, size, out);
        line("tl-bar-line", (0.0, BAR), (sheet, BAR), out);
        line("tl-edge", (sheet, 0.0), (sheet, BAR), out);
        out.push_str("</svg>");
    }

    /// Every band with its edge.
    fn draw_bands(&self, sheet: f64, out: &mut String) {
        for (band, full) in &self.bands {
            let (left, right) = (self.x(band.from, sheet), self.x(band.to, sheet));
            Tag::new("rect", out)
                .class(cap_class(band.part))
                .at("x", left)
                .at("y", 0.0)
                .at("width", right - left)
                .at("height", BAR)
                .around(|out| Tag::new("title", out).text(full));
            line("tl-edge", (left, 0.0), (left, BAR), out);
        }
    }

    fn x(&self, at: Timestamp, sheet: f64) -> f64 {
        seconds(self.first, at) / seconds(self.first, self.last) * sheet
    }

    /// The place of the words of each band: x and row. Every band has its words, however short it is. They are placed
    /// from right to left, so that no leader line to a lower row crosses words.
    fn places(&self, sheet: f64, size: f64) -> Vec<(f64, f64)> {
        let mut taken: Vec<(f64, f64, f64)> = Vec::with_capacity(self.bands.len());
        for (band, words) in self.bands.iter().rev() {
            let wide = width(words, size);
            let x = self.x(band.from, sheet).min(sheet - wide).max(0.0);
            let is_free = |row: f64| {
                let mut others = taken.iter().filter(|(_, _, other)| (row - other).abs() < 0.5);
                others.all(|(from, to, _)| x + wide + AIR <= *from || *to + AIR <= x)
            };
            let row = [0.0, 1.0, 2.0].into_iter().find(|row| is_free(*row)).unwrap_or(3.0);
            taken.push((x, x + wide, row));
        }
        taken.into_iter().rev().map(|(x, _, row)| (x, row)).collect()
    }

    /// Draws the words below the bar, those of a lower row with a leader line up to their band.
    fn draw_words(&self, places: &[(f64, f64)], sheet: f64, size: f64, out: &mut String) {
        for ((band, words), (x, row)) in self.bands.iter().zip(places) {
            let y = BAR + GAP + size * 0.85 + row * size * LINE;
            if *row > 0.0 {
                let left = self.x(band.from, sheet) + 0.5;
                line("tl-hair", (left, BAR), (left, y - size * 0.85), out);
            }
            label("tl-phase", (*x, y), "start", words, out);
        }
    }
}

/// `Phases: detection 12 min, response 5 min`, the bar in words; `None` if no phase is known.
pub(super) fn summary(times: &Times) -> Option<String> {
    let all: Vec<String> = times.bands().iter().map(|band| words(band).to_lowercase()).collect();
    (!all.is_empty()).then(|| ["Phases: ", &all.join(", ")].concat())
}

/// `Detection 12 min`.
fn words(band: &Band) -> String {
    [band.part.name(), " ", &duration(band.seconds())].concat()
}

#[cfg(test)]
mod tests {
    use super::super::timeline::samples::{minutes, timeline};
    use crate::phase_figure;

    #[test]
    fn phases_are_to_scale_and_the_shortest_keeps_its_name() {
        let mut times = timeline(0, 100).times;
        times.moments.detected = Some(minutes(1));
        times.moments.identified = Some(minutes(50));
        let bar = phase_figure(&times, "m").unwrap();
        assert!(bar.contains(r#"x="6.4" y="0" width="313.6""#), "{bar}");
        assert!(bar.contains(">Response 49 min</text>") && bar.contains(">Detection 1 min</text>"), "{bar}");
        assert!(bar.contains("Phases: detection 1 min, response 49 min, remediation 50 min"), "{bar}");
    }

    #[test]
    fn nothing_known_gives_no_bar() {
        assert!(phase_figure(&timeline(0, 100).times, "m").is_none(), "no phase is known");
    }
}
