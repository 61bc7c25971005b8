//! Pieces that many pages share.

use serde::Serialize;

/// Text that leads somewhere.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Link {
    pub(in crate::internal) label: String,
    pub(in crate::internal) href: String,
}

/// A date as people read it and as machines do.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DateView {
    /// `2026-03-02`, for `<time datetime>` and for sorting.
    pub(in crate::internal) iso: String,
    /// `2 March 2026`.
    pub(in crate::internal) words: String,
}

/// A moment, on the incident's own clock and in UTC.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TimeView {
    /// `2026-03-02T16:04:00Z`, for `<time datetime>`.
    pub(in crate::internal) iso: String,
    /// `2 March 2026, 09:04 Denver`.
    pub(in crate::internal) words: String,
    /// `16:04 UTC`, with its date when it falls on another day there; null when the zone is UTC.
    pub(in crate::internal) utc: Option<String>,
    /// `09:04`: the clock alone, in the incident's zone.
    pub(in crate::internal) clock: String,
}

/// A severity with everything a badge needs.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct SeverityView {
    /// `sev1`.
    pub(in crate::internal) key: String,
    /// `SEV1` or whatever the scale calls it.
    pub(in crate::internal) label: String,
    /// Colour role: `critical`, `major`, `minor`, `low` or `info`; used as a class.
    pub(in crate::internal) role: String,
    /// `Critical`, `Warning`, `Info`.
    pub(in crate::internal) priority: String,
    /// What the scale says it means.
    pub(in crate::internal) meaning: String,
    /// 0 for the worst of the scale.
    pub(in crate::internal) rank: usize,
    pub(in crate::internal) href: String,
}

/// Where a review stands in its making.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct StatusView {
    /// `draft`, `in_review`, `reviewed`, `closed`.
    pub(in crate::internal) key: String,
    /// `Draft`, `In review`, `Reviewed`, `Closed`.
    pub(in crate::internal) label: String,
}

/// A review as a headline, a lesson and one line of facts; also a row of an index table.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Card {
    pub(in crate::internal) id: String,
    pub(in crate::internal) title: String,
    pub(in crate::internal) href: String,
    /// What failed and for whom, in a sentence or two; null when the review does not say it.
    pub(in crate::internal) happened: Option<String>,
    /// The beginning of the first learning, else of the first surprise, in plain words; null when the review has none.
    pub(in crate::internal) lesson: Option<String>,
    /// `incident`, `near_miss`, ...
    pub(in crate::internal) kind_key: String,
    pub(in crate::internal) kind: Link,
    pub(in crate::internal) severity: Option<SeverityView>,
    pub(in crate::internal) status: StatusView,
    /// Null when nothing in the review says when it was.
    pub(in crate::internal) date: Option<DateView>,
    /// `2 h 10 min`; null when unknown.
    pub(in crate::internal) duration: Option<String>,
    /// For sorting; null when unknown.
    pub(in crate::internal) duration_seconds: Option<i64>,
    pub(in crate::internal) services: Vec<Link>,
    pub(in crate::internal) tags: Vec<Link>,
    /// Actions that are open or in progress.
    pub(in crate::internal) open_actions: usize,
    /// Words for the table filter, space separated: `severity:sev1 kind:incident service:checkout team:shop tag:dns year:2026 factor:stale-cache`.
    pub(in crate::internal) facets: String,
}
