//! What a plot is made from. Nothing here is checked: times may be missing, equal, unsorted or contradictory.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// One disruption, as it was recorded.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Named in the accessible title, never printed in the picture.
    pub title: String,
    /// The zone whose clock the axis shows.
    pub zone: TimeZone,
    /// The moments every review asks for.
    pub moments: Moments,
    /// What happened, in any order.
    pub entries: Vec<Entry>,
    /// The phases; where there are none they are taken from the entries, then from the moments.
    pub bands: Vec<Band>,
    /// When the first person outside (a customer, say) knew.
    pub first_outside: Option<Timestamp>,
    /// When the first person inside knew.
    pub first_inside: Option<Timestamp>,
}

/// The moments of a disruption, each of which may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moments {
    /// When service first suffered.
    pub started: Option<Timestamp>,
    /// When anyone or anything noticed.
    pub detected: Option<Timestamp>,
    /// When a responder took it on.
    pub acknowledged: Option<Timestamp>,
    /// When users stopped suffering.
    pub mitigated: Option<Timestamp>,
    /// When service was restored.
    pub resolved: Option<Timestamp>,
}

impl Moments {
    /// Those that are known, in no particular order of time.
    pub(in crate::chart) fn known(&self) -> impl Iterator<Item = Timestamp> {
        [self.started, self.detected, self.acknowledged, self.mitigated, self.resolved].into_iter().flatten()
    }
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
    /// Plain text of any length; it is cut to the room there is.
    pub label: String,
    /// The phase the author put it in.
    pub phase: Option<Phase>,
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

/// A stretch of time given to one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Which phase.
    pub phase: Phase,
    /// Its first moment.
    pub from: Timestamp,
    /// Its last moment.
    pub to: Timestamp,
}

/// The phases of an incident, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Until it is noticed.
    Detection,
    /// Until responders know what they face.
    Response,
    /// Until service is restored.
    Remediation,
    /// Learning from it.
    Analysis,
    /// Being ready for the next.
    Readiness,
}

impl Phase {
    /// The name as a label.
    pub fn name(self) -> &'static str {
        match self {
            Self::Detection => "Detection",
            Self::Response => "Response",
            Self::Remediation => "Remediation",
            Self::Analysis => "Analysis",
            Self::Readiness => "Readiness",
        }
    }

    /// The class names of an area of this phase.
    pub(in crate::chart) fn class(self) -> &'static str {
        match self {
            Self::Detection => "tl-band tl-detection",
            Self::Response => "tl-band tl-response",
            Self::Remediation => "tl-band tl-remediation",
            Self::Analysis => "tl-band tl-analysis",
            Self::Readiness => "tl-band tl-readiness",
        }
    }
}
