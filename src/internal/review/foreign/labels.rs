//! Status, owner, moments and duration from labels at the top, in twelve languages.
//!
//! In: a review whose front matter has been read. Out: values from its labels for fields that are still empty, each noted with
//! its place. A moment is read only if it has a day, a time and a zone; two times without a zone give a duration.

use jiff::civil::DateTime;

use super::instant;
use crate::review::labelled::ranked::labelled;
use crate::review::labelled::{Found, note};
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::stated_zone;
use crate::review::text::placeholders::is_nothing;
use crate::review::timeline_around::day_first_in;
use crate::review::{Fact, Origin, Review, Status, infer};
use base::diagnostics::Diagnostic;
use base::phases::{Said, Source};
use base::zones::Zone;

/// Fills the fields that are empty.
pub(super) fn fill(review: &mut Review, problems: &mut Vec<Diagnostic>) {
    status(review, problems);
    owner(review, problems);
    let local = moments(review, problems);
    if review.duration().is_some() {
        return;
    }
    let seconds = |text: &str| infer::duration(text).filter(|seconds| *seconds > 0);
    if let Some(found) = labelled(review, names::of("label duration"), |value| seconds(value).is_some())
        && let Some(seconds) = seconds(&found.value)
    {
        review.said = Some(Said { seconds, source: Source::Text });
        problems.push(note(review, &found, &format!("duration {}", base::text::duration(seconds))));
        review.origins.push((Fact::Duration, Origin::named(found.start)));
    } else if let [Some(started), Some(resolved)] = local {
        let seconds = started.duration_until(resolved).as_secs();
        if (1..=super::front_matter::LONGEST).contains(&seconds) {
            review.said = Some(Said { seconds, source: Source::Text });
        }
    }
}

/// A label in the header.
fn at_top(review: &Review, kind: &str, accepts: impl Fn(&str) -> bool) -> Option<Found> {
    labelled(review, names::of(kind), accepts).filter(|found| found.start < review.header_end())
}

fn status(review: &mut Review, problems: &mut Vec<Diagnostic>) {
    if review.status != Status::Unstated {
        return;
    }
    let of = |value: &str| {
        let words = words(value.split([',', ';', '(', '，', '（']).next().unwrap_or_default());
        let kinds = [
            ("draft", Status::Draft),
            ("in review", Status::InReview),
            ("reviewed", Status::Reviewed),
            ("closed", Status::Closed),
        ];
        kinds.into_iter().find(|(kind, _)| names::is(kind, &words)).map(|(_, status)| status)
    };
    if let Some(found) = at_top(review, "label status", |value| of(value).is_some())
        && let Some(status) = of(&found.value)
    {
        review.status = status;
        review.origins.push((Fact::Status, Origin::named(found.start)));
        problems.push(note(review, &found, &format!("status `{}`", status.label())));
    }
}

fn owner(review: &mut Review, problems: &mut Vec<Diagnostic>) {
    if !review.people.owner.is_empty() {
        return;
    }
    if let Some(found) = at_top(review, "label owner", |value| !people(value).is_empty()) {
        review.people.owner = people(&found.value);
        review.origins.push((Fact::Owner, Origin::named(found.start)));
        problems.push(note(review, &found, "the owner"));
    }
}

/// The names in a line; empty if the line is more than names.
fn people(value: &str) -> Vec<String> {
    const MOST_WORDS: usize = 5;
    let names: Vec<_> = markdown::plain_text(value)
        .split([',', ';', '、', '，'])
        .map(|name| name.trim().trim_end_matches('.').to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let is_name = |name: &String| {
        name.split_whitespace().count() <= MOST_WORDS && name.chars().any(char::is_alphabetic) && !is_nothing(name)
    };
    if names.iter().all(is_name) { names } else { Vec::new() }
}

/// Reads the moments that are certain; returns the local times of start and end that have no zone.
fn moments(review: &mut Review, problems: &mut Vec<Diagnostic>) -> [Option<DateTime>; 2] {
    let zone = review.zone_is_stated.then(|| review.zone.clone()).or_else(|| match stated_zone::in_label(review) {
        Some(Zone::One(zone)) => Some(zone),
        _ => None,
    });
    // The whole body is read for the order of its days, so only where a label may name a moment.
    let read = |value: &str| instant::read_in(value, zone.as_ref(), day_first_in(review));
    let mut local = [None, None];
    let mut found_at = Vec::new();
    for (n, kind) in ["label started", "label resolved", "label detected"].into_iter().enumerate() {
        let Some(found) = labelled(review, names::of(kind), |value| read(value).is_some()) else { continue };
        let Some(instant) = read(&found.value) else { continue };
        if let (None, Some(slot)) = (instant.at, local.get_mut(n)) {
            *slot = instant.local;
        }
        found_at.extend(instant.at.map(|at| (n, at, found, instant.day)));
    }
    let moments = &review.moments;
    let is_silent = moments.started.or(moments.detected).or(moments.resolved).is_none();
    let at = |n| found_at.iter().find(|(kind, ..)| *kind == n).map(|(_, at, ..)| *at);
    let (started, resolved, detected) = (at(0), at(1), at(2));
    // If the moments are in an impossible order, none of them is certain.
    let in_order = [(started, detected), (started, resolved), (detected, resolved)];
    let in_order = in_order.iter().all(|(first, then)| first.zip(*then).is_none_or(|(first, then)| first <= then));
    if is_silent && in_order {
        (review.moments.started, review.moments.resolved, review.moments.detected) = (started, resolved, detected);
        for (n, at, found, _) in &found_at {
            let name = ["started", "resolved", "detected"].get(*n).copied().unwrap_or_default();
            problems.push(note(review, found, &format!("`times.{name}` {at}")));
        }
        // On the clock of whoever wrote it: early in Tokyo it is still yesterday in UTC.
        let day = |n| found_at.iter().find(|(kind, ..)| *kind == n).map(|(.., day)| *day);
        // A start that is stated, and cannot be read, may be of another day than the end.
        let is_stated = labelled(review, names::of("label started"), |_| true).is_some();
        review.date = day(0).or(day(2)).or(day(1).filter(|_| !is_stated)).or(review.date);
    }
    local
}
