//! The dimensions of a strip for each medium.

/// The height of the marks and their axis.
pub(super) const HEIGHT: f64 = 16.0;
/// The height of the names of the years below.
pub(super) const NAMES: f64 = 18.0;
/// Margin at both ends, so that no mark is cut off.
const EDGE: f64 = 6.0;

/// One drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// In a row of a table.
    Row,
    /// At the head of a page, on a phone.
    Narrow,
    /// At the head of a page, on a screen.
    Wide,
}

impl Sheet {
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Row => 240.0,
            Self::Narrow => 360.0,
            Self::Wide => 960.0,
        }
    }

    pub(super) fn height(self) -> f64 {
        if self.has_names() { HEIGHT + NAMES } else { HEIGHT }
    }

    /// Whether the years are named.
    pub(super) fn has_names(self) -> bool {
        self != Self::Row
    }

    /// The x of a place on the axis, which is from 0 to 1.
    pub(super) fn x(self, place: f64) -> f64 {
        EDGE + (self.width() - 2.0 * EDGE) * place
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Row => "strip",
            Self::Narrow => "strip strip-head strip-narrow",
            Self::Wide => "strip strip-head strip-wide",
        }
    }
}
