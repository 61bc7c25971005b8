//! Whether a common word, `Grace`, stands in a text like the name of a person.

use super::word_end;

/// Words before a thing: nobody is `the Grace`.
const BEFORE_THINGS: [&str; 22] = [
    "a", "all", "an", "any", "another", "both", "each", "either", "every", "her", "his", "its", "more", "my", "new",
    "no", "old", "our", "some", "the", "their", "this",
];

/// The longest word after somebody's name that need not look like a deed: `Grace saw it`, not `Grace period`.
const SHORT: usize = 4;

/// Deeds without an ending.
const DEEDS: [&str; 12] = [
    "began",
    "broke",
    "brought",
    "caught",
    "drove",
    "found",
    "spoke",
    "taught",
    "thought",
    "threw",
    "understood",
    "wrote",
];

/// Whether a word is written like a name within a sentence: with a capital that neither the beginning of a sentence nor a title
/// explains, and without an article or a number. A text of this word only is a name.
pub fn stands_alone(before: &str, word: &str, after: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let before = without_tags(before.trim_end()).trim_end_matches(['"', '\'', '(', '*', '_', '\u{201c}', '\u{2018}']);
    let before = before.trim_end();
    if before.is_empty() {
        return after.is_empty();
    }
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let begins = before.ends_with(|c: char| !c.is_alphanumeric() && c != ',' && c != '@');
    let is_thing = BEFORE_THINGS.contains(&last.to_lowercase().as_str());
    let is_titled = last.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_part = match after.strip_prefix(' ') {
        Some(next) => !may_follow(&next[..word_end(next)]),
        None => after.strip_prefix(['-', '.', '/']).is_some_and(|next| next.starts_with(char::is_alphanumeric)),
    };
    !begins && !is_thing && !is_titled && !is_part
}

/// Whether a word may follow the name of somebody: `restarts`, `and`, `saw`.
fn may_follow(word: &str) -> bool {
    let is_deed = word.ends_with('s') || word.ends_with("ed") || DEEDS.contains(&word);
    let is_short = word.chars().count() <= SHORT;
    !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && (is_deed || is_short)
}

/// A text without the tags at its end.
fn without_tags(text: &str) -> &str {
    let mut text = text;
    while let Some((before, _)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
        text = before.trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::stands_alone;

    #[test]
    fn a_common_word_is_a_name_where_only_a_name_has_a_capital() {
        let of = |text: &str| {
            let at = text.find("Grace").expect("the word");
            stands_alone(&text[..at], "Grace", &text[at + "Grace".len()..])
        };
        for text in ["then Grace restarts it", "asked Grace.", "paged <em>Grace</em>", "so did Grace's team", "Grace"] {
            assert!(of(text), "{text}");
        }
        for text in [
            "Grace period",
            "The Grace period",
            "in Grace period",
            "It ended. Grace was short",
            "The Long Grace Period",
            "3 Grace periods",
            "in Grace 7",
            "the key grace.Grace-time",
            "Next: Grace period",
        ] {
            assert!(!of(text), "{text}");
        }
        assert!(!stands_alone("it ", "may", " fail"));
    }
}
