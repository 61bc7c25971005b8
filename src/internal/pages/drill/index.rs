//! The index of drills: what can be played, for how long and by how many, what it teaches, and whether it was played.

use std::collections::BTreeSet;

use super::super::at::{About, At};
use super::super::dates;
use super::super::route::drill_path;
use super::super::views::{DrillRow, DrillsPage, NoDrillRow, PageView};
use super::hour::{self, AROUND};
use super::page::subject;
use super::script::{Script, has_page};
use crate::internal::library::Dimension;

/// Incident commander, communications, scribe and facilitator.
const ROLES: usize = 4;

/// More responders than this are no more fun.
const RESPONDERS: usize = 4;

pub(in super::super) fn page(at: At<'_>) -> (PageView, DrillsPage) {
    let mut page = DrillsPage { drills: Vec::new(), others: Vec::new() };
    for (i, review) in at.library().reviews.iter().enumerate().filter(|(_, review)| !review.id.is_empty()) {
        match Script::of(review) {
            Ok(script) => page.drills.push(row(at, i, &script)),
            Err(reason) if has_page(review) => {
                page.others.push(NoDrillRow { review: at.review_link(i), reason: reason.words() });
            }
            Err(_) => {}
        }
    }
    let about = About {
        title: "Drills".to_owned(),
        description: "Reviews that can be played, step by step.".to_owned(),
        class: "drills",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    (at.page(about), page)
}

fn row(at: At<'_>, i: usize, script: &Script<'_>) -> DrillRow {
    let review = &at.library().reviews[i];
    let steps = script.steps.len() - 1;
    let who: BTreeSet<_> = review.timeline.iter().filter_map(|entry| entry.who.as_ref()).collect();
    let subject = subject(at, i);
    let mut played = review.rehearsed.clone();
    played.sort_unstable_by(|a, b| b.cmp(a));
    DrillRow {
        drill: at.link(format!("{}{}", subject[..1].to_uppercase(), &subject[1..]), &drill_path(&review.id)),
        date: review.date.map(dates::date),
        minutes: AROUND + steps * hour::step_minutes(steps),
        steps,
        people: ROLES + who.len().clamp(1, RESPONDERS),
        teaches: at.terms_of(Dimension::Factors, i),
        played: played.into_iter().map(dates::date).collect(),
    }
}
