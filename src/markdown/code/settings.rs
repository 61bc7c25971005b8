//! Settings with one on each line: INI, TOML, properties, environment files.

use super::spans::{Class, Spans};

/// Reads settings: `[section]`, `key = value`, comments.
pub(super) fn read(text: &str, out: &mut Spans) {
    for line in text.split_inclusive('\n') {
        let lead = line.trim_start();
        out.push(&line[..line.len() - lead.len()], Class::Plain);
        let key = lead.find(['=', ':']).map(|at| lead.split_at(at));
        match (lead.as_bytes().first(), key) {
            (Some(b'#' | b';' | b'!'), _) => out.push(lead, Class::Comment),
            (Some(b'['), _) if lead.trim_end().ends_with(']') => out.push(lead, Class::Heading),
            (_, Some((key, rest))) => {
                out.push(key, Class::Name);
                out.push(&rest[..1], Class::Plain);
                value(&rest[1..], out);
            }
            _ => value(lead, out),
        }
    }
}

/// Reads the value of a key; also used for YAML.
pub(super) fn value(text: &str, out: &mut Spans) {
    let lead = text.trim_start();
    out.push(&text[..text.len() - lead.len()], Class::Plain);
    let (value, comment) = lead.split_at(comment_at(lead));
    let bare = value.trim_end();
    let class = match bare.as_bytes().first() {
        Some(b'"' | b'\'') => Class::String,
        Some(b'{' | b'[' | b'(') | None => Class::Plain,
        Some(b'&' | b'*' | b'!') => Class::Type,
        _ if is_constant(bare) => Class::Constant,
        _ => Class::String,
    };
    out.push(value, class);
    out.push(comment, Class::Comment);
}

/// Where a comment begins: at a `#` after white space and outside quotes.
fn comment_at(text: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') if !before.is_ascii_alphanumeric() => quote = Some(byte),
            (None, b'#') if before.is_ascii_whitespace() => return at,
            _ => {}
        }
        before = byte;
    }
    text.len()
}

/// Whether a value is a constant such as `true`, or a number with or without a unit.
fn is_constant(text: &str) -> bool {
    const WORDS: [&str; 10] = ["true", "false", "null", "~", "yes", "no", "on", "off", "nil", "none"];
    let number = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b':' | b'-' | b'+'));
    is_number || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}
