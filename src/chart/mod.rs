//! (to come)
/// Phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// .
    Detection,
    /// .
    Response,
    /// .
    Remediation,
    /// .
    Analysis,
    /// .
    Readiness,
}
/// Effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// .
    Positive,
    /// .
    Neutral,
    /// .
    Negative,
}
