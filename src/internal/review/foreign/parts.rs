//! What the sections of a review and the labels in them say: lessons, factors, actions.

use std::collections::HashSet;

use super::announced::without_lead;
use super::{actions, points, runs};
use crate::review::origin::Certainty;
use crate::review::text::headings::Label;
use crate::review::text::section::Section;
use crate::review::{Action, Origin, Review};

/// The contents of the sections of a review and of the labels in them.
#[derive(Debug, Default)]
pub(in crate::review) struct Parts {
    /// Lessons, factors and the like, each with the field that it belongs to.
    pub(in crate::review) points: Vec<(Section, String, Origin)>,
    pub(in crate::review) actions: Vec<Action>,
}

/// Reads the body once. Duplicates are dropped.
pub(in crate::review) fn parts(review: &Review) -> Parts {
    let body = review.body();
    let mut parts = Parts::default();
    let mut found = Vec::new();
    let mut possible = Vec::new();
    let mut intro: Option<(Label, usize)> = None;
    // Whether the section tells in prose of its own what its sub-headings go on with.
    let mut is_told = false;
    for run in runs::of(review) {
        let start = found.len();
        points::of_run(&run, is_told && run.below.is_some(), body, &mut found);
        if run.below.is_none() {
            is_told = found[start..].iter().any(|(.., origin)| origin.certainty != Certainty::Named);
        }
        let is_listed = found[start..].iter().any(|(.., origin)| origin.certainty == Certainty::Named);
        // A paragraph that only introduces the lists below it is not one of their points.
        if let Some((_, at)) = intro.filter(|(label, _)| *label == run.label && is_listed && run.below.is_some()) {
            found.remove(at);
            intro = None;
        } else if run.below.is_none() {
            intro = (found.len() == start + 1 && !is_listed).then_some((run.label, start));
        }
        if run.label == Label::Field(Section::Actions) {
            let list = if run.is_possible { &mut possible } else { &mut parts.actions };
            list.extend(actions::of_run(&run, body));
        }
    }
    // If a section is certainly about actions, the possible ones are about something else.
    if parts.actions.is_empty() {
        parts.actions = possible;
    }
    for (_, text, _) in &mut found {
        *text = without_lead(text).to_owned();
    }
    let mut seen = HashSet::new();
    found.retain(|(section, text, _)| !text.is_empty() && seen.insert((*section, text.clone())));
    let mut seen = HashSet::new();
    parts.actions.retain(|action| seen.insert(action.title.clone()));
    parts.points = found;
    parts
}
