//! The values of attributes that may contain character references.

use super::markup::{Piece, pieces};
use super::{Made, references};

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

/// The values of attributes with character references, decoded, one on each line.
pub(super) fn encoded_attributes(html: &str) -> Option<Made> {
    let mut made = Made::default();
    attributes(html, |attribute| {
        if attribute.value.contains('&') {
            references::decode_into(&mut made, attribute.value, attribute.at);
            made.put('\n', attribute.at + attribute.value.len());
        }
    });
    pieces(html, |piece, range| {
        let text = html.get(range.clone()).unwrap_or_default();
        if matches!(piece, Piece::Hidden(_)) && text.contains('&') {
            references::decode_into(&mut made, text, range.start);
            made.put('\n', range.end);
        }
    });
    made.some()
}

/// Calls `give` with every attribute that has a value.
pub(crate) fn attributes<'h>(html: &'h str, mut give: impl FnMut(Attribute<'h>)) {
    pieces(html, |piece, _| {
        let Piece::Tag(tag) = piece else { return };
        for attribute in tag.attributes().filter(|attribute| !attribute.value.is_empty()) {
            let html::Attribute { name, value, value_at, .. } = attribute;
            give(Attribute { element: tag.name, name, value, at: value_at });
        }
    });
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
