//! The five moments of an incident and the intervals between them.

use jiff::Timestamp;

use crate::chart::Phase;

/// When it started, was detected, acknowledged, mitigated and resolved; each may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::internal) struct Moments {
    pub(in crate::internal) started: Option<Timestamp>,
    pub(in crate::internal) detected: Option<Timestamp>,
    pub(in crate::internal) acknowledged: Option<Timestamp>,
    pub(in crate::internal) mitigated: Option<Timestamp>,
    pub(in crate::internal) resolved: Option<Timestamp>,
}

/// A figure of the metrics strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::internal) struct Interval {
    pub(in crate::internal) key: &'static str,
    pub(in crate::internal) label: &'static str,
    pub(in crate::internal) note: &'static str,
    pub(in crate::internal) seconds: i64,
}

impl Moments {
    /// The moments with their names in the order in which they must come.
    pub(in crate::internal) fn in_order(&self) -> [(&'static str, Option<Timestamp>); 5] {
        [
            ("started", self.started),
            ("detected", self.detected),
            ("acknowledged", self.acknowledged),
            ("mitigated", self.mitigated),
            ("resolved", self.resolved),
        ]
    }

    /// From the start (or, where that is unknown, the detection) to the end, in seconds.
    pub(in crate::internal) fn duration(&self) -> Option<i64> {
        let start = self.started.or(self.detected)?;
        Some(seconds(start, self.resolved.or(self.mitigated)?))
    }

    /// What the strip shows, after Hand, chapter 10: each interval that both of its ends are known of.
    pub(in crate::internal) fn intervals(&self) -> Vec<Interval> {
        let from_start = |end: Option<Timestamp>| Some(seconds(self.started?, end?));
        let rows = [
            ("detect", "Time to detect", "from start to detection", from_start(self.detected)),
            (
                "acknowledge",
                "Time to acknowledge",
                "from start to somebody at work on it",
                from_start(self.acknowledged),
            ),
            ("mitigate", "Time to mitigate", "from start to the end of the harm", from_start(self.mitigated)),
            ("recover", "Time to recover", "from start to resolution", from_start(self.resolved)),
        ];
        rows.into_iter()
            .filter_map(|(key, label, note, seconds)| Some(Interval { key, label, note, seconds: seconds? }))
            .collect()
    }

    /// The phases that the moments bound: until it was known, until somebody worked on it, until it was over.
    pub(in crate::internal) fn phases(&self) -> Vec<(Phase, Timestamp, Timestamp)> {
        let end = self.resolved.or(self.mitigated);
        let steps = [
            (Phase::Detection, self.started, self.detected),
            (Phase::Response, self.detected, self.acknowledged.or(self.mitigated)),
            (Phase::Remediation, self.acknowledged, end),
        ];
        steps.into_iter().filter_map(|(phase, from, to)| Some((phase, from?, to?))).filter(|(_, a, b)| a < b).collect()
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second() - from.as_second()
}
