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
    /// `4 November 2026, 17:31 to 5 November, 12:00, Copenhagen`.
    pub span: Option<String>,
    /// How the day is known, if the author did not state it.
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
    pub affected: Option<String>,
    pub again: Option<AgainView>,
    /// `Told by Ana, Ben`; `To be asked to tell it: Ana`; or that nobody is named.
    pub teller: String,
    /// 0 if it is only listed.
    pub minutes: usize,
    /// No meeting is held in its week, so that nobody spends these minutes on it.
    pub unmet: bool,
    pub surprises: Vec<Lesson>,
    pub lessons: Vec<Lesson>,
    /// Services and teams that its lessons name.
    pub applies_to: Vec<Link>,
    pub questions: Vec<String>,
    /// `14 of 20`.
    pub new_to: Option<String>,
    /// The plot for its slide, if it is presented.
    pub plot_html: Option<String>,
}

/// A failure that came back.
#[derive(Debug, Clone, Serialize)]
pub struct AgainView {
    /// `Third time: March 2025, June 2026`.
    pub words: String,
    /// Oldest first.
    pub reviews: Vec<Link>,
    /// What was done after the last time, and what is still open.
    pub done_html: Vec<String>,
    pub open_html: Vec<String>,
    /// How many more there are.
    pub left_out: usize,
}
