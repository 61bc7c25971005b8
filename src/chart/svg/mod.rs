//! Writing SVG: elements, attributes, text; numbers with one decimal at most; everything escaped.
//!
//! In: names and geometry. Out: markup, written straight to the end of the drawing, because a plot has hundreds of
//! elements and a string for each would cost more than the layout. Nothing here writes a `style` attribute, because the
//! site's content security policy forbids it. The first rule of `chart.css` removes the fill of lines and open paths,
//! and each class sets its stroke.

mod data;
mod number;

pub(super) use data::Data;
pub(super) use number::{push_number, push_whole, real, tenths};

use base::text::push_escaped;

/// An element that is being written at the end of a drawing.
#[derive(Debug)]
#[must_use]
pub(super) struct Tag<'o> {
    name: &'static str,
    out: &'o mut String,
}

impl<'o> Tag<'o> {
    /// Writes `<name`.
    #[inline]
    pub(super) fn new(name: &'static str, out: &'o mut String) -> Self {
        out.push('<');
        out.push_str(name);
        Self { name, out }
    }

    /// The class names, space-separated.
    #[inline]
    pub(super) fn class(self, names: &'static str) -> Self {
        self.made("class", |out| out.push_str(names))
    }

    /// An attribute with a text value, escaped.
    #[inline]
    pub(super) fn with(self, name: &str, value: &str) -> Self {
        self.made(name, |out| push_escaped(out, value))
    }

    /// An attribute with a coordinate or a length.
    #[inline]
    pub(super) fn at(self, name: &str, value: f64) -> Self {
        self.made(name, |out| push_number(out, value))
    }

    /// An attribute with several numbers.
    pub(super) fn numbers(self, name: &str, values: &[f64]) -> Self {
        self.made(name, |out| {
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(' ');
                }
                push_number(out, *value);
            }
        })
    }

    /// Rotates by 90 degrees to the left around a point.
    pub(super) fn turned(self, (x, y): (f64, f64)) -> Self {
        self.made("transform", |out| {
            out.push_str("rotate(-90 ");
            push_number(out, x);
            out.push(' ');
            push_number(out, y);
            out.push(')');
        })
    }

    /// The data of a path.
    #[inline]
    pub(super) fn d(self, draw: impl FnOnce(&mut Data<'_>)) -> Self {
        self.made("d", |out| draw(&mut Data::new(out)))
    }

    /// An attribute whose value is written by `write`, which must escape it.
    #[inline]
    pub(super) fn made(self, name: &str, write: impl FnOnce(&mut String)) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        write(self.out);
        self.out.push('"');
        self
    }

    /// Writes `/>`.
    #[inline]
    pub(super) fn empty(self) {
        self.out.push_str("/>");
    }

    /// Writes `>`; the caller writes what follows, and the end.
    pub(super) fn open(self) {
        self.out.push('>');
    }

    /// Writes `>text</name>`.
    pub(super) fn text(self, text: &str) {
        self.around(|out| push_escaped(out, text));
    }

    /// Writes `>`, what `inner` writes, and `</name>`.
    #[inline]
    pub(super) fn around(self, inner: impl FnOnce(&mut String)) {
        self.out.push('>');
        inner(self.out);
        self.out.push_str("</");
        self.out.push_str(self.name);
        self.out.push('>');
    }
}

/// A straight line.
pub(super) fn line(class: &'static str, from: (f64, f64), to: (f64, f64), out: &mut String) {
    segment(class, from, to, out).empty();
}

/// A straight line, to be finished by the caller.
pub(super) fn segment<'o>(class: &'static str, from: (f64, f64), to: (f64, f64), out: &'o mut String) -> Tag<'o> {
    open(class, out, |d| {
        d.move_to(from);
        // Most lines are vertical or horizontal, and there is a shorter command for these.
        if from.0.to_bits() == to.0.to_bits() {
            d.v_to(to.1);
        } else if from.1.to_bits() == to.1.to_bits() {
            d.h_to(to.0);
        } else {
            d.line_to(to);
        }
    })
}

/// An open path: drawn, never filled.
#[inline]
pub(super) fn stroke(class: &'static str, out: &mut String, draw: impl FnOnce(&mut Data<'_>)) {
    open(class, out, draw).empty();
}

#[inline]
fn open<'o>(class: &'static str, out: &'o mut String, draw: impl FnOnce(&mut Data<'_>)) -> Tag<'o> {
    Tag::new("path", out).class(class).d(draw)
}

/// A text at a point; `anchor` is `start`, `middle` or `end`.
pub(super) fn label(class: &'static str, at: (f64, f64), anchor: &str, words: &str, out: &mut String) {
    words_at(class, at, anchor, out).text(words);
}

/// A text element at a point, to be filled by the caller.
pub(super) fn words_at<'o>(class: &'static str, at: (f64, f64), anchor: &str, out: &'o mut String) -> Tag<'o> {
    let tag = Tag::new("text", out).class(class).at("x", at.0).at("y", at.1);
    if anchor == "start" { tag } else { tag.made("text-anchor", |out| out.push_str(anchor)) }
}

#[cfg(test)]
mod tests {
    use super::{Tag, line};

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut out = String::new();
        Tag::new("text", &mut out).with("id", "a\"b").text("<script>&");
        assert_eq!(out, "<text id=\"a&quot;b\">&lt;script&gt;&amp;</text>");
    }

    #[test]
    fn upright_and_level_lines_are_short() {
        let mut out = String::new();
        for to in [(1.0, 9.5), (7.0, 2.0), (3.0, 4.0)] {
            line("a", (1.0, 2.0), to, &mut out);
        }
        let wanted = ["M1 2V9.5", "M1 2H7", "M1 2L3 4"].map(|d| format!("<path class=\"a\" d=\"{d}\"/>"));
        assert_eq!(out, wanted.concat());
    }
}
