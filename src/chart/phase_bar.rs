//! One slim bar: how long each phase took, to scale, with nothing left out.
//!
//! In: a [`Timeline`], of which moments, bands and phases of entries are read. Out: an SVG; `None` where no phase
//! between start and end is known. Analysis and readiness are left to the plot: beside weeks of analysis an hour of
//! detection would vanish.

use super::frame::{Frame, Width};
use super::measure::width;
use super::svg::{Tag, label, line, number};
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
    let story = Story::of(timeline)?;
    let bands: Vec<Band> =
        phases::bands(timeline, &story).into_iter().filter(|band| band.phase <= Phase::Remediation).collect();
    let first = bands.iter().map(|band| band.from).min()?;
    let last = bands.iter().map(|band| band.to).max()?;
    let (sheet, size) = match frame.width {
        Width::Column => (720.0, 12.5),
        Width::Phone => (360.0, 12.0),
    };
    let x = |at| seconds(first, at) / seconds(first, last) * sheet;

    let mut drawing = String::new();
    let mut named_to = -AIR;
    for (index, band) in bands.iter().enumerate() {
        let (left, right) = (x(band.from), x(band.to));
        let full = words(band);
        Tag::new("rect", &mut drawing)
            .class(band.phase.class())
            .at("x", left)
            .at("y", 0.0)
            .at("width", right - left)
            .at("height", BAR)
            .around(|out| Tag::new("title", out).text(&full));
        line("tl-edge", (left, 0.0), (left, BAR), &mut drawing);
        // A name may reach past its band, up to the next band that has room for its own.
        let mut later = bands.iter().skip(index + 1);
        let next = later.find(|band| width(band.phase.name(), size) <= x(band.to) - x(band.from));
        let room = next.map_or(sheet, |band| x(band.from) - AIR).max(right) - left;
        let name = [full.as_str(), band.phase.name()].into_iter().find(|name| width(name, size) <= room);
        if let Some(name) = name.filter(|_| left >= named_to) {
            label("tl-phase", (left, BAR + GAP + size * 0.85), "start", name, &mut drawing);
            named_to = left + width(name, size) + AIR;
        }
    }
    line("tl-bar-line", (0.0, BAR), (sheet, BAR), &mut drawing);
    line("tl-edge", (sheet, 0.0), (sheet, BAR), &mut drawing);

    let (title_id, mut out) = (frame.id_of("title"), String::with_capacity(drawing.len() + 400));
    Tag::new("svg", &mut out)
        .class(&format!("tl tl-bar {}", frame.width.class()))
        .with("viewBox", &format!("0 0 {} {}", number(sheet), number(BAR + GAP + size * 1.2)))
        .with("role", "img")
        .with("aria-labelledby", &title_id)
        .with("direction", "ltr")
        .with("fill", "currentColor")
        .with("font-size", &number(size))
        .around(|out| {
            if frame.is_named() {
                Tag::new("title", out).with("id", &title_id).text(&name(&bands));
            }
            out.push_str(&drawing);
        });
    Some(out)
}

/// `Detection 12 min`.
fn words(band: &Band) -> String {
    format!("{} {}", band.phase.name(), duration(band.to.duration_since(band.from).as_secs()))
}

/// `Phases: detection 12 min, response 5 min`.
fn name(bands: &[Band]) -> String {
    let all: Vec<String> = bands.iter().map(|band| words(band).to_lowercase()).collect();
    format!("Phases: {}", all.join(", "))
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
