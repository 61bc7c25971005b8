//! IPv4 addresses that a person recognises but a program does not: with spaces, quotes, words or other characters
//! between the numbers, or with a number in brackets.

use std::net::Ipv4Addr;
use std::sync::LazyLock;

use regex::Regex;

use super::known::{is_everybodys, is_nobodys};
use super::version::is_version;
use crate::Tier;
use crate::detectors::{Found, Match, Setting};

/// One number: plain, in hexadecimal digits, or one or more of them in brackets.
const NUMBER: &str =
    r"(?:0x[0-9a-f]{1,2}|[0-9]{1,3}|[\[{(<] ?[0-9]{1,3}(?: ?(?:[,|/-]|\.\.) ?[0-9]{1,3}){0,8} ?[\]})>])";

/// A dot with Markdown, quotes and line ends around it.
const DOT: &str = r#"[ \t*_~`"'+]{0,6}\.[ \t*_~`"'+]{0,6}(?:\r?\n[ \t>|\x23"']{0,6})?"#;

/// Another character in place of the dot, or a word for it.
const OTHER: &str = r#"(?: ?[\x{b7}\x{30fb}\x{2022}\x{2219}\x{22c5}\x{2027}\x{ff65}] ?|/|["'], ?["']|[ \t<\[({_-]{1,2}(?:dot|point|punkt|punto|ponto|punt|piste|tochka|точка)[ \t>\])}_-]{1,2})"#;

static APART: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let sign = format!("(?:{DOT}|{OTHER})");
    Regex::new(&format!(r"(?i){NUMBER}(?:{sign}{NUMBER}){{3}}")).ok()
});

static ONE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!("(?i){NUMBER}")).ok());

/// Finds all of them.
pub(in crate::detectors) fn see(setting: &Setting, text: &str, seen: &mut Vec<Match>) {
    let (Some(apart), Some(one)) = (&*APART, &*ONE) else { return };
    for found in apart.find_iter(text) {
        let range = found.range();
        let numbers: Vec<u8> = one.find_iter(found.as_str()).filter_map(|number| first(number.as_str())).collect();
        let [a, b, c, d] = numbers[..] else { continue };
        let found = Found { setting, text, range: range.clone() };
        if is_address(&found, Ipv4Addr::new(a, b, c, d)) {
            seen.push(Match { rule: "ipv4".to_owned(), tier: Tier::Block, range });
        }
    }
}

/// The first number inside the brackets, if there are any.
fn first(number: &str) -> Option<u8> {
    let number = number.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    if let Some(digits) = number.strip_prefix("0x").or_else(|| number.strip_prefix("0X")) {
        return u8::from_str_radix(digits, 16).ok();
    }
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    number.get(..end)?.parse().ok()
}

fn is_address(found: &Found<'_>, address: Ipv4Addr) -> bool {
    let value = found.value();
    // Plain addresses have a rule of their own.
    if value.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return false;
    }
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '/' | '-'));
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let octets = address.octets();
    // `10, 20, 30, 40` is a sequence.
    let counts = octets.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let known = is_nobodys(address) || is_everybodys(&address.to_string());
    if joins(found.before()) || goes_on(found.after()) || known || is_version(found) {
        return false;
    }
    if address.is_private() {
        return !counts;
    }
    // Public addresses count only if they are obviously disguised; other such numbers are counts.
    let bracket = value.contains(['[', '{', '(', '<']);
    let lower = value.to_ascii_lowercase();
    let spaced = value.matches(" . ").count() == 3 || lower.matches(" dot ").count() == 3;
    (bracket || spaced || lower.starts_with("0x")) && octets.iter().any(|octet| *octet > 31) && !counts
}

#[cfg(test)]
mod tests {
    use super::super::super::plain;

    fn seen(text: &str) -> bool {
        plain().see(text, false).iter().any(|found| found.rule == "ipv4")
    }

    #[test]
    fn addresses_in_pieces_are_seen() {
        for text in [
            "10.44.7.[19]",
            "10.44.7.{19,20}",
            "10.44.7.(19|20)",
            "10.44.{7,8}.19",
            "10.[44].7.19",
            "10.44.7.<19>",
            "52.18.7.[101]",
            "52.18.7.{101,102}",
            "10 . 44 . 7 . 19",
            "52 . 18 . 7 . 101",
            "10. 44. 7. 19",
            "10 .44 .7 .19",
            "192 . 168 . 17 . 4",
            "10\u{b7}44\u{b7}7\u{b7}19",
            "10\u{30fb}44\u{30fb}7\u{30fb}19",
            "10**.**44**.**7**.**19",
            "10/44/7/19",
            "10 point 44 point 7 point 19",
            "10 Punkt 44 Punkt 7 Punkt 19",
            "10-dot-44-dot-7-dot-19",
            "10<dot>44<dot>7<dot>19",
            "10.44.\n7.19",
            "10.44.7.\n> 19",
            "\"10.44.\" + \"7.19\"",
            "\"10.\" + \"44.\" + \"7.\" + \"19\"",
            "['10', '44', '7', '19'].join('.')",
            "0x0A.0x2C.0x07.0x13",
        ] {
            assert!(seen(&format!("At {text} it stood.")), "{text}");
        }
    }

    #[test]
    fn lists_versions_and_dates_are_not() {
        for text in [
            "10/20/30/40 requests",
            "10 . 20 . 30 . 40",
            "version 10.2.3.[4]",
            "4.12.0.[7]",
            "1. 2. 3. 4",
            "12/24/12/24",
            "['1', '2', '3', '4']",
            "52/18/7/101",
            "192.0.2.[17]",
            "8.8.8.[8]",
            "x[10][44][7][19]",
            "v10.1.2.<3>",
            "3 \u{b7} 4 \u{b7} 5 \u{b7} 6",
            "On 10. 3. 2026 at 14. 05",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
