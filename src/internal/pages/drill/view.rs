//! `internal/drill.html`, as `drill`; `internal/drill_notes.html`, as `notes`; `internal/drills.html`, as `drills`.

use serde::Serialize;

use super::since::Known;
use crate::pages::lists::Pager;
use crate::pages::pieces::{DateView, Link};
use crate::pages::review::FactorView;

/// The players' page. No field contains the name of a person, and only `reveal` contains what gives the cause away.
#[derive(Debug, Clone, Serialize)]
pub struct DrillPage {
    /// `Drill: an incident in Checkout`.
    pub heading: String,
    /// Why there is no drill; null if there is one. Otherwise all other fields are empty.
    pub none: Option<String>,
    /// The services that players are told at the start.
    pub services: Vec<String>,
    /// `A Wednesday morning in October`.
    pub day: String,
    /// `Customers told us`; null if not stated.
    pub noticed: Option<&'static str>,
    /// The first sign, then what came after it, in order.
    pub steps: Vec<DrillStep>,
    /// Minutes to play one step.
    pub step_minutes: usize,
    /// Minutes for the whole drill.
    pub minutes: usize,
    /// Null if there is no drill.
    pub reveal: Option<DrillReveal>,
    /// Questions of the review for the discussion afterwards.
    pub questions: Vec<DrillQuestion>,
    pub notes_href: String,
    /// The review.
    pub review: Link,
}

/// Entries that are shown together, usually one.
#[derive(Debug, Clone, Serialize)]
pub struct DrillStep {
    /// From 1; 0 is the first sign.
    pub number: usize,
    /// `09:04 Denver (16:04 UTC)`.
    pub clock: String,
    /// Time since the step before: `12 min later`, `at the same time`; null for the first sign.
    pub gap: Option<String>,
    /// Time since the first sign: `26 min`; null for the first sign.
    pub since: Option<String>,
    pub entries: Vec<DrillEntry>,
    /// The question to the players.
    pub prompt: &'static str,
}

/// What players may not see before the end.
#[derive(Debug, Clone, Serialize)]
pub struct DrillReveal {
    pub title: String,
    /// `Noticed after 14 min, over after 2 h 6 min.`; empty when unknown.
    pub took: String,
    /// What happened before anybody knew.
    pub before: Vec<DrillEntry>,
    /// What was held during the drill.
    pub held: Vec<DrillEntry>,
    /// Lists with their headings, in reading order; none is empty.
    pub lists: Vec<DrillList>,
}

/// An entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct DrillEntry {
    /// `09:04 Denver (16:04 UTC)`; null if the step has it.
    pub clock: Option<String>,
    pub what_html: String,
    /// Lines of code that its words announce; null if there are none.
    pub code: Option<String>,
}

/// Factors, learnings and so on.
#[derive(Debug, Clone, Serialize)]
pub struct DrillList {
    pub heading: &'static str,
    pub items_html: Vec<String>,
}

/// A question, and the words of the review that it refers to.
#[derive(Debug, Clone, Serialize)]
pub struct DrillQuestion {
    pub ask: String,
    pub about: Option<String>,
}

/// The facilitator's page, on a separate screen or on paper.
#[derive(Debug, Clone, Serialize)]
pub struct NotesPage {
    pub heading: String,
    pub title: String,
    /// The time from the first sign to the last entry: `1 h 50 min`.
    pub real: String,
    pub step_minutes: usize,
    pub minutes: usize,
    /// The minutes of everything but the steps.
    pub parts: DrillParts,
    /// The steps to run in an hour; null if all of them fit.
    pub hour: Option<DrillHour>,
    /// What players may ask for, by topic; no topic is empty.
    pub answers: Vec<DrillAnswers>,
    /// The review lists no people, so that only names that are common were replaced.
    pub no_people: bool,
    /// From the first sign on.
    pub steps: Vec<StepNotes>,
    pub drill: Link,
    pub review: Link,
}

/// The minutes of what is around the steps.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct DrillParts {
    /// To read what is known.
    pub scenario: usize,
    pub roles: usize,
    /// To read what it was.
    pub reveal: usize,
    pub debrief: usize,
}

