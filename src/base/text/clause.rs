//! Shortening a long sentence at the end of a clause.

use std::borrow::Cow;

use super::clip;

/// The beginning of a sentence: all of it where it has no more than `most` characters, else as many whole clauses as fit, and `…`.
///
/// A clause ends before a comma, semicolon, colon or dash, or before a word that begins another (`because`, `while`), outside brackets and
/// quotes. Where none ends in the second half of the room, whole words are kept, because they say more.
#[must_use]
pub fn clip_at_clause(text: &str, most: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(most) else { return Cow::Borrowed(text) };
    let least = text.char_indices().nth(most / 2).map_or(0, |(at, _)| at);
    let mut ends = text[least..end].char_indices().map(|(at, _)| least + at);
    let last = ends.rfind(|at| is_end(&text[*at..]) && is_closed(&text[..*at]));
    last.map_or_else(|| clip(text, most), |at| Cow::Owned(format!("{}…", text[..at].trim_end())))
}

/// Whether a clause ends before this rest.
fn is_end(rest: &str) -> bool {
    let parted = |c: char| rest[c.len_utf8()..].starts_with(char::is_whitespace);
    match rest.chars().next() {
        Some(c @ (',' | ';' | ':')) => parted(c),
        Some('，' | '；' | '：') => true,
        Some(' ') => CONJUNCTIONS.iter().any(|word| rest[1..].strip_prefix(word).is_some_and(|r| r.starts_with(' '))),
        _ => false,
    }
}

/// Words that begin a clause and hardly ever join two nouns, and dashes.
const CONJUNCTIONS: [&str; 9] = ["because", "but", "while", "although", "whereas", "so that", "–", "—", "-"];

/// Whether every bracket and quote of a text is closed.
fn is_closed(text: &str) -> bool {
    let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
    count('(') <= count(')') && count('[') <= count(']') && count('“') <= count('”') && count('"').is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use super::clip_at_clause;

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(clip_at_clause("One, two.", 9), "One, two.");
        assert_eq!(clip_at_clause("", 0), "");
    }

    #[test]
    fn a_long_sentence_ends_with_a_clause() {
        for (text, most, wanted) in [
            ("A query became a storm, and nobody could buy a ticket.", 30, "A query became a storm…"),
            ("A query became a storm – nobody could buy a ticket.", 40, "A query became a storm…"),
            ("Nobody could pay because the switch was off all night.", 30, "Nobody could pay…"),
            ("It held 11,000 people for an hour, and then some.", 40, "It held 11,000 people for an hour…"),
            // Not within brackets or quotes.
            (
                "The probe failed (first in Oslo, then everywhere at once) for hours, and nobody saw.",
                40,
                "The probe failed (first in Oslo, then…",
            ),
            ("サービスが停止した，そして誰も気づかなかった", 12, "サービスが停止した…"),
        ] {
            assert_eq!(clip_at_clause(text, most), wanted, "{text}");
        }
    }

    #[test]
    fn without_a_clause_it_ends_after_a_word() {
        assert_eq!(
            clip_at_clause("Then, everything that we had ever built went away.", 30),
            "Then, everything that we had…"
        );
        assert_eq!(clip_at_clause("aaaaaaaaaa", 4), "aaaa…");
    }
}
