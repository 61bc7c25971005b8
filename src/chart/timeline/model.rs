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

/// One row of the table under the plot.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it happened.
    pub at: Timestamp,
    /// Its number in the table.
    pub number: usize,
    /// Which way it moved the state of recovery.
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
}

impl Effect {
    /// The word for it in views and data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Neutral => "neutral",
            Self::Negative => "negative",
        }
    }
}
