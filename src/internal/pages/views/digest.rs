//! `internal/digest.html`, as `digest`, `internal/digests.html`, as `digests`, and `internal/period.html`, as `period`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ActionGroup, Card, DateView, FeedLink, Lesson, Link, RevisionView, SeverityView};
use crate::digest::Minutes;

/// One week, in the order in which a meeting goes through it.
#[derive(Debug, Clone, Serialize)]
pub struct DigestPage {
    /// `2026-W47`.
    pub week: String,
    /// `Week 47, 2026`.
    pub title: String,
    /// `16 to 22 November 2026`.
    pub days: String,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`.
    pub held_over: Option<String>,
    /// Set while the week lasts.
    pub as_of: Option<DateView>,
    /// `3 new reviews: 2 incidents, 1 near miss; 4 actions closed`; may be empty.
    pub counts: String,
    /// `Nothing new this week.`
    pub quiet: Option<String>,
    /// `1 restricted review is not listed`.
    pub excluded: Option<String>,
    /// The page's own address, where this is the one of the current week; whole where the site's address is known.
    pub canonical: Option<String>,
    pub older: Option<Link>,
    pub newer: Option<Link>,
    /// The month, the quarter, all weeks.
    pub around: Vec<Link>,
    /// The parts that have anything in them, in order.
    pub parts: Vec<PartLink>,
    /// The heading of each part, by its key.
    pub headings: BTreeMap<&'static str, String>,
    pub minutes: Minutes,
    pub lesson: Option<FeaturedView>,
    pub new: Vec<DigestCard>,
    /// Near misses, game days and all that is no incident.
    pub near: Vec<DigestCard>,
    /// Published after the last meeting and before this week.
    pub late: Vec<DigestCard>,
    pub revised: Vec<MentionView>,
    pub well: Vec<SavedView>,
    /// How many points there are beyond `well`.
    pub well_more: usize,
    pub patterns: Vec<PatternView>,
    /// Closed, to decide on, late, unclear, due, declined; only those that have any.
    pub actions: Vec<ActionGroup>,
    /// What new reviews decided against, with the reason.
    pub dropped: Vec<MentionView>,
    pub actions_href: String,
    /// `600 actions are overdue in all`; none where none is.
    pub overdue: Option<String>,
    pub archive: Vec<ArchiveEntry>,
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

/// A review with its story at a glance.
#[derive(Debug, Clone, Serialize)]
pub struct DigestCard {
    pub card: Card,
    /// The path of the disruption at the size of a word.
    pub mini_html: Option<String>,
    /// `4 November 2026, 17:31 to 5 November, 12:00, Copenhagen`.
    pub span: Option<String>,
    /// Where the day is not the author's: how it is known.
    pub dated: Option<String>,
    /// Changes of the same week.
    pub revisions: Vec<RevisionView>,
    pub story: StoryView,
}

/// What a meeting is told of a review.
#[derive(Debug, Clone, Serialize)]
pub struct StoryView {
    /// Plain words; none where the review does not say.
    pub happened: Option<String>,
    pub affected: Option<String>,
    pub again: Option<AgainView>,
    /// `Told by Ana, Ben`; `To be asked to tell it: Ana`; that nobody is named.
    pub teller: String,
    /// 0 where it is only named.
    pub minutes: usize,
    pub surprises: Vec<Lesson>,
    pub lessons: Vec<Lesson>,
    /// Services and teams that its lessons name.
    pub applies_to: Vec<Link>,
    pub questions: Vec<String>,
    /// `14 of 20`.
    pub new_to: Option<String>,
}

/// That a failure came back.
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

/// One review in depth.
#[derive(Debug, Clone, Serialize)]
pub struct FeaturedView {
    pub item: DigestCard,
    /// Why this one was chosen.
    pub why: String,
    pub plot_html: Option<String>,
    /// Services of reviews with the same factor.
    pub seen_in: Vec<Link>,
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

/// A factor or service that was seen again.
#[derive(Debug, Clone, Serialize)]
pub struct PatternView {
    /// `Contributing factor`, `Service`.
    pub dimension: &'static str,
    pub term: Link,
    /// `3 reviews in 90 days`, `3 reviews`.
    pub words: String,
    /// The newest of them.
    pub reviews: Vec<Link>,
    /// How many there are beyond `reviews`.
    pub more: usize,
}

/// An old review, and why now.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveEntry {
    pub card: Card,
    /// `This week in 2025`; else `In common`.
    pub label: String,
    pub shared: Vec<Link>,
    pub with: Option<Link>,
}

/// The meeting.
#[derive(Debug, Clone, Serialize)]
pub struct AgendaView {
    pub name: String,
    /// `Thursday 19 November 2026, 14:00 to 15:00, Europe/Copenhagen`; none where no meeting is held.
    pub when: Option<String>,
    /// When it begins, as `2026-11-19T14:00:00+01:00`.
    pub starts: Option<String>,
    /// There is a meeting, and it is not held in this week.
    pub skipped: bool,
    /// `Thursday 26 November 2026`.
    pub next: Option<String>,
    pub items: Vec<AgendaRow>,
    pub facilitator: Option<String>,
    /// Why there is none, where there should be one.
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
    pub how: &'static str,
}

/// Who tells a review.
#[derive(Debug, Clone, Serialize)]
pub struct PresenterView {
    pub review: Link,
    pub minutes: usize,
    /// `Ana, Ben`; `to be asked: Ana`; that nobody is named.
    pub words: String,
}

/// Something to talk about.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    pub text: String,
    pub review: Option<Link>,
}

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
    /// The review that it is remembered by.
    pub review: Option<Link>,
}

/// A month or a quarter.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodPage {
    /// `November 2026`.
    pub title: String,
    /// `1 to 30 November 2026`.
    pub days: String,
    /// `Happened in it: 7 reviews: 5 incidents, 2 near misses`.
    pub happened_words: String,
    /// `Came out in it: 3 reviews: 3 incidents`.
    pub published_words: String,
    /// Newest first.
    pub happened: Vec<HappenedRow>,
    /// How many there are beyond these.
    pub happened_more: usize,
    /// The list that has all of them.
    pub year: Link,
    /// Time of harm, how it was noticed, actions.
    pub facts: Vec<FactLine>,
    /// What came out in it.
    pub published: Vec<Link>,
    pub published_more: usize,
    /// The weightiest lessons of what came out.
    pub hits: Vec<DigestCard>,
    pub patterns: Vec<PatternView>,
    /// Newest first.
    pub weeks: Vec<WeekRow>,
    /// For a month its quarter, for a quarter its months.
    pub around: Vec<Link>,
    pub older: Option<Link>,
    pub newer: Option<Link>,
}

/// What happened on a day of a month or a quarter.
#[derive(Debug, Clone, Serialize)]
pub struct HappenedRow {
    pub review: Link,
    pub date: Option<DateView>,
    pub severity: Option<SeverityView>,
    /// Set where it is no incident.
    pub kind: Option<Link>,
    /// `47 min`.
    pub harm: Option<String>,
    /// Who was affected, or what happened; plain words.
    pub impact: Option<String>,
}

/// A fact with its name.
#[derive(Debug, Clone, Serialize)]
pub struct FactLine {
    pub label: &'static str,
    pub text: String,
}
