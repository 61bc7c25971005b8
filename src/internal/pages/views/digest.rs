//! `internal/digest.html`, as `digest`, `internal/digests.html`, as `digests`, and `internal/period.html`, as `period`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ActionGroup, Card, DateView, FeedLink, Lesson, Link, RevisionView, SeverityView};
use crate::internal::digest::Minutes;

/// One week, in the order in which a meeting goes through it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DigestPage {
    /// `2026-W47`.
    pub(in crate::internal) week: String,
    /// `Week 47, 2026`.
    pub(in crate::internal) title: String,
    /// `16 to 22 November 2026`.
    pub(in crate::internal) days: String,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`.
    pub(in crate::internal) held_over: Option<String>,
    /// Set while the week lasts.
    pub(in crate::internal) as_of: Option<DateView>,
    /// `3 new reviews: 2 incidents, 1 near miss; 4 actions closed`; may be empty.
    pub(in crate::internal) counts: String,
    /// `Nothing new this week.`
    pub(in crate::internal) quiet: Option<String>,
    /// `1 restricted review is not listed`.
    pub(in crate::internal) excluded: Option<String>,
    /// The page's own address, where this is the one of the current week; whole where the site's address is known.
    pub(in crate::internal) canonical: Option<String>,
    pub(in crate::internal) older: Option<Link>,
    pub(in crate::internal) newer: Option<Link>,
    /// The month, the quarter, all weeks.
    pub(in crate::internal) around: Vec<Link>,
    /// The parts that have anything in them, in order.
    pub(in crate::internal) parts: Vec<PartLink>,
    /// The heading of each part, by its key.
    pub(in crate::internal) headings: BTreeMap<&'static str, String>,
    pub(in crate::internal) minutes: Minutes,
    pub(in crate::internal) lesson: Option<FeaturedView>,
    pub(in crate::internal) new: Vec<DigestCard>,
    /// Near misses, game days and all that is no incident.
    pub(in crate::internal) near: Vec<DigestCard>,
    /// Published after the last meeting and before this week.
    pub(in crate::internal) late: Vec<DigestCard>,
    pub(in crate::internal) revised: Vec<MentionView>,
    pub(in crate::internal) well: Vec<SavedView>,
    /// How many points there are beyond `well`.
    pub(in crate::internal) well_more: usize,
    pub(in crate::internal) patterns: Vec<PatternView>,
    /// Closed, to decide on, late, unclear, due, declined; only those that have any.
    pub(in crate::internal) actions: Vec<ActionGroup>,
    /// What new reviews decided against, with the reason.
    pub(in crate::internal) dropped: Vec<MentionView>,
    pub(in crate::internal) actions_href: String,
    /// `600 actions are overdue in all`; none where none is.
    pub(in crate::internal) overdue: Option<String>,
    pub(in crate::internal) archive: Vec<ArchiveEntry>,
    pub(in crate::internal) agenda: AgendaView,
    pub(in crate::internal) questions: Vec<QuestionView>,
}

/// A part of the page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PartLink {
    /// `lesson`: also the heading's id.
    pub(in crate::internal) key: &'static str,
    pub(in crate::internal) heading: String,
    pub(in crate::internal) minutes: usize,
}

/// A review with its story at a glance.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DigestCard {
    pub(in crate::internal) card: Card,
    /// The path of the disruption at the size of a word.
    pub(in crate::internal) mini_html: Option<String>,
    /// `4 November 2026, 17:31 to 5 November, 12:00, Copenhagen`.
    pub(in crate::internal) span: Option<String>,
    /// Where the day is not the author's: how it is known.
    pub(in crate::internal) dated: Option<String>,
    /// Changes of the same week.
    pub(in crate::internal) revisions: Vec<RevisionView>,
    pub(in crate::internal) story: StoryView,
}

/// What a meeting is told of a review.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct StoryView {
    /// Plain words; none where the review does not say.
    pub(in crate::internal) happened: Option<String>,
    pub(in crate::internal) affected: Option<String>,
    pub(in crate::internal) again: Option<AgainView>,
    /// `Told by Ana, Ben`; `To be asked to tell it: Ana`; that nobody is named.
    pub(in crate::internal) teller: String,
    /// 0 where it is only named.
    pub(in crate::internal) minutes: usize,
    pub(in crate::internal) surprises: Vec<Lesson>,
    pub(in crate::internal) lessons: Vec<Lesson>,
    /// Services and teams that its lessons name.
    pub(in crate::internal) applies_to: Vec<Link>,
    pub(in crate::internal) questions: Vec<String>,
    /// `14 of 20`.
    pub(in crate::internal) new_to: Option<String>,
}

/// That a failure came back.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct AgainView {
    /// `Third time: March 2025, June 2026`.
    pub(in crate::internal) words: String,
    /// Oldest first.
    pub(in crate::internal) reviews: Vec<Link>,
    /// What was done after the last time, and what is still open.
    pub(in crate::internal) done_html: Vec<String>,
    pub(in crate::internal) open_html: Vec<String>,
    /// How many more there are.
    pub(in crate::internal) left_out: usize,
}

/// One review in depth.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FeaturedView {
    pub(in crate::internal) item: DigestCard,
    /// Why this one was chosen.
    pub(in crate::internal) why: String,
    pub(in crate::internal) plot_html: Option<String>,
    /// Services of reviews with the same factor.
    pub(in crate::internal) seen_in: Vec<Link>,
}

/// A review with notes about it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct MentionView {
    pub(in crate::internal) review: Link,
    pub(in crate::internal) notes: Vec<RevisionView>,
    /// One text instead of dated notes.
    pub(in crate::internal) html: Option<String>,
}

/// Something that went well.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct SavedView {
    pub(in crate::internal) html: String,
    /// It was luck.
    pub(in crate::internal) luck: bool,
    pub(in crate::internal) review: Link,
}

/// A factor or service that was seen again.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PatternView {
    /// `Contributing factor`, `Service`.
    pub(in crate::internal) dimension: &'static str,
    pub(in crate::internal) term: Link,
    /// `3 reviews in 90 days`, `3 reviews`.
    pub(in crate::internal) words: String,
    /// The newest of them.
    pub(in crate::internal) reviews: Vec<Link>,
    /// How many there are beyond `reviews`.
    pub(in crate::internal) more: usize,
}

/// An old review, and why now.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ArchiveEntry {
    pub(in crate::internal) card: Card,
    /// `This week in 2025`; else `In common`.
    pub(in crate::internal) label: String,
    pub(in crate::internal) shared: Vec<Link>,
    pub(in crate::internal) with: Option<Link>,
}

/// The meeting.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct AgendaView {
    pub(in crate::internal) name: String,
    /// `Thursday 19 November 2026, 14:00 to 15:00, Europe/Copenhagen`; none where no meeting is held.
    pub(in crate::internal) when: Option<String>,
    /// When it begins, as `2026-11-19T14:00:00+01:00`.
    pub(in crate::internal) starts: Option<String>,
    /// There is a meeting, and it is not held in this week.
    pub(in crate::internal) skipped: bool,
    /// `Thursday 26 November 2026`.
    pub(in crate::internal) next: Option<String>,
    pub(in crate::internal) items: Vec<AgendaRow>,
    pub(in crate::internal) facilitator: Option<String>,
    /// Why there is none, where there should be one.
    pub(in crate::internal) no_facilitator: Option<&'static str>,
    pub(in crate::internal) presenters: Vec<PresenterView>,
    pub(in crate::internal) link: Option<String>,
}

/// A block of the meeting.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct AgendaRow {
    /// `14:05`.
    pub(in crate::internal) at: String,
    pub(in crate::internal) minutes: usize,
    pub(in crate::internal) what: &'static str,
    pub(in crate::internal) how: &'static str,
}

/// Who tells a review.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PresenterView {
    pub(in crate::internal) review: Link,
    pub(in crate::internal) minutes: usize,
    /// `Ana, Ben`; `to be asked: Ana`; that nobody is named.
    pub(in crate::internal) words: String,
}

/// Something to talk about.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct QuestionView {
    pub(in crate::internal) text: String,
    pub(in crate::internal) review: Option<Link>,
}

/// All weeks.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DigestsPage {
    /// Newest first.
    pub(in crate::internal) years: Vec<YearView>,
    pub(in crate::internal) this_week: Link,
    pub(in crate::internal) feed: FeedLink,
}

/// The weeks of a year.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct YearView {
    pub(in crate::internal) year: i16,
    /// Newest first.
    pub(in crate::internal) quarters: Vec<Link>,
    /// Newest first.
    pub(in crate::internal) months: Vec<Link>,
    /// Newest first.
    pub(in crate::internal) weeks: Vec<WeekRow>,
}

/// A week as an entry of a list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct WeekRow {
    pub(in crate::internal) week: Link,
    pub(in crate::internal) days: String,
    /// `3 new reviews: 2 incidents, 1 near miss`, or that there was nothing new.
    pub(in crate::internal) words: String,
    /// The review that it is remembered by.
    pub(in crate::internal) review: Option<Link>,
}

/// A month or a quarter.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PeriodPage {
    /// `November 2026`.
    pub(in crate::internal) title: String,
    /// `1 to 30 November 2026`.
    pub(in crate::internal) days: String,
    /// `Happened in it: 7 reviews: 5 incidents, 2 near misses`.
    pub(in crate::internal) happened_words: String,
    /// `Came out in it: 3 reviews: 3 incidents`.
    pub(in crate::internal) published_words: String,
    /// Newest first.
    pub(in crate::internal) happened: Vec<HappenedRow>,
    /// How many there are beyond these.
    pub(in crate::internal) happened_more: usize,
    /// The list that has all of them.
    pub(in crate::internal) year: Link,
    /// Time of harm, how it was noticed, actions.
    pub(in crate::internal) facts: Vec<FactLine>,
    /// What came out in it.
    pub(in crate::internal) published: Vec<Link>,
    pub(in crate::internal) published_more: usize,
    /// The weightiest lessons of what came out.
    pub(in crate::internal) hits: Vec<DigestCard>,
    pub(in crate::internal) patterns: Vec<PatternView>,
    /// Newest first.
    pub(in crate::internal) weeks: Vec<WeekRow>,
    /// For a month its quarter, for a quarter its months.
    pub(in crate::internal) around: Vec<Link>,
    pub(in crate::internal) older: Option<Link>,
    pub(in crate::internal) newer: Option<Link>,
}

/// What happened on a day of a month or a quarter.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct HappenedRow {
    pub(in crate::internal) review: Link,
    pub(in crate::internal) date: Option<DateView>,
    pub(in crate::internal) severity: Option<SeverityView>,
    /// Set where it is no incident.
    pub(in crate::internal) kind: Option<Link>,
    /// `47 min`.
    pub(in crate::internal) harm: Option<String>,
    /// Who was affected, or what happened; plain words.
    pub(in crate::internal) impact: Option<String>,
}

/// A fact with its name.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FactLine {
    pub(in crate::internal) label: &'static str,
    pub(in crate::internal) text: String,
}
