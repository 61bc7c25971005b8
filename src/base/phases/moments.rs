//! The six moments of an incident.

use jiff::Timestamp;

/// The moments of a disruption, each of which may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moments {
    /// When the service was first affected.
    pub started: Option<Timestamp>,
    /// When somebody in the organisation first knew.
    pub detected: Option<Timestamp>,
    /// When a responder took it on.
    pub acknowledged: Option<Timestamp>,
    /// When it was known what to do.
    pub identified: Option<Timestamp>,
    /// When users were no longer affected.
    pub mitigated: Option<Timestamp>,
    /// When service was restored.
    pub resolved: Option<Timestamp>,
}

impl Moments {
    /// The moments with their names, in the order in which they usually come.
    #[must_use]
    pub fn in_order(&self) -> [(&'static str, Option<Timestamp>); 6] {
        [
            ("started", self.started),
            ("detected", self.detected),
            ("acknowledged", self.acknowledged),
            ("identified", self.identified),
            ("mitigated", self.mitigated),
            ("resolved", self.resolved),
        ]
    }

    /// Makes a moment unknown.
    pub fn forget(&mut self, name: &str) {
        match name {
            "started" => self.started = None,
            "detected" => self.detected = None,
            "acknowledged" => self.acknowledged = None,
            "identified" => self.identified = None,
            "mitigated" => self.mitigated = None,
            "resolved" => self.resolved = None,
            _ => {}
        }
    }

    /// Those that are known, in no particular order of time.
    pub fn known(&self) -> impl Iterator<Item = Timestamp> + use<> {
        self.in_order().into_iter().filter_map(|(_, at)| at)
    }
}
