//! `internal/home.html`, as `home`.

use serde::Serialize;

use crate::pages::actions::ActionView;
use crate::pages::lists::{StripView, TermCard};
use crate::pages::pieces::{Card, Link, SeverityView};

/// This week in brief, with a link to its page.
#[derive(Debug, Clone, Serialize)]
pub struct DigestBox {
    /// `Week 47, 2026`.
    pub title: String,
    pub days: String,
    pub href: String,
    /// `3 new reviews: 2 incidents, 1 near miss`, or that there is nothing new.
    pub words: String,
    /// The review of the lesson of the week.
    pub review: Option<Link>,
    /// What happened in that review.
    pub happened: Option<String>,
    pub lesson: Option<String>,
    /// `Thursday 19 November 2026, 14:00`.
    pub meeting: String,
}

/// The front page: search first, then what is new, what is overdue, and links to the indexes.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The current week.
    pub digest: DigestBox,
    /// `Latest incidents, most severe first`.
    pub latest_title: &'static str,
    /// By which rule they are chosen, if there are more.
    pub latest_rule: Option<String>,
    /// The most severe of the newest incidents, at most six; without the one of the digest.
    pub latest: Vec<Card>,
    /// The newest reviews of every other kind (near misses, game days, drills), at most six.
    pub signals: Vec<Card>,
    /// Open actions past their due date, oldest first, at most five.
    pub overdue: Vec<ActionView>,
    pub overdue_total: usize,
    pub open_total: usize,
    pub actions_href: String,
    /// Every review as a mark on a time axis.
    pub strip: Option<StripView>,
    /// The scale, worst first: the legend for the shapes of marks.
    pub scale: Vec<SeverityView>,
    /// `37 incidents, 5 near misses, 3 game days`.
    pub counts: String,
    /// Every severity of the scale with its count.
    pub severities: Vec<TermCard>,
    /// The services with most reviews, at most ten.
    pub services: Vec<TermCard>,
    /// Factors of more than one review, at most ten.
    pub factors: Vec<TermCard>,
    /// The tags with most reviews, at most twenty.
    pub tags: Vec<TermCard>,
    /// Every year, newest first.
    pub years: Vec<TermCard>,
    /// Overviews of the indexes and the list of all reviews.
    pub browse: Vec<Link>,
    /// Pages of the folder that are not reviews: READMEs, templates, lists of links.
    pub documents: Vec<Link>,
    /// The list of all reviews.
    pub all_href: String,
}
