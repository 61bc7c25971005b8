//! Splitting a text into sentences.

use super::clip_at_clause;
use super::date::MONTHS;

/// The sentences of a text on one line, each with its full stop, trimmed.
///
/// A sentence ends with `.`, `!`, `?`, `…` or their equivalents in other scripts, including closing quotes and
/// brackets, if a space follows and then no lower-case letter. Abbreviations (`e.g.`, `approx.`, `No.`, initials) do
/// not end a sentence.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, others) = rest.split_at(end_of_first(rest));
        rest = others.trim_start();
        Some(sentence.trim_end())
    })
}

/// The beginning of a text: as many whole sentences as fit into `most` characters. If not even the first fits, it is
/// cut after a clause.
#[must_use]
pub fn first_sentences(text: &str, most: usize) -> String {
    let mut all = sentences(text);
    let Some(first) = all.next() else { return String::new() };
    if first.chars().count() > most {
        return clip_at_clause(first, most).into_owned();
    }
    let mut taken = first.to_owned();
    for sentence in all {
        if taken.chars().count() + 1 + sentence.chars().count() <= most {
            taken.push(' ');
            taken.push_str(sentence);
        } else {
            break;
        }
    }
    taken
}

fn end_of_first(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_end(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) = chars.next_if(|(_, c)| is_end(*c) || is_closing(*c)) {
            end = next + closing.len_utf8();
        }
        // These scripts write no space between sentences.
        if matches!(c, '。' | '！' | '？') {
            return end;
        }
        let rest = &text[end..];
        let parted = rest.starts_with(char::is_whitespace);
        let goes_on = rest.trim_start().starts_with(char::is_lowercase);
        let is_inside = || c == '.' && (is_shortened(&text[..at]) || is_day(&text[..at], rest));
        if rest.is_empty() || (parted && !goes_on && !is_inside()) {
            return end;
        }
    }
    text.len()
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」')
}

/// Abbreviations whose full stop does not end a sentence.
const SHORTENED: [&str; 37] = [
    "approx", "apr", "aug", "ca", "cf", "co", "dec", "dept", "dr", "e.g", "eg", "est", "etc", "feb", "fig", "i.e",
    "ie", "inc", "jan", "jr", "ltd", "max", "min", "mr", "mrs", "ms", "no", "nov", "nr", "oct", "prof", "sep", "sept",
    "sr", "st", "vs", "z.b",
];

/// Whether the full stop after `before` belongs to an abbreviation or an initial.
#[must_use]
pub fn is_shortened(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || SHORTENED.iter().any(|short| short.eq_ignore_ascii_case(word))
}

/// Whether a full stop stands between a day and its month: `the 20th. January`.
fn is_day(before: &str, rest: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let ordinal = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let is_number = matches!(ordinal.len(), 1 | 2) && ordinal.bytes().all(|b| b.is_ascii_digit());
    // `12. May I ask` is the twelfth of a list.
    let goes_on =
        |after: &str| !after.starts_with(char::is_alphabetic) && !after.trim_start().starts_with(char::is_uppercase);
    is_number && MONTHS.iter().any(|month| rest.trim_start().strip_prefix(month).is_some_and(goes_on))
}

#[cfg(test)]
mod tests {
    use super::{first_sentences, sentences};

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        for (text, parts) in [
            ("One. Two! Three? Four", vec!["One.", "Two!", "Three?", "Four"]),
            (
                "It took 5.5 hours, e.g. on v1.2. Then “it held.” So be it.",
                vec!["It took 5.5 hours, e.g. on v1.2.", "Then “it held.”", "So be it."],
            ),
            (
                "Mr. J. Smith saw it... and left. 400 pages came.",
                vec!["Mr. J. Smith saw it... and left.", "400 pages came."],
            ),
            ("障害が発生した。復旧した。", vec!["障害が発生した。", "復旧した。"]),
            ("In the morning of Sept. 18th, 2017, it fell.", vec!["In the morning of Sept. 18th, 2017, it fell."]),
            ("On the 20th. January it fell. So be it.", vec!["On the 20th. January it fell.", "So be it."]),
            ("We asked 12. May I go? 3. Mayors came.", vec!["We asked 12.", "May I go?", "3.", "Mayors came."]),
            ("config.yml was wrong.", vec!["config.yml was wrong."]),
            ("", vec![]),
            (" . ", vec!["."]),
        ] {
            assert_eq!(sentences(text).collect::<Vec<_>>(), parts, "{text}");
        }
    }

    #[test]
    fn as_many_sentences_as_fit() {
        assert_eq!(first_sentences("One two. Three. Four five six.", 16), "One two. Three.");
        assert_eq!(first_sentences("One two three. Four.", 8), "One two…");
        assert_eq!(first_sentences("", 8), "");
    }
}