/// What to run of a drill in an hour; with the minutes around the steps they are sixty.
#[derive(Debug, Clone, Serialize)]
pub struct DrillHour {
    /// The steps, in order.
    pub steps: Vec<HourStep>,
    /// Minutes for one of them.
    pub step_minutes: usize,
    /// Minutes to read the other steps out.
    pub reading: usize,
}

/// A step that is played in an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HourStep {
    /// From 1.
    pub number: usize,
    /// Why it was chosen: `it is worst`, `a surprise shows`.
    pub why: &'static str,
}

/// The facilitator's notes for a step.
#[derive(Debug, Clone, Serialize)]
pub struct StepNotes {
    /// From 1; 0 is the first sign.
    pub number: usize,
    pub clock: String,
    /// What players see at this step.
    pub shown: Vec<DrillEntry>,
    pub prompt: &'static str,
    /// `Deciding`.
    pub occasion: &'static str,
    /// `Response`; null if not stated.
    pub phase: Option<&'static str>,
    /// Whether it brought recovery nearer; null when not said.
    pub effect: Option<&'static str>,
    pub evidence_html: Vec<String>,
    /// What happened before the next step and is held until the reveal.
    pub held: Vec<DrillEntry>,
    /// Whether this is the last step and more is held that came after it.
    pub goes_on: bool,
    /// The opening of what came next, because the next step has it in full; null at the end.
    pub next: Option<String>,
    pub next_gap: Option<String>,
    /// What people decided next, where that is not what came next; or that it is held.
    pub decided: Option<String>,
    /// An invented event that may be added here.
    pub inject: Option<&'static str>,
    /// The topics that have an answer by then.
    pub answers: Vec<AnswersLink>,
}

/// A link to the answers about a topic.
#[derive(Debug, Clone, Serialize)]
pub struct AnswersLink {
    pub id: String,
    pub topic: &'static str,
}

/// What players may ask for about one topic.
#[derive(Debug, Clone, Serialize)]
pub struct DrillAnswers {
    /// For links to it: `answers-1`.
    pub id: String,
    pub topic: &'static str,
    pub answers: Vec<DrillAnswer>,
}

/// A true answer.
#[derive(Debug, Clone, Serialize)]
pub struct DrillAnswer {
    pub clock: Option<String>,
    /// May be empty if there is `code`.
    pub html: String,
    /// Lines of code; null if there are none.
    pub code: Option<String>,
    /// From when on it may be told; `clock` says it in words.
    #[serde(skip)]
    pub(super) known: Known,
}

impl DrillAnswer {
    /// An answer that may always be told.
    pub(super) fn plain(html: String) -> Self {
        Self { clock: None, html, code: None, known: Known::Always }
    }

    /// The same with the time that it is about.
    pub(super) fn timed(clock: String, html: String) -> Self {
        Self { clock: Some(clock), ..Self::plain(html) }
    }
}

/// All drills.
#[derive(Debug, Clone, Serialize)]
pub struct DrillsPage {
    /// `Drills`, on a further page `Drills, page 3`.
    pub heading: String,
    /// Newest first.
    pub drills: Vec<DrillRow>,
    /// Null if there is only one page.
    pub pager: Option<Pager>,
    /// Reviews that have a timeline and no drill, with the reason; only on the first page, and at most one page of them.
    pub others: Vec<NoDrillRow>,
    pub others_more: usize,
}

/// A drill in the index.
#[derive(Debug, Clone, Serialize)]
pub struct DrillRow {
    /// `An incident in Checkout`.
    pub drill: Link,
    /// What players see first, where the review names no service and no team; else null.
    pub sign: Option<String>,
    /// The day of the first sign.
    pub date: Option<DateView>,
    pub minutes: usize,
    /// Decisions that players make; the first sign is none.
    pub steps: usize,
    /// Number of players, including the facilitator.
    pub people: usize,
    /// Contributing factors as on the page of the review; empty where none is stated. They tell the cause.
    pub teaches: Vec<FactorView>,
    /// When the drill was run, latest first; may be empty.
    pub played: Vec<DateView>,
}

/// A review that has no drill.
#[derive(Debug, Clone, Serialize)]
pub struct NoDrillRow {
    pub review: Link,
    pub reason: String,
}
