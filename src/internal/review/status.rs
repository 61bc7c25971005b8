//! How far the work on a review has got.

/// The status of a review: `PagerDuty`'s four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The author did not state it; it is shown like a finished review.
    Unstated,
    Draft,
    InReview,
    Reviewed,
    Closed,
}

impl Status {
    pub const ALL: [(&'static str, Self); 4] =
        [("draft", Self::Draft), ("in_review", Self::InReview), ("reviewed", Self::Reviewed), ("closed", Self::Closed)];

    pub fn label(self) -> &'static str {
        match self {
            Self::Unstated => "Not stated",
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Reviewed => "Reviewed",
            Self::Closed => "Closed",
        }
    }

    /// The status that a text names, as `In review` and `in-review` do.
    pub(super) fn named(text: &str) -> Option<Self> {
        let key = text.trim().to_lowercase().replace([' ', '-'], "_");
        Self::ALL.into_iter().find(|(known, _)| *known == key).map(|(_, status)| status)
    }
}
