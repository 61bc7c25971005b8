//! What was understood of a review, for its author: which facts were found, never what they say.

use serde::Serialize;

use super::{Review, Visibility, When};

/// Which facts of a file were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one fact whether it was found")]
pub struct Understood {
    /// The file, relative to the library.
    pub path: String,
    /// The title stands in the file; else it is made of the file's name.
    pub title: bool,
    /// The day it is filed under.
    pub date: bool,
    /// A step of the scale.
    pub severity: bool,
    /// A severity that no step of the scale is known for.
    pub severity_as_written: bool,
    /// What happened, in a sentence.
    pub summary: bool,
    /// How long it took.
    pub duration: bool,
    /// Who wrote it or answers for it.
    pub owner: bool,
    /// Entries of the timeline.
    pub entries: usize,
    /// Those of them whose moment is sure.
    pub moments: usize,
    /// Some entry has a clock and no zone that means one.
    pub zone_missing: bool,
    /// Contributing factors.
    pub factors: usize,
    /// Lessons.
    pub lessons: usize,
    /// Actions.
    pub actions: usize,
}

impl Understood {
    /// Of a review that is shown, and is one.
    pub(crate) fn of(review: &Review) -> Option<Self> {
        if review.is_document || review.visibility == Visibility::Restricted {
            return None;
        }
        let unsure = |when: &When| matches!(when, When::Clock { zone_is_sure: false, .. });
        Some(Self {
            path: review.source.clone(),
            title: review.title_is_stated,
            date: review.date.is_some(),
            severity: review.severity.is_some(),
            severity_as_written: review.severity.is_none() && review.extra.iter().any(|(key, _)| key == "severity"),
            summary: review.happened.is_some(),
            duration: review.duration().is_some(),
            owner: !review.people.owner.is_empty(),
            entries: review.timeline.len(),
            moments: review.timeline.iter().filter(|entry| entry.moment().is_some()).count(),
            zone_missing: review.timeline.iter().any(|entry| unsure(&entry.when)),
            factors: review.factors.len(),
            lessons: review.learnings.items.len(),
            actions: review.actions.len(),
        })
    }
}
