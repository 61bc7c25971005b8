//! The phases that authors place entries and actions in.

/// The phases of an incident, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Until somebody in the organisation knows.
    Detection,
    /// Until it is known what to do.
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
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Detection => "Detection",
            Self::Response => "Response",
            Self::Remediation => "Remediation",
            Self::Analysis => "Analysis",
            Self::Readiness => "Readiness",
        }
    }
}
