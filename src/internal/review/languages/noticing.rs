//! Whether a text says that something was noticed, or that people looked at something, in twelve languages.
//!
//! In: Markdown, and the words of `names.txt`. A word counts as a whole word; in scripts without spaces, wherever it stands. What
//! says that nobody noticed or that all was well, or speaks of the rule of an alert, is no noticing.

use std::ops::Range;

use super::names::{self, is, is_within, of, places};
use super::timelines::is_character;
use markdown::plain_text;

/// How far a negation may stand from its word, in words.
const NEAR: usize = 3;

/// The same where the words of its subject stand between: `No abnormal login activity was detected`.
const NEAR_SUBJECT: usize = 6;

/// The same in characters, for scripts without spaces.
const NEAR_CHARACTERS: usize = 6;

/// Whether a text speaks of noticing: an alert, a report, somebody who sees that something is wrong.
pub fn tells_of_noticing(text: &str) -> bool {
    sentences(text).iter().any(|sentence| {
        places("noticed", sentence).any(|at| is_said(sentence, at, false))
            || places("alert", sentence).any(|at| is_said(sentence, at, true))
    })
}

/// Whether a text without markup says that somebody looked at something, or that it was shown to them.
pub fn tells_of_seeing(plain: &str) -> bool {
    plain_sentences(plain).iter().any(|sentence| places("saw", sentence).any(|at| is_said(sentence, at, false)))
}

/// Each sentence in small letters, its words between single spaces.
pub(super) fn sentences(text: &str) -> Vec<String> {
    plain_sentences(&plain_text(text))
}

/// The same of a text without markup.
pub(super) fn plain_sentences(plain: &str) -> Vec<String> {
    plain.to_lowercase().split(ENDS).map(spaced).collect()
}

/// The first of them.
pub(super) fn first_sentence(plain: &str) -> String {
    spaced(&plain.split(ENDS).next().unwrap_or_default().to_lowercase())
}

/// What ends a sentence.
const ENDS: [char; 8] = ['.', '!', '?', ';', '\n', '。', '！', '？'];

/// The words of a sentence between single spaces.
fn spaced(sentence: &str) -> String {
    let mut spaced = String::with_capacity(sentence.len() + 2);
    spaced.push(' ');
    for word in sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        spaced.push_str(word);
        spaced.push(' ');
    }
    spaced
}

/// Whether a whole word stands there in a sentence, and no negation near to it. A negation counts before the word and, if
/// `or_after` is true, as for the name of a thing, after it too; in scripts without spaces always on both sides.
fn is_said(sentence: &str, at: Range<usize>, or_after: bool) -> bool {
    let (before, after) = (&sentence[..at.start], &sentence[at.end..]);
    let said = &sentence[at];
    if is_within("all is well", before) {
        return false;
    }
    if said.starts_with(is_character) {
        let before: Vec<char> = before.chars().rev().take(NEAR_CHARACTERS).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = after.chars().take(NEAR_CHARACTERS).collect();
        let is_near = |no: &String| no.starts_with(is_character) && (before.contains(no) || after.contains(no));
        return !of("no alert").iter().any(is_near);
    }
    let before = before.strip_suffix(' ').zip(after.strip_prefix(' '));
    before.is_some_and(|(before, after)| {
        let is_passive = names::after("is", said).is_some();
        let before = before.split(' ').rev().take(if is_passive { NEAR_SUBJECT } else { NEAR });
        let after = after.split(' ').take(if or_after { NEAR } else { 0 });
        !before.chain(after).any(|word| is("no alert", word))
    })
}

#[cfg(test)]
mod tests {
    use super::{tells_of_noticing, tells_of_seeing};

    #[test]
    fn noticing_is_told_in_many_words() {
        for text in [
            "*CloudWatch* alarm posts to chat about disk space",
            "Investigation starts after noticing that the graph looks weird.",
            "Users reported that the page was not loading",
            "End-users alerted us that logs were missing",
            "The on-call is paged",
            "Somebody notified by social media; the desk is informed of it",
            "Ana noticed that it is slow, but the status page reports all normal",
            "A passenger tweets that the hour is wrong",
            "Kunden melden, dass nichts lädt",
            "アラートが発報した",
            "收到用户反馈",
            "Клиенты сообщили об ошибке",
        ] {
            assert!(tells_of_noticing(text), "{text}");
        }
    }

    #[test]
    fn a_change_and_what_nobody_noticed_are_no_noticing() {
        for text in [
            "Version 12 is deployed",
            "Node runs out of memory, service starts degrading.",
            "No alert fired, and nobody noticed.",
            "The alert did not fire",
            "New alert rules are rolled out",
            "alertmanager was restarted",
            "Niemand bemerkt es",
            "No abnormal login activity was detected for either of them",
            "Functional tests indicate all fine, and this is reported",
            "Alles in Ordnung, meldet der Wächter",
            "アラートは出なかった",
        ] {
            assert!(!tells_of_noticing(text), "{text}");
        }
    }

    #[test]
    fn seeing_is_told_with_a_word_for_it() {
        assert!(tells_of_seeing("At 10:02 Ana looked at the log:") && tells_of_seeing("Um 10:02 zeigte die Tafel:"));
        assert!(!tells_of_seeing("The log of that hour:") && !tells_of_seeing("Oversees the board"));
    }
}
