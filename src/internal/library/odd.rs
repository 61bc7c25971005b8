//! Values that are possible but look like mistakes: they are reported as notes or warnings, never refused.
//!
//! In: reviews and today. Out: notes on an incident that lasted months, on one in the future, on an entry of another year, on days
//! that contradict each other, and a warning on a template that was not filled in.

use jiff::Timestamp;

use super::odd_days::{self, ONE_OF_TWO_DAYS, is_before, is_to_come, odd};
use crate::review::{FAR_DAYS, Review, Status, is_of_another_year};
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Level, Place};
use base::phases::Measure;
use base::text::{count, utc_day};

const DAY: i64 = 24 * 60 * 60;
/// Days that an outage rarely lasts.
const LONG: i64 = 60;

/// Text that the template of `debrief new` has in every kind of review; a test there checks it.
const TEMPLATE: [&str; 3] = [
    "in two or three sentences, for somebody who was not there.",
    "Begin with a verb; say how one will see that it is done.",
    "What do we know now that others would want to know?",
];

/// What the comment above the times of that template says: with a zone of the library, and without.
pub const TIMES_OF_TEMPLATE: [&str; 2] =
    ["the zone of this library;", "With an offset from UTC, or without one and with"];

/// Checks each review.
pub(super) fn ask(reviews: &[Review], problems: &mut Vec<Diagnostic>) {
    for review in reviews {
        problems.extend(long(review));
        problems.extend(far(review));
        problems.extend(untouched(review));
        problems.extend(midnight(review));
        problems.extend(actions(review));
        problems.extend(new_to(review));
        problems.extend(odd_days::revised(review));
        problems.extend(odd_days::public(review));
    }
}

fn days(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()) / DAY
}

/// An outage that lasted months.
fn long(review: &Review) -> Option<Diagnostic> {
    let moments = &review.moments;
    let (key, end) = match (moments.mitigated, moments.resolved) {
        (Some(end), _) => ("mitigated", end),
        (None, end) => ("resolved", end?),
    };
    let took = days(moments.started?, end);
    let harms = matches!(review.measure, Measure::Harm | Measure::Mitigation);
    (harms && took > LONG).then(|| {
        let message = format!("users were affected for {took} days, say `times.started` and `times.{key}`");
        odd(message, review.place_in(&["times", key]), ONE_OF_TWO_DAYS)
    })
}

/// An incident in the future; checked before what lies ahead is removed from the review.
pub(super) fn to_come(review: &Review, clock: Clock) -> Option<Diagnostic> {
    let moments = &review.moments;
    let all = [
        ("started", moments.started),
        ("detected", moments.detected),
        ("mitigated", moments.mitigated),
        ("resolved", moments.resolved),
    ];
    // In some time zone it is already tomorrow.
    let last = clock.today.tomorrow().unwrap_or(clock.today);
    let (key, _) = all.into_iter().find(|(_, moment)| moment.is_some_and(|moment| utc_day(moment) > last))?;
    let message = format!("`times.{key}` is still to come");
    Some(odd(
        message,
        review.place_in(&["times", key]),
        "is the year meant otherwise? nobody reviews what has not happened yet",
    ))
}

/// Entries of another year than the incident's.
fn far(review: &Review) -> Option<Diagnostic> {
    let moments = &review.moments;
    let mut entries =
        review.timeline.iter().filter(|entry| entry.moment().is_some_and(|at| is_of_another_year(moments, at)));
    let first = entries.next()?;
    let more = match entries.count() {
        0 => String::new(),
        more => format!(", and {} more like it", count(more, "entry", "entries")),
    };
    let item = first.item.to_string();
    let message = format!("an entry of the timeline lies more than {FAR_DAYS} days away from the incident{more}");
    Some(odd(message, review.place_in(&["timeline", &item, "at"]), "is the year meant otherwise?"))
}

