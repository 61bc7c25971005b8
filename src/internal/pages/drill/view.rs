//! `internal/drill.html`, as `drill`; `internal/drill_notes.html`, as `notes`; `internal/drills.html`, as `drills`.

use serde::Serialize;

use crate::pages::lists::Pager;
use crate::pages::pieces::{DateView, Link};

/// What players are shown. No name of a person stands in any field, and what gives the cause away stands in `reveal` alone.
#[derive(Debug, Clone, Serialize)]
pub struct DrillPage {
    /// `Drill: an incident in Checkout`.
    pub heading: String,
    /// Why there is nothing to play; null where there is, and then all else is empty.
    pub none: Option<String>,
    /// What players are told at the start.
    pub services: Vec<String>,
    /// `A Wednesday morning in October`.
    pub day: String,
    /// `Customers told us`; null when not said.
    pub noticed: Option<&'static str>,
    /// The first sign, then what came after it, in order.
    pub steps: Vec<DrillStep>,
    /// Minutes to play one step.
    pub step_minutes: usize,
    /// Minutes for the whole of it.
    pub minutes: usize,
    /// Null where there is nothing to play.
    pub reveal: Option<DrillReveal>,
    /// Questions of the review for the talk afterwards.
    pub questions: Vec<DrillQuestion>,
    pub notes_href: String,
    /// The review.
    pub review: Link,
}

/// What comes in together, to be shown when its turn comes: mostly one entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct DrillStep {
    /// From 1; 0 is the first sign.
    pub number: usize,
    /// `09:04 Denver (16:04 UTC)`.
    pub clock: String,
    /// Real time since the step before: `12 min later`, `at the same time`; null for the first sign.
    pub gap: Option<String>,
    /// Real time since the first sign: `26 min`; null for the first sign.
    pub since: Option<String>,
    pub entries: Vec<DrillEntry>,
    /// What the players are asked.
    pub prompt: &'static str,
}

/// What nobody reads before the end.
#[derive(Debug, Clone, Serialize)]
pub struct DrillReveal {
    pub title: String,
    /// `Noticed after 14 min, over after 2 h 6 min.`; empty when unknown.
    pub took: String,
    /// What happened before anybody knew.
    pub before: Vec<DrillEntry>,
    /// What was held back while the drill was played.
    pub held: Vec<DrillEntry>,
    /// Lists with their headings, in the order in which they are read; none is empty.
    pub lists: Vec<DrillList>,
}

/// An entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub struct DrillEntry {
    /// `09:04 Denver (16:04 UTC)`; null where the step has said it.
    pub clock: Option<String>,
    pub what_html: String,
}

/// Factors, learnings and so on.
#[derive(Debug, Clone, Serialize)]
pub struct DrillList {
    pub heading: &'static str,
    pub items_html: Vec<String>,
}

/// A question, and the words of the review that it is about.
#[derive(Debug, Clone, Serialize)]
pub struct DrillQuestion {
    pub ask: String,
    pub about: Option<String>,
}

/// What the facilitator reads, on a screen of their own or on paper.
#[derive(Debug, Clone, Serialize)]
pub struct NotesPage {
    pub heading: String,
    pub title: String,
    /// Nothing says when it was noticed, so the first entry may give the cause away.
    pub may_tell: bool,
    /// From the first sign to the last entry, as it was: `1 h 50 min`.
    pub real: String,
    pub step_minutes: usize,
    pub minutes: usize,
    /// The steps to play in an hour; empty where all fit.
    pub hour: Vec<usize>,
    /// What players may ask for, by topic; no topic is empty.
    pub answers: Vec<DrillAnswers>,
    /// From the first sign on.
    pub steps: Vec<StepNotes>,
    pub drill: Link,
    pub review: Link,
}

/// What the facilitator knows of a step.
#[derive(Debug, Clone, Serialize)]
pub struct StepNotes {
    /// From 1; 0 is the first sign.
    pub number: usize,
    pub clock: String,
    /// What players see at this step, cut short.
    pub shown: Vec<String>,
    pub prompt: &'static str,
    /// `Deciding`.
    pub occasion: &'static str,
    /// `Response`; null when not said.
    pub phase: Option<&'static str>,
    /// Whether it brought recovery nearer; null when not said.
    pub effect: Option<&'static str>,
    pub evidence_html: Vec<String>,
    /// What happened before the next step and is held for the reveal.
    pub held: Vec<DrillEntry>,
    /// What came next, cut short, for the next step says it whole; null at the end.
    pub next: Option<String>,
    pub next_gap: Option<String>,
    /// What people decided next, where that is not what came next; or that it is held.
    pub decided: Option<String>,
    /// Something that did not happen and may be added here.
    pub inject: Option<&'static str>,
}

/// What players may ask for, of one kind.
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
    /// Empty where there is `code`.
    pub html: String,
    /// Lines as they stand; null where there is `html`.
    pub code: Option<String>,
}

/// All drills.
#[derive(Debug, Clone, Serialize)]
pub struct DrillsPage {
    /// Newest first.
    pub drills: Vec<DrillRow>,
    /// Null where there is one page.
    pub pager: Option<Pager>,
    /// Reviews that have a timeline and are no drill, with the reason; on the first page, and a page of them at most.
    pub others: Vec<NoDrillRow>,
    pub others_more: usize,
}

/// A drill in the index.
#[derive(Debug, Clone, Serialize)]
pub struct DrillRow {
    /// `An incident in Checkout`.
    pub drill: Link,
    pub date: Option<DateView>,
    pub minutes: usize,
    /// The first sign among them.
    pub steps: usize,
    /// People who play, the facilitator among them.
    pub people: usize,
    /// Contributing factors; empty where none is stated. They tell the cause.
    pub teaches: Vec<Link>,
    /// When it was played, the last time first; empty when it was not.
    pub played: Vec<DateView>,
}

/// A review that is no drill.
#[derive(Debug, Clone, Serialize)]
pub struct NoDrillRow {
    pub review: Link,
    pub reason: String,
}
