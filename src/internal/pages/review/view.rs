//! `internal/review.html`, as `review`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::pages::actions::ActionView;
use crate::pages::pieces::{DateView, Link, SeverityView, StatusView};

/// One review, in the order in which it is read.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewPage {
    pub id: String,
    pub title: String,
    pub kind: Link,
    pub kind_key: String,
    pub severity: Option<SeverityView>,
    pub status: StatusView,
    pub date: Option<DateView>,
    /// `production` is not shown; `staging` is.
    pub environment: Option<String>,
    /// It came of planned work.
    pub scheduled: bool,
    pub services: Vec<Link>,
    /// Names that have no page of their own.
    pub systems: Vec<String>,
    pub teams: Vec<Link>,
    pub tags: Vec<Link>,
    /// The learnings of the front matter, all of them, first on the page. Those of the body stay in the body
    /// and only the first is repeated here.
    pub lessons: Vec<Lesson>,
    pub surprises: Vec<Lesson>,
    /// Time to detect and to acknowledge, the headline, time to recover.
    pub metrics: Vec<Metric>,
    /// One bar with the phases to scale, as SVG; null when fewer than two moments are known.
    pub phase_bar_html: Option<String>,
    /// What failed and for whom, in a sentence or two; null when the review does not say it.
    pub happened: Option<String>,
    /// The author's summary, where it says more than that.
    pub summary_html: Option<String>,
    /// What the picture of the phases rests on, in a sentence; null without a picture.
    pub phases_note: Option<String>,
    /// Impact, detection, environment and so on: label and value.
    pub facts: Vec<Fact>,
    pub timeline: Option<TimelineView>,
    /// The author's text; its headings start at `<h2>`. Empty when there is none.
    pub body_html: String,
    pub factors: Vec<FactorView>,
    pub went_well: Vec<Lesson>,
    pub got_lucky: Vec<Lesson>,
    pub open_questions: Vec<Lesson>,
    pub actions: Vec<ActionView>,
    /// `3 open, 5 done`; empty without actions.
    pub actions_words: String,
    /// The id under which they stand, here or in the body; null where there are none.
    pub actions_at: Option<String>,
    pub no_action_reason_html: Option<String>,
    /// Things decided against that never became an action.
    pub wont_do: Vec<Lesson>,
    pub related: Vec<RelatedView>,
    /// The reviews of the same recurring failure, oldest first, this one among them; empty unless it recurs.
    pub chain: Vec<ChainLink>,
    /// Reviews whose text or `related` names this one.
    pub backlinks: Vec<RelatedView>,
    pub people: Vec<PeopleRow>,
    pub links: Vec<Link>,
    /// In a folder without settings: what was read from the text, and from which lines.
    pub read_from: Vec<ReadFrom>,
    /// Newest first: published, revisions, the last commits of the file.
    pub history: Vec<RevisionView>,
    /// The `extra:` table: key and value.
    pub extra: Vec<Fact>,
    /// Headings of this page, in its order, two levels.
    pub toc: Vec<TocEntry>,
    pub edit_href: Option<String>,
    /// The drill kit; null where the timeline is too short to be played.
    pub drill_href: Option<String>,
    /// The id of each section that the page makes: its own name (`factors`), or another where a heading of the body has that.
    pub ids: BTreeMap<&'static str, String>,
    /// The source file, relative to the library.
    pub source: String,
    /// The next newer review.
    pub newer: Option<Link>,
    /// The next older review.
    pub older: Option<Link>,
}

/// A learning, a surprise, an open question: inline HTML and to whom it applies.
#[derive(Debug, Clone, Serialize)]
pub struct Lesson {
    pub html: String,
    /// Services, teams or free words; a link where they have a page, else an empty `href`.
    pub applies_to: Vec<Link>,
}

/// One figure of the strip.
#[derive(Debug, Clone, Serialize)]
pub struct Metric {
    /// `detect`, `acknowledge`, `recover`; `harm`, `exposure`, `exercise` or `length` for the headline.
    pub key: &'static str,
    /// `Time to detect`.
    pub label: &'static str,
    /// `47 min`.
    pub value: String,
    /// ISO 8601 duration for `<time datetime>`: `PT47M`.
    pub iso: String,
    /// `from start to detection`: what it is measured from and to.
    pub note: String,
}

