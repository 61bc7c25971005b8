//! Who could be reached, and from when on: for the facilitator, by what people did and never by name.

use super::DrillAnswer;
use super::names::{is_word, names_in, parts};
use super::script::Script;
use super::sentences::sentences;
use super::since::Known;
use super::texts::Texts;
use crate::review::{Review, begins_with_being};
use base::text::escape_html;
use markdown::plain_text;

/// In place of a moment, for somebody of whom no entry says that they answered.
const NAMED: &str = "at the reveal, for the record does not say that they answered:";

/// A word before the name of somebody who did something, such as `and`, is not longer, or is a name.
const SHORT: usize = 3;

/// Each role once, from the first entry on in which the person did something, those before the first sign included: who did something
/// there, or is in no entry at all, can be reached from the start. To be named is not to answer.
pub(super) fn reachable(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let entries: Vec<_> = script.before.iter().copied().chain(script.entries()).collect();
    // Each sentence is read once, and not for every name again.
    let plain: Vec<Vec<_>> = entries.iter().map(|entry| sentences(entry.what).map(plain_text).collect()).collect();
    // One entry may name several people.
    let who: Vec<Vec<_>> =
        entries.iter().map(|entry| entry.who.iter().flat_map(|who| listed_in(who)).collect()).collect();
    let listed = review.people.incident_commander.iter().chain(&review.people.responders);
    let listed: Vec<_> = listed.flat_map(|field| listed_in(field)).collect();
    let first = script.first_sign();
    let mut people: Vec<(String, Known)> = Vec::new();
    for name in who.iter().flatten().chain(&listed).chain(texts.found()) {
        let role = texts.role(name);
        let told = who.iter().zip(&plain);
        let theirs = entries.iter().zip(told).filter(|(_, (who, plain))| did(who, plain, name));
        let did = theirs.map(|(entry, _)| entry.at).min();
        let known = match did {
            Some(since) if Some(since) > first => Known::From(since),
            None if entries.iter().any(|entry| names(entry.what, name)) => Known::End,
            _ => Known::Always,
        };
        match people.iter_mut().find(|(of, _)| *of == role) {
            Some((_, since)) => *since = known.min(*since),
            None => people.push((role, known)),
        }
    }
    people.sort_by_key(|(_, known)| *known);
    let answer = |(role, known): (String, Known)| {
        let clock = match known {
            Known::Always => None,
            Known::From(since) => Some(texts.from(since)),
            Known::End => Some(NAMED.to_owned()),
        };
        DrillAnswer { clock, known, ..DrillAnswer::plain(escape_html(&role)) }
    };
    if people.is_empty() {
        return vec![DrillAnswer { known: Known::End, ..DrillAnswer::plain("The review does not say.".to_owned()) }];
    }
    people.into_iter().map(answer).collect()
}

/// The people of a field; of one that names none, such as `the fishmonger, the mate`, what it lists.
fn listed_in(field: &str) -> Vec<String> {
    let names = names_in(field);
    if names.is_empty() { field.split(", ").map(str::to_owned).collect() } else { names }
}

/// Whether a text names a person, in full or by a part of the name.
fn names(text: &str, name: &str) -> bool {
    let words: Vec<_> = text.split(|c| !is_word(c)).collect();
    parts(name).any(|part| words.contains(&part))
}

/// Whether an entry says that a person did something: it is theirs, or a sentence of it begins with the name and does not say where they
/// are.
fn did(who: &[String], sentences: &[String], name: &str) -> bool {
    who.iter().any(|who| who == name) || sentences.iter().any(|sentence| begins_with(sentence, name))
}

/// Whether a sentence begins with a name, or with several of which it is one, and a deed follows.
fn begins_with(sentence: &str, name: &str) -> bool {
    let mut rest = sentence;
    while let Some(at) = rest.find(is_word) {
        let from = &rest[at..];
        let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
        let (word, behind) = from.split_at(end);
        if parts(name).any(|part| part == word) {
            let family = |behind: &str| {
                let next = behind.trim_start_matches([' ', '-']);
                let end = next.find(|c| !is_word(c)).unwrap_or(next.len());
                parts(name).any(|part| part == &next[..end]).then_some(behind.len() - next.len() + end)
            };
            let behind = family(behind).map_or(behind, |length| &behind[length..]);
            return !behind.starts_with(['\'', '’']) && !begins_with_being(behind);
        }
        if word.chars().count() > SHORT && !word.starts_with(char::is_uppercase) {
            return false;
        }
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::begins_with;

    #[test]
    fn who_is_named_did_not_answer() {
        for (sentence, did) in [
            ("Inga, numb, reads the list", true),
            ("Ana Silva and Inga turn the switch", true),
            ("Inga Moe calls", true),
            ("@Inga: it is up", true),
            ("Inga is at the dentist.", false),
            ("Inga Moe was called", false),
            ("Somebody knows that Inga has a key", false),
            ("Inga's access ran out", false),
            ("A passenger writes to Inga", false),
        ] {
            assert_eq!(begins_with(sentence, "Inga Moe"), did, "{sentence}");
        }
    }
}
