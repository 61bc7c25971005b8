//! Who could be reached, and from when on: for the facilitator, by what people did and never by name.

use super::DrillAnswer;
use super::answers::{plain, timed};
use super::script::Script;
use super::texts::Texts;
use crate::review::Review;
use base::text::escape_html;

/// Each role, from when the record has it at work; those who took part without an entry of their own have no moment.
pub(super) fn reachable(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let mut seen: Vec<String> = Vec::new();
    let mut answers = Vec::new();
    for entry in script.entries() {
        // One entry may name several people.
        for who in entry.who.iter().flat_map(|who| who.split(", ")) {
            let role = texts.role(who);
            if !seen.contains(&role) {
                answers.push(timed(texts.clock(&entry), escape_html(&role)));
                seen.push(role);
            }
        }
    }
    for who in review.people.incident_commander.iter().chain(&review.people.responders) {
        let role = texts.role(who);
        if !seen.contains(&role) {
            answers.push(plain(escape_html(&role)));
            seen.push(role);
        }
    }
    answers
}
