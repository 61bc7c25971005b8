//! Addresses in a script file: what stands in its texts. What it puts together as it runs is the policy's to stop.

use super::{Found, Leads, leads};

/// Names of vocabularies that look like addresses and are asked for by nobody.
const VOCABULARIES: &str = "http://www.w3.org/";

/// Texts of a script that lead to another host.
pub(super) fn read(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(c) = text[i..].chars().next() {
        let rest = &text[i..];
        if rest.starts_with("//") {
            i += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(comment) = rest.strip_prefix("/*") {
            i += comment.find("*/").map_or(rest.len(), |end| end + 4);
        } else if matches!(c, '"' | '\'' | '`') {
            let end = end_of(rest, c);
            let said = &rest[1..end];
            let address = said.split(char::is_whitespace).next().unwrap_or_default();
            let names_host = said.trim_start().starts_with("//") && address.trim_start().len() > 2;
            let is_address = address.contains("://") && !address.starts_with(VOCABULARIES);
            let message = match leads(address) {
                Leads::Away if names_host || is_address => Some("the script names another host"),
                Leads::Script => Some("a `javascript:` address stands in the script"),
                _ => None,
            };
            found.extend(message.map(|message| Found::new(i..i + end, message)));
            i += (end + 1).min(rest.len());
        } else {
            i += c.len_utf8();
        }
    }
    found
}

/// Where a text ends: at its mark, or with its line where it is not one of many lines.
fn end_of(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if mark != '`' => return at,
            c if c == mark => return at,
            _ => {}
        }
    }
    rest.len()
}
