//! `internal/review.html`, as `review`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::pages::actions::ActionView;
use crate::pages::pieces::{DateView, Link, SeverityView, StatusView};

/// One review, in reading order.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewPage {
    pub id: String,
    pub title: String,
    pub kind: Link,
    pub kind_key: String,
    pub severity: Option<SeverityView>,
    pub status: StatusView,
    pub date: Option<DateView>,
    /// `production` is left out; `staging` is shown.
    pub environment: Option<String>,
    /// The incident was caused by planned work.
    pub scheduled: bool,
    pub services: Vec<Link>,
    /// Names that have no page.
    pub systems: Vec<String>,
    pub teams: Vec<Link>,
    pub tags: Vec<Link>,
    /// All learnings of the front matter, at the top of the page. Those of the body stay in the body and only the first is
    /// repeated here.
    pub lessons: Vec<Lesson>,
    pub surprises: Vec<Lesson>,
    /// Time to detect and to acknowledge, the headline, time to recover.
    pub metrics: Vec<Metric>,
    /// One bar with the phases to scale, as SVG; null if fewer than two moments are known.
    pub phase_bar_html: Option<String>,
    /// What failed and for whom, in a sentence or two; null if the review does not say.
    pub happened: Option<String>,
    /// The author's summary, if it says more than `happened`.
    pub summary_html: Option<String>,
    /// A sentence on what the phase bar is drawn from; null without a phase bar.
    pub phases_note: Option<String>,
    /// Impact, detection, environment and so on: label and value.
    pub facts: Vec<Fact>,
    pub timeline: Option<TimelineView>,
    /// The author's text; its headings start at `<h2>`. May be empty.
    pub body_html: String,
    pub factors: Vec<FactorView>,
    pub went_well: Vec<Lesson>,
    pub got_lucky: Vec<Lesson>,
    pub open_questions: Vec<Lesson>,
    pub actions: Vec<ActionView>,
    /// `3 open, 5 done`; empty without actions.
    pub actions_words: String,
    /// The id of their section, here or in the body; null if there are none.
    pub actions_at: Option<String>,
    pub no_action_reason_html: Option<String>,
    /// What was decided against without ever becoming an action.
    pub wont_do: Vec<Lesson>,
    pub related: Vec<RelatedView>,
    /// The reviews of the same recurring failure, oldest first, including this one; empty if it does not recur.
    pub chain: Vec<ChainLink>,
    /// Reviews whose text or `related` names this one.
    pub backlinks: Vec<RelatedView>,
    pub people: Vec<PeopleRow>,
    pub links: Vec<Link>,
    /// In a folder without settings: what was read from the text, with the lines.
    pub read_from: Vec<ReadFrom>,
    /// Newest first: published, revisions, the last commits of the file.
    pub history: Vec<RevisionView>,
    /// The `extra:` table: key and value.
    pub extra: Vec<Fact>,
    /// The headings of this page in order, two levels.
    pub toc: Vec<TocEntry>,
    pub edit_href: Option<String>,
    /// The drill kit; null if the timeline is too short for a page.
    pub drill_href: Option<String>,
    /// The id of each section that the page adds: its name (`factors`), or another if a heading of the body has that id.
    pub ids: BTreeMap<&'static str, String>,
    /// The source file, relative to the library.
    pub source: String,
    /// The next newer review.
    pub newer: Option<Link>,
    /// The next older review.
    pub older: Option<Link>,
}

/// A learning, a surprise or an open question: inline HTML, and what it applies to.
#[derive(Debug, Clone, Serialize)]
pub struct Lesson {
    pub html: String,
    /// Too long for the largest letters.
    pub is_long: bool,
    /// Services, teams or free text; a link if they have a page, otherwise `href` is empty.
    pub applies_to: Vec<Link>,
}

/// One figure of the metrics strip.
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
    /// `from start to detection`: what is measured.
    pub note: String,
}

/// A fact that was read from the text.
#[derive(Debug, Clone, Serialize)]
pub struct ReadFrom {
    /// `Date`, `Timeline`.
    pub label: &'static str,
    /// `line 4`; `12 entries, lines 20 to 41`.
    pub place: String,
    /// The text of the line; empty for lists and for the file's name.
    pub line: String,
    /// Whether its form or place implies it, instead of a label naming it.
    pub is_implied: bool,
}

