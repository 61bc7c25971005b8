//! The dimensions of a plot for each medium: a text column, a phone and a slide.
//!
//! The origin of every drawing is the top left corner of the plot. Everything above has a negative y, and the view box
//! is set after drawing.

use super::breaks::Room;
use crate::frame::Width;

/// Dimensions in units of the drawing; on its own medium a unit is about a CSS pixel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet {
    pub(super) width: f64,
    /// Where the axis line begins and ends.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The length of the baseline before the first and after the last moment.
    pub(super) lead: f64,
    /// The height from the worst point to service restored.
    pub(super) height: f64,
    /// The size of all text.
    pub(super) size: f64,
    /// The least length of a broken stretch.
    pub(super) of_break: f64,
    /// The least distance between two ticks.
    pub(super) tick_room: f64,
    /// How many rows there may be for names of phases that do not fit over their bands.
    pub(super) name_rows: u8,
    /// How many entries are labelled with words, and how wide a label may be.
    pub(super) most_words: usize,
    pub(super) word_room: f64,
}

/// The height above the plot that is kept for labels of entries at the worst point.
pub(super) const HEADROOM: f64 = 25.0;

/// The height over the line of a plot that has marks only.
const FLAT: f64 = 84.0;

/// The height of the whole drawing on a slide, which leaves three lines for the text of an entry under a title of one line; and the
/// least height of the plot in it, in which the names of its scale and the time in a tear have room.
const SLIDE: f64 = 210.0;
const LOWEST: f64 = 60.0;

impl Sheet {
    pub(super) fn of(width: Width) -> Self {
        match width {
            Width::Column => Self {
                width: 640.0,
                left: 66.0,
                right: 636.0,
                lead: 16.0,
                height: 200.0,
                size: 13.0,
                of_break: 44.0,
                tick_room: 64.0,
                name_rows: 5,
                most_words: 8,
                word_room: 260.0,
            },
            // In a window of 320 pixels a unit is 0.9 pixels, and text has 11.
            Width::Phone => Self {
                width: 324.0,
                left: 18.0,
                right: 322.0,
                lead: 10.0,
                height: 190.0,
                size: 12.5,
                of_break: 36.0,
                tick_room: 56.0,
                name_rows: 5,
                most_words: 4,
                word_room: 170.0,
            },
            // On a slide of 1280 pixels a unit is 1.8 pixels. The rows of names and times take what they need of the height that
            // is left beside the text of an entry, so there are fewer of them.
            Width::Slide => Self {
                width: 640.0,
                left: 78.0,
                right: 636.0,
                lead: 16.0,
                height: 104.0,
                size: 15.75,
                of_break: 52.0,
                tick_room: 78.0,
                name_rows: 1,
                most_words: 0,
                word_room: 0.0,
            },
        }
    }

    /// The same for a plot without a height: marks on a line, with room for their labels above it.
    pub(super) fn flat(self) -> Self {
        Self { height: self.height.min(FLAT), ..self }
    }

    /// The same for a slide on which everything around the plot has this height.
    pub(super) fn beside(self, others: f64) -> Self {
        Self { height: (SLIDE - others).clamp(LOWEST.min(self.height), self.height), ..self }
    }

    /// The x of the first moment, and the room from there to the last.
    pub(super) fn room(&self) -> (f64, Room) {
        let width = self.right - self.left - 2.0 * self.lead;
        (self.left + self.lead, Room { width, of_break: self.of_break })
    }

    /// The y of a level, where 0 is the baseline and 1 the top.
    pub(super) fn y(&self, level: f64) -> f64 {
        self.height * (1.0 - level)
    }

    /// The height of one line of text.
    pub(super) fn line(&self) -> f64 {
        (self.size * 1.28).round()
    }
}
