//! Views: the texts that a reader, a browser or a program would see in some bytes.
//!
//! Each view knows the places of its parts in the text that it was made from, so that a finding in a base64 run inside
//! an attribute still has a line and a column in the file.

mod attributes;
mod defanged;
mod encoded;
mod escapes;
mod joined;
mod markup;
mod octal;
mod percent;
mod plain;
mod punycode;
mod references;
mod spliced;
mod wide;
mod wide_letters;

use std::borrow::Cow;
use std::ops::Range;

pub(super) use attributes::{Attribute, attributes};
pub(super) use escapes::without_line_ends;
pub(super) use markup::zone;
pub(super) use wide::{strings, wide};

/// How far ahead in the source the next word of a rendered text is searched for.
const FARTHEST: usize = 2_000;

/// A text that was derived from another one.
pub(super) struct View<'v> {
    /// Its name in findings.
    pub(super) name: &'static str,
    pub(super) text: Cow<'v, str>,
    /// Corresponding places in `text` and in the text it was made from, in order; between them both have the same
    /// distances.
    marks: Vec<(usize, usize)>,
    parent: Option<&'v View<'v>>,
}

impl<'v> View<'v> {
    /// The text itself.
    pub(super) fn whole(name: &'static str, text: &'v str) -> Self {
        Self { name, text: Cow::Borrowed(text), marks: Vec::new(), parent: None }
    }

    /// A text whose places are about the same as in its source.
    pub(super) fn like(name: &'static str, text: String) -> Self {
        Self { name, text: Cow::Owned(text), marks: Vec::new(), parent: None }
    }

    /// A text whose words are in `parent` in the same order, with other text between them.
    pub(super) fn aligned(name: &'static str, text: String, parent: &'v View<'v>) -> Self {
        let (mut marks, mut from) = (Vec::new(), 0);
        let mut end = 0;
        for word in text.split_whitespace() {
            let at = end + text.get(end..).and_then(|rest| rest.find(word)).unwrap_or_default();
            end = at + word.len();
            let mut far = (from + FARTHEST).min(parent.text.len());
            while !parent.text.is_char_boundary(far) {
                far -= 1;
            }
            let ahead = parent.text.get(from..far).unwrap_or_default();
            // A word that is not found nearby is assumed to be somewhere after the previous one.
            if let Some(found) = ahead.find(word) {
                marks.push((at, from + found));
                from += found + word.len();
            }
        }
        Self { name, text: Cow::Owned(text), marks, parent: Some(parent) }
    }

