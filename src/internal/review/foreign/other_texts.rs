//! Texts that are no reviews by what they call themselves: runbooks, explanations, minutes of meetings.

use std::collections::BTreeSet;

use crate::review::Review;
use crate::review::happened::tells_of_failure;
use crate::review::labelled::lines::within;
use crate::review::languages::names;
use crate::review::languages::timelines::is_character;
use crate::review::languages::words::words;
use crate::review::text::headings::lead;
use crate::review::written_day;

/// Whether headings and labels are those of the minutes of a meeting: an agenda, or two of who was there, what was decided, when the
/// next one is.
pub(super) fn is_meeting(review: &Review) -> bool {
    const FEWEST: usize = 2;
    let mut headings = review.outline.headings.iter().map(|heading| words(&heading.text));
    headings.any(|heading| names::is("agenda", &heading)) || signs_of_minutes(review) >= FEWEST
}

/// How many different headings and labels of minutes a text has.
pub(super) fn signs_of_minutes(review: &Review) -> usize {
    const LONGEST: usize = 60;
    let headings = review.outline.headings.iter().map(|heading| heading.text.as_str());
    let lines = within(review, 0..review.body().len());
    let labels = lines.flat_map(|(_, line)| line.split_inclusive(['.', ';'])).filter_map(|part| {
        // `Next meeting 10 September` has no colon.
        let label = part.split([':', '：']).next().unwrap_or_default();
        (label.len() <= LONGEST).then_some(label)
    });
    let sign = |text: &str| {
        let said = words(text);
        names::after("part of minutes", &said).map(|rest| said[..said.len() - rest.len()].trim_end().to_owned())
    };
    headings.chain(labels).filter_map(sign).collect::<BTreeSet<_>>().len()
}

/// Whether a title is that of an explanation or of a meeting that no incident is the subject of: `How to write a review`, `Incident FAQ`,
/// `Sprint 41 retrospective`.
pub(super) fn is_never_a_review(title: &str) -> bool {
    let said = words(title);
    let said = said.split(' ').filter(|word| !word.bytes().all(|b| b.is_ascii_digit())).collect::<Vec<_>>().join(" ");
    let lead = words(lead(title));
    let begins = || {
        let rest = names::after("never a review", &said)?;
        let name = said[..said.len() - rest.len()].trim_end();
        // A single word may be a part of another name: `FAQ bot answers with prices`.
        let is_sure = name.contains(' ')
            || name.starts_with(is_character)
            || !rest.contains(char::is_alphabetic)
            || names::is("joint after a kind of text", rest.split(' ').next().unwrap_or_default());
        is_sure.then_some(())
    };
    // `Runbook: the queue is stuck`
    names::is("never a review", &lead)
        || (begins().is_some() || ends_with_name("never a review", &said)) && !tells_of_failure(title)
}

/// Whether words end with a name of a kind, and have more before it.
fn ends_with_name(kind: &str, said: &str) -> bool {
    let ends = |name: &String| said.strip_suffix(name.as_str()).is_some_and(|before| before.ends_with(' '));
    names::of(kind).iter().any(ends)
}

/// Whether a title names a text of another kind: `Runbook`, `Guide to backups`, `Meeting notes, 5 March`, `Failover runbook`. One that
/// only begins or ends like such a name may be of an incident: `Guide rail broke`.
pub(super) fn names_other(title: &str, has_day: bool, is_of_meeting: &dyn Fn() -> bool) -> bool {
    let said = words(title);
    let is_incident = || has_day || tells_of_failure(title);
    if let Some(rest) = names::after("no review", &said) {
        let next = rest.split(' ').next().unwrap_or_default();
        let is_sure = !rest.contains(char::is_alphabetic)
            || names::is("joint after a kind of text", next)
            || written_day::leading(rest).is_some()
            || names::is("no review", &words(lead(title.split(" - ").next().unwrap_or_default())));
        return is_sure || !is_incident() || is_of_meeting();
    }
    ends_with_name("no review", &said)
}
