//! Tokens by the prefixes of their issuers, and keys after the name of a service.

mod after_service;
mod beginnings;
mod services;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

pub(super) use self::after_service::is_id;
use self::beginnings::BEGIN;
use super::Match;
use super::machine_made::{changes, is_dense};
use super::placeholder::{is_documented, is_placeholder};
use crate::Tier;

/// The id of this rule.
pub(super) const RULE: &str = "service-token";

/// A prefix of this length is distinctive by itself.
const OWN: usize = 7;

static BEGINNINGS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = BEGIN.iter().map(|(begin, _)| begin);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// Finds both.
pub(super) fn see(text: &str, seen: &mut Vec<Match>) {
    let mut push = |range| seen.push(Match { rule: RULE.to_owned(), tier: Tier::Block, range });
    for found in BEGINNINGS.iter().flat_map(|words| words.find_overlapping_iter(text)) {
        let Some((begin, least)) = BEGIN.get(found.pattern().as_usize()) else { continue };
        let joined = text.get(..found.start()).and_then(|t| t.chars().next_back()).is_some_and(is_inside);
        let rest = text.get(found.end()..).unwrap_or_default();
        let length = rest.bytes().take_while(|b| is_token(*b)).count();
        let value = rest.get(..length).unwrap_or_default().trim_end_matches(['.', '-', '/']);
        let written = text.get(found.range()).unwrap_or_default();
        let whole = text.get(found.start()..found.end() + value.len()).unwrap_or_default();
        if !joined
            && is_beginning(begin, written)
            && length >= *least
            && is_issued(begin, value)
            && !is_documented(whole)
        {
            push(found.start()..found.end() + value.len());
        }
    }
    after_service::see(text, push);
}

/// Whether a prefix is written as by its issuer, or is distinctive in any case because it ends with punctuation.
fn is_beginning(begin: &str, written: &str) -> bool {
    let signed = begin.len() >= 4 && begin.ends_with(['_', '-', '.', '~', ':', '/', '+']);
    begin == written || signed && !begin.contains(|c: char| c.is_ascii_uppercase())
}

/// Whether the text after a prefix looks machine-generated.
fn is_issued(begin: &str, value: &str) -> bool {
    let own = begin.len() >= OWN && changes(value) >= 1;
    (is_dense(value) || own) && !is_placeholder(value) && !is_address(begin, value)
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-+/=.~!".contains(&byte)
}

/// Whether a value after a short prefix such as `s.` or `pat.` is more likely the end of a sentence or a host.
fn is_address(begin: &str, value: &str) -> bool {
    begin.ends_with('.') && begin.len() < 5 && value.split(['/', '-']).next().is_some_and(|first| first.len() < 16)
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, see};

    fn seen(text: &str) -> usize {
        let mut seen = Vec::new();
        see(text, &mut seen);
        seen.len()
    }

    #[test]
    fn tokens_are_seen_by_how_they_begin() {
        for (begin, least) in BEGIN {
            let value: String = "a1B2c3D4e5".chars().cycle().take(*least).collect();
            assert!(seen(&format!("x {begin}{value} y")) > 0, "{begin}");
            assert_eq!(seen(&format!("x {begin} y, {begin}word")), 0, "{begin}");
        }
    }

    #[test]
    fn a_beginning_with_a_sign_is_known_in_any_case() {
        let value = "a1B2c3D4e5".repeat(6);
        assert_eq!((seen(&format!("NPM_{value}")), seen(&format!("bsa{value}"))), (1, 0));
        assert_eq!(seen("test_that_everything_works_as_expected_on_a_monday_in_march_2026"), 0);
    }
}
