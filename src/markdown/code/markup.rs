//! HTML, XML and Markdown.

use super::spans::{Class, Spans};

/// Reads tags, attributes, comments and entities.
pub(super) fn tags(text: &str, out: &mut Spans) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(['<', '&']).unwrap_or(rest.len());
        out.push(&rest[..plain], Class::Plain);
        rest = &rest[plain..];
        let bytes = rest.as_bytes();
        let length = match (bytes.first(), bytes.get(1)) {
            (Some(b'<'), Some(b'!' | b'?')) => {
                let close = if rest.starts_with("<!--") { "-->" } else { ">" };
                let length = rest.find(close).map_or(rest.len(), |at| at + close.len());
                out.push(&rest[..length], Class::Comment);
                length
            }
            (Some(b'<'), Some(b'/' | b'a'..=b'z' | b'A'..=b'Z')) => tag(rest, out),
            (Some(b'&'), _) => entity(rest, out),
            (None, _) => 0,
            _ => {
                out.push(&rest[..1], Class::Plain);
                1
            }
        };
        rest = &rest[length..];
    }
}

/// The length of the longest entity, with `&` and `;`: `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 33;

fn entity(text: &str, out: &mut Spans) -> usize {
    let name =
        text.bytes().skip(1).take(LONGEST_ENTITY).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let is_entity = name > 0 && text.as_bytes().get(1 + name) == Some(&b';');
    let (length, class) = if is_entity { (name + 2, Class::Escape) } else { (1, Class::Plain) };
    out.push(&text[..length], class);
    length
}

/// One tag up to its `>`, or to the end of the text.
fn tag(text: &str, out: &mut Spans) -> usize {
    let bytes = text.as_bytes();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.') || !b.is_ascii();
    let mut at = 1 + usize::from(bytes.get(1) == Some(&b'/'));
    out.push(&text[..at], Class::Plain);
    while let Some(byte) = bytes.get(at) {
        let from = at;
        let class = match byte {
            b'>' => {
                out.push(">", Class::Plain);
                return at + 1;
            }
            b'"' | b'\'' => {
                let inside = bytes[at + 1..].iter().position(|b| b == byte);
                at = inside.map_or(bytes.len(), |end| at + end + 2);
                Class::String
            }
            byte if is_name(byte) => {
                at += bytes[at..].iter().position(|b| !is_name(b)).unwrap_or(bytes.len() - at);
                Class::Name
            }
            _ => {
                at += 1;
                Class::Plain
            }
        };
        out.push(&text[from..at], class);
    }
    at
}

/// Reads Markdown: headings, quotes, fences and code; other text is not coloured.
pub(super) fn markdown(text: &str, out: &mut Spans) {
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        let lead = line.trim_start();
        let is_fence = lead.starts_with("```") || lead.starts_with("~~~");
        let class = match lead.as_bytes().first() {
            _ if fenced || is_fence => Class::String,
            Some(b'#') => Class::Heading,
            Some(b'>') => Class::Comment,
            _ => Class::Plain,
        };
        fenced ^= is_fence;
        out.push(line, class);
    }
}
