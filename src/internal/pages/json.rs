//! The record of a review for programs.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::at::At;
use super::cards::status;
use super::route::review_path;
use crate::library::Dimension;
use crate::review::{Action, Points, Review};
use markdown::plain_text;

/// One review; the fields are in alphabetical order.
#[derive(Serialize)]
pub(super) struct Record<'r> {
    actions: Vec<ActionRecord<'r>>,
    date: Option<Date>,
    /// What the duration measures: `harm`, `mitigation`, `exposure`, `exercise`, `length`.
    duration_of: Option<&'static str>,
    duration_seconds: Option<i64>,
    environment: Option<&'r str>,
    factors: Vec<&'r str>,
    happened: Option<&'r str>,
    id: &'r str,
    kind: &'r str,
    learnings: Vec<String>,
    lesson: Option<&'r str>,
    published: Option<Date>,
    recurrence_of: Option<&'r str>,
    revised: Option<Date>,
    services: Vec<&'r str>,
    severity: Option<&'r str>,
    status: String,
    surprises: Vec<String>,
    tags: Vec<&'r str>,
    teams: Vec<&'r str>,
    times: BTreeMap<&'static str, Timestamp>,
    title: &'r str,
    url: String,
}

#[derive(Serialize)]
pub(super) struct ActionRecord<'r> {
    closed: Option<Date>,
    due: Option<Date>,
    id: Option<&'r str>,
    owner: Option<&'r str>,
    priority: Option<&'r str>,
    status: &'static str,
    ticket: Option<&'r str>,
    title: String,
}

pub(super) fn record<'r>(at: At<'r>, i: usize, review: &'r Review) -> Record<'r> {
    let slugs = |dimension| at.library().terms_held(dimension, i).map(|term| term.slug.as_str()).collect();
    let points = |points: &Points| points.items.iter().map(|point| plain_text(&point.text)).collect();
    let times = review.moments.in_order().into_iter().filter_map(|(name, at)| Some((name, at?)));
    Record {
        actions: review.actions.iter().map(action).collect(),
        date: review.date,
        duration_of: review.headline().map(|figure| figure.key),
        duration_seconds: review.duration(),
        environment: review.environment.as_deref(),
        factors: slugs(Dimension::Factors),
        happened: review.happened.as_deref(),
        id: &review.id,
        kind: &review.kind,
        learnings: points(&review.learnings),
        lesson: review.lesson.as_deref(),
        published: review.published,
        recurrence_of: at.library().earlier(review),
        revised: review.revisions.iter().map(|revision| revision.on).max(),
        services: slugs(Dimension::Services),
        severity: review.severity.as_deref(),
        status: status(review.status).key,
        surprises: points(&review.surprises),
        tags: slugs(Dimension::Tags),
        teams: slugs(Dimension::Teams),
        times: times.collect(),
        title: &review.title,
        url: review_path(&review.id).trim_end_matches("index.html").to_owned(),
    }
}

pub(super) fn action(action: &Action) -> ActionRecord<'_> {
    ActionRecord {
        closed: action.closed,
        due: action.due,
        id: action.id.as_deref(),
        owner: action.owner.as_deref(),
        priority: action.priority.as_deref(),
        status: action.status.key(),
        ticket: action.ticket.as_deref(),
        title: plain_text(&action.title),
    }
}