/// A fact that was read from the text.
#[derive(Debug, Clone, Serialize)]
pub struct ReadFrom {
    /// `Date`, `Timeline`.
    pub label: &'static str,
    /// `line 4`; `12 entries, lines 20 to 41`.
    pub place: String,
    /// The words of the line; empty for lists and for the file's name.
    pub line: String,
    /// Whether its form or place shows it, and no label names it.
    pub is_implied: bool,
}

/// A label and a value of the facts list.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub label: String,
    pub html: String,
}

/// The plot and the table beneath it.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineView {
    /// The id of the section: `timeline`, or that of the author's own heading.
    pub anchor: String,
    /// `Timeline`, or the author's own heading.
    pub heading: String,
    /// The list or table that the entries were read from, as the author wrote it; null when they come from front matter.
    pub written_html: Option<String>,
    /// The SVG; null when fewer than two moments are known.
    pub plot_html: Option<String>,
    pub rows: Vec<TimelineRow>,
    /// Whether any row says who, or what it rests on; else those columns are left out.
    pub has_who: bool,
    pub has_evidence: bool,
    pub has_phase: bool,
    /// `Denver`, or `UTC`: whose clock the times are of; `Time` where not every row has a moment.
    pub clock: String,
    /// `Times in Denver (UTC-7), UTC beneath.`
    pub zone_note: String,
}

/// One entry.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineRow {
    /// As on the plot, from 1.
    pub number: usize,
    pub at: RowTime,
    /// Set on the first row and where the day changes in the incident's zone: `2 March 2026`.
    pub day: Option<String>,
    /// `+12 min` since the start; null before it.
    pub since: Option<String>,
    /// A word for the moments that the plot names too: `Started`, `Detected`, `Acknowledged`, `Identified`,
    /// `Mitigated`, `Resolved`.
    pub turning: Option<&'static str>,
    /// `Detection`; null when not said.
    pub phase: Option<String>,
    /// `human`, `automation`, `conversation`; null when not said.
    pub kind: Option<String>,
    /// `positive`, `neutral`, `negative`.
    pub impact: String,
    pub what_html: String,
    pub who: Option<String>,
    pub evidence_html: Option<String>,
    /// The line of the file that it was read from; null in a library with settings.
    pub line: Option<usize>,
}

/// When an entry happened, as its row tells it.
#[derive(Debug, Clone, Serialize)]
pub struct RowTime {
    /// For `<time datetime>`: in UTC for a moment, else a day, a clock or both without a zone; null where nothing of it is sure.
    pub machine: Option<String>,
    /// `09:04`; `10:00 CST` or `8 March` as written where it is no moment; empty where nothing was written.
    pub words: String,
    /// `16:04 UTC`, with its date when it falls on another day there; null when the zone is UTC, and for all that is no moment.
    pub utc: Option<String>,
    /// Whether it has a mark in the plot.
    pub is_moment: bool,
}

/// A contributing factor.
#[derive(Debug, Clone, Serialize)]
pub struct FactorView {
    pub html: String,
    pub category: Option<String>,
    pub href: String,
    /// Other reviews with the same factor.
    pub others: usize,
}

/// A related review and why it is.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedView {
    pub title: String,
    pub href: String,
    pub date: Option<DateView>,
    /// `same factor: stale cache; also checkout`.
    pub reason: String,
    /// Named by the author.
    pub chosen: bool,
}

/// A step of a recurrence chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainLink {
    pub title: String,
    pub href: String,
    pub date: Option<DateView>,
    /// This page.
    pub current: bool,
}

/// People in one role.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleRow {
    /// `Incident commander`.
    pub role: &'static str,
    pub names: Vec<String>,
}

/// A commit of the review's file.
#[derive(Debug, Clone, Serialize)]
pub struct CommitView {
    /// The first ten digits of its name.
    pub name: String,
    /// Its page in the repository; null when the configuration names none.
    pub href: Option<String>,
}

/// A line of the history.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionView {
    pub on: DateView,
    pub note: String,
    /// The commit that the line is of; null for what the review says itself.
    pub commit: Option<CommitView>,
}

/// An entry of the contents list.
#[derive(Debug, Clone, Serialize)]
pub struct TocEntry {
    /// 2 or 3.
    pub level: u8,
    pub id: String,
    pub text: String,
}
