//! Who could be reached: for the facilitator, by what people did and never by name.

use std::collections::BTreeSet;

use super::DrillAnswer;
use super::names::{is_word, names_in, parts, word_end};
use super::script::Script;
use super::sentences::sentences;
use super::since::Known;
use super::texts::Texts;
use crate::library::is_common;
use crate::review::{Review, begins_with_being};
use base::text::escape_html;
use jiff::Timestamp;
use markdown::plain_text;

/// Stands in place of a moment if no entry says that a person did something.
const NAMED: &str = "at the reveal, for the record does not say that they answered:";

/// The longest word, such as `and`, that may stand before a name at the start of a sentence; a longer one must be a name itself.
const SHORT: usize = 3;

/// Each role once. A person who does something can be reached from the start, shown with the moment of the first such entry, unless an
/// entry before it says that they were elsewhere; so can a person who is in no entry. A person who is only named did not answer.
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
    let mut met = BTreeSet::new();
    let all = who.iter().flatten().chain(&listed).chain(texts.found());
    let mut people: Vec<(String, Known, Option<Timestamp>)> = Vec::new();
    for name in all.filter(|name| met.insert(*name)) {
        let role = texts.role(name);
        let told = who.iter().zip(&plain);
        let theirs = entries.iter().zip(told).filter(|(_, (who, plain))| did(who, plain, name));
        let did = theirs.map(|(entry, _)| entry.at).min();
        let mut earlier = entries.iter().zip(&plain).filter(|(entry, _)| did.is_some_and(|did| entry.at < did));
        let known = match did {
            Some(since) if earlier.any(|(_, plain)| plain.iter().any(|one| is_elsewhere(one, name))) => {
                Known::From(since)
            }
            None if entries.iter().any(|entry| names(entry.what, name)) => Known::End,
            _ => Known::Always,
        };
        match people.iter_mut().find(|(of, ..)| *of == role) {
            Some((_, of, at)) => (*of, *at) = (known.min(*of), did.into_iter().chain(*at).min()),
            None => people.push((role, known, did)),
        }
    }
    // Who did something before the first sign is there from the start.
    for (_, _, did) in &mut people {
        *did = did.filter(|did| Some(*did) > first);
    }
    people.sort_by_key(|(_, known, since)| (*known, *since));
    let answer = |(role, known, since): (String, Known, Option<Timestamp>)| {
        let clock = match known {
            Known::Always => None,
            Known::From(since) => Some(texts.from(since)),
            Known::Asked | Known::End => Some(NAMED.to_owned()),
        };
        let since = since.filter(|_| known == Known::Always);
        let since = since.map(|since| format!(", in the record {}", texts.from(since).trim_end_matches(':')));
        let words = escape_html(&role) + &since.unwrap_or_default();
        DrillAnswer { clock, known, ..DrillAnswer::plain(words) }
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

/// The words by which a text may name somebody: of `the fishmonger` not the article.
fn words_of(name: &str) -> impl Iterator<Item = &str> {
    parts(name).filter(|part| part.starts_with(char::is_uppercase) || !is_common(part))
}

/// Whether a text names a person, in full or by a part of the name.
fn names(text: &str, name: &str) -> bool {
    let words: Vec<_> = text.split(|c| !is_word(c)).collect();
    words_of(name).any(|part| words.contains(&part))
}

/// Whether an entry says that a person did something: it is theirs, or a sentence of it begins with the name and does not say where they
/// are.
fn did(who: &[String], sentences: &[String], name: &str) -> bool {
    who.iter().any(|who| who == name) || sentences.iter().any(|sentence| begins_with(sentence, name))
}

/// Whether a sentence begins with a name, or with several of which it is one, and a deed follows.
fn begins_with(sentence: &str, name: &str) -> bool {
    after(sentence, name).is_some_and(|after| !begins_with_being(after))
}

/// Whether a sentence begins with a name and says where somebody is: `Inga is at the dentist`.
fn is_elsewhere(sentence: &str, name: &str) -> bool {
    after(sentence, name).is_some_and(begins_with_being)
}

/// What follows the name that a sentence begins with, alone or as one of several.
fn after<'s>(sentence: &'s str, name: &str) -> Option<&'s str> {
    let mut rest = sentence;
    while let Some(at) = rest.find(is_word) {
        let from = &rest[at..];
        let (word, after) = from.split_at(word_end(from));
        if words_of(name).any(|part| part == word) {
            let family = |after: &str| {
                let next = after.trim_start_matches([' ', '-']);
                let end = word_end(next);
                words_of(name).any(|part| part == &next[..end]).then_some(after.len() - next.len() + end)
            };
            let after = family(after).map_or(after, |length| &after[length..]);
            return Some(after).filter(|after| !after.starts_with(['\'', '’']));
        }
        if word.chars().count() > SHORT && !word.starts_with(char::is_uppercase) {
            return None;
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{begins_with, names};

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

    #[test]
    fn an_article_names_nobody() {
        assert!(!begins_with("On the board the fare is wrong", "the fishmonger"));
        assert!(!names("the board is dark", "the fishmonger") && names("they call the fishmonger", "the fishmonger"));
    }
}
