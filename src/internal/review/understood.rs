//! What was found in a review, for its author: which facts, not their values.

use serde::Serialize;

use super::{Review, Visibility, When};

/// Which facts were found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one fact whether it was found")]
pub struct Understood {
    /// The file, relative to the library.
    pub path: String,
    /// Whether the file states the title; otherwise it comes from the file's name.
    pub title: bool,
    /// The date of the review.
    pub date: bool,
    /// A step of the scale.
    pub severity: bool,
    /// A severity that matches no step of the scale.
    pub severity_as_written: bool,
    /// What happened, in a sentence.
    pub summary: bool,
    /// How long it took.
    pub duration: bool,
    /// Who wrote it or is responsible for it.
    pub owner: bool,
    /// Number of timeline entries.
    pub entries: usize,
    /// How many of them have a certain moment.
    pub moments: usize,
    /// Whether some entry has a time of day and no unambiguous zone.
    pub zone_missing: bool,
    /// Number of contributing factors.
    pub factors: usize,
    /// Number of lessons.
    pub lessons: usize,
    /// Number of actions.
    pub actions: usize,
}

impl Understood {
    /// `None` for a review that is restricted, and for a page that is not a review.
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
