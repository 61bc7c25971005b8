//! The phases: shaded bands behind the plot, with their names above.
//!
//! A name is placed within the width of its band if it fits; otherwise in a higher row, with a leader line to the band.

use super::place::{Anchor, Rect, Space};
use super::scale::Scale;
use super::sheet::Sheet;
use crate::measure::width;
use crate::svg::{Tag, label, line};
use crate::{band_class, cap_class};
use base::phases::{Band, Part};

/// A band with the place of its name.
#[derive(Debug)]
struct PlacedBand {
    part: Part,
    left: f64,
    right: f64,
    /// The place of the name: x, row (0 is next to the bands), anchor; `None` if there is no room.
    name: Option<(f64, f64, Anchor)>,
}

/// The height of the strong colour along the top of a band.
const CAP: f64 = 4.0;
/// The least distance between names.
const AIR: f64 = 3.0;

/// The bands, placed.
#[derive(Debug)]
pub(super) struct PhaseBands {
    bands: Vec<PlacedBand>,
    /// The upper edge of the bands.
    top: f64,
    /// How far bands and names reach above the plot.
    pub(super) height: f64,
}

impl PhaseBands {
    /// Places the bands and their names above `below`, the height already used over the plot.
    pub(super) fn new(bands: &[Band], scale: &Scale, sheet: &Sheet, below: f64) -> Self {
        // The margin around a name may extend beyond the sheet; the name may not.
        let bounds = Rect { left: -AIR, top: f64::MIN, right: sheet.width + AIR, bottom: f64::MAX };
        let mut space = Space::new(bounds);
        let mut placed: Vec<PlacedBand> = bands
            .iter()
            .map(|band| {
                let (left, right) = (scale.x(band.from), scale.x(band.to));
                let name = width(band.part.name(), sheet.size);
                let fits = name + 6.0 <= right - left;
                let place =
                    Rect::of_text(f64::midpoint(left, right), 0.0, name, sheet.size, Anchor::Middle).with_air(AIR);
                let name = (fits && space.try_take(place)).then_some((f64::midpoint(left, right), 0.0, Anchor::Middle));
                PlacedBand { part: band.part, left, right, name }
            })
            .collect();
        // From right to left, so that no leader line crosses a name.
        for band in placed.iter_mut().rev().filter(|band| band.name.is_none()) {
            let wide = width(band.part.name(), sheet.size);
            let rows = (1..=sheet.name_rows).map(f64::from);
            let spots = rows.flat_map(|row| [(band.left, row, Anchor::Start), (band.right, row, Anchor::End)]);
            let place = |(x, row, anchor): (f64, f64, Anchor)| {
                Rect::of_text(x, -row * sheet.line(), wide, sheet.size, anchor).with_air(AIR)
            };
            let hair = |(x, row, _): (f64, f64, Anchor)| Rect::of_line((x, -row * sheet.line()), (x, 0.0), 0.5);
            band.name = spots.into_iter().find(|spot| space.is_free(&place(*spot)) && space.is_free(&hair(*spot)));
            if let Some(spot) = band.name {
                space.take(place(spot));
            }
        }
        let rows = placed.iter().filter_map(|band| band.name).fold(0.0, |rows: f64, (_, row, _)| rows.max(row + 1.0));
        let height = below + rows * sheet.line() + 4.0;
        Self { bands: placed, top: -below, height }
    }

    /// Draws the bands down to the baseline.
    pub(super) fn draw_bands(&self, sheet: &Sheet, out: &mut String) {
        let mut edge = None;
        for band in &self.bands {
            Tag::new("rect", out)
                .class(band_class(band.part))
                .at("x", band.left)
                .at("y", self.top)
                .at("width", band.right - band.left)
                .at("height", sheet.height - self.top)
                .empty();
            // The shade must be light so that text on it is readable; a strong line along the top distinguishes the
            // bands.
            Tag::new("rect", out)
                .class(cap_class(band.part))
                .at("x", band.left)
                .at("y", self.top)
                .at("width", band.right - band.left)
                .at("height", CAP)
                .empty();
            // Two adjacent bands share one edge, drawn over both.
            if edge != Some(band.left.to_bits()) {
                line("tl-edge", (band.left, self.top), (band.left, sheet.height), out);
            }
            line("tl-edge", (band.right, self.top), (band.right, sheet.height), out);
            edge = Some(band.right.to_bits());
        }
    }

    /// Draws the names.
    pub(super) fn draw_names(&self, sheet: &Sheet, out: &mut String) {
        for band in &self.bands {
            let Some((x, row, anchor)) = band.name else { continue };
            let y = self.top - 5.0 - row * sheet.line();
            if row > 0.0 {
                line("tl-hair", (x, y + 3.0), (x, self.top), out);
            }
            label("tl-phase", (x, y), anchor.word(), band.part.name(), out);
        }
    }
}
