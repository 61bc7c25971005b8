//! The reviews that a week changed.

use super::Revised;
use super::calendar::Events;

/// Reviews that were known before this week and changed in it. One that also came out in it is among the new ones, with
/// its revisions on its card.
pub(super) fn revised(events: &Events) -> Vec<Revised> {
    let mut found: Vec<Revised> = Vec::new();
    for (review, revision) in events.revised.iter().filter(|(review, _)| !events.new.contains(review)) {
        match found.last_mut().filter(|last| last.review == *review) {
            Some(last) => last.revisions.push(*revision),
            None => found.push(Revised { review: *review, revisions: vec![*revision] }),
        }
    }
    found
}
