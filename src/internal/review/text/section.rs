//! The fields that the sections of a review can fill.

/// A field that a section can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    Summary,
    Timeline,
    Factors,
    Surprises,
    Learnings,
    WentWell,
    GotLucky,
    OpenQuestions,
    Actions,
}
