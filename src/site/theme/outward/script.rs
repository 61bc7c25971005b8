//! Finds addresses in the string literals of a script. Computed addresses are blocked by the content security policy.

use super::{Found, Leads, leads};

/// Prefix of XML namespaces, which look like addresses but are never loaded.
const VOCABULARIES: &str = "http://www.w3.org/";

/// String literals of a script with an address of another host.
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

/// Where a string literal ends: at its quote, or at the end of its line unless it may have several lines.
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
