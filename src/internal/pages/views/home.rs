//! `internal/home.html`, as `home`.

use serde::Serialize;

use super::{ActionView, Card, Link, SeverityView, StripView, TermCard};

/// This week in a few lines, with the way to its page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DigestBox {
    /// `Week 47, 2026`.
    pub(in crate::internal) title: String,
    pub(in crate::internal) days: String,
    pub(in crate::internal) href: String,
    /// `3 new reviews: 2 incidents, 1 near miss`, or that there is nothing new.
    pub(in crate::internal) words: String,
    /// The review of the lesson of the week.
    pub(in crate::internal) review: Option<Link>,
    /// What happened in it.
    pub(in crate::internal) happened: Option<String>,
    pub(in crate::internal) lesson: Option<String>,
    /// `Thursday 19 November 2026, 14:00`.
    pub(in crate::internal) meeting: String,
}

/// The front page: search first, then what is new, what is overdue, and the ways in.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct HomePage {
    /// The current week.
    pub(in crate::internal) digest: DigestBox,
    /// The most severe of the newest incidents, at most six; the one of the digest is left out.
    pub(in crate::internal) latest: Vec<Card>,
    /// The newest reviews of every other kind (near misses, game days, drills), at most six.
    pub(in crate::internal) signals: Vec<Card>,
    /// Open actions past their due date, oldest first, at most five.
    pub(in crate::internal) overdue: Vec<ActionView>,
    pub(in crate::internal) overdue_total: usize,
    pub(in crate::internal) open_total: usize,
    pub(in crate::internal) actions_href: String,
    /// Every review as a mark.
    pub(in crate::internal) strip: Option<StripView>,
    /// The scale, worst first: what the shapes of marks mean.
    pub(in crate::internal) scale: Vec<SeverityView>,
    /// `37 incidents, 5 near misses, 3 game days`.
    pub(in crate::internal) counts: String,
    /// Every severity of the scale with its count.
    pub(in crate::internal) severities: Vec<TermCard>,
    /// The services with most reviews, at most ten.
    pub(in crate::internal) services: Vec<TermCard>,
    /// Factors that stand in more than one review, at most ten.
    pub(in crate::internal) factors: Vec<TermCard>,
    /// The tags with most reviews, at most twenty.
    pub(in crate::internal) tags: Vec<TermCard>,
    /// Every year, newest first.
    pub(in crate::internal) years: Vec<TermCard>,
    /// Overviews of the indexes and the list of all reviews.
    pub(in crate::internal) browse: Vec<Link>,
    /// Every review, newest first.
    pub(in crate::internal) all_href: String,
}