    /// A part of the text.
    pub(super) fn part(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The place of byte `at` in the outermost text.
    pub(super) fn source(&self, at: usize) -> usize {
        let Some(parent) = self.parent else { return at };
        let mark = self.marks.partition_point(|(own, _)| *own <= at).checked_sub(1).and_then(|n| self.marks.get(n));
        let at = mark.map_or(at, |(own, theirs)| {
            let next = self.marks.get(self.marks.partition_point(|(own, _)| *own <= at)).map_or(usize::MAX, |m| m.1);
            (theirs + (at - own)).min(next)
        });
        parent.source(at.min(parent.text.len()))
    }

    /// The lines that change when look-alike characters are replaced, for the detectors.
    pub(super) fn plain(&'v self) -> Option<View<'v>> {
        let Made { text, marks } = plain::plain(&self.text)?;
        Some(View { name: self.name, text: Cow::Owned(text), marks, parent: Some(self) })
    }

    /// Words split by a line end that may be one token, for the detectors of secrets.
    pub(super) fn joined(&'v self) -> Option<View<'v>> {
        let Made { text, marks } = joined::joined(&self.text)?;
        Some(View { name: self.name, text: Cow::Owned(text), marks, parent: Some(self) })
    }

    /// Pieces that together may be a key, for detectors that recognise keys by format.
    pub(super) fn spliced(&'v self) -> Option<View<'v>> {
        let Made { text, marks } = spliced::spliced(&self.text)?;
        Some(View { name: self.name, text: Cow::Owned(text), marks, parent: Some(self) })
    }

    /// All views that can be derived from this one directly.
    pub(super) fn inner(&'v self, markup: Markup) -> Vec<View<'v>> {
        let text = self.text.as_ref();
        let mut out = Vec::new();
        let mut add = |name, made: Option<Made>| {
            if let Some(Made { text, marks }) = made.filter(|made| made.text != self.text) {
                out.push(View { name, text: Cow::Owned(text), marks, parent: Some(self) });
            }
        };
        let has = |byte| memchr(byte, text);
        if has(b'<') {
            add("text", markup::text(text, markup));
            add("attribute", attributes::encoded_attributes(text));
        } else if has(b'&') {
            add("character references", references::decode(text));
        }
        if has(b'%') {
            add("percent-encoding", percent::decode(text, '%'));
        }
        if has(b'=') {
            add("quoted-printable", percent::decode_quoted(text));
        }
        if has(b'\\') {
            add("escapes", escapes::decode(text));
            add("octal escapes", octal::decode(text));
        }
        if text.contains("xn--") || text.contains("XN--") {
            add("punycode", punycode::decode(text));
        }
        add("wide letters", wide_letters::decode(text));
        add("written out", defanged::decode(text));
        add("base64", encoded::base64(text));
        add("hex", encoded::hex(text));
        out
    }
}

/// Which tags separate words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// As in browsers: block elements only.
    Html,
    /// All tags.
    Xml,
}

/// A text that is being made from another one.
#[derive(Default)]
pub(super) struct Made {
    text: String,
    marks: Vec<(usize, usize)>,
}

impl Made {
    /// Records that the text from here on is at `source`.
    fn mark(&mut self, source: usize) {
        self.marks.push((self.text.len(), source));
    }

    /// Appends an unchanged part.
    fn copy(&mut self, text: &str, source: usize) {
        if !text.is_empty() {
            self.mark(source);
            self.text.push_str(text);
        }
    }

    /// Appends a character that replaces the text at `source`.
    fn put(&mut self, c: char, source: usize) {
        self.mark(source);
        self.text.push(c);
    }

    /// Appends the text of bytes that are encoded at `source`: UTF-8, and where they are none, ISO 8859-1, whose bytes are the
    /// first characters of Unicode.
    fn bytes(&mut self, bytes: &[u8], source: usize) {
        self.mark(source);
        for chunk in bytes.utf8_chunks() {
            self.text.push_str(chunk.valid());
            self.text.extend(chunk.invalid().iter().copied().map(char::from));
        }
    }

    /// `None` if the text is empty.
    fn some(self) -> Option<Self> {
        (!self.text.is_empty()).then_some(self)
    }
}

fn memchr(byte: u8, text: &str) -> bool {
    text.as_bytes().contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::{Markup, View};

    fn seen(text: &str) -> Vec<(&'static str, String)> {
        let view = View::whole("raw", text);
        view.inner(Markup::Html).into_iter().map(|v| (v.name, v.text.into_owned())).collect()
    }

    #[test]
    fn a_view_knows_where_its_parts_stand() {
        let text = "<p>one</p><p title=x>J<b>a</b>&#110;e%20O</p>";
        let raw = View::whole("raw", text);
        let inner = raw.inner(Markup::Html);
        let words = inner.iter().find(|v| v.name == "text").unwrap();
        let at = words.text.find("Jane").unwrap();
        assert_eq!(raw.source(7), 7);
        assert_eq!(&text[words.source(at)..][..4], "J<b>");
        assert_eq!(&text[words.source(at + 2)..][..6], "&#110;");
        let deeper = words.inner(Markup::Html);
        let percent = deeper.iter().find(|v| v.name == "percent-encoding").unwrap();
        let at = percent.text.find("Jane O").unwrap() + 5;
        assert_eq!(&text[percent.source(at)..][..1], "O");
    }

    #[test]
    fn plain_text_has_no_other_view() {
        assert_eq!(seen("A plain sentence, 50% sure, of 3 words and one-two-three."), []);
    }
}
