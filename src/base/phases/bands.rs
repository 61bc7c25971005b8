//! Which phase an incident was in at which time.

use jiff::Timestamp;

use super::{Phase, Times};

/// The phase or phases that a band of time belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// From the start until somebody in the organisation knew.
    Detection,
    /// From then until it was known what to do.
    Response,
    /// From then to the end.
    Remediation,
    /// From detection to the end, where nothing says when it was known what to do.
    ResponseAndRemediation,
}

impl Part {
    /// The name as a label.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Detection => "Detection",
            Self::Response => "Response",
            Self::Remediation => "Remediation",
            Self::ResponseAndRemediation => "Response and remediation",
        }
    }

    /// Whether an entry that its author placed in `phase` belongs here.
    #[must_use]
    pub fn holds(self, phase: Phase) -> bool {
        match self {
            Self::Detection => phase == Phase::Detection,
            Self::Response => phase == Phase::Response,
            Self::Remediation => phase == Phase::Remediation,
            Self::ResponseAndRemediation => matches!(phase, Phase::Response | Phase::Remediation),
        }
    }
}

/// A span of time in one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Which part.
    pub part: Part,
    /// Its first moment.
    pub from: Timestamp,
    /// Its last moment, which is later.
    pub to: Timestamp,
}

impl Band {
    /// Its length in seconds.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.to.as_second() - self.from.as_second()
    }
}

/// When it was known what to do. Without that moment the first entry in remediation counts, if it lies between
/// detection and the end; elsewhere it contradicts the moments and is ignored.
pub(super) fn identified(times: &Times) -> Option<Timestamp> {
    let from_entries = || {
        let (from, to) = (times.moments.detected?, times.end()?);
        times.remedied.filter(|at| (from..=to).contains(at))
    };
    times.moments.identified.or_else(from_entries)
}

pub(super) fn of(times: &Times) -> Vec<Band> {
    let moments = &times.moments;
    let end = times.end();
    let known = identified(times);
    let spans = match known {
        Some(known) => [
            (Part::Detection, moments.started, moments.detected),
            (Part::Response, moments.detected, Some(known)),
            (Part::Remediation, Some(known), end),
        ],
        None => [
            (Part::Detection, moments.started, moments.detected),
            (Part::ResponseAndRemediation, moments.detected, end),
            (Part::Remediation, None, None),
        ],
    };
    let mut bands: Vec<Band> = Vec::with_capacity(spans.len());
    for (part, from, to) in spans {
        let (Some(from), Some(to)) = (from, to) else { continue };
        // No band lies past the end and no two overlap, even where the moments contradict each other.
        let from = bands.last().map_or(from, |last| last.to.max(from));
        let to = end.map_or(to, |end| end.min(to));
        if from < to {
            bands.push(Band { part, from, to });
        }
    }
    bands
}
