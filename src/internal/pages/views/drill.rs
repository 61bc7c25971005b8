//! `internal/drill.html`, as `drill`: a review to be played.

use serde::Serialize;

use super::Link;

/// What a facilitator leads a drill with. No name of a person stands in any field, and what gives the cause away
/// stands in `reveal` alone.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillPage {
    /// `Drill: an incident in Checkout, 14 min to detection`.
    pub(in crate::internal) heading: String,
    /// What players are told at the start.
    pub(in crate::internal) services: Vec<String>,
    /// `A Wednesday morning in October`.
    pub(in crate::internal) day: String,
    /// `Customers told us`; null when not said.
    pub(in crate::internal) noticed: Option<&'static str>,
    /// The first sign, with what the facilitator knows of it.
    pub(in crate::internal) symptom: DrillStep,
    /// What came after it, in order.
    pub(in crate::internal) steps: Vec<DrillStep>,
    /// Nothing says when it was noticed, so the first entry may give the cause away.
    pub(in crate::internal) may_tell: bool,
    /// From the first sign to the last entry, as it was: `1 h 50 min`.
    pub(in crate::internal) real: String,
    /// Minutes to play one step.
    pub(in crate::internal) step_minutes: usize,
    /// Minutes for the whole of it.
    pub(in crate::internal) minutes: usize,
    pub(in crate::internal) reveal: DrillReveal,
    /// Questions of the review for the talk afterwards.
    pub(in crate::internal) questions: Vec<DrillQuestion>,
    /// The review.
    pub(in crate::internal) review: Link,
}

/// What came in together, to be shown when its turn comes: mostly one entry of the timeline.
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
    /// `Detection`; null when not said.
    pub(in crate::internal) phase: Option<&'static str>,
    /// For the facilitator: whether it brought recovery nearer.
    pub(in crate::internal) effect: &'static str,
    pub(in crate::internal) evidence_html: Vec<String>,
    /// For the facilitator: what came next, cut short, for the next step says it whole.
    pub(in crate::internal) next: Option<String>,
    pub(in crate::internal) next_gap: Option<String>,
    /// For the facilitator: what people decided next, where that is not what came next.
    pub(in crate::internal) decided: Option<String>,
}

/// What nobody reads before the end.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct DrillReveal {
    pub(in crate::internal) title: String,
    /// `Noticed after 14 min, over after 2 h 6 min.`; empty when unknown.
    pub(in crate::internal) took: String,
    /// What happened before anybody knew.
    pub(in crate::internal) before: Vec<DrillEntry>,
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
