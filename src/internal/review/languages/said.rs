//! What a text of a timeline says, by the words of `names.txt` in twelve languages: that a cause was found, that somebody was called,
//! that something happens again.
//!
//! In: Markdown. A word counts as a whole word; in scripts without spaces, wherever it stands.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::names::{after, is, is_within, of};
use super::noticing::{first_sentence, plain_sentences, sentences};
use super::timelines::is_character;
use base::phases::duration_in;
use markdown::plain_text;

/// How far a kind of people may follow its number, in words: `3 of the passengers`.
const NEAR: usize = 3;

/// Kinds of phrases that say the same thing, each with the word that stands for them.
const SAME: [(&str, &str); 4] =
    [("retry", "retry"), ("rollback", "rollback"), ("expiry", "expire"), ("failover", "failover")];

/// All these phrases at once, and for each its word. None if there were too many for that.
static PHRASES: LazyLock<Option<(AhoCorasick, Vec<&str>)>> = LazyLock::new(|| {
    let phrases = SAME.iter().flat_map(|(kind, word)| of(kind).iter().map(move |phrase| (phrase, *word)));
    let (phrases, words): (Vec<_>, Vec<_>) = phrases.unzip();
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(phrases).ok()?;
    Some((finder, words))
});

/// A text in small letters, with one word in place of each phrase that says the same. The endings of phrases are free, their
/// beginnings are not.
pub fn with_one_word_for_each(text: &str) -> String {
    let small = text.to_lowercase();
    let Some((finder, words)) = &*PHRASES else { return small };
    let mut out = String::with_capacity(small.len());
    let mut done = 0;
    for found in finder.find_iter(&small) {
        let is_script = small[found.range()].starts_with(is_character);
        if !is_script && small[..found.start()].ends_with(char::is_alphanumeric) {
            continue;
        }
        let around = if is_script { " " } else { "" };
        let word = words.get(found.pattern().as_usize()).copied().unwrap_or_default();
        out.extend([&small[done..found.start()], around, word, around]);
        done = found.end();
    }
    out.push_str(&small[done..]);
    out
}

/// Whether a text without markup states why something happened, or says that this was found.
pub fn states_cause(plain: &str) -> bool {
    plain_sentences(plain).iter().any(|sentence| is_within("finding", sentence) || is_within("because", sentence))
}

/// Whether a text without markup tells what somebody found who looked into it.
pub fn tells_of_looking_into(plain: &str) -> bool {
    plain_sentences(plain).iter().any(|sentence| is_within("looked into", sentence))
}

/// Whether a text says that somebody was called, or came to help.
pub fn tells_of_calling(text: &str) -> bool {
    says(text, "called in")
}

/// Whether a text says that something happens again or goes on.
pub fn says_again(text: &str) -> bool {
    says(text, "again")
}

/// Whether words without markup begin with a form of *to be*, or with one of *cannot*.
pub fn begins_with_being(words: &str) -> bool {
    begins(&first_sentence(words), "is")
}

/// Whether a text without markup is about the record itself and tells nothing of what happened: `All times in UTC`, `Category: network`.
pub fn is_about_record(plain: &str) -> bool {
    begins(&first_sentence(plain), "no answer")
}

/// Whether a text names how long something lasted.
pub fn names_duration(text: &str) -> bool {
    duration_in(&plain_text(text)).is_some() || ["minutes", "hours", "days"].iter().any(|kind| says(text, kind))
}

/// Whether a text without markup says how many people: a number, and after it a word for people.
pub fn counts_people(plain: &str) -> bool {
    if !plain.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // A comma between figures does not part them.
    plain_sentences(&plain.replace(',', "")).iter().any(|sentence| {
        let words: Vec<&str> = sentence.split(' ').filter(|word| !word.is_empty()).collect();
        let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        let counted = |(n, word): (usize, &&str)| {
            is_number(word) && words[n + 1..].iter().take(NEAR).any(|word| is("who is counted", word))
        };
        let has_script = || sentence.contains(is_character);
        words.iter().enumerate().any(counted)
            || has_script() && of("who is counted").iter().any(|word| is_counted(sentence, word))
    })
}

