//! Pictures as SVG: the timeline plot, the phase bar, the mini timeline of a disruption, and the strip of marks on a time axis.
//!
//! In: a review's times and entries; phases and figures are those of [`base::phases`]. Out: static SVG with class names
//! and geometry, without `style`, script and font; the theme's `chart.css` adds the colours. The same input gives the
//! same bytes. Without times there is no picture.

mod clockface;
mod frame;
mod measure;
mod measured;
mod mini;
mod phase_bar;
mod seconds;
mod strip;
mod svg;
mod timeline;

pub use mini::mini;
pub use strip::{Axis, Columns, Mark, Size, Step, Strip, in_words, strip};
pub use timeline::{Effect, Entry, Timeline};

use frame::{Frame, Width};
use phase_bar::Bar;
use timeline::{Plot, svg};

use base::phases::{Part, Times};

/// The plot for every medium in one wrapper; `chart.css` shows the one that fits. `id` must be unique on its page.
/// Marks link to the rows of that page whose ids begin with `rows`, if given.
#[must_use]
pub fn figure(timeline: &Timeline, id: &str, rows: Option<&str>) -> Option<String> {
    let plot = Plot::of(timeline)?;
    Some(both(id, rows, 16 * 1024, |frame, out| plot.draw(frame, out)))
}

/// The plot for a slide, with only numbers beside its marks: the text of an entry is shown when the slides reach it.
/// `id` must be unique on its page.
#[must_use]
pub fn slide(timeline: &Timeline, id: &str) -> Option<String> {
    svg(timeline, &Frame { id, width: Width::Slide, rows: None })
}

/// The phase bar for every medium in one wrapper; `chart.css` shows the one that fits. `id` must be unique on its page.
#[must_use]
pub fn phase_figure(times: &Times, id: &str) -> Option<String> {
    let bar = Bar::of(times)?;
    Some(both(id, None, 4 * 1024, |frame, out| bar.draw(frame, out)))
}

/// Draws once for each medium; `usual` is the initial capacity in bytes.
fn both(id: &str, rows: Option<&str>, usual: usize, draw: impl Fn(&Frame, &mut String)) -> String {
    let mut out = String::with_capacity(usual);
    out.push_str("<div class=\"tl-figure\">");
    for width in [Width::Column, Width::Phone] {
        draw(&Frame { id, width, rows }, &mut out);
    }
    out.push_str("</div>");
    out
}

/// The class names of an area of this part in its light background colour.
fn band_class(part: Part) -> &'static str {
    match part {
        Part::Detection => "tl-band tl-detection",
        Part::Response => "tl-band tl-response",
        Part::Remediation => "tl-band tl-remediation",
        Part::ResponseAndRemediation => "tl-band tl-handling",
    }
}

/// The class names of an area of this part in its strong colour.
fn cap_class(part: Part) -> &'static str {
    match part {
        Part::Detection => "tl-cap tl-detection",
        Part::Response => "tl-cap tl-response",
        Part::Remediation => "tl-cap tl-remediation",
        Part::ResponseAndRemediation => "tl-cap tl-handling",
    }
}
