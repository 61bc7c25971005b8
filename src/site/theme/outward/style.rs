//! Finds addresses in a style sheet.

use super::{Found, Leads, leads};

/// The addresses of other hosts in a style sheet; `at` is its offset in the file.
pub(super) fn read(text: &str, at: usize) -> Vec<Found> {
    let plain = plain(text);
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
        let names_a_vocabulary = plain[statement..i].trim_start().to_lowercase().starts_with("@namespace");
        let message = match leads(target) {
            Leads::Away if !names_a_vocabulary => Some("the style sheet asks another host"),
            Leads::Script => Some("a script stands in the style sheet"),
            _ => None,
        };
        let line_end = i + plain[i..].find('\n').unwrap_or(plain.len() - i);
        found.extend(message.map(|message| Found::new(at + i..at + (i + end + 1).min(line_end), message)));
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
