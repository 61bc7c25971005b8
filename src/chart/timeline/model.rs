//! The input of a plot. Nothing is checked: times may be missing, equal, unsorted or contradictory.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use base::phases::Times;

/// One disruption, as it was recorded.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Named in the accessible title, never printed in the picture.
    pub title: String,
    /// The time zone of the axis.
    pub zone: TimeZone,
    /// Moments, phases and figures.
    pub times: Times,
    /// What happened, in any order.
    pub entries: Vec<Entry>,
    /// When somebody outside, such as a customer, is known to have noticed.
    pub first_outside: Option<Timestamp>,
    /// When the first person inside knew.
    pub first_inside: Option<Timestamp>,
}

impl Timeline {
    /// Whether any entry states an effect. Otherwise the plot has no height.
    #[must_use]
    pub fn has_effects(&self) -> bool {
        self.entries.iter().any(|entry| entry.effect.is_stated())
    }
}

/// One row of the table under the plot.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// Its number in the table.
    pub number: usize,
    /// Which way it moved the state of recovery, if its author says so.
    pub effect: Effect,
    /// Plain text of any length; it is cut to fit.
    pub label: String,
}

/// Which way an entry moved the state of recovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Closer to restored: the path steps down.
    Positive,
    /// No change: the path stays level.
    Neutral,
    /// Further from restored: the path steps up.
    Negative,
    /// Its author does not say. That is not the same as no change.
    Unstated,
}

impl Effect {
    /// The word for it in views and data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Neutral => "neutral",
            Self::Negative => "negative",
            Self::Unstated => "unstated",
        }
    }

    /// Whether the author says which way it moved, or that it did not.
    #[must_use]
    pub fn is_stated(self) -> bool {
        self != Self::Unstated
    }

    /// Whether the path steps up or down here.
    #[must_use]
    pub fn moves(self) -> bool {
        matches!(self, Self::Positive | Self::Negative)
    }
}
