//! When an incident was in which phase, and how long each phase took. Every picture and figure uses this module.
//!
//! In: the [`Moments`] that a review gives, the [`Measure`] of its kind, the first entry that its author placed in
//! remediation, and a duration that its words say. Out: [`Band`]s, [`Figure`]s and the headline. The rule, after Hand,
//! chapters 8 and 10:
//!
//! - **Detection** runs from the start to `detected`, the first moment that somebody *inside* the organisation knew.
//! - **Response** runs from `detected` until it is `identified` what to do. Where that moment is not given, the first
//!   entry that the author placed in remediation is used, if it lies between detection and the end.
//! - **Remediation** runs from then to the end: `resolved`, or `mitigated` where no resolution is given.
//! - Where nothing says when it was known what to do, there is one band, **response and remediation**.
//! - `acknowledged` is a moment within the response and bounds no phase.
//! - A phase is not drawn if one of its ends is not given, or if it would end before it begins.
//! - **Time to acknowledge** counts from detection; time to detect and time to recover count from the start.
//! - **The headline** of a kind that has harm is the time of harm, from the start to `mitigated` (else `resolved`). Where
//!   no start is given it counts from `detected`, and says so: harm was there by then. Where the impact's own words say
//!   less than half of that ("for sixteen minutes"), the words win. Where no customer was affected it is called the time
//!   to mitigate. Where no moments are given and a label such as `Duration:` says how long it was, it is called the duration.
//!   A near miss has an exposure instead, an exercise its own time, any other kind a duration; none of these
//!   has a time to recover.
//!
//! Nothing is estimated: where a moment is missing, everything derived from it is missing too, but for the headline
//! without a start.

mod bands;
mod contradiction;
mod figures;
mod measure;
mod moments;
mod phase;
#[cfg(test)]
mod tests;
mod written_duration;

pub use bands::{Band, Part};
pub use contradiction::{Contradiction, contradiction};
pub use figures::Figure;
pub use measure::Measure;
pub use moments::Moments;
pub use phase::Phase;
pub use written_duration::{Said, Source, duration_in};

use jiff::Timestamp;

/// Everything that a review says about its times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Times {
    /// What the review's kind measures.
    pub measure: Measure,
    /// The moments that are given.
    pub moments: Moments,
    /// The first entry that the author placed in remediation.
    pub remedied: Option<Timestamp>,
    /// A duration that the text says.
    pub said: Option<Said>,
}

impl Times {
    /// The phases to draw, in order of time; none is empty or overlaps another.
    #[must_use]
    pub fn bands(&self) -> Vec<Band> {
        bands::of(self)
    }

    /// Every figure whose two ends are known, in the order in which a page shows them.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure> {
        figures::of(self)
    }

    /// One of the figures, by its key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<Figure> {
        self.figures().into_iter().find(|figure| figure.key == key)
    }

    /// The ends of the headline, whether or not words take its place.
    #[must_use]
    pub fn headline_ends(&self) -> Option<(Timestamp, Timestamp)> {
        figures::ends(self).map(|((from, _), (to, _))| (from, to))
    }

    /// The one duration for cards, lists and exports.
    #[must_use]
    pub fn headline(&self) -> Option<Figure> {
        figures::headline(self)
    }

    /// When the last phase ended: the resolution, else the mitigation.
    #[must_use]
    pub fn end(&self) -> Option<Timestamp> {
        self.moments.resolved.or(self.moments.mitigated)
    }

    /// When it was known what to do: as given, else by the first entry in remediation.
    #[must_use]
    pub fn identified(&self) -> Option<Timestamp> {
        bands::identified(self)
    }
}
