//! The meeting of a week.

use serde::Serialize;

use crate::pages::pieces::Link;

/// The meeting.
#[derive(Debug, Clone, Serialize)]
pub struct AgendaView {
    pub name: String,
    /// `Thursday 19 November 2026, 14:00 to 15:00, Europe/Copenhagen`; null if no meeting is held.
    pub when: Option<String>,
    /// When it begins, as `2026-11-19T14:00:00+01:00`.
    pub starts: Option<String>,
    /// The library has a meeting, but not in this week.
    pub skipped: bool,
    /// `is not held this week`.
    pub why_not: &'static str,
    /// `Thursday 26 November 2026`.
    pub next: Option<String>,
    pub items: Vec<AgendaRow>,
    pub facilitator: Option<String>,
    /// Why there is no facilitator, if there should be one.
    pub no_facilitator: Option<&'static str>,
    pub presenters: Vec<PresenterView>,
    pub link: Option<String>,
}

/// A block of the meeting.
#[derive(Debug, Clone, Serialize)]
pub struct AgendaRow {
    /// `14:05`.
    pub at: String,
    pub minutes: usize,
    pub what: &'static str,
    pub how: String,
}

/// Who presents a review.
#[derive(Debug, Clone, Serialize)]
pub struct PresenterView {
    pub review: Link,
    pub minutes: usize,
    /// `by Ana, Ben`; `to be asked: Ana`; or that nobody is named.
    pub words: String,
}
