//! YAML, line by line: keys, values, comments, and block texts in indented lines.

use super::settings::value;
use super::spans::{Class, Spans};

/// Reads YAML.
pub(super) fn read(text: &str, out: &mut Spans) {
    // The indentation of the key whose block text is being read.
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let lead = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - lead.len();
        if block.is_some_and(|of| indent > of || lead.trim().is_empty()) {
            out.push(line, Class::String);
            continue;
        }
        block = None;
        out.push(&line[..indent], Class::Plain);
        let mut rest = lead;
        while let Some(item) = rest.strip_prefix("- ") {
            out.push("- ", Class::Plain);
            rest = item;
        }
        if rest.starts_with('#') {
            out.push(rest, Class::Comment);
        } else if matches!(rest.trim_end(), "---" | "...") {
            out.push(rest, Class::Keyword);
        } else if let Some(colon) = key_end(rest) {
            out.push(&rest[..colon], Class::Name);
            out.push(":", Class::Plain);
            let after = &rest[colon + 1..];
            if matches!(after.trim_start().as_bytes().first(), Some(b'|' | b'>')) {
                out.push(after, Class::Keyword);
                block = Some(indent);
            } else {
                value(after, out);
            }
        } else {
            value(rest, out);
        }
    }
}

/// Where a key ends: before the first `:` with white space after it, unless a bracket or an unclosed quote comes first.
fn key_end(text: &str) -> Option<usize> {
    let quote = text.bytes().next().filter(|b| matches!(b, b'"' | b'\''));
    let from = match quote {
        Some(quote) => 2 + text[1..].bytes().position(|b| b == quote)?,
        None if text.starts_with(['{', '[']) => return None,
        None => 0,
    };
    let bytes = text.as_bytes();
    let colon = (from..bytes.len())
        .find(|at| bytes.get(*at) == Some(&b':') && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace))?;
    (quote.is_none() || colon == from).then_some(colon)
}
