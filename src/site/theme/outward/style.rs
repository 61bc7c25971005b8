//! Finds addresses in a style sheet.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Found, Leads, leads};
use base::links::{decode, join};

/// An address in a style sheet.
struct Address<'t> {
    target: &'t str,
    span: Range<usize>,
    /// Whether it is the name of a vocabulary, which nothing loads.
    is_vocabulary: bool,
}

/// The addresses of other hosts in a style sheet; `at` is its offset in the file.
pub(super) fn read(text: &str, at: usize) -> Vec<Found> {
    let plain = plain(text);
    let outward = |address: Address<'_>| {
        let message = match leads(address.target) {
            Leads::Away if !address.is_vocabulary => "the style sheet asks another host",
            Leads::Script => "a script stands in the style sheet",
            _ => return None,
        };
        let Range { start, end } = address.span;
        let line_end = start + plain[start..].find('\n').unwrap_or(plain.len() - start);
        Some(Found::new(at + start..at + (end + 1).min(line_end), message))
    };
    addresses(&plain).into_iter().filter_map(outward).collect()
}

/// The files that a style sheet names, by their paths from its folder.
pub(in crate::theme) fn files(text: &str) -> BTreeSet<String> {
    let plain = plain(text);
    let path = |address: Address<'_>| join("", &decode(address.target.split(['?', '#']).next()?));
    addresses(&plain).into_iter().filter_map(path).collect()
}

/// Every address of a style sheet without comments and escapes.
fn addresses(plain: &str) -> Vec<Address<'_>> {
    let mut found = Vec::new();
    let mut statement = 0;
    let mut i = 0;
    while i < plain.len() {
        let rest = &plain[i..];
        let Some(c) = rest.chars().next() else { break };
        let (target, end) = if rest.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("url(")) {
            let end = rest.find(')').unwrap_or(rest.len());
            (rest[4..end.max(4)].trim().trim_matches(['"', '\'']), end)
        } else if matches!(c, '"' | '\'') {
            let end = rest[1..].find(c).map_or(rest.len(), |end| end + 1);
            let before = plain[statement..i].trim_end().to_lowercase();
            let is_address = before.ends_with("@import") || before.ends_with(['(', ',']);
            (if is_address { &rest[1..end] } else { "" }, end)
        } else {
            if matches!(c, ';' | '{' | '}') {
                statement = i + 1;
            }
            i += c.len_utf8();
            continue;
        };
        if !target.is_empty() {
            let is_vocabulary = plain[statement..i].trim_start().to_lowercase().starts_with("@namespace");
            found.push(Address { target, span: i..i + end, is_vocabulary });
        }
        i += (end + 1).min(rest.len()).max(1);
        while !plain.is_char_boundary(i) {
            i += 1;
        }
    }
    found
}

/// The text without comments and with escapes decoded, at the same byte positions where possible.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("/*") {
            let end = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
            out.extend(rest[..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
            rest = &rest[end..];
        } else if c == '\\' {
            let hex: String = rest[1..].chars().take(6).take_while(char::is_ascii_hexdigit).collect();
            let gap = usize::from(!hex.is_empty() && rest[1 + hex.len()..].starts_with([' ', '\n', '\t']));
            let read = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32).filter(char::is_ascii);
            let length = 1 + hex.len() + gap;
            match read {
                Some(read) => out.push(read),
                None => out.push_str(&rest[..length]),
            }
            rest = &rest[length..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    // Escapes move the text after them to the left, so places are approximate if there are any.
    out.extend(std::iter::repeat_n(' ', text.len().saturating_sub(out.len())));
    out
}
