//! Values that are possible but look like mistakes: they are reported as notes or warnings, never refused.
//!
//! In: reviews and today. Out: notes on an incident that lasted months, on one in the future, on an entry of another year, and
//! a warning on a template that was not filled in.

use jiff::Timestamp;

use crate::review::{Review, Status};
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Place};
use base::phases::Measure;
use base::text::count;

const DAY: i64 = 24 * 60 * 60;
/// Days that an outage rarely lasts.
const LONG: i64 = 60;
/// Days between an entry and the incident that suggest a wrong year.
const FAR: i64 = 300;

/// Text that the template of `debrief new` has in every kind of review; a test there checks it.
const TEMPLATE: [&str; 3] = [
    "in two or three sentences, for somebody who was not there.",
    "Begin with a verb; say how one will see that it is done.",
    "What do we know now that others would want to know?",
];

/// Checks each review.
pub(super) fn ask(reviews: &[Review], problems: &mut Vec<Diagnostic>) {
    for review in reviews {
        problems.extend(long(review));
        problems.extend(far(review));
        problems.extend(untouched(review));
    }
}

fn odd(message: String, at: Place, hint: &str) -> Diagnostic {
    Diagnostic::new(Code::OddTime, message).at(at).hint(hint)
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
        odd(message, review.place_in(&["times", key]), "is the year or the month of one of them meant otherwise?")
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
    let (key, _) = all
        .into_iter()
        .find(|(_, moment)| moment.is_some_and(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC).date() > last))?;
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
    let (start, end) = (moments.started?, moments.resolved.or(moments.mitigated).or(moments.started)?);
    let is_far = |at: Timestamp| days(at, start) > FAR || days(end, at) > FAR;
    let mut entries = review.timeline.iter().filter(|entry| entry.moment().is_some_and(is_far));
    let first = entries.next()?;
    let more = match entries.count() {
        0 => String::new(),
        more => format!(", and {} more like it", count(more, "entry", "entries")),
    };
    let item = first.item.to_string();
    let message = format!("an entry of the timeline lies more than {FAR} days away from the incident{more}");
    Some(odd(message, review.place_in(&["timeline", &item, "at"]), "is the year meant otherwise?"))
}

/// An unchanged template with a finished status.
fn untouched(review: &Review) -> Option<Diagnostic> {
    if !matches!(review.status, Status::Reviewed | Status::Closed) {
        return None;
    }
    let at = TEMPLATE.iter().find_map(|text| review.text.find(text).map(|at| at..at + text.len()))?;
    let message = "this question of the template is not answered, and the review is said to be finished";
    let problem = Diagnostic::new(Code::UntouchedTemplate, message).at(Place::new(&review.source, &review.text, at));
    Some(problem.hint("answer it, or take out its heading; `status: draft` keeps the review off the site until then"))
}
