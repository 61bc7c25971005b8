//! The reviews that a week changed.

use super::Revised;
use super::events::Events;

/// Reviews that were known before this week and changed in it. One that also came out in it, or is one of `late`, is told as
/// new, with its revisions on its card.
pub(super) fn revised(events: &Events, late: &[usize]) -> Vec<Revised> {
    let mut found: Vec<Revised> = Vec::new();
    let is_new = |review: &usize| events.new.contains(review) || late.contains(review);
    for (review, revision) in events.revised.iter().filter(|(review, _)| !is_new(review)) {
        match found.last_mut().filter(|last| last.review == *review) {
            Some(last) => last.revisions.push(*revision),
            None => found.push(Revised { review: *review, revisions: vec![*revision] }),
        }
    }
    found
}
