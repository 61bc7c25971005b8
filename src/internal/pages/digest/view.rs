//! `internal/digest.html`, as `digest`: one week.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{AgendaView, DigestCard};
use crate::digest::Minutes;
use crate::pages::actions::ActionGroup;
use crate::pages::pieces::{Card, DateView, Link};
use crate::pages::review::RevisionView;

/// One week, in the order in which a meeting goes through it.
#[derive(Debug, Clone, Serialize)]
pub struct DigestPage {
    /// `2026-W47`.
    pub week: String,
    /// `Week 47, 2026`.
    pub title: String,
    /// `16 to 22 November 2026`.
    pub days: String,
    /// `17 older reviews were added`.
    pub added: Option<String>,
    /// All reviews.
    pub reviews_href: String,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`.
    pub held_over: Option<String>,
    /// Today, if the week is not over.
    pub as_of: Option<DateView>,
    /// `3 new reviews: 2 incidents, 1 near miss; 4 actions closed`; may be empty.
    pub counts: String,
    /// `Nothing new this week.`
    pub quiet: Option<String>,
    /// `1 restricted review is not listed`.
    pub excluded: Option<String>,
    /// The page of the week, and that of its slides, which is null in a week without a meeting or without a page.
    pub href: String,
    pub slides_href: Option<String>,
    /// The permanent address of the page, if this is the page of the current week; absolute if the site's address is known.
    pub canonical: Option<String>,
    pub older: Option<Link>,
    pub newer: Option<Link>,
    /// The month, the quarter, the list of all weeks.
    pub around: Vec<Link>,
    /// The parts that have content, in order.
    pub parts: Vec<PartLink>,
    /// The heading of each part, by its key.
    pub headings: BTreeMap<&'static str, String>,
    pub minutes: Minutes,
    pub lesson: Option<FeaturedView>,
    pub new: Vec<DigestCard>,
    /// Near misses, game days and everything else that is not an incident.
    pub near: Vec<DigestCard>,
    /// Published after the last meeting and before this week.
    pub late: Vec<DigestCard>,
    pub revised: Vec<MentionView>,
    pub well: Vec<SavedView>,
    /// How many more points there are.
    pub well_more: usize,
    pub patterns: Vec<PatternView>,
    /// Closed, to decide on, newly overdue, unclear, due, declined; only groups that have any.
    pub actions: Vec<ActionGroup>,
    /// What new reviews decided against, with the reason.
    pub dropped: Vec<MentionView>,
    pub actions_href: String,
    /// `600 actions are overdue in all`; null if there are none.
    pub overdue: Option<String>,
    pub archive: Vec<ArchiveEntry>,
    /// The list of all drills, in a week without a new review; null if there are no drills.
    pub drills: Option<Link>,
    /// Whether one fits into the time that is left, in a sentence.
    pub drills_fit: String,
    pub agenda: AgendaView,
    pub questions: Vec<QuestionView>,
}

/// A part of the page.
#[derive(Debug, Clone, Serialize)]
pub struct PartLink {
    /// `lesson`: also the heading's id.
    pub key: &'static str,
    pub heading: String,
    pub minutes: usize,
}

/// One review in depth.
#[derive(Debug, Clone, Serialize)]
pub struct FeaturedView {
    pub item: DigestCard,
    /// Why this review was chosen.
    pub why: String,
    pub plot_html: Option<String>,
    /// Where else one of its factors was seen.
    pub seen: Option<SeenView>,
}

/// Where else a contributing factor was seen.
#[derive(Debug, Clone, Serialize)]
pub struct SeenView {
    pub factor: String,
    pub services: Vec<Link>,
    /// How many more services there are.
    pub more: usize,
}

/// A review with notes about it.
#[derive(Debug, Clone, Serialize)]
pub struct MentionView {
    pub review: Link,
    pub notes: Vec<RevisionView>,
    /// One text instead of dated notes.
    pub html: Option<String>,
}

/// Something that went well.
#[derive(Debug, Clone, Serialize)]
pub struct SavedView {
    pub html: String,
    /// It was luck.
    pub luck: bool,
    pub review: Link,
}

/// A factor or service that occurred again.
#[derive(Debug, Clone, Serialize)]
pub struct PatternView {
    /// `Contributing factor`, `Service`.
    pub dimension: &'static str,
    pub term: Link,
    /// `3 reviews in 90 days`, `3 reviews`.
    pub words: String,
    /// The newest of them.
    pub reviews: Vec<Link>,
    /// How many more reviews there are.
    pub more: usize,
}

/// An old review, and why it is shown now.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveEntry {
    pub card: Card,
    /// `This week in 2025`, or `In common`.
    pub label: String,
    pub shared: Vec<Link>,
    pub with: Option<Link>,
}

/// A question for the meeting.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    pub text: String,
    pub review: Option<Link>,
}
