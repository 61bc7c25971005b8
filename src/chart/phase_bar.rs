//! One slim bar: how long each phase took, to scale, with nothing left out.
//!
//! In: the [`Times`] of a review. Out: an SVG; `None` where no phase is known.

use jiff::Timestamp;

use super::band_class;
use super::frame::{Frame, Width};
use super::measure::width;
use super::svg::{Tag, label, line};
use super::timeline::seconds;
use crate::phases::{Band, Times};
use crate::text::duration;

/// The height of the bar, and from its foot to the words beneath.
const BAR: f64 = 12.0;
const GAP: f64 = 4.0;
/// Between two names.
const AIR: f64 = 8.0;

/// The bar for one medium.
#[must_use]
pub fn phase_bar(times: &Times, frame: &Frame) -> Option<String> {
    let mut out = String::new();
    Bar::of(times)?.draw(frame, &mut out);
    Some(out)
}

/// The phases, read: all that is the same for every medium.
#[derive(Debug)]
pub(super) struct Bar {
    /// Each with its words.
    bands: Vec<(Band, String)>,
    first: Timestamp,
    last: Timestamp,
}

impl Bar {
    /// `None` where no phase is known.
    pub(super) fn of(times: &Times) -> Option<Self> {
        let bands: Vec<(Band, String)> = times.bands().into_iter().map(|band| (band, words(&band))).collect();
        let first = bands.iter().map(|(band, _)| band.from).min()?;
        let last = bands.iter().map(|(band, _)| band.to).max()?;
        Some(Self { bands, first, last })
    }

    /// Draws the bar for one medium.
    pub(super) fn draw(&self, frame: &Frame, out: &mut String) {
        let (sheet, size) = match frame.width {
            Width::Column => (720.0, 12.5),
            Width::Phone => (360.0, 12.0),
        };
        let view = [0.0, 0.0, sheet, BAR + GAP + size * 1.2];
        frame.open("tl tl-bar", view, &["title"], size, out);
        if frame.is_named() {
            frame.name("title", "title", &self.name(), out);
        }
        self.draw_bands(sheet, size, out);
        line("tl-bar-line", (0.0, BAR), (sheet, BAR), out);
        line("tl-edge", (sheet, 0.0), (sheet, BAR), out);
        out.push_str("</svg>");
    }

    /// Every band with its edge, and its words where there is room.
    fn draw_bands(&self, sheet: f64, size: f64, out: &mut String) {
        let whole = seconds(self.first, self.last);
        let x = |at| seconds(self.first, at) / whole * sheet;
        let mut named_to = -AIR;
        for (index, (band, full)) in self.bands.iter().enumerate() {
            let (left, right) = (x(band.from), x(band.to));
            Tag::new("rect", out)
                .class(band_class(band.part))
                .at("x", left)
                .at("y", 0.0)
                .at("width", right - left)
                .at("height", BAR)
                .around(|out| Tag::new("title", out).text(full));
            line("tl-edge", (left, 0.0), (left, BAR), out);
            // A name may reach past its band, up to the next band that has room for its own.
            let mut later = self.bands.iter().skip(index + 1).map(|(band, _)| band);
            let next = later.find(|band| width(band.part.name(), size) <= x(band.to) - x(band.from));
            let room = next.map_or(sheet, |band| x(band.from) - AIR).max(right) - left;
            let mut names = [full.as_str(), band.part.name()].into_iter().map(|name| (name, width(name, size)));
            let name = names.find(|(_, wide)| *wide <= room);
            if let Some((name, wide)) = name.filter(|_| left >= named_to) {
                label("tl-phase", (left, BAR + GAP + size * 0.85), "start", name, out);
                named_to = left + wide + AIR;
            }
        }
    }

    /// `Phases: detection 12 min, response 5 min`.
    fn name(&self) -> String {
        let all: Vec<String> = self.bands.iter().map(|(_, words)| words.to_lowercase()).collect();
        ["Phases: ", &all.join(", ")].concat()
    }
}

/// `Detection 12 min`.
fn words(band: &Band) -> String {
    [band.part.name(), " ", &duration(band.seconds())].concat()
}

#[cfg(test)]
mod tests {
    use super::super::timeline::samples::{minutes, timeline};
    use super::super::{Frame, Width};
    use super::phase_bar;

    const FRAME: Frame = Frame { id: "m", width: Width::Column };

    #[test]
    fn phases_are_to_scale_and_named_where_they_fit() {
        let mut times = timeline(0, 100).times;
        times.moments.detected = Some(minutes(1));
        times.moments.identified = Some(minutes(50));
        let bar = phase_bar(&times, &FRAME).unwrap();
        assert!(bar.contains(r#"x="7.2" y="0" width="352.8""#), "{bar}");
        assert!(bar.contains(">Response 49 min</text>") && !bar.contains(">Detection 1 min</text>"), "{bar}");
        assert!(bar.contains("Phases: detection 1 min, response 49 min, remediation 50 min"), "{bar}");
    }

    #[test]
    fn nothing_known_gives_no_bar() {
        assert!(phase_bar(&timeline(0, 100).times, &FRAME).is_none(), "no phase is known");
    }
}
