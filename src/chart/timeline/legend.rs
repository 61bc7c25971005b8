//! The legend: the meaning of the shapes and notes on the plot, such as its time zone.

use super::marks::{Mark, shape};
use super::model::Effect;
use super::sheet::Sheet;
use super::story::Story;
use crate::measure::width;
use crate::svg::label;

/// Draws the legend from `top` down, on as many lines as it needs, and returns its height.
pub(super) fn draw(story: &Story, notes: &[&str], sheet: &Sheet, top: f64, out: &mut String) -> f64 {
    // Without a height all marks are alike, and mean nothing but their place.
    let seen = |effect: Effect| story.has_height() && story.points.iter().any(|point| point.entry.effect == effect);
    let shapes = [
        (Effect::Positive, "closer to restored"),
        (Effect::Neutral, "no change"),
        (Effect::Negative, "further from it"),
        (Effect::Unstated, "effect not stated"),
    ];
    let shapes = shapes.into_iter().filter(|(effect, _)| seen(*effect)).map(|(effect, words)| (Some(effect), words));

    let (mut x, mut row) = (sheet.left, 0.0);
    for (effect, words) in shapes.chain(notes.iter().map(|words| (None, *words))) {
        let lead = if effect.is_some() { 16.0 } else { 0.0 };
        let wide = lead + width(words, sheet.size);
        if x + wide > sheet.width && x > sheet.left {
            (x, row) = (sheet.left, row + 1.0);
        }
        let y = top + sheet.size + row * sheet.line();
        if let Some(effect) = effect {
            let mark = Mark { x: x + 5.0, y: y - sheet.size * 0.34, radius: 4.5, effect };
            shape(&mark, out).empty();
        }
        label("tl-legend", (x + lead, y), "start", words, out);
        x += wide + 14.0;
    }
    (row + 1.0) * sheet.line()
}
