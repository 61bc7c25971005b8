//! Days of a review that contradict each other or are still to come.
//!
//! In: a review and today. Out: notes.

use jiff::civil::Date;

use crate::review::{Action, Review};
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::utc_day;

/// The hint where two days contradict each other.
pub(super) const ONE_OF_TWO_DAYS: &str = "is the year or the month of one of them meant otherwise?";

/// A drill that is still to come; checked before what lies ahead is removed from the review.
pub(super) fn rehearsed(review: &Review, clock: Clock) -> Option<Diagnostic> {
    let (item, on) =
        review.rehearsed.iter().enumerate().find(|(_, on)| is_to_come(**on, clock) || is_before(review, **on))?;
    let at = review.place_in(&["rehearsed", &item.to_string()]);
    if is_before(review, *on) {
        return Some(odd(format!("`rehearsed[{item}]` lies before the incident began"), at, ONE_OF_TWO_DAYS));
    }
    let message = format!("`rehearsed[{item}]` is still to come, and is on no page until then");
    Some(odd(message, at, "is the year meant otherwise? write a day when it has been played"))
}

/// An action that is closed on a day that is still to come; checked before it is opened again until then.
pub(super) fn closed(review: &Review, clock: Clock) -> Option<Diagnostic> {
    let is_later = |action: &Action| action.closed.is_some_and(|closed| is_to_come(closed, clock));
    let item = review.actions.iter().position(|action| action.origin.is_none() && is_later(action))?;
    let message = format!("`actions[{item}].closed` is still to come, and until then the action is shown as open");
    let at = review.place_in(&["actions", &item.to_string(), "closed"]);
    Some(odd(message, at, "is the year meant otherwise?"))
}

/// A change before the first publication.
pub(super) fn revised(review: &Review) -> Option<Diagnostic> {
    let published = review.published?;
    let item = review.revisions.iter().position(|revision| revision.on < published)?;
    let message = format!("`revisions[{item}].on` lies before `published`");
    Some(odd(message, review.place_in(&["revisions", &item.to_string(), "on"]), ONE_OF_TWO_DAYS))
}

/// A day for the public before the incident.
pub(super) fn public(review: &Review) -> Option<Diagnostic> {
    let on = review.public.as_ref()?.date?;
    is_before(review, on).then(|| {
        let message = "`public.date` lies before the incident began".to_owned();
        odd(message, review.place_in(&["public", "date"]), ONE_OF_TWO_DAYS)
    })
}

/// Whether a day is still to come in every time zone. If today was given, by `--as-of`, a later day is no mistake.
pub(super) fn is_to_come(day: Date, clock: Clock) -> bool {
    !clock.was_given() && day > clock.today.tomorrow().unwrap_or(clock.today)
}

/// Whether a day is before the incident began, in whatever time zone.
pub(super) fn is_before(review: &Review, day: Date) -> bool {
    let began = review.moments.started.or(review.moments.detected).map(utc_day);
    began.is_some_and(|began| day < began.yesterday().unwrap_or(began))
}

/// A note on a value that is possible but looks like a mistake.
pub(super) fn odd(message: String, at: Place, hint: &str) -> Diagnostic {
    Diagnostic::new(Code::OddTime, message).at(at).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::{closed, rehearsed};
    use crate::review::parse;
    use base::clock::Clock;
    use site::config::Config;
    use site::source::SourceFile;

    #[test]
    fn an_action_that_is_closed_on_a_day_to_come_is_asked_about() {
        let text = "---\ntitle: A\nactions:\n  - {title: B, status: done, closed: 2028-03-01}\n---\nText.\n".to_owned();
        let review = parse(SourceFile { path: "a.md".to_owned(), text }, &Config::default()).value.unwrap();
        let of_machine = Clock::read_at("2026-11-30T12:00:00Z".parse().unwrap());
        assert_eq!(closed(&review, of_machine).and_then(|note| note.place).map(|place| place.line), Some(4));
        assert!(closed(&review, Clock::fixed(of_machine.today)).is_none());
    }

    #[test]
    fn a_drill_to_come_is_asked_about_at_its_day() {
        let text = "---\ntitle: A\nrehearsed: [2026-03-01, 2028-03-01]\n---\nText.\n".to_owned();
        let review = parse(SourceFile { path: "a.md".to_owned(), text }, &Config::default()).value.unwrap();
        let of_machine = Clock::read_at("2026-11-30T12:00:00Z".parse().unwrap());
        let note = rehearsed(&review, of_machine).unwrap();
        assert!(note.message.starts_with("`rehearsed[1]` is still to come"), "{}", note.message);
        assert_eq!(note.place.unwrap().line, 3);
        assert!(rehearsed(&review, Clock::fixed(of_machine.today)).is_none());
    }
}
