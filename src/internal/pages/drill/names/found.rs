//! Names of people in the entries of a review that lists none: given names that are common, with the family name that follows.

use super::{is_word, word_end};
use crate::pages::drill::common::is_common;
use crate::review::{Review, is_given};
use markdown::plain_text;

/// The names in the entries, in their order; none where the review lists its people.
pub fn found(review: &Review) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if review.people.rows().next().is_some() {
        return found;
    }
    for entry in &review.timeline {
        for text in [Some(&entry.what), entry.evidence.as_ref()].into_iter().flatten() {
            for name in given_names(&plain_text(text)) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
    }
    // `Tim` is `Tim Head`, who is named in full elsewhere.
    let full: Vec<_> = found.iter().filter(|name| name.contains(' ')).cloned().collect();
    found.retain(|name| name.contains(' ') || !full.iter().any(|full| full.split(' ').next() == Some(name)));
    found
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
    use super::given_names;

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
