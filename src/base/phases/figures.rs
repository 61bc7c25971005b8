//! How long each step took, measured between two moments.

use jiff::Timestamp;

use super::{Measure, Said, Source, Times};
use crate::text::duration;

/// A length of time with what it is measured from and to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// `detect`, `acknowledge`, `recover`, or the key of the measure: `harm`, `mitigation`, `exposure`, `exercise`, `length`.
    pub key: &'static str,
    /// `Time to detect`.
    pub label: &'static str,
    /// The words after the time in a picture: `to detect`, `of harm`.
    pub brief: &'static str,
    /// `from start to detection`.
    pub note: String,
    /// Never negative.
    pub seconds: i64,
    /// Its ends, where it is measured between moments.
    pub ends: Option<(Timestamp, Timestamp)>,
}

impl Figure {
    /// `47 min of harm`, `15 min of exposure`: how long, and what that is.
    #[must_use]
    pub fn words(&self) -> String {
        [&duration(self.seconds), " ", self.brief].concat()
    }
}

/// Key, label and brief words.
type Names = (&'static str, &'static str, &'static str);

/// A moment and what a note calls it.
pub(super) type End = (Timestamp, &'static str);

pub(super) fn of(times: &Times) -> Vec<Figure> {
    let moments = &times.moments;
    let started = moments.started.map(|at| (at, "start"));
    let detected = moments.detected.map(|at| (at, "detection"));
    let acknowledged = moments.acknowledged.map(|at| (at, "acknowledgement"));
    let resolved = moments.resolved.map(|at| (at, "resolution")).filter(|_| times.measure.recovers());
    let between = |names, from: Option<End>, to: Option<End>| between(names, from?, to?);
    [
        between(("detect", "Time to detect", "to detect"), started, detected),
        between(("acknowledge", "Time to acknowledge", "to acknowledge"), detected, acknowledged),
        headline(times),
        between(("recover", "Time to recover", "to recover"), started, resolved),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn headline(times: &Times) -> Option<Figure> {
    let measured = ends(times).and_then(|(from, to)| between(times.measure.names(), from, to));
    match (measured, times.said) {
        (Some(measured), Some(said)) if said.wins(times.measure, measured.seconds) => Some(in_words(times, said)),
        (Some(measured), _) => Some(measured),
        // A duration from the impact is a time of harm, and is used for no other measure.
        (None, Some(said)) if said.source == Source::Text || times.measure == Measure::Harm => {
            Some(in_words(times, said))
        }
        (None, _) => None,
    }
}

/// The two moments between which the headline is measured.
pub(super) fn ends(times: &Times) -> Option<(End, End)> {
    let moments = &times.moments;
    let from = moments.started.map(|at| (at, "start")).or(moments.detected.map(|at| (at, "detection")))?;
    let mitigated = moments.mitigated.map(|at| (at, "mitigation"));
    let resolved = moments.resolved.map(|at| (at, "resolution"));
    let to = match times.measure {
        Measure::Harm | Measure::Mitigation | Measure::Exposure => mitigated.or(resolved),
        Measure::Exercise | Measure::Length => resolved.or(mitigated),
    }?;
    (from.0 <= to.0).then_some((from, to))
}

fn in_words(times: &Times, said: Said) -> Figure {
    let (key, ..) = times.measure.names();
    // A label such as `Duration:` does not say how long of it was harm.
    let (measure, note) = match said.source {
        Source::Impact => (times.measure, "as the impact says"),
        Source::Text => (Measure::Length, "as the review says"),
    };
    let (_, label, brief) = measure.names();
    Figure { key, label, brief, note: note.to_owned(), seconds: said.seconds, ends: None }
}

/// The figure between two moments; `None` if the second is before the first.
fn between((key, label, brief): Names, (from, start): End, (to, end): End) -> Option<Figure> {
    let seconds = to.as_second() - from.as_second();
    let note = format!("from {start} to {end}");
    (seconds >= 0).then_some(Figure { key, label, brief, note, seconds, ends: Some((from, to)) })
}
