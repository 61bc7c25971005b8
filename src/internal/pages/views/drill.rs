//! `internal/drill.html`, as `drill`; `internal/drill_notes.html`, as `notes`; `internal/drills.html`, as `drills`.

use serde::Serialize;

use super::{DateView, Link, Pager};

/// What players are shown. No name of a person stands in any field, and what gives the cause away stands in `reveal` alone.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillPage {
    /// `Drill: an incident in Checkout`.
    pub(in crate::internal) heading: String,
    /// Why there is nothing to play; null where there is, and then all else is empty.
    pub(in crate::internal) none: Option<String>,
    /// What players are told at the start.
    pub(in crate::internal) services: Vec<String>,
    /// `A Wednesday morning in October`.
    pub(in crate::internal) day: String,
    /// `Customers told us`; null when not said.
    pub(in crate::internal) noticed: Option<&'static str>,
    /// The first sign, then what came after it, in order.
    pub(in crate::internal) steps: Vec<DrillStep>,
    /// Minutes to play one step.
    pub(in crate::internal) step_minutes: usize,
    /// Minutes for the whole of it.
    pub(in crate::internal) minutes: usize,
    /// Null where there is nothing to play.
    pub(in crate::internal) reveal: Option<DrillReveal>,
    /// Questions of the review for the talk afterwards.
    pub(in crate::internal) questions: Vec<DrillQuestion>,
    pub(in crate::internal) notes_href: String,
    /// The review.
    pub(in crate::internal) review: Link,
}

/// What comes in together, to be shown when its turn comes: mostly one entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillStep {
    /// From 1; 0 is the first sign.
    pub(in crate::internal) number: usize,
    /// `09:04 Denver (16:04 UTC)`.
    pub(in crate::internal) clock: String,
    /// Real time since the step before: `12 min later`, `at the same time`; null for the first sign.
    pub(in crate::internal) gap: Option<String>,
    /// Real time since the first sign: `26 min`; null for the first sign.
    pub(in crate::internal) since: Option<String>,
    pub(in crate::internal) entries: Vec<DrillEntry>,
    /// What the players are asked.
    pub(in crate::internal) prompt: &'static str,
}

/// What nobody reads before the end.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillReveal {
    pub(in crate::internal) title: String,
    /// `Noticed after 14 min, over after 2 h 6 min.`; empty when unknown.
    pub(in crate::internal) took: String,
    /// What happened before anybody knew.
    pub(in crate::internal) before: Vec<DrillEntry>,
    /// What was held back while the drill was played.
    pub(in crate::internal) held: Vec<DrillEntry>,
    /// Lists with their headings, in the order in which they are read; none is empty.
    pub(in crate::internal) lists: Vec<DrillList>,
}

/// An entry of the timeline.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillEntry {
    /// `09:04 Denver (16:04 UTC)`; null where the step has said it.
    pub(in crate::internal) clock: Option<String>,
    pub(in crate::internal) what_html: String,
}

/// Factors, learnings and so on.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillList {
    pub(in crate::internal) heading: &'static str,
    pub(in crate::internal) items_html: Vec<String>,
}

/// A question, and the words of the review that it is about.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillQuestion {
    pub(in crate::internal) ask: String,
    pub(in crate::internal) about: Option<String>,
}

/// What the facilitator reads, on a screen of their own or on paper.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct NotesPage {
    pub(in crate::internal) heading: String,
    pub(in crate::internal) title: String,
    /// Nothing says when it was noticed, so the first entry may give the cause away.
    pub(in crate::internal) may_tell: bool,
    /// From the first sign to the last entry, as it was: `1 h 50 min`.
    pub(in crate::internal) real: String,
    pub(in crate::internal) step_minutes: usize,
    pub(in crate::internal) minutes: usize,
    /// The steps to play in an hour; empty where all fit.
    pub(in crate::internal) hour: Vec<usize>,
    /// What players may ask for, by topic; no topic is empty.
    pub(in crate::internal) answers: Vec<DrillAnswers>,
    /// From the first sign on.
    pub(in crate::internal) steps: Vec<StepNotes>,
    pub(in crate::internal) drill: Link,
    pub(in crate::internal) review: Link,
}

/// What the facilitator knows of a step.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct StepNotes {
    /// From 1; 0 is the first sign.
    pub(in crate::internal) number: usize,
    pub(in crate::internal) clock: String,
    /// What players see at this step, cut short.
    pub(in crate::internal) shown: Vec<String>,
    pub(in crate::internal) prompt: &'static str,
    /// `Deciding`.
    pub(in crate::internal) occasion: &'static str,
    /// `Response`; null when not said.
    pub(in crate::internal) phase: Option<&'static str>,
    /// Whether it brought recovery nearer.
    pub(in crate::internal) effect: &'static str,
    pub(in crate::internal) evidence_html: Vec<String>,
    /// What happened before the next step and is held for the reveal.
    pub(in crate::internal) held: Vec<DrillEntry>,
    /// What came next, cut short, for the next step says it whole; null at the end.
    pub(in crate::internal) next: Option<String>,
    pub(in crate::internal) next_gap: Option<String>,
    /// What people decided next, where that is not what came next.
    pub(in crate::internal) decided: Option<String>,
    /// Something that did not happen and may be added here.
    pub(in crate::internal) inject: Option<&'static str>,
}

/// What players may ask for, of one kind.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillAnswers {
    pub(in crate::internal) topic: &'static str,
    pub(in crate::internal) answers: Vec<DrillAnswer>,
}

/// A true answer.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillAnswer {
    pub(in crate::internal) clock: Option<String>,
    /// Empty where there is `code`.
    pub(in crate::internal) html: String,
    /// Lines as they stand; null where there is `html`.
    pub(in crate::internal) code: Option<String>,
}

/// All drills.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillsPage {
    /// Newest first.
    pub(in crate::internal) drills: Vec<DrillRow>,
    /// Null where there is one page.
    pub(in crate::internal) pager: Option<Pager>,
    /// Reviews that have a timeline and are no drill, with the reason; on the first page, and a page of them at most.
    pub(in crate::internal) others: Vec<NoDrillRow>,
    pub(in crate::internal) others_more: usize,
}

/// A drill in the index.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillRow {
    /// `An incident in Checkout`.
    pub(in crate::internal) drill: Link,
    pub(in crate::internal) date: Option<DateView>,
    pub(in crate::internal) minutes: usize,
    pub(in crate::internal) steps: usize,
    /// People who play, the facilitator among them.
    pub(in crate::internal) people: usize,
    /// Contributing factors.
    pub(in crate::internal) teaches: Vec<Link>,
    /// When it was played, the last time first; empty when it was not.
    pub(in crate::internal) played: Vec<DateView>,
}

/// A review that is no drill.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct NoDrillRow {
    pub(in crate::internal) review: Link,
    pub(in crate::internal) reason: String,
}
