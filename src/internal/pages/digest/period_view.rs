//! `internal/digests.html`, as `digests`, and `internal/period.html`, as `period`.

use serde::Serialize;

use super::{DigestCard, PatternView};
use crate::pages::pieces::{DateView, Link, SeverityView};
use crate::pages::shell::FeedLink;

/// All weeks.
#[derive(Debug, Clone, Serialize)]
pub struct DigestsPage {
    /// Newest first.
    pub years: Vec<YearView>,
    pub this_week: Link,
    pub feed: FeedLink,
}

/// The weeks of a year.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    pub year: i16,
    /// Newest first.
    pub quarters: Vec<Link>,
    /// Newest first.
    pub months: Vec<Link>,
    /// Newest first.
    pub weeks: Vec<WeekRow>,
}

/// A week as an entry of a list.
#[derive(Debug, Clone, Serialize)]
pub struct WeekRow {
    pub week: Link,
    pub days: String,
    /// `3 new reviews: 2 incidents, 1 near miss`, or that there was nothing new.
    pub words: String,
    /// The review of the week's headline.
    pub review: Option<Link>,
}

/// A month or a quarter.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodPage {
    /// `November 2026`.
    pub title: String,
    /// `1 to 30 November 2026`.
    pub days: String,
    /// `7 reviews happened in it: 5 incidents, 2 near misses`.
    pub happened_words: String,
    /// `3 reviews came out in it: 3 incidents`.
    pub published_words: String,
    /// Newest first.
    pub happened: Vec<HappenedRow>,
    /// How many more there are.
    pub happened_more: usize,
    /// The list that has all of them.
    pub year: Link,
    /// Time of harm, how incidents were noticed, actions.
    pub facts: Vec<FactLine>,
    /// Reviews that were published in it.
    pub published: Vec<Link>,
    pub published_more: usize,
    /// The published reviews whose lessons have the greatest weight.
    pub hits: Vec<DigestCard>,
    pub patterns: Vec<PatternView>,
    /// Newest first.
    pub weeks: Vec<WeekRow>,
    /// The quarter of a month; the months of a quarter.
    pub around: Vec<Link>,
    pub older: Option<Link>,
    pub newer: Option<Link>,
}

/// A review whose incident happened in the period.
#[derive(Debug, Clone, Serialize)]
pub struct HappenedRow {
    pub review: Link,
    pub date: Option<DateView>,
    pub severity: Option<SeverityView>,
    /// Set if it is not an incident.
    pub kind: Option<Link>,
    /// `47 min`.
    pub harm: Option<String>,
    /// Who was affected, or what happened; plain text.
    pub impact: Option<String>,
}

/// A fact with its label.
#[derive(Debug, Clone, Serialize)]
pub struct FactLine {
    pub label: &'static str,
    pub text: String,
}
