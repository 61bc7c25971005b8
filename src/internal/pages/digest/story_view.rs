//! A review in a digest.

use serde::Serialize;

use crate::pages::pieces::{Card, Link};
use crate::pages::review::{Lesson, RevisionView};

/// A review with its story in brief.
#[derive(Debug, Clone, Serialize)]
pub struct DigestCard {
    pub card: Card,
    /// A miniature plot of the timeline.
    pub mini_html: Option<String>,
    /// `4 November 2026`; that the day is not stated.
    pub when: String,
    /// `11 min of harm`.
    pub lasted: Option<String>,
    /// Where the day is not the author's: how it is known.
    pub dated: Option<String>,
    /// Revisions of the same week.
    pub revisions: Vec<RevisionView>,
    pub story: StoryView,
}

/// What a meeting needs to know about a review.
#[derive(Debug, Clone, Serialize)]
pub struct StoryView {
    /// Plain text; null if the review does not say.
    pub happened: Option<String>,
    /// The same in two lines, for a list of what is only to be read.
    pub in_brief: Option<String>,
    pub affected: Option<String>,
    pub again: Option<AgainView>,
    pub later: Option<LaterView>,
    /// `Told by Ana, Ben`; `To be asked to tell it: Ana`; or that nobody is named.
    pub presenter: String,
    /// `Told by: Ana`; `To be asked: Ana`; for an account, the team.
    pub on_slide: String,
    /// 0 where it is only named.
    pub minutes: usize,
    /// No meeting is held in its week, so that nobody spends these minutes on it.
    pub unmet: bool,
    pub surprises: Vec<Lesson>,
    pub lessons: Vec<Lesson>,
    /// Services and teams that its lessons name beyond its own.
    pub applies_to: Vec<Link>,
    /// Those that its open questions name beyond these.
    pub asked_of: Vec<Link>,
    pub factors: Vec<Link>,
    /// What was done or is to be done; empty where it is only named.
    pub changes: Vec<ChangeView>,
    pub questions: Vec<String>,
    /// `14 of 20`.
    pub new_to: Option<String>,
    /// The plot for its slide, if it is presented.
    pub plot_html: Option<String>,
}

/// What a review changes.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    pub title_html: String,
    /// `Caches, due 4 December 2026`.
    pub facts: String,
    /// Why it was decided against.
    pub reason_html: Option<String>,
}

/// That a failure came back.
#[derive(Debug, Clone, Serialize)]
pub struct AgainView {
    /// `Third time; before: March 2025, June 2026`.
    pub words: String,
    /// Oldest first.
    pub reviews: Vec<Link>,
    /// What was done after the last time, and what is still open.
    pub done_html: Vec<String>,
    pub open_html: Vec<String>,
    /// How many more there are.
    pub left_out: usize,
}

/// When a failure came back after this review.
#[derive(Debug, Clone, Serialize)]
pub struct LaterView {
    /// `September 2024`.
    pub words: String,
    /// Oldest first.
    pub reviews: Vec<Link>,
}
