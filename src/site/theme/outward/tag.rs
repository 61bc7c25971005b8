//! The opening tags of a page, as a browser finds them.

use std::ops::Range;

use html::Piece;

/// An opening tag.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    pub(super) attributes: Vec<Attribute>,
    /// The content of `<script>` or `<style>`.
    pub(super) content: Range<usize>,
}

/// An attribute of a tag.
pub(super) struct Attribute {
    pub(super) name: String,
    /// With character references replaced, as a browser reads it.
    pub(super) value: String,
    /// The range of name and value.
    pub(super) span: Range<usize>,
}

impl Tag {
    fn new(tag: &html::Tag<'_>, span: Range<usize>) -> Self {
        let attributes = tag.attributes().map(|attribute| {
            let name = attribute.name.to_ascii_lowercase();
            let value = html::decode_attribute(attribute.value).into_owned();
            Attribute { name, value, span: attribute.name_at..attribute.end }
        });
        let (attributes, content) = (attributes.collect(), span.end..span.end);
        Self { name: tag.name.to_ascii_lowercase(), span, attributes, content }
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value.as_str())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.value(name).is_some_and(|own| own.trim().eq_ignore_ascii_case(value))
    }
}

/// Every opening tag as a browser finds it; also one without an end, which another part of the page may close.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for (piece, range) in html::pieces(text) {
        match piece {
            Piece::Tag(tag) if !tag.closing => tags.push(Tag::new(&tag, range)),
            Piece::Raw(_) => {
                if let Some(tag) = tags.last_mut() {
                    tag.content = range;
                }
            }
            _ => {}
        }
    }
    tags
}
