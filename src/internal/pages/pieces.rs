//! Parts of views that many pages share.

use serde::Serialize;

/// A link: its text and its address.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub label: String,
    pub href: String,
}

/// A date for people and for programs.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// `2026-03-02`, for `<time datetime>` and for sorting.
    pub iso: String,
    /// `2 March 2026`.
    pub words: String,
}

/// A moment, in the incident's own zone and in UTC.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// `2026-03-02T16:04:00Z`, for `<time datetime>`.
    pub iso: String,
    /// `2 March 2026, 09:04 Denver`.
    pub words: String,
    /// `16:04 UTC`, with its date if that differs in UTC; null if the zone is UTC.
    pub utc: Option<String>,
    /// `09:04`: the time of day in the incident's zone.
    pub clock: String,
}

/// A severity for a badge.
#[derive(Debug, Clone, Serialize)]
pub struct SeverityView {
    /// `sev1`.
    pub key: String,
    /// `SEV1`, or the label of the scale.
    pub label: String,
    /// Colour role: `critical`, `major`, `minor`, `low` or `info`; used as a class.
    pub role: String,
    /// `Critical`, `Warning`, `Info`.
    pub priority: String,
    /// Its meaning according to the scale.
    pub meaning: String,
    /// 0 for the worst severity of the scale.
    pub rank: usize,
    pub href: String,
}

/// The status of a review.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `draft`, `in_review`, `reviewed`, `closed`.
    pub key: String,
    /// `Draft`, `In review`, `Reviewed`, `Closed`.
    pub label: String,
}

/// A review as a headline, a lesson and one line of details; also a row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    pub href: String,
    /// What failed and for whom, in a sentence or two; null if the review does not say.
    pub happened: Option<String>,
    /// The beginning of the first learning, or else of the first surprise, as plain text; null if the review has neither.
    pub lesson: Option<String>,
    /// `incident`, `near_miss`, ...
    pub kind_key: String,
    pub kind: Link,
    pub severity: Option<SeverityView>,
    pub status: StatusView,
    /// Null if nothing in the review has a date.
    pub date: Option<DateView>,
    /// `2 h 10 min`; null when unknown.
    pub duration: Option<String>,
    /// What it measures, the words after it: `of harm`, `to mitigate`, `of exposure`; null when unknown.
    pub measure: Option<&'static str>,
    /// For sorting; null when unknown.
    pub duration_seconds: Option<i64>,
    pub services: Vec<Link>,
    pub tags: Vec<Link>,
    /// Actions that are open or in progress.
    pub open_actions: usize,
    /// Words for the table filter, separated by spaces:
    /// `severity:sev1 kind:incident service:checkout team:shop tag:dns year:2026 factor:stale-cache`.
    pub facets: String,
}
