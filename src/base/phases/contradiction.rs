//! Whether the phase that an author placed an entry in fits the moments that the review gives.
//!
//! In: the phase, the time of the entry, the moments. Out: the moment that contradicts it. Only given moments count;
//! times are compared by the minute, because entries often give no seconds.

use jiff::Timestamp;

use super::{Moments, Phase};

/// A moment on the wrong side of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The name of the moment, as in `times.detected`.
    pub moment: &'static str,
    /// Where the entry lies: `before` or `after` it.
    pub side: &'static str,
}

/// The first moment that does not fit.
#[must_use]
pub fn contradiction(phase: Phase, at: Timestamp, moments: &Moments) -> Option<Contradiction> {
    let minute = |at: Timestamp| at.as_second().div_euclid(60);
    let before = |moment, limit: Option<Timestamp>| {
        limit.filter(|limit| minute(at) < minute(*limit)).map(|_| Contradiction { moment, side: "before" })
    };
    let after = |moment, limit: Option<Timestamp>| {
        limit.filter(|limit| minute(at) > minute(*limit)).map(|_| Contradiction { moment, side: "after" })
    };
    let after_the_end = || match moments.resolved {
        Some(_) => after("resolved", moments.resolved),
        None => after("mitigated", moments.mitigated),
    };
    match phase {
        Phase::Detection => after("detected", moments.detected),
        Phase::Response => before("detected", moments.detected)
            .or_else(|| after("identified", moments.identified))
            .or_else(after_the_end),
        Phase::Remediation => before("identified", moments.identified)
            .or_else(|| before("detected", moments.detected))
            .or_else(after_the_end),
        // Analysis and readiness happen before and after an incident, but not during it.
        Phase::Analysis | Phase::Readiness => {
            let has_started = moments.started.is_some_and(|started| minute(at) > minute(started));
            let over = moments.mitigated.map(|at| ("mitigated", at)).or(moments.resolved.map(|at| ("resolved", at)));
            over.filter(|_| has_started).and_then(|(name, at)| before(name, Some(at)))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Contradiction, contradiction};
    use crate::phases::{Moments, Phase};

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_772_452_800 + minute * 60).unwrap()
    }

    #[test]
    fn only_moments_that_are_written_contradict() {
        let moments = Moments {
            started: Some(at(0)),
            detected: Some(at(10)),
            identified: Some(at(20)),
            mitigated: Some(at(30)),
            resolved: Some(at(40)),
            ..Moments::default()
        };
        let found = |phase, minute| contradiction(phase, at(minute), &moments).map(|c| (c.side, c.moment));
        assert_eq!(found(Phase::Detection, 10), None, "the moment itself belongs to both sides");
        assert_eq!(found(Phase::Detection, 11), Some(("after", "detected")));
        assert_eq!(found(Phase::Response, 9), Some(("before", "detected")));
        assert_eq!(found(Phase::Response, 21), Some(("after", "identified")));
        assert_eq!(found(Phase::Remediation, 15), Some(("before", "identified")));
        assert_eq!(found(Phase::Remediation, 41), Some(("after", "resolved")));
        assert_eq!(found(Phase::Analysis, 25), Some(("before", "mitigated")));
        assert_eq!((found(Phase::Analysis, 35), found(Phase::Readiness, -500)), (None, None));
        for phase in [Phase::Detection, Phase::Response, Phase::Remediation, Phase::Analysis] {
            assert_eq!(contradiction(phase, at(5), &Moments::default()), None::<Contradiction>);
        }
    }

    #[test]
    fn seconds_do_not_count() {
        let moments = Moments { detected: Some(at(10)), ..Moments::default() };
        let late = at(10) + jiff::SignedDuration::from_secs(59);
        assert_eq!(contradiction(Phase::Detection, late, &moments), None);
    }
}
