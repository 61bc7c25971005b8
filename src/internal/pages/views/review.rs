//! `internal/review.html`, as `review`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ActionView, DateView, Link, SeverityView, StatusView, TimeView};

/// One review, in the order in which it is read.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ReviewPage {
    pub(in crate::internal) id: String,
    pub(in crate::internal) title: String,
    pub(in crate::internal) kind: Link,
    pub(in crate::internal) kind_key: String,
    pub(in crate::internal) severity: Option<SeverityView>,
    pub(in crate::internal) status: StatusView,
    pub(in crate::internal) date: Option<DateView>,
    /// `production` is not shown; `staging` is.
    pub(in crate::internal) environment: Option<String>,
    /// It came of planned work.
    pub(in crate::internal) scheduled: bool,
    pub(in crate::internal) services: Vec<Link>,
    /// Names that have no page of their own.
    pub(in crate::internal) systems: Vec<String>,
    pub(in crate::internal) teams: Vec<Link>,
    pub(in crate::internal) tags: Vec<Link>,
    /// The learnings of the front matter, all of them, first on the page. Those of the body stay in the body
    /// and only the first is repeated here.
    pub(in crate::internal) lessons: Vec<Lesson>,
    pub(in crate::internal) surprises: Vec<Lesson>,
    /// Time to detect and to acknowledge, the headline, time to recover.
    pub(in crate::internal) metrics: Vec<Metric>,
    /// One bar with the phases to scale, as SVG; null when fewer than two moments are known.
    pub(in crate::internal) phase_bar_html: Option<String>,
    /// What failed and for whom, in a sentence or two; null when the review does not say it.
    pub(in crate::internal) happened: Option<String>,
    /// The author's summary, where it says more than that.
    pub(in crate::internal) summary_html: Option<String>,
    /// What the picture of the phases rests on, in a sentence; null without a picture.
    pub(in crate::internal) phases_note: Option<String>,
    /// Impact, detection, environment and so on: label and value.
    pub(in crate::internal) facts: Vec<Fact>,
    pub(in crate::internal) timeline: Option<TimelineView>,
    /// The author's text; its headings start at `<h2>`. Empty when there is none.
    pub(in crate::internal) body_html: String,
    pub(in crate::internal) factors: Vec<FactorView>,
    pub(in crate::internal) went_well: Vec<Lesson>,
    pub(in crate::internal) got_lucky: Vec<Lesson>,
    pub(in crate::internal) open_questions: Vec<Lesson>,
    pub(in crate::internal) actions: Vec<ActionView>,
    /// `3 open, 5 done`; empty without actions.
    pub(in crate::internal) actions_words: String,
    /// The id under which they stand, here or in the body; null where there are none.
    pub(in crate::internal) actions_at: Option<String>,
    pub(in crate::internal) no_action_reason_html: Option<String>,
    /// Things decided against that never became an action.
    pub(in crate::internal) wont_do: Vec<Lesson>,
    pub(in crate::internal) related: Vec<RelatedView>,
    /// The reviews of the same recurring failure, oldest first, this one among them; empty unless it recurs.
    pub(in crate::internal) chain: Vec<ChainLink>,
    /// Reviews whose text or `related` names this one.
    pub(in crate::internal) backlinks: Vec<RelatedView>,
    pub(in crate::internal) people: Vec<PeopleRow>,
    pub(in crate::internal) links: Vec<Link>,
    /// Newest first: published, revisions, the last commits of the file.
    pub(in crate::internal) history: Vec<RevisionView>,
    /// The `extra:` table: key and value.
    pub(in crate::internal) extra: Vec<Fact>,
    /// Headings of this page, in its order, two levels.
    pub(in crate::internal) toc: Vec<TocEntry>,
    pub(in crate::internal) edit_href: Option<String>,
    /// The drill kit; null where the timeline is too short to be played.
    pub(in crate::internal) drill_href: Option<String>,
    /// The id of each section that the page makes: its own name (`factors`), or another where a heading of the body has that.
    pub(in crate::internal) ids: BTreeMap<&'static str, String>,
    /// The source file, relative to the library.
    pub(in crate::internal) source: String,
    /// The next newer review.
    pub(in crate::internal) newer: Option<Link>,
    /// The next older review.
    pub(in crate::internal) older: Option<Link>,
}

/// A learning, a surprise, an open question: inline HTML and to whom it applies.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Lesson {
    pub(in crate::internal) html: String,
    /// Services, teams or free words; a link where they have a page, else an empty `href`.
    pub(in crate::internal) applies_to: Vec<Link>,
}

