//! IPv4 addresses in English words: `ten dot forty-four dot seven dot nineteen`.

use std::net::Ipv4Addr;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::Regex;

use super::known::{is_everybodys, is_nobodys};
use crate::Tier;
use crate::detectors::Match;
use base::text::{SMALL_NUMBERS, TENS, number_word};

static SPELT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = format!("(?:{}|{}|oh|hundred)", SMALL_NUMBERS.join("|"), TENS.join("|"));
    let number = format!(r"{word}(?:[ -](?:and )?{word}){{0,4}}");
    let sign = r"[ ,]{0,2}(?:[ -](?:dot|point)[ -]|\.)[ ]?";
    Regex::new(&format!(r"(?i)(?-u:\b){number}(?:{sign}{number}){{3}}(?-u:\b)")).ok()
});

static SIGN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)(?-u:\b)(?:dot|point)(?-u:\b)|\.").ok());

/// What every such address contains: the word between its numbers, or a number after a dot.
static NEEDED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let dotted = SMALL_NUMBERS.iter().chain(&TENS).map(|word| format!(".{word}"));
    let words = ["dot", "point"].map(str::to_owned).into_iter().chain(dotted);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// Finds all of them.
pub(in crate::detectors) fn see(text: &str, seen: &mut Vec<Match>) {
    if !NEEDED.as_ref().is_some_and(|words| words.is_match(text)) {
        return;
    }
    let (Some(spelt), Some(sign)) = (&*SPELT, &*SIGN) else { return };
    for found in spelt.find_iter(text) {
        let numbers: Vec<u8> = sign.split(found.as_str()).filter_map(number).collect();
        let [a, b, c, d] = numbers[..] else { continue };
        let address = Ipv4Addr::new(a, b, c, d);
        // Four small numbers are rather counts or a version.
        let small = !address.is_private() && [a, b, c, d].iter().all(|n| *n <= 31);
        if !small && !is_nobodys(address) && !is_everybodys(&address.to_string()) {
            seen.push(Match { rule: "ipv4".to_owned(), tier: Tier::Block, range: found.range() });
        }
    }
}

/// The number in words: `two hundred and one`, `forty-four`, `one nine two`.
fn number(words: &str) -> Option<u8> {
    let lower = words.to_ascii_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty() && *w != "and").collect();
    let value = |word: &str| if word == "oh" { Some(0) } else { number_word(word).map(u32::from) };
    let digits: Vec<u32> = parts.iter().filter_map(|word| value(word).filter(|n| *n < 10)).collect();
    if digits.len() == parts.len() && parts.len() > 1 {
        return u8::try_from(digits.into_iter().fold(0, |number, digit| number * 10 + digit)).ok();
    }
    let mut number = 0;
    for word in &parts {
        if *word == "hundred" {
            number *= 100;
        } else {
            number += value(word)?;
        }
    }
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::super::super::plain;

    fn seen(text: &str) -> bool {
        plain().see(text, false).iter().any(|found| found.rule == "ipv4")
    }

    #[test]
    fn numbers_in_words_are_addresses() {
        for text in [
            "ten dot forty-four dot seven dot nineteen",
            "Ten point forty four point seven point nineteen",
            "one zero dot four four dot seven dot one nine",
            "one ninety two dot one sixty eight dot one dot four",
            "one hundred and seventy-two dot sixteen dot nine dot two",
            "ten.forty-four.seven.nineteen",
            "fifty-two dot eighteen dot seven dot one hundred and one",
        ] {
            assert!(seen(&format!("It was {text}, they said.")), "{text}");
        }
        for text in [
            "one point two point three point four",
            "eight dot eight dot eight dot eight",
            "one hundred and twenty-seven dot zero dot zero dot one",
            "one. Two. Three. Four.",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
