//! The values of attributes, and what else in markup is no text but may hold character references.

use std::ops::Range;

use super::html::{Piece, pieces};
use super::{Made, entities};

/// An attribute of a tag.
pub(crate) struct Attribute<'h> {
    /// The element, as written.
    pub(crate) element: &'h str,
    /// Its name, as written.
    pub(crate) name: &'h str,
    /// Its value, as written.
    pub(crate) value: &'h str,
    /// Where the value begins.
    pub(crate) at: usize,
}

/// The values of attributes that hold character references, decoded, a line each.
pub(super) fn encoded_attributes(html: &str) -> Option<Made> {
    let mut made = Made::default();
    attributes(html, |attribute| {
        if attribute.value.contains('&') {
            entities::decode_into(&mut made, attribute.value, attribute.at);
            made.put('\n', attribute.at + attribute.value.len());
        }
    });
    pieces(html, |piece, range| {
        let text = html.get(range.clone()).unwrap_or_default();
        if matches!(piece, Piece::Hidden(_)) && text.contains('&') {
            entities::decode_into(&mut made, text, range.start);
            made.put('\n', range.end);
        }
    });
    made.some()
}

/// Calls `give` with every attribute.
pub(crate) fn attributes<'h>(html: &'h str, mut give: impl FnMut(Attribute<'h>)) {
    pieces(html, |piece, range| {
        if let Piece::Tag { name } = piece {
            each_attribute(html, name, range, &mut give);
        }
    });
}

fn each_attribute<'h>(html: &'h str, element: &'h str, range: Range<usize>, give: &mut impl FnMut(Attribute<'h>)) {
    let tag = html.get(range.clone()).unwrap_or_default().trim_end_matches('>');
    let is_space = |c: char| c.is_ascii_whitespace() || c == '/';
    let mut at = 1 + usize::from(tag.starts_with("</")) + element.len();
    loop {
        at += tag[at..].find(|c| !is_space(c)).unwrap_or(tag.len() - at);
        let rest = &tag[at..];
        if rest.is_empty() {
            return;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len()).max(1);
        let Some(name) = rest.get(..end) else { return };
        at += end;
        let gap = tag[at..].len() - tag[at..].trim_start().len();
        if !tag[at + gap..].starts_with('=') {
            continue;
        }
        at += gap + 1;
        at += tag[at..].len() - tag[at..].trim_start().len();
        let rest = &tag[at..];
        let (skip, length) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => (1, rest[1..].find(quote).unwrap_or(rest.len() - 1)),
            _ => (0, rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len())),
        };
        let from = at + skip;
        if let Some(value) = tag.get(from..from + length) {
            give(Attribute { element, name, value, at: range.start + from });
        }
        at = (from + length + skip).min(tag.len());
    }
}

#[cfg(test)]
mod tests {
    use super::{attributes, encoded_attributes};

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let mut seen = Vec::new();
        attributes("<a href='x y' b=\"1>2\" c=d/e f g = h><img\nalt=ü>", |a| {
            seen.push((a.element.to_owned(), a.name.to_owned(), a.value.to_owned()));
        });
        let seen: Vec<_> = seen.iter().map(|(e, n, v)| (e.as_str(), n.as_str(), v.as_str())).collect();
        assert_eq!(
            seen,
            [("a", "href", "x y"), ("a", "b", "1>2"), ("a", "c", "d/e"), ("a", "g", "h"), ("img", "alt", "ü")]
        );
        assert_eq!(encoded_attributes("<a b='x&amp;y' c=z>&lt;<!-- &#65; -->").unwrap().text, "x&y\n<!-- A -->\n");
    }
}
