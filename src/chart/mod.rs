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
impl Phase {
    /// .
    #[must_use]
    pub fn name(self) -> &'static str {
        "Phase"
    }
}
/// .
pub struct Timeline {
    /// .
    pub title: String,
    /// .
    pub zone: jiff::tz::TimeZone,
    /// .
    pub moments: Moments,
    /// .
    pub entries: Vec<Entry>,
    /// .
    pub bands: Vec<Band>,
    /// .
    pub first_outside: Option<jiff::Timestamp>,
    /// .
    pub first_inside: Option<jiff::Timestamp>,
}
/// .
pub struct Moments {
    /// .
    pub started: Option<jiff::Timestamp>,
    /// .
    pub detected: Option<jiff::Timestamp>,
    /// .
    pub acknowledged: Option<jiff::Timestamp>,
    /// .
    pub mitigated: Option<jiff::Timestamp>,
    /// .
    pub resolved: Option<jiff::Timestamp>,
}
/// .
pub struct Entry {
    /// .
    pub at: jiff::Timestamp,
    /// .
    pub number: usize,
    /// .
    pub effect: Effect,
    /// .
    pub label: String,
    /// .
    pub phase: Option<Phase>,
}
/// .
pub struct Band {
    /// .
    pub phase: Phase,
    /// .
    pub from: jiff::Timestamp,
    /// .
    pub to: jiff::Timestamp,
}
/// .
#[must_use]
pub fn timeline_svg(_: &Timeline) -> Option<String> {
    None
}
/// .
#[must_use]
pub fn phase_bar_svg(_: &[Band]) -> Option<String> {
    None
}
