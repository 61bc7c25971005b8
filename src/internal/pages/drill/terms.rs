//! Distinctive words of a text that may identify a cause, and names of things in it.

use std::collections::BTreeSet;

use super::common::is_common;
use crate::review::with_one_word_for_each;
use markdown::plain_text;

/// Shorter words are ignored.
const SHORTEST: usize = 3;

/// A text in small letters, without markup, in which phrases for the same thing are one word.
pub(super) fn normalised(text: &str) -> String {
    with_one_word_for_each(&plain_text(text))
}

/// The words of a text that can tell a cause, in small letters and without the endings that a sentence gives them. Of Han and Hangul,
/// which are written without spaces or with endings, every two neighbours are a word; Hiragana tells nothing alone.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    telling_of(&plain_text(text))
}

/// The same of a text without markup.
pub(super) fn telling_of(plain: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for word in with_one_word_for_each(plain).split(|c: char| !c.is_alphanumeric()) {
        if word.is_ascii() {
            all.extend(telling_word(word));
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        for run in letters.chunk_by(|one, next| Script::of(*one) == Script::of(*next)) {
            match run.first().map(|c| Script::of(*c)) {
                Some(Script::Hiragana) | None => {}
                Some(Script::Characters) => all.extend(run.windows(2).map(|two| two.iter().collect::<String>())),
                Some(Script::Letters) => all.extend(telling_word(&run.iter().collect::<String>())),
            }
        }
    }
    all
}

/// A word of letters without its ending, if it can tell a cause.
fn telling_word(word: &str) -> Option<String> {
    let is_number = || word.chars().all(|c| c.is_ascii_digit());
    (word.chars().count() >= SHORTEST && !is_common(word) && !is_number()).then(|| stem(word))
}

/// What a letter is written in, as far as it decides what a word is.
#[derive(PartialEq, Eq)]
enum Script {
    /// Those of endings and particles.
    Hiragana,
    /// Han and Hangul.
    Characters,
    Letters,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{3040}'..='\u{309f}' => Self::Hiragana,
            '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => Self::Characters,
            _ => Self::Letters,
        }
    }
}

/// Stems a word: `retries`, `retried`, `retrying` and `retry` are the same.
fn stem(word: &str) -> String {
    let long = |rest: &&str| rest.chars().count() >= SHORTEST;
    let cut = |ending: &str| word.strip_suffix(ending).filter(long);
    let word = match (cut("ies").or_else(|| cut("ied")), cut("ing").or_else(|| cut("ed")).or_else(|| cut("s"))) {
        (Some(rest), _) => format!("{rest}y"),
        (None, Some(rest)) => rest.to_owned(),
        (None, None) => word.to_owned(),
    };
    match word.strip_suffix('e').filter(long) {
        Some(rest) => rest.to_owned(),
        None => word,
    }
}

/// Names of things: `gw_sweep2`, `poolSize`, `MTU`, and everything in code. No times and no amounts.
pub(super) fn names(text: &str) -> BTreeSet<String> {
    let code = text.split('`').skip(1).step_by(2).map(str::trim).filter(|code| code.chars().any(char::is_alphabetic));
    let code = code.filter(|code| code.chars().count() >= SHORTEST).map(str::to_lowercase);
    let plain = plain_text(text);
    let words = plain.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.')));
    let words = words.map(|word| word.trim_matches(['-', '.'])).filter(|word| is_name(word)).map(str::to_lowercase);
    code.chain(words).collect()
}

/// Names of things that nobody would use for another: `ExpressVPN`, `gw_sweep2`; in small letters, without marks.
pub(super) fn identifiers(text: &str) -> BTreeSet<String> {
    let plain = plain_text(text);
    let words = plain.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
    let words = words.filter(|word| is_name(word) && word.contains(char::is_lowercase) && !word.contains('-'));
    words.map(|word| word.to_lowercase().replace('_', "")).collect()
}

/// The words of a text without markup in small letters, and every two neighbours as one word: one writes `Express VPN` and another
/// `ExpressVPN`.
pub(super) fn joined(plain: &str) -> BTreeSet<String> {
    let plain = plain.to_lowercase().replace('_', "");
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).map(<[&str]>::concat).chain(words.iter().map(|word| (*word).to_owned())).collect()
}

fn is_name(word: &str) -> bool {
    if word.chars().count() < SHORTEST || word == "UTC" || word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let any = |is: fn(char) -> bool| word.chars().any(is);
    let is_initials = word.chars().all(|c| c.is_ascii_uppercase());
    let in_humps = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    word.contains('_') || is_initials || in_humps || (any(char::is_alphabetic) && any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{names, telling};

    #[test]
    fn common_words_tell_nothing_and_endings_do_not_matter() {
        let all = |text| telling(text).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(all("The *stale* cache was on"), "cach stal");
        assert_eq!(all("Runbook out of date"), "");
        assert_eq!(all("Der Dienst wurde durch das Zertifikat gestört"), "dienst gestört zertifikat");
        assert_eq!(all("DNS retries"), all("it retried the dns"));
        assert_eq!(all("The app asks again"), all("App retries"));
        assert_eq!(all("原因は証明書の期限切れだった"), "expir 原因 明書 証明");
        assert_eq!(all("サーバーの証明書を更新した"), "サーバー 明書 更新 証明");
    }

    #[test]
    fn names_are_of_things_and_no_amounts() {
        let all = |text| names(text).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            all("A process called gw_sweep2 has 40s of poolSize, says `kill -9`."),
            "gw_sweep2 kill -9 poolsize"
        );
        assert_eq!(all("MTU of qs-core-2 is 9018 at 12:47 UTC, 99.9 % after 5m"), "mtu qs-core-2");
    }
}
