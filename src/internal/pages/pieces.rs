//! Pieces that many pages share.

use serde::Serialize;

/// Text that leads somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub label: String,
    pub href: String,
}

/// A date as people read it and as machines do.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// `2026-03-02`, for `<time datetime>` and for sorting.
    pub iso: String,
    /// `2 March 2026`.
    pub words: String,
}

/// A moment, on the incident's own clock and in UTC.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// `2026-03-02T16:04:00Z`, for `<time datetime>`.
    pub iso: String,
    /// `2 March 2026, 09:04 Denver`.
    pub words: String,
    /// `16:04 UTC`, with its date when it falls on another day there; null when the zone is UTC.
    pub utc: Option<String>,
    /// `09:04`: the clock alone, in the incident's zone.
    pub clock: String,
}

/// A severity with everything a badge needs.
#[derive(Debug, Clone, Serialize)]
pub struct SeverityView {
    /// `sev1`.
    pub key: String,
    /// `SEV1` or whatever the scale calls it.
    pub label: String,
    /// Colour role: `critical`, `major`, `minor`, `low` or `info`; used as a class.
    pub role: String,
    /// `Critical`, `Warning`, `Info`.
    pub priority: String,
    /// What the scale says it means.
    pub meaning: String,
    /// 0 for the worst of the scale.
    pub rank: usize,
    pub href: String,
}

/// Where a review stands in its making.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `draft`, `in_review`, `reviewed`, `closed`.
    pub key: String,
    /// `Draft`, `In review`, `Reviewed`, `Closed`.
    pub label: String,
}

/// A review as a headline, a lesson and one line of facts; also a row of an index table.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    pub href: String,
    /// What failed and for whom, in a sentence or two; null when the review does not say it.
    pub happened: Option<String>,
    /// The beginning of the first learning, else of the first surprise, in plain words; null when the review has none.
    pub lesson: Option<String>,
    /// `incident`, `near_miss`, ...
    pub kind_key: String,
    pub kind: Link,
    pub severity: Option<SeverityView>,
    pub status: StatusView,
    /// Null when nothing in the review says when it was.
    pub date: Option<DateView>,
    /// `2 h 10 min`; null when unknown.
    pub duration: Option<String>,
    /// For sorting; null when unknown.
    pub duration_seconds: Option<i64>,
    pub services: Vec<Link>,
    pub tags: Vec<Link>,
    /// Actions that are open or in progress.
    pub open_actions: usize,
    /// Words for the table filter, space separated: `severity:sev1 kind:incident service:checkout team:shop tag:dns year:2026 factor:stale-cache`.
    pub facets: String,
}
