//! `reviews/ID/review.json`: the page of a review for programs, with the place of each fact that was read from its text.
//!
//! In: a review of the library. Out: its record of `reviews.json`, and its timeline, factors, lessons and actions one by one,
//! as plain text. `read` of a fact gives the line of the file and the certainty; a fact without it is from the front matter.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::read_from;
use crate::pages::at::At;
use crate::pages::json::{ActionRecord, Record, action, record};
use crate::review::{Action, Entry, Factor, Origin, Point, Points, Review};
use base::text::{Lines, visible_json};
use markdown::plain_text;

/// Version of the schema; incremented when a field changes its meaning or is removed. New fields do not change it.
const SCHEMA: u32 = 1;

/// The fields are in alphabetical order.
#[derive(Serialize)]
struct Whole<'r> {
    actions: Vec<ReadAction<'r>>,
    factors: Vec<Text>,
    got_lucky: Vec<Text>,
    learnings: Vec<Text>,
    open_questions: Vec<Text>,
    read: BTreeMap<&'static str, Read>,
    review: Record<'r>,
    schema: u32,
    /// The severity in its author's words, if no step of the scale matches it.
    severity_as_written: Option<&'r str>,
    source: &'r str,
    surprises: Vec<Text>,
    timeline: Vec<Moment<'r>>,
    /// Whether the file states its title; otherwise the title comes from the file's name.
    title_is_stated: bool,
    went_well: Vec<Text>,
}

/// Where a fact was read, and how certain it is.
#[derive(Serialize)]
struct Read {
    /// `named`: a label or heading names it; `implied`: its form or place implies it.
    certainty: &'static str,
    /// The line of the file; null if it was read from the file's name.
    line: Option<usize>,
}

#[derive(Serialize)]
struct Text {
    read: Option<Read>,
    text: String,
}

#[derive(Serialize)]
struct ReadAction<'r> {
    #[serde(flatten)]
    action: ActionRecord<'r>,
    read: Option<Read>,
}

/// An entry; `at` is set only if day, time and zone are certain.
#[derive(Serialize)]
struct Moment<'r> {
    /// Whether its author says that the time is approximate.
    about: bool,
    at: Option<Timestamp>,
    /// `2026-03-05`, `2026-03-05T10:00` or `10:00` in an uncertain zone: what is known of the time. Null if `at` is set or
    /// nothing is known.
    local: Option<String>,
    read: Option<Read>,
    /// The time in its author's words, if it is not a moment.
    stated: Option<&'r str>,
    text: String,
}

/// One review; `None` if there is no review at this index.
pub fn review(at: At<'_>, i: usize) -> Option<String> {
    let review = at.library().reviews.get(i)?;
    let places = Places { review, lines: Lines::of(&review.text) };
    let written = review.extra.iter().find(|(key, _)| key == "severity").map(|(_, words)| words.as_str());
    let whole = Whole {
        actions: review.actions.iter().map(|action| places.action(action)).collect(),
        factors: review.factors.iter().map(|factor| places.factor(factor)).collect(),
        got_lucky: places.points(&review.got_lucky),
        learnings: places.points(&review.learnings),
        open_questions: places.points(&review.open_questions),
        read: review.origins.iter().map(|(fact, origin)| (fact.key(), places.read(*origin))).collect(),
        review: record(at, i, review),
        schema: SCHEMA,
        severity_as_written: written.filter(|_| review.severity.is_none()),
        source: &review.source,
        surprises: places.points(&review.surprises),
        timeline: review.timeline.iter().map(|entry| places.moment(entry)).collect(),
        title_is_stated: review.title_is_stated,
        went_well: places.points(&review.went_well),
    };
    // The record has only texts, numbers and lists of them, so that this cannot fail.
    let json = serde_json::to_string_pretty(&whole).unwrap_or_default();
    Some(visible_json(&json).into_owned() + "\n")
}

/// A review with the starts of its lines.
struct Places<'r> {
    review: &'r Review,
    lines: Lines,
}

impl<'r> Places<'r> {
    fn read(&self, origin: Origin) -> Read {
        let line = read_from::number(self.review, &self.lines, origin);
        Read { certainty: origin.certainty.key(), line }
    }

    fn action(&self, one: &'r Action) -> ReadAction<'r> {
        ReadAction { action: action(one), read: one.origin.map(|origin| self.read(origin)) }
    }

    fn factor(&self, factor: &Factor) -> Text {
        Text { read: factor.origin.map(|origin| self.read(origin)), text: plain_text(&factor.text) }
    }

    fn points(&self, points: &Points) -> Vec<Text> {
        points.items.iter().map(|point| self.point(point)).collect()
    }

    fn point(&self, point: &Point) -> Text {
        Text { read: point.origin.map(|origin| self.read(origin)), text: plain_text(&point.text) }
    }

    fn moment(&self, entry: &'r Entry) -> Moment<'r> {
        Moment {
            about: entry.is_about,
            at: entry.moment(),
            local: entry.when.machine(),
            read: entry.origin.map(|origin| self.read(origin)),
            stated: Some(entry.stated.as_str()).filter(|words| !words.is_empty() && entry.moment().is_none()),
            text: plain_text(&entry.what),
        }
    }
}
