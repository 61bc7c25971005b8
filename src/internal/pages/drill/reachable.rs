//! Who could be reached, and from when on: for the facilitator, by what people did and never by name.

use jiff::Timestamp;

use super::DrillAnswer;
use super::names::{is_word, parts};
use super::played::Played;
use super::script::Script;
use super::since::Known;
use super::texts::Texts;
use crate::review::Review;
use base::text::escape_html;

/// Each role once, from the first entry that names the person, those before the first sign included: who is named there, or in no
/// entry at all, can be reached from the start.
pub(super) fn reachable(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let entries: Vec<_> = script.before.iter().copied().chain(script.entries()).collect();
    // One entry may name several people.
    let who = entries.iter().flat_map(|entry| &entry.who).flat_map(|who| who.split(", "));
    let listed = review.people.incident_commander.iter().chain(&review.people.responders).map(String::as_str);
    let mut people: Vec<(String, Option<Timestamp>)> = Vec::new();
    for name in who.chain(listed).chain(texts.found().iter().map(String::as_str)) {
        let role = texts.role(name);
        let named = entries.iter().filter(|entry| names(entry, name)).map(|entry| entry.at).min();
        match people.iter_mut().find(|(known, _)| *known == role) {
            Some((_, since)) => *since = [*since, named].into_iter().flatten().min(),
            None => people.push((role, named)),
        }
    }
    let first = script.first_sign();
    people.sort_by_key(|(_, since)| since.filter(|since| Some(*since) > first));
    let answer = |(role, since): (String, Option<Timestamp>)| {
        let words = DrillAnswer::plain(escape_html(&role));
        match since.filter(|since| Some(*since) > first) {
            Some(since) => {
                DrillAnswer { known: Known::From(since), ..DrillAnswer::timed(texts.from(since), words.html) }
            }
            None => words,
        }
    };
    if people.is_empty() {
        return vec![DrillAnswer { known: Known::End, ..DrillAnswer::plain("The review does not say.".to_owned()) }];
    }
    people.into_iter().map(answer).collect()
}

/// Whether an entry names a person, in full or by a part of the name.
fn names(entry: &Played<'_>, name: &str) -> bool {
    if entry.who.iter().flat_map(|who| who.split(", ")).any(|who| who == name) {
        return true;
    }
    let words: Vec<_> = entry.what.split(|c| !is_word(c)).collect();
    parts(name).any(|part| words.contains(&part))
}
