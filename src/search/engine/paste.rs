//! A pasted failure into the few terms that tell; the twin of `assets/search/paste.js`. What changes from one time to the next is masked;
//! of the rest, the rarest terms that the library knows decide.

use std::collections::BTreeMap;

use super::super::common::spread;
use super::super::index::Index;
use super::super::language::{Analyzer, is_stop};
use super::super::words::tokens;
use super::groups::Group;
use super::score::rarity;

/// Terms that decide.
const TERMS: usize = 20;
/// Frames of frameworks stand in every trace.
const FRAME: f64 = 0.3;
const FRAMEWORKS: [&str; 16] = [
    "at java.",
    "at javax.",
    "at jdk.",
    "at sun.",
    "at org.springframework",
    "at org.apache",
    "at org.hibernate",
    "at org.junit",
    "at org.eclipse",
    "at io.netty",
    "at reactor",
    "at kotlin",
    "at scala",
    "at node:",
    "at internal/",
    "File \"/usr/lib/python",
];

/// A term of the paste.
struct Candidate {
    token: String,
    weight: f64,
    lines: Vec<usize>,
}

/// The groups of a paste, each with the lines that it stands on.
pub(crate) fn groups(index: &Index, text: &str) -> Vec<Group> {
    let telling = |(term, one): (String, Candidate)| {
        let documents = spread(index.term(&term)?);
        Some((one.weight * rarity(index.documents(), documents), term, one))
    };
    let mut best: Vec<_> = candidates(text).into_iter().filter_map(telling).collect();
    best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    best.truncate(TERMS);
    best.into_iter().map(|(_, term, one)| Group::pasted(one.token, term, one.weight, one.lines)).collect()
}

fn candidates(text: &str) -> BTreeMap<String, Candidate> {
    let mut analyzer = Analyzer::new();
    let mut found: BTreeMap<String, Candidate> = BTreeMap::new();
    for (n, line) in text.lines().enumerate() {
        let start = line.trim_start();
        let is_frame = FRAMEWORKS.iter().any(|frame| start.starts_with(frame)) || start.contains("site-packages");
        let weight = if is_frame { FRAME } else { 1.0 };
        for token in tokens(&mask(line)) {
            if is_stop(&token) || token.chars().all(|c| c.is_ascii_digit()) {
                continue;
            }
            let Some(term) = analyzer.term(&token).map(str::to_owned) else { continue };
            let one = found.entry(term).or_insert(Candidate { token, weight, lines: Vec::new() });
            one.weight = one.weight.max(weight);
            if one.lines.last() != Some(&(n + 1)) {
                one.lines.push(n + 1);
            }
        }
    }
    found
}

/// A line without times, numbers, addresses and what else is of one moment: words that are mostly digits.
fn mask(line: &str) -> String {
    let breaks =
        |c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '(' | ')' | '[' | ']' | ',' | ';' | '<' | '>');
    line.split(breaks).filter(|word| !is_of_the_moment(word)).collect::<Vec<_>>().join(" ")
}

/// `2026-01-15T08:00:01Z`, `10.0.4.17:5432`, `0x7f3a91bc`, `3f2a…`, `30000ms`, `98.2%`.
fn is_of_the_moment(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ':' | '.' | '-' | '+'));
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        return false;
    }
    let plain = word.strip_prefix("0x").unwrap_or(word);
    let is_hex = plain.len() >= 8 && plain.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let unit =
        word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '-' | '/' | '+' | 'T' | 'Z'));
    is_hex || unit.is_empty() || (word.starts_with(|c: char| c.is_ascii_digit()) && is_unit(unit))
}

fn is_unit(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "ms" | "us" | "ns" | "s" | "m" | "h" | "d" | "%" | "b" | "kb" | "mb" | "gb" | "kib" | "mib" | "gib" | "k"
    )
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn what_is_of_one_moment_is_masked() {
        assert_eq!(
            mask("2026-01-15T08:00:01.123Z ERROR ERR_POOL_TIMEOUT waited=30000ms on db-07 (10.0.4.17:5432) id=3f2a9c81 sha 0x7f3a91bc 98.2%")
                .split_whitespace()
                .collect::<Vec<_>>(),
            ["ERROR", "ERR_POOL_TIMEOUT", "waited", "on", "db-07", "id", "sha"]
        );
    }
}