/// A label and a value in the list of facts.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    pub label: String,
    pub html: String,
}

/// The plot and the table below it.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says of one column, or of the plot, whether it is there")]
pub struct TimelineView {
    /// The id of the section: `timeline`, or that of the author's own heading.
    pub anchor: String,
    /// `Timeline`, or the author's own heading.
    pub heading: String,
    /// What the author says before the entries.
    pub before_html: Option<String>,
    /// What belongs to no entry and stands after them.
    pub after_html: Option<String>,
    /// The list or table that the entries were read from, as the author wrote it; null if they come from front matter.
    pub written_html: Option<String>,
    /// The SVG; null if fewer than two moments are known.
    pub plot_html: Option<String>,
    /// Whether the plot has a height: an entry in it states an effect.
    pub has_path: bool,
    pub rows: Vec<TimelineRow>,
    /// Whether any row has a value in this column; otherwise the column is left out.
    pub has_who: bool,
    pub has_evidence: bool,
    pub has_phase: bool,
    pub has_effect: bool,
    /// `Denver`, or `UTC`: the zone of the times; `Time` if any row has no moment.
    pub clock: String,
    /// `Times in Denver (UTC-7), UTC beneath.`
    pub zone_note: String,
}

/// One entry.
#[derive(Debug, Clone, Serialize)]
pub struct TimelineRow {
    /// The number in the plot, from 1.
    pub number: usize,
    pub at: RowTime,
    /// Set in the first row and where the day changes in the incident's zone: `2 March 2026`.
    pub day: Option<String>,
    /// `+12 min` since the start; null at and before the start.
    pub since: Option<String>,
    /// The moments that the plot also names: `Started`, `Detected`, `Acknowledged`, `Identified`, `Mitigated`, `Resolved`.
    pub turning: Option<String>,
    /// `Detection`; null if not stated.
    pub phase: Option<String>,
    /// `human`, `automation`, `conversation`; null if not stated.
    pub kind: Option<String>,
    /// `positive`, `neutral`, `negative`; `unstated` if the author does not say.
    pub impact: String,
    pub what_html: String,
    /// What else the author writes below the heading that the entry was read from.
    pub more_html: Option<String>,
    /// The ids of the author's headings that the row stands for.
    pub anchors: Vec<String>,
    pub who: Option<String>,
    pub evidence_html: Option<String>,
    /// The line of the file that it was read from; null in a library with settings.
    pub line: Option<usize>,
}

/// The time of an entry, as its row shows it.
#[derive(Debug, Clone, Serialize)]
pub struct RowTime {
    /// For `<time datetime>`: in UTC for a moment, else a day, a time or both without a zone; null if nothing about it is
    /// certain.
    pub machine: Option<String>,
    /// `09:04`; `10:00 CST` or `8 March` as written if it is not a moment; empty if no time was written.
    pub words: String,
    /// `16:04 UTC`, with its date if that differs in UTC; null if the zone is UTC, and for everything that is not a moment.
    pub utc: Option<String>,
    /// Whether the plot has a mark for it.
    pub is_moment: bool,
}

/// A contributing factor.
#[derive(Debug, Clone, Serialize)]
pub struct FactorView {
    pub html: String,
    pub category: Option<String>,
    pub href: String,
    /// The number of other reviews with the same factor.
    pub others: usize,
}

/// A related review, with the reason.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedView {
    pub title: String,
    pub href: String,
    pub date: Option<DateView>,
    /// `same factor: stale cache; also checkout`.
    pub reason: String,
    /// Whether the author named it.
    pub chosen: bool,
}

/// A review in a recurrence chain.
#[derive(Debug, Clone, Serialize)]
pub struct ChainLink {
    pub title: String,
    pub href: String,
    pub date: Option<DateView>,
    /// Whether it is this page.
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
    /// The first ten digits of its hash.
    pub name: String,
    /// Its page in the repository; null if the configuration names no repository.
    pub href: Option<String>,
}

/// An entry of the history.
#[derive(Debug, Clone, Serialize)]
pub struct RevisionView {
    pub on: DateView,
    pub note: String,
    /// The commit of this entry; null for what the review says itself.
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
