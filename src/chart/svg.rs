//! Writing SVG: elements, attributes, text; numbers with one decimal at most; everything escaped.
//!
//! Nothing here can write a `style` attribute, because the site's content policy would refuse it.

use std::fmt::Write as _;

use crate::text::escape_html;

/// One element in the making.
#[derive(Debug)]
#[must_use]
pub(super) struct Tag {
    name: &'static str,
    head: String,
}

impl Tag {
    /// `<name`
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, head: format!("<{name}") }
    }

    /// The class names, space-separated.
    pub(super) fn class(self, names: &str) -> Self {
        self.with("class", names)
    }

    /// An attribute with a text value, escaped.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        let _ = write!(self.head, " {name}=\"{}\"", escape_html(value));
        self
    }

    /// An attribute with a coordinate or a length.
    pub(super) fn at(mut self, name: &str, value: f64) -> Self {
        let _ = write!(self.head, " {name}=\"{}\"", number(value));
        self
    }

    /// Its turn, from 1, where a script shows entries one after another (`slides.js` of the theme).
    pub(super) fn step(mut self, turn: usize) -> Self {
        let _ = write!(self.head, " data-step=\"{turn}\"");
        self
    }

    /// Writes `<name .../>`.
    pub(super) fn empty(self, out: &mut String) {
        out.push_str(&self.head);
        out.push_str("/>");
    }

    /// Writes `<name ...>text</name>`.
    pub(super) fn text(self, text: &str, out: &mut String) {
        self.around(&escape_html(text), out);
    }

    /// Writes `<name ...>inner</name>`, where `inner` is finished markup.
    pub(super) fn around(self, inner: &str, out: &mut String) {
        let _ = write!(out, "{}>{inner}</{}>", self.head, self.name);
    }
}

/// A straight line.
pub(super) fn line(class: &str, from: (f64, f64), to: (f64, f64), out: &mut String) {
    segment(class, from, to).empty(out);
}

/// A straight line, to be finished by the caller.
pub(super) fn segment(class: &str, from: (f64, f64), to: (f64, f64)) -> Tag {
    open(class, &format!("M{} {}L{} {}", number(from.0), number(from.1), number(to.0), number(to.1)))
}

/// An open path: drawn, never filled, even where no style sheet reaches.
pub(super) fn stroke(class: &str, d: &str, out: &mut String) {
    open(class, d).empty(out);
}

fn open(class: &str, d: &str) -> Tag {
    Tag::new("path").class(class).with("d", d).with("fill", "none").with("stroke", "currentColor")
}

/// A text at a point; `anchor` is `start`, `middle` or `end`.
pub(super) fn label(class: &str, at: (f64, f64), anchor: &str, words: &str, out: &mut String) {
    words_at(class, at, anchor).text(words, out);
}

/// A text element at a point, to be filled by the caller.
pub(super) fn words_at(class: &str, at: (f64, f64), anchor: &str) -> Tag {
    let tag = Tag::new("text").class(class).at("x", at.0).at("y", at.1);
    if anchor == "start" { tag } else { tag.with("text-anchor", anchor) }
}

/// A coordinate: one decimal at most, no `-0`, and 0 for what is no number.
#[must_use]
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A count as a length.
#[must_use]
pub(super) fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Tag, number};

    #[test]
    fn numbers_are_short_and_always_numbers() {
        for (value, text) in
            [(1.0, "1"), (1.25, "1.2"), (-0.01, "0"), (-3.46, "-3.5"), (f64::NAN, "0"), (f64::INFINITY, "0")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut out = String::new();
        Tag::new("text").with("id", "a\"b").text("<script>&", &mut out);
        assert_eq!(out, "<text id=\"a&quot;b\">&lt;script&gt;&amp;</text>");
    }
}
