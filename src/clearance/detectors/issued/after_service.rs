//! Keys after the name of their service: `FASTLY_API_TOKEN: ...`.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;

use super::super::machine_made::is_dense;
use super::super::names::is_name;
use super::super::placeholder::is_placeholder;
use super::services::SERVICES;

/// How many bytes after a name are searched.
const AHEAD: usize = 600;
/// The largest distance from the name to a key without a separator before it.
const NEAR: usize = 80;
/// Longer runs are encoded data, not words.
const ENCODED: usize = 40;
/// The least length of a value without a separator.
const LONG: usize = 20;
static NAMES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let builder = AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).clone();
    builder.clone().kind(Some(AhoCorasickKind::DFA)).build(SERVICES).ok()
});

/// A separator after the name, and a value after it.
static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r"^([ \t\w.-]{0,40}?)[\s\x22']{0,3}(?:=>|:{1,3}=|\|\||:|=|>|\?=|,)[\x60\x22'\s=]{0,5}([A-Za-z0-9_+/=.:~%-]{10,})";
    Regex::new(pattern).ok()
});

/// A word that says that the value is a secret.
static SAID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // `id` must be a whole word, because it occurs in words such as `said`.
    let pattern = r"(?i:secret|private|access|key|token|auth|password|passphrase|client|user|(?:\b|_)id(?:\b|_))|[a-z](?:Id|ID)(?:\b|_|[A-Z])";
    Regex::new(pattern).ok()
});

/// A run that may be a key.
static RUN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[A-Za-z0-9+/][A-Za-z0-9+/_.~%-]{14,}={0,2}").ok());

/// A run that is longer than any hash or name.
static LONGEST: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("[A-Za-z0-9+/=]{200,}").ok());

/// Words for things that have an id but no secret.
static ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = r"(?i)(?-u:\b|_)(?:requests?|req|ray|trace|span|commits?|sha|digests?|checksum|hash|fingerprint|builds?|runs?|jobs?|incident|versions?|image|revision|events?|messages?|correlation|etag|operation|transaction|order|cache|artifact|deployment|release|pipeline|errors?|charge|invoice|cursor|page|chrome|browser)(?-u:\b|_)";
    Regex::new(pattern).ok()
});

/// Calls `push` with the place of each key.
pub(super) fn see(text: &str, mut push: impl FnMut(Range<usize>)) {
    let Some(names) = &*NAMES else { return };
    for found in names.find_iter(text).filter(|found| begins_a_word(text, found.range())) {
        let rest = text.get(found.end()..ahead(text, found.end(), AHEAD)).unwrap_or_default();
        if let Some(range) = after_a_sign(rest).or_else(|| near(rest)) {
            push(found.end() + range.start..found.end() + range.end);
        }
    }
}

/// Whether a name is not part of a longer word (as `lob` in `global`) or of an encoded run.
fn begins_a_word(text: &str, name: Range<usize>) -> bool {
    let before = text.get(..name.start).and_then(|head| head.bytes().next_back());
    let capital = text.as_bytes().get(name.start).is_some_and(u8::is_ascii_uppercase);
    let joined = before.is_some_and(|b| b.is_ascii_alphabetic() && !(b.is_ascii_lowercase() && capital));
    !joined && !is_inside_a_run(text, name)
}

/// Whether a name is part of encoded data by chance.
fn is_inside_a_run(text: &str, name: Range<usize>) -> bool {
    let is_run = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    let bytes = text.as_bytes();
    let before =
        bytes.get(..name.start).map_or(0, |head| head.iter().rev().take(ENCODED).take_while(|b| is_run(b)).count());
    let after = bytes.get(name.end..).map_or(0, |tail| tail.iter().take(ENCODED).take_while(|b| is_run(b)).count());
    before >= 8 && before + after >= ENCODED
}

/// Whether the words between a name and its value say that the value is an id.
pub(in crate::detectors) fn is_id(words: &str) -> bool {
    ID.as_ref().is_some_and(|pattern| pattern.is_match(words))
}

