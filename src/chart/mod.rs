//! Pictures of a disruption, as SVG: the timeline plot, the phase bar, the mini timeline.
//!
//! In: moments, entries and phases, named by nothing but these. Out: static SVG that a style sheet colours
//! (`chart.css` of the theme): class names and geometry, no `style`, no script, no font. The same input gives the same
//! bytes. What has no time in it gives no picture.

mod clockface;
mod frame;
mod measure;
mod mini;
mod phase_bar;
mod svg;
mod timeline;

pub use frame::{Frame, Width};
pub use mini::mini;
pub use phase_bar::phase_bar;
pub use timeline::{Band, Effect, Entry, Moments, Phase, Timeline, svg};
use timeline::{Story, plot};

/// The plot for every medium, in the wrapper that `chart.css` chooses from; `id` is unique on its page.
#[must_use]
pub fn figure(timeline: &Timeline, id: &str) -> Option<String> {
    let story = Story::of(timeline)?;
    both(id, |frame| plot(timeline, &story, frame))
}

/// The phase bar for every medium, in the wrapper that `chart.css` chooses from; `id` is unique on its page.
#[must_use]
pub fn phase_figure(timeline: &Timeline, id: &str) -> Option<String> {
    both(id, |frame| phase_bar(timeline, frame))
}

/// A drawing made once for each medium.
fn both(id: &str, draw: impl Fn(&Frame) -> Option<String>) -> Option<String> {
    let wide = draw(&Frame { id, width: Width::Column })?;
    let narrow = draw(&Frame { id, width: Width::Phone })?;
    Some(format!("<div class=\"tl-figure\">{wide}{narrow}</div>"))
}