/// A day of publication that is still to come, or lies before the incident.
pub(super) fn published(review: &Review, clock: Clock) -> Option<Diagnostic> {
    let on = review.published?;
    let place = || review.place_of("published");
    if is_to_come(on, clock) {
        let message = "`published` is still to come, and the review is on no page until then";
        return Some(odd(
            message.to_owned(),
            place(),
            "is the year meant otherwise? drafts are shown by `--drafts` or `serve`",
        ));
    }
    is_before(review, on).then(|| {
        let message = "`published` lies before the incident began";
        odd(message.to_owned(), place(), ONE_OF_TWO_DAYS)
    })
}

/// Actions that are open and have a day on which they were closed, or were due or closed before the incident.
fn actions(review: &Review) -> Vec<Diagnostic> {
    let written = review.actions.iter().enumerate().filter(|(_, action)| action.origin.is_none());
    let asked = written.filter_map(|(n, action)| {
        let place = |key: &str| review.place_in(&["actions", &n.to_string(), key]);
        if action.due.is_some_and(|due| is_before(review, due)) {
            let message = format!("`actions[{n}]` was due before the incident began");
            return Some(odd(message, place("due"), "is the year of `due` meant otherwise?"));
        }
        let closed = action.closed?;
        if action.status.is_open() {
            let message = format!("`actions[{n}]` is {}, and has the day on which it was closed", action.status.key());
            return Some(odd(message, place("closed"), "write `status: done`, or take out `closed`"));
        }
        let message = || format!("`actions[{n}]` was closed before the incident began");
        is_before(review, closed).then(|| odd(message(), place("closed"), "is the year of `closed` meant otherwise?"))
    });
    asked.collect()
}

/// `new_to: 20 of 14` and `new_to: most`.
fn new_to(review: &Review) -> Option<Diagnostic> {
    let said = review.new_to.as_ref()?;
    let numbers = said.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<u32>().ok());
    let numbers: Vec<_> = numbers.collect();
    let (message, hint) = match numbers[..] {
        [some, all] if some > all => {
            let hint = format!("write `new_to: {all} of {some}`, if that is meant");
            (format!("`new_to` is `{said}`: more people than there were"), hint)
        }
        // More words may say the number in any language.
        [] if !said.contains(' ') => {
            let hint = "write how many of those at the meeting, in digits: `new_to: 14 of 20`";
            (format!("`new_to` is `{said}`, without a number in digits"), hint.to_owned())
        }
        _ => return None,
    };
    let problem = Diagnostic::new(Code::UnknownValue, message).with_level(Level::Note);
    Some(problem.at(review.place_of("new_to")).hint(hint))
}

/// An unchanged template with a finished status.
fn untouched(review: &Review) -> Option<Diagnostic> {
    if !is_finished(review) {
        return None;
    }
    let at = TEMPLATE.iter().find_map(|text| review.text.find(text).map(|at| at..at + text.len()))?;
    // The words above are the end of a question; its beginning, on the same line, depends on the kind of review.
    let line = review.text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let at = line + review.text[line..].find(char::is_alphabetic).unwrap_or_default()..at.end;
    let message = "this question of the template is not answered, and the review is said to be finished";
    let problem = Diagnostic::new(Code::UntouchedTemplate, message).at(Place::new(&review.source, &review.text, at));
    Some(problem.hint("answer it, or take out its heading; `status: draft` keeps the review off the site until then"))
}

/// The start that the template of `debrief new` has, below its comment: midnight of the day on which the draft was made.
fn midnight(review: &Review) -> Option<Diagnostic> {
    review.moments.started.filter(|_| is_finished(review))?;
    let comment = TIMES_OF_TEMPLATE.iter().find_map(|comment| review.text.find(comment))?;
    let line = review.text[comment..].lines().nth(1)?;
    let is_left = line.trim_start().starts_with("started:") && line.trim_end_matches('Z').ends_with("T00:00");
    is_left.then(|| {
        let message = "`times.started` is midnight, as in the template";
        let hint = "write when it began; if that was midnight, take out the comment above it";
        odd(message.to_owned(), review.place_in(&["times", "started"]), hint)
    })
}

fn is_finished(review: &Review) -> bool {
    matches!(review.status, Status::Reviewed | Status::Closed)
}