/// Whether a word of a script without spaces follows figures directly: `300人`.
fn is_counted(sentence: &str, word: &str) -> bool {
    word.starts_with(is_character)
        && sentence.match_indices(word).any(|(at, _)| sentence[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

/// Where in a text the words begin that introduce a cause: ` due to`. The first place, if there are several.
pub fn cause_begins(text: &str) -> Option<usize> {
    // Other letters stay as they are, so that the place is one of the text.
    let small = text.to_ascii_lowercase();
    let places =
        of("because").iter().flat_map(|words| small.match_indices(words.as_str()).map(|(at, words)| (at, words.len())));
    let is_whole = |(at, length): &(usize, usize)| {
        let is_script = small[*at..].starts_with(is_character);
        let before = small[..*at].ends_with(char::is_alphanumeric);
        let after = small[*at + *length..].starts_with(char::is_alphanumeric);
        is_script || !before && !after
    };
    places.filter(is_whole).map(|(at, _)| at).min()
}

/// Whether a text has words of a kind.
fn says(text: &str, kind: &str) -> bool {
    sentences(text).iter().any(|sentence| is_within(kind, sentence))
}

fn begins(sentence: &str, kind: &str) -> bool {
    after(kind, sentence.trim_start()).is_some()
}

#[cfg(test)]
mod tests {
    use super::{
        begins_with_being, cause_begins, counts_people, is_about_record, names_duration, says_again, states_cause,
        tells_of_calling, with_one_word_for_each,
    };

    #[test]
    fn phrases_that_say_the_same_become_one_word() {
        for (text, wanted) in [
            ("The release was Rolled Back", "the release was rollback"),
            ("Reverting it", "rollbacking it"),
            ("Das Zertifikat ist abgelaufen", "das zertifikat ist expire"),
            ("設定を切り戻した", "設定を rollback た"),
            ("The app asks again, and tries again", "the app retry, and retry"),
        ] {
            assert_eq!(with_one_word_for_each(text), wanted);
        }
        assert_eq!(with_one_word_for_each("An unreverted ball"), "an unreverted ball");
    }

    #[test]
    fn a_cause_is_stated_in_many_words() {
        for text in [
            "Identified that the issue was an expired certificate",
            "The issue is identified as being the use of a legacy option",
            "It turned out that the hatch was open",
            "Dark boards due to rain",
            "Es stellte sich heraus, dass die Luke offen war",
            "Es liegt an der Luke",
            "Ana realizes this is a matter of money",
            "Se descubre que la escotilla estaba abierta",
            "Panne causée par la pluie, à cause d\u{2019}un câble",
            "原因はキャッシュだった",
            "由于磁盘已满",
            "Сбой из-за дождя",
        ] {
            assert!(states_cause(text), "{text}");
        }
        for text in
            ["Issue identified, started work on a fix", "The boards are dark", "The lead joins; because she can"]
        {
            assert!(!states_cause(text), "{text}");
        }
    }

    #[test]
    fn the_words_that_introduce_a_cause_begin_at_a_place() {
        let text = "Größe der Tafeln: dark DUE TO rain";
        assert_eq!(cause_begins(text).map(|at| &text[at..]), Some("DUE TO rain"));
        assert_eq!(cause_begins("The overdue tone, residue to clean"), None);
        let text = "The outage was caused by rain, because of wind";
        assert_eq!(cause_begins(text).map(|at| &text[..at]), Some("The outage "));
    }

    #[test]
    fn people_are_counted_and_called_and_things_are_not() {
        assert!(
            counts_people("11,000 people on the quay")
                && counts_people("3 of the passengers")
                && counts_people("300人")
        );
        assert!(
            !counts_people("eight servers, 14,000 requests")
                && !counts_people("People take 9 ships to the quay, users")
        );
        assert!(tells_of_calling("Member of the harbour team joined") && !tells_of_calling("The enjoined board"));
        assert!(says_again("Launches fail again") && !says_again("They fail against it"));
    }

    #[test]
    fn what_is_about_the_record_tells_nothing() {
        assert!(is_about_record("_All times in UTC_") && is_about_record("- Category: network"));
        assert!(!is_about_record("The category of the ship changed"));
        assert!(begins_with_being("is at the dentist") && !begins_with_being("island calls"));
        assert!(names_duration("one link instead of two for nine days") && names_duration("neun Tage lang"));
        assert!(!names_duration("one link instead of two"));
    }
}
