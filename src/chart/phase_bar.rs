//! One slim bar: how long each phase took, to scale, with nothing left out.
//!
//! In: a [`Timeline`], of which moments, bands and phases of entries are read. Out: an SVG; `None` where no phase
//! between start and end is known. Analysis and readiness are left to the plot: beside weeks of analysis an hour of
//! detection would vanish.

use jiff::Timestamp;

use super::frame::{Frame, Width};
use super::measure::width;
use super::svg::{Tag, label, line};
use super::timeline::{Band, Phase, Story, Timeline, phases, seconds};
use crate::text::duration;

/// The height of the bar, and from its foot to the words beneath.
const BAR: f64 = 12.0;
const GAP: f64 = 4.0;
/// Between two names.
const AIR: f64 = 8.0;

/// The bar for one medium.
#[must_use]
pub fn phase_bar(timeline: &Timeline, frame: &Frame) -> Option<String> {
    let mut out = String::new();
    Bar::of(timeline)?.draw(frame, &mut out);
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
    /// `None` where no phase between start and end is known.
    pub(super) fn of(timeline: &Timeline) -> Option<Self> {
        let story = Story::of(timeline)?;
        let bands = phases::bands(timeline, &story).into_iter().filter(|band| band.phase <= Phase::Remediation);
        let bands: Vec<(Band, String)> = bands.map(|band| (band, words(&band))).collect();
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
                .class(band.phase.class())
                .at("x", left)
                .at("y", 0.0)
                .at("width", right - left)
                .at("height", BAR)
                .around(|out| Tag::new("title", out).text(full));
            line("tl-edge", (left, 0.0), (left, BAR), out);
            // A name may reach past its band, up to the next band that has room for its own.
            let mut later = self.bands.iter().skip(index + 1).map(|(band, _)| band);
            let next = later.find(|band| width(band.phase.name(), size) <= x(band.to) - x(band.from));
            let room = next.map_or(sheet, |band| x(band.from) - AIR).max(right) - left;
            let mut names = [full.as_str(), band.phase.name()].into_iter().map(|name| (name, width(name, size)));
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
    [band.phase.name(), " ", &duration(band.to.duration_since(band.from).as_secs())].concat()
}

#[cfg(test)]
mod tests {
    use super::super::timeline::samples::{minutes, timeline};
    use super::super::{Band, Frame, Phase, Width};
    use super::phase_bar;

    const FRAME: Frame = Frame { id: "m", width: Width::Column };

    #[test]
    fn phases_are_to_scale_and_named_where_they_fit() {
        let mut t = timeline(0, 100);
        t.moments.detected = Some(minutes(1));
        t.moments.acknowledged = Some(minutes(50));
        let bar = phase_bar(&t, &FRAME).unwrap();
        assert!(bar.contains(r#"x="7.2" y="0" width="352.8""#), "{bar}");
        assert!(bar.contains(">Response 49 min</text>") && !bar.contains(">Detection 1 min</text>"), "{bar}");
        assert!(bar.contains("Phases: detection 1 min, response 49 min, remediation 50 min"), "{bar}");
    }

    #[test]
    fn what_follows_the_end_is_left_out_and_nothing_gives_no_bar() {
        let mut t = timeline(0, 100);
        assert!(phase_bar(&t, &FRAME).is_none(), "no phase is known");
        t.bands = vec![Band { phase: Phase::Analysis, from: minutes(100), to: minutes(9000) }];
        assert!(phase_bar(&t, &FRAME).is_none());
        t.bands.push(Band { phase: Phase::Response, from: minutes(0), to: minutes(100) });
        assert!(phase_bar(&t, &FRAME).unwrap().contains(r#"width="720""#));
    }
}