fn after_a_sign(rest: &str) -> Option<Range<usize>> {
    let captures = VALUE.as_ref()?.captures(rest)?;
    let (gap, value) = (captures.get(1)?, captures.get(2)?);
    let written = value.as_str().trim_end_matches(['.', ':', '-', '/', ',']);
    let start = value.start();
    // The end of a sentence separates a name from a value.
    let apart = gap.as_str().match_indices(". ").any(|(at, _)| gap.as_str()[..at].ends_with(char::is_alphanumeric));
    (written.len() >= 14 && is_key(written) && !apart && !is_id(gap.as_str())).then(|| start..start + written.len())
}

/// A long key near the name, with a word between them that says that it is a secret.
fn near(rest: &str) -> Option<Range<usize>> {
    let (run, said) = (RUN.as_ref()?, SAID.as_ref()?);
    for found in run.find_iter(rest).take_while(|found| found.start() <= NEAR) {
        let gap = rest.get(..ahead(rest, found.start(), 12)).unwrap_or_default();
        let value = found.as_str().trim_end_matches(['.', '-', '/']);
        // It is part of an address or of a longer name.
        if rest.get(..found.start()).is_some_and(|head| head.ends_with(['.', '/', '-', '@'])) {
            continue;
        }
        let sure = said.is_match(gap) && value.len() >= LONG;
        let number = value.bytes().all(|b| b.is_ascii_digit()) && gap.to_ascii_lowercase().contains("key");
        if (sure && is_key(value) || number) && !is_id(gap) {
            return Some(found.start()..found.start() + value.len());
        }
    }
    // A very long run needs no such word.
    let long = LONGEST.as_ref()?.find(rest).filter(|found| found.start() <= NEAR)?;
    is_dense(long.as_str()).then(|| long.range())
}

/// Whether a value is words joined by hyphens or dots, such as the name of a file, machine or package; not a UUID.
fn is_parts(value: &str) -> bool {
    let uuid = value.len() == 36 && value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let parts: Vec<&str> = value.split('-').collect();
    let plain = |part: &&&str| {
        part.bytes().all(|b| b.is_ascii_lowercase()) || part.len() < 8 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let joined = !uuid && parts.len() >= 4 && parts.iter().filter(plain).count() * 2 > parts.len();
    joined
        || value.contains('.')
            && !value.to_ascii_lowercase().contains(".v1.")
            && value.split('.').all(|part| part.len() < 11 || !is_dense(part))
}

/// At most `length` bytes after `from`, at a character boundary.
fn ahead(text: &str, from: usize, length: usize) -> usize {
    let mut end = (from + length).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Whether a value after the name of a service is a key: dense, and not an address, labelled hash, date or version.
fn is_key(value: &str) -> bool {
    is_dense(value)
        && !is_parts(value)
        && !is_name(value)
        && !is_placeholder(value)
        && !value.starts_with("sha")
        && !value.contains("://")
}

#[cfg(test)]
mod tests {
    use super::see;

    fn seen(text: &str) -> usize {
        let mut seen = 0;
        see(text, |_| seen += 1);
        seen
    }

    #[test]
    fn keys_are_seen_after_the_name_of_their_service() {
        let value = "a1b2c3d4e5".repeat(3);
        for text in [
            format!("fastly = {value}"),
            format!("FASTLY_API_TOKEN: '{value}'"),
            format!("okta.token => \"{value}\""),
            format!("the Fastly key (rotated since) was {value}."),
            format!("fastly apiKey {value}"),
            format!("fastly client_id {value}"),
        ] {
            assert_eq!(seen(&text), 1, "{text}");
        }
    }

    #[test]
    fn names_ids_and_addresses_after_a_service_are_no_keys() {
        for text in [
            "Fastly: errors rose to 12 %",
            "GitHub: 9fceb02",
            "cloudflare: https://example.com/a1b2c3d4e5a1b2c3d4e5",
            "stripe: payment-intent-succeeded-v2",
            "aws: us-east-1, eu-west-2",
            "Cloudflare Ray ID: 7d1f2e3a4b5c6d7e-AMS",
            "AWS access was denied, request c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "global = 7f9c2ba4e88f827d6160, the blob: 7f9c2ba4e88f827d616011aa22bb33cc",
            "Checkout was slow. It said: Wm9uZWNheGF4IFNvYmVwb2Zlaw==",
            "GitHub token, commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
            "sk-learn and key-value, live_reload and test_that_everything_works_as_expected_on_monday",
        ] {
            assert_eq!(seen(text), 0, "{text}");
        }
    }
}
