//! Whether a question by an author can be read out as it is: good questions ask how and what, and do not ask for the person who
//! did something.
//!
//! In: the text of a question. Out: whether it asks who or why, and whether it asks for a person.

use crate::review::{is_word_of, says};

/// Whether a question asks for a person: `Who forgot it?` and `Why did nobody look?` do; `Who speaks for the ship?` and
/// `Why does the queue go by surname?` do not.
pub(super) fn looks_for_somebody(text: &str) -> bool {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let looks = words.iter().enumerate().any(|(n, word)| match word.as_str() {
        "why" => words[n..].iter().any(|word| is_word_of("person asked for", word)),
        word if is_word_of("asks who or why", word) => {
            let next = words.get(n + 1).map_or("", String::as_str);
            let of_person = words[n + 1..].iter().any(|word| is_word_of("person asked for", word));
            next.ends_with("ed") && word.starts_with("who")
                || is_word_of("after who", next)
                || of_person && !word.starts_with("who")
        }
        _ => false,
    });
    looks || says("asks for a person", text)
}

/// Whether a text asks who or why.
pub fn asks_who_or_why(text: &str) -> bool {
    says("asks who or why", text)
}

#[cfg(test)]
mod tests {
    use super::{asks_who_or_why, looks_for_somebody};

    #[test]
    fn questions_for_a_person_are_distinguished_from_questions_about_the_work() {
        for text in
            ["Who forgot it?", "Who changed the flag?", "Why did nobody look?", "Who had the key?", "Whose fault?"]
        {
            assert!(looks_for_somebody(text), "{text}");
        }
        for text in
            ["Who speaks for the ship?", "Why did the queue go by surname?", "How do we know?", "Whom do we ask?"]
        {
            assert!(!looks_for_somebody(text), "{text}");
        }
    }

    #[test]
    fn who_and_why_match_only_as_whole_words() {
        for text in ["WHO speaks for the ship?", "And why?", "Tell us whose it is.", "Warum so spät?"] {
            assert!(asks_who_or_why(text), "{text}");
        }
        for text in ["How would we have seen it?", "What of the whole?", "Wie merken wir das?"] {
            assert!(!asks_who_or_why(text), "{text}");
        }
    }
}
