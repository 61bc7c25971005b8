//! Formats in which the beginning of a line says what it is: patches and HTTP messages.

use super::language::Language;
use super::lexer;
use super::spans::{Class, Spans};

/// Reads a patch. Lines keep their `+` and `-`, so that colour is not the only information.
pub(super) fn diff(text: &str, out: &mut Spans) {
    for line in text.split_inclusive('\n') {
        let is_head = ["+++", "---", "diff ", "index ", "***"].iter().any(|mark| line.starts_with(mark));
        let class = match line.as_bytes().first() {
            _ if is_head => Class::Comment,
            Some(b'@') => Class::Heading,
            Some(b'+' | b'>') => Class::Inserted,
            Some(b'-' | b'<') => Class::Deleted,
            _ => Class::Plain,
        };
        out.push(line, class);
    }
}

/// Reads a request or a response. The body is read as JSON, which leaves most other texts uncoloured.
pub(super) fn http(json: &Language, text: &str, out: &mut Spans) {
    let mut rest = text;
    let mut first = true;
    while let Some(line) = rest.split_inclusive('\n').next() {
        rest = &rest[line.len()..];
        if line.trim().is_empty() {
            out.push(line, Class::Plain);
            return lexer::read(json, rest, out);
        }
        match line.split_once(':') {
            Some((name, _)) if !first && !name.contains(' ') => {
                out.push(name, Class::Name);
                out.push(&line[name.len()..], Class::Plain);
            }
            _ => start(line, out),
        }
        first = false;
    }
}

/// `GET /x HTTP/1.1` or `HTTP/1.1 503 Service Unavailable`.
fn start(line: &str, out: &mut Spans) {
    let mut rest = line;
    while let Some(word) = rest.split_inclusive(' ').next().filter(|word| !word.is_empty()) {
        let bare = word.trim();
        let class = match bare {
            "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "CONNECT" | "TRACE" => Class::Keyword,
            _ if bare.starts_with("HTTP/") => Class::Keyword,
            _ if bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_digit()) => Class::Constant,
            _ => Class::Plain,
        };
        out.push(word, class);
        rest = &rest[word.len()..];
    }
}
