//! Names of people in the entries of a review that lists none: given names that are common, with the family name that follows; and
//! handles.

use std::collections::BTreeSet;

use super::{is_word, names_in, word_end};
use crate::library::{self, after_at_signs};
use crate::pages::drill::common::is_common;
use crate::review::{Review, is_given};
use markdown::plain_text;

/// The names in the entries, in their order; none where the review lists its people.
pub fn found(review: &Review) -> Vec<String> {
    if review.people.rows().next().is_some() {
        return Vec::new();
    }
    let mut found = each_once(texts(review).flat_map(|text| given_names(&text)));
    // `Tim` is `Tim Head`, who is named in full elsewhere.
    let full: Vec<_> = found.iter().filter(|name| name.contains(' ')).cloned().collect();
    found.retain(|name| name.contains(' ') || !full.iter().any(|full| full.split(' ').next() == Some(name)));
    found
}

/// The handles in the entries of a review, in their order: `@mkovac`. A word of sentences, as in `@here`, is no person's.
pub fn handles(review: &Review) -> Vec<String> {
    each_once(texts(review).flat_map(|text| handles_in(&text)))
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut met = BTreeSet::new();
    names.filter(|name| met.insert(name.clone())).collect()
}

/// The people of a field by their names; where it has none, by their handles.
pub fn called_in(field: &str) -> Vec<String> {
    let names = names_in(field);
    if names.is_empty() { handles_in(field) } else { names }
}

/// The words and the evidence of the entries, without markup.
fn texts(review: &Review) -> impl Iterator<Item = String> {
    let texts = review.timeline.iter().flat_map(|entry| [Some(&entry.what), entry.evidence.as_ref()]);
    texts.flatten().map(|text| plain_text(text))
}

/// The handles of people in a plain text, with the at sign; none of a package (`@x/y`) or a call in code (`@x.y(`).
fn handles_in(text: &str) -> Vec<String> {
    let is_person = |(name, rest): &(&str, &str)| {
        !name.contains('/') && !rest.starts_with(['(', '@']) && !name.split(['-', '_', '.']).any(library::is_common)
    };
    after_at_signs(text).filter(is_person).map(|(name, _)| format!("@{name}")).collect()
}

/// The names in a plain text that begin with a given name.
fn given_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_word) {
        let from = &rest[at..];
        let (word, after) = from.split_at(word_end(from));
        rest = after;
        if is_given(word) {
            names.push(family(after).map_or_else(|| word.to_owned(), |family| format!("{word} {family}")));
        }
    }
    names
}

/// The word after a given name, where it reads as a family name.
fn family(after: &str) -> Option<&str> {
    let next = after.strip_prefix(' ')?;
    let word = &next[..word_end(next)];
    let mut letters = word.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && word.chars().all(char::is_alphabetic);
    (is_name && !is_common(&word.to_lowercase())).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::{given_names, handles_in};

    #[test]
    fn handles_are_of_people() {
        assert_eq!(
            handles_in("@mkovac: ask @ana-b, @sade_o. Then @lin's desk, and @kwabena.ofosuhene."),
            ["@mkovac", "@ana-b", "@sade_o", "@lin", "@kwabena.ofosuhene"]
        );
        assert!(
            handles_in("@here, @platform-team, mail ana@x.example, use @kestrel/core or @zeb.route(1), @ and @@")
                .is_empty()
        );
    }

    #[test]
    fn given_names_are_found_with_the_family_name() {
        assert_eq!(
            given_names("Tim asks how to contact Yuvi. Justin England agrees."),
            ["Tim", "Yuvi", "Justin England"]
        );
        assert!(
            given_names("Prometheus says that Tim_job and Travis failed on Jan 27; Will the Mark hold?").is_empty()
        );
    }
}