/// One figure of the strip.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Metric {
    /// `detect`, `acknowledge`, `recover`; `harm`, `exposure`, `exercise` or `length` for the headline.
    pub(in crate::internal) key: &'static str,
    /// `Time to detect`.
    pub(in crate::internal) label: &'static str,
    /// `47 min`.
    pub(in crate::internal) value: String,
    /// ISO 8601 duration for `<time datetime>`: `PT47M`.
    pub(in crate::internal) iso: String,
    /// `from start to detection`: what it is measured from and to.
    pub(in crate::internal) note: String,
}

/// A label and a value of the facts list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Fact {
    pub(in crate::internal) label: String,
    pub(in crate::internal) html: String,
}

/// The plot and the table beneath it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TimelineView {
    /// The id of the section: `timeline`, or that of the author's own heading.
    pub(in crate::internal) anchor: String,
    /// `Timeline`, or the author's own heading.
    pub(in crate::internal) heading: String,
    /// The list or table that the entries were read from, as the author wrote it; null when they come from front matter.
    pub(in crate::internal) written_html: Option<String>,
    /// The SVG; null when fewer than two moments are known.
    pub(in crate::internal) plot_html: Option<String>,
    pub(in crate::internal) rows: Vec<TimelineRow>,
    /// Whether any row says who, or what it rests on; else those columns are left out.
    pub(in crate::internal) has_who: bool,
    pub(in crate::internal) has_evidence: bool,
    pub(in crate::internal) has_phase: bool,
    /// `Denver`, or `UTC`: whose clock the times are of.
    pub(in crate::internal) clock: String,
    /// `Times in Denver (UTC-7), UTC beneath.`
    pub(in crate::internal) zone_note: String,
}

/// One entry.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TimelineRow {
    /// As on the plot, from 1.
    pub(in crate::internal) number: usize,
    pub(in crate::internal) at: TimeView,
    /// Set on the first row and where the day changes in the incident's zone: `2 March 2026`.
    pub(in crate::internal) day: Option<String>,
    /// `+12 min` since the start; null before it.
    pub(in crate::internal) since: Option<String>,
    /// A word for the moments that the plot names too: `Started`, `Detected`, `Acknowledged`, `Identified`,
    /// `Mitigated`, `Resolved`.
    pub(in crate::internal) turning: Option<&'static str>,
    /// `Detection`; null when not said.
    pub(in crate::internal) phase: Option<String>,
    /// `human`, `automation`, `conversation`; null when not said.
    pub(in crate::internal) kind: Option<String>,
    /// `positive`, `neutral`, `negative`.
    pub(in crate::internal) impact: String,
    pub(in crate::internal) what_html: String,
    pub(in crate::internal) who: Option<String>,
    pub(in crate::internal) evidence_html: Option<String>,
}

/// A contributing factor.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FactorView {
    pub(in crate::internal) html: String,
    pub(in crate::internal) category: Option<String>,
    pub(in crate::internal) href: String,
    /// Other reviews with the same factor.
    pub(in crate::internal) others: usize,
}

/// A related review and why it is.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct RelatedView {
    pub(in crate::internal) title: String,
    pub(in crate::internal) href: String,
    pub(in crate::internal) date: Option<DateView>,
    /// `same factor: stale cache; also checkout`.
    pub(in crate::internal) reason: String,
    /// Named by the author.
    pub(in crate::internal) chosen: bool,
}

/// A step of a recurrence chain.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ChainLink {
    pub(in crate::internal) title: String,
    pub(in crate::internal) href: String,
    pub(in crate::internal) date: Option<DateView>,
    /// This page.
    pub(in crate::internal) current: bool,
}

/// People in one role.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PeopleRow {
    /// `Incident commander`.
    pub(in crate::internal) role: &'static str,
    pub(in crate::internal) names: Vec<String>,
}

/// A commit of the review's file.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct CommitView {
    /// The first ten digits of its name.
    pub(in crate::internal) name: String,
    /// Its page in the repository; null when the configuration names none.
    pub(in crate::internal) href: Option<String>,
}

/// A line of the history.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct RevisionView {
    pub(in crate::internal) on: DateView,
    pub(in crate::internal) note: String,
    /// The commit that the line is of; null for what the review says itself.
    pub(in crate::internal) commit: Option<CommitView>,
}

/// An entry of the contents list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TocEntry {
    /// 2 or 3.
    pub(in crate::internal) level: u8,
    pub(in crate::internal) id: String,
    pub(in crate::internal) text: String,
}
