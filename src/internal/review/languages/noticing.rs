//! Whether a text says that something was noticed, or that people looked at something, in twelve languages.
//!
//! In: Markdown, and the words of `names.txt`. A word counts as a whole word; in scripts without spaces, wherever it stands. What
//! says that nobody noticed, or speaks of the rule of an alert, is no noticing.

use super::names::of;
use super::timelines::is_character;
use markdown::plain_text;

/// How far a negation may stand from its word, in words.
const NEAR: usize = 3;

/// The same in characters, for scripts without spaces.
const NEAR_CHARACTERS: usize = 6;

/// Whether a text speaks of noticing: an alert, a report, somebody who sees that something is wrong.
pub fn tells_of_noticing(text: &str) -> bool {
    sentences(text).iter().any(|sentence| {
        of("noticed").iter().any(|word| is_said(sentence, word, false))
            || of("alert").iter().any(|word| is_said(sentence, word, true))
    })
}

/// Whether a text says that somebody looked at something, or that it was shown to them.
pub fn tells_of_seeing(text: &str) -> bool {
    sentences(text).iter().any(|sentence| of("saw").iter().any(|word| is_said(sentence, word, false)))
}

/// Each sentence in small letters, its words between single spaces.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let plain = plain_text(text).to_lowercase();
    let spaced = |sentence: &str| {
        let letters: String = sentence.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    plain.split(['.', '!', '?', ';', '\n', '。', '！', '？']).map(spaced).collect()
}

/// Whether a sentence has the word, and no negation near to it. A negation counts before the word and, if `after` is true, as for the
/// name of a thing, after it too; in scripts without spaces always on both sides.
fn is_said(sentence: &str, word: &str, after: bool) -> bool {
    if word.starts_with(is_character) {
        return sentence.match_indices(word).any(|(at, _)| {
            let before: Vec<char> = sentence[..at].chars().rev().take(NEAR_CHARACTERS).collect();
            let before: String = before.into_iter().rev().collect();
            let behind: String = sentence[at + word.len()..].chars().take(NEAR_CHARACTERS).collect();
            let is_near = |no: &String| no.starts_with(is_character) && (before.contains(no) || behind.contains(no));
            !of("no alert").iter().any(is_near)
        });
    }
    let is_no = |word: &str| of("no alert").iter().any(|no| no == word);
    sentence.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&sentence[..at], &sentence[at + word.len()..]);
        if !before.ends_with(' ') || !behind.starts_with(' ') {
            return false;
        }
        let before = before.split_whitespace().rev().take(NEAR);
        let behind = behind.split_whitespace().take(if after { NEAR } else { 0 });
        !before.chain(behind).any(is_no)
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
