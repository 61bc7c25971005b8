//! Distinctive words of a text that may identify a cause, and names of things in it.

use std::collections::BTreeSet;

use super::common::is_common;
use super::said::Said;

/// Shorter words are ignored.
const SHORTEST: usize = 3;

/// The words of a normalised text that can tell a cause, without the endings that a sentence gives them. Of Han and Hangul, which are
/// written without spaces or with endings, every two neighbours are a word; Hiragana tells nothing alone.
pub(super) fn telling_of(normalised: &str) -> BTreeSet<String> {
    let mut all = Vec::new();
    for word in normalised.split(|c: char| !c.is_alphanumeric()) {
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
    all.into_iter().collect()
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
    if let Some(rest) = cut("ies").or_else(|| cut("ied")) {
        return format!("{rest}y");
    }
    let word = cut("ing").or_else(|| cut("ed")).or_else(|| cut("s")).unwrap_or(word);
    word.strip_suffix('e').filter(long).unwrap_or(word).to_owned()
}

/// Names of things: `gw_sweep2`, `poolSize`, `MTU`, and everything in code. No times and no amounts.
pub(super) fn names(said: &Said<'_>) -> BTreeSet<String> {
    let code =
        said.text.split('`').skip(1).step_by(2).map(str::trim).filter(|code| code.chars().any(char::is_alphabetic));
    let code = code.filter(|code| code.chars().count() >= SHORTEST).map(str::to_lowercase);
    let words = said.plain().split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.')));
    let words = words.map(|word| word.trim_matches(['-', '.'])).filter(|word| is_name(word)).map(str::to_lowercase);
    code.chain(words).collect()
}

/// Names of things that nobody would use for another: `ExpressVPN`, `gw_sweep2`; in small letters, without marks.
pub(super) fn identifiers(said: &Said<'_>) -> BTreeSet<String> {
    let words = said.plain().split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
    let words = words.filter(|word| is_name(word) && word.contains(char::is_lowercase) && !word.contains('-'));
    words.map(|word| word.to_lowercase().replace('_', "")).collect()
}

/// Which of these names a text without markup has in it, in one word or in two: one writes `Express VPN` and another `ExpressVPN`.
pub(super) fn named_in<'n>(plain: &str, names: &'n BTreeSet<String>) -> Vec<&'n str> {
    let plain = plain.to_lowercase().replace('_', "");
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_two = |name: &str| words.windows(2).any(|two| name.strip_prefix(two[0]) == Some(two[1]));
    names.iter().map(String::as_str).filter(|name| words.contains(name) || is_two(name)).collect()
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
    use super::super::said::{Said, telling};
    use super::{named_in, names};

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
    fn a_name_is_found_in_one_word_and_in_two() {
        let names = ["expressvpn", "gwsweep2"].map(str::to_owned).into();
        assert_eq!(named_in("An Express VPN, GW_sweep2.", &names), ["expressvpn", "gwsweep2"]);
        assert!(named_in("Express the VPN", &names).is_empty());
    }

    #[test]
    fn names_are_of_things_and_no_amounts() {
        let all = |text: &str| names(&Said::of(text)).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            all("A process called gw_sweep2 has 40s of poolSize, says `kill -9`."),
            "gw_sweep2 kill -9 poolsize"
        );
        assert_eq!(all("MTU of qs-core-2 is 9018 at 12:47 UTC, 99.9 % after 5m"), "mtu qs-core-2");
    }
}
