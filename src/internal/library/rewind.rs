//! A review as it was on a past day.
//!
//! In: a review as it is now, and the day that a site is built for. Out: the review without what was added later. Only dated
//! parts can be removed: revisions, the closing of actions, days on which a drill was run, and, if that day was asked for
//! explicitly, moments and entries of the timeline.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::links::named;
use crate::review::{Action, ActionStatus, Review, When};
use base::clock::Clock;

/// Removes what is dated after today; `zone` is the library's time zone.
pub(super) fn rewind(review: &mut Review, clock: Clock, zone: &TimeZone) {
    let today = clock.today;
    let is_revised_later = review.revisions.iter().any(|revision| revision.on > today);
    review.revisions.retain(|revision| revision.on <= today);
    review.rehearsed.retain(|on| *on <= today);
    for action in &mut review.actions {
        if closed_after(action, today) {
            *action = as_open(action);
        } else if is_revised_later && action.closed.is_none() {
            // Why it was decided against has no day of its own, and may be what was written later.
            action.reason = None;
        }
    }
    // Without an explicit day, an entry from the future is a mistake, and stays for its author to see.
    if clock.was_given() {
        let is_known = |at: Timestamp| at.to_zoned(zone.clone()).date() <= today;
        let is_later =
            |when: When| when.moment().is_some_and(|at| !is_known(at)) || when.day().is_some_and(|day| day > today);
        review.timeline.retain(|entry| !is_later(entry.when));
        let moments = &mut review.moments;
        for moment in [
            &mut moments.started,
            &mut moments.detected,
            &mut moments.acknowledged,
            &mut moments.identified,
            &mut moments.mitigated,
            &mut moments.resolved,
        ] {
            *moment = moment.filter(|at| is_known(*at));
        }
    }
}

/// What plain texts show instead of the id of a review that is published later.
const LATER: &str = "a later review";

/// Removes the ids of later reviews from the references of a review and, where written as `[[id]]`, from its text and from what
/// was read from it. The replacement has the same length, so that offsets into the text stay valid.
pub(super) fn forget(review: &mut Review, later: &BTreeSet<String>) {
    review.recurrence_of = review.recurrence_of.take().filter(|reference| !later.contains(&named(reference)));
    review.related.retain(|reference| !later.contains(&named(reference)));
    if !review.text.contains("[[") {
        return;
    }
    for written in later.iter().map(|id| format!("[[{id}]]")) {
        if !review.text.contains(&written) {
            continue;
        }
        let words = if written.len() < LATER.len() { "later" } else { LATER };
        let filled = format!("{words:<width$}", width = written.len());
        review.text = review.text.replace(&written, &filled);
        let id = written.trim_matches(['[', ']']);
        let read =
            [&mut review.happened, &mut review.happened_at_length, &mut review.impact_in_text, &mut review.lesson];
        for text in read.into_iter().flatten() {
            *text = text.replace(&written, words).replace(id, words);
        }
    }
}

/// An action as it was on a day: open if it was closed later.
pub fn action_on(action: &Action, on: Date) -> Action {
    if closed_after(action, on) { as_open(action) } else { action.clone() }
}

/// Whether an action was closed after `on`.
pub fn closed_after(action: &Action, on: Date) -> bool {
    action.closed.is_some_and(|closed| closed > on)
}

fn as_open(action: &Action) -> Action {
    Action { status: ActionStatus::Open, closed: None, reason: None, ..action.clone() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{forget, rewind};
    use crate::review::parse;
    use base::clock::Clock;
    use jiff::tz::TimeZone;
    use site::config::Config;
    use site::source::SourceFile;

    #[test]
    fn a_reason_that_may_have_been_written_later_is_left_out() {
        let action = "{title: Test it, status: wont_do, reason: Taken for done. It was not.}";
        let text =
            format!("---\ntitle: A\nactions: [{action}]\nrevisions: [{{on: 2025-11-04, note: Reason}}]\n---\nx\n");
        let file = SourceFile { path: "a.md".into(), text };
        let review = parse(file, &Config::default()).value.unwrap();
        let reason_on = |day: &str| {
            let mut review = review.clone();
            rewind(&mut review, Clock::fixed(day.parse().unwrap()), &TimeZone::UTC);
            review.actions[0].reason.clone()
        };
        assert_eq!(reason_on("2025-11-03"), None);
        assert!(reason_on("2025-11-04").is_some());
    }

    #[test]
    fn a_later_review_is_forgotten_however_it_is_named() {
        let text =
            "---\ntitle: A\nrelated: [Later One, inc/later-one.md, other]\nrecurrence_of: later-one.md\n---\nx\n";
        let file = SourceFile { path: "a.md".into(), text: text.into() };
        let mut review = parse(file, &Config::default()).value.unwrap();
        forget(&mut review, &BTreeSet::from(["later-one".to_owned()]));
        assert_eq!((review.related, review.recurrence_of), (vec!["other".to_owned()], None));
    }
}
