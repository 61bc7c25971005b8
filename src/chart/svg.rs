//! Writing SVG: elements, attributes, text; numbers with one decimal at most; everything escaped.
//!
//! Nothing here can write a `style` attribute, because the site's content policy would refuse it. Lines and open paths
//! are left without colours: the first rule of `chart.css` takes their filling away, and each class has its stroke.

use crate::text::push_escaped;

/// One element in the making, written where it will stand.
#[derive(Debug)]
#[must_use]
pub(super) struct Tag<'o> {
    name: &'static str,
    out: &'o mut String,
}

impl<'o> Tag<'o> {
    /// `<name`
    pub(super) fn new(name: &'static str, out: &'o mut String) -> Self {
        out.push('<');
        out.push_str(name);
        Self { name, out }
    }

    /// The class names, space-separated.
    pub(super) fn class(self, names: &str) -> Self {
        self.with("class", names)
    }

    /// An attribute with a text value, escaped.
    pub(super) fn with(self, name: &str, value: &str) -> Self {
        self.drawn(name, |out| push_escaped(out, value))
    }

    /// An attribute with a coordinate or a length.
    pub(super) fn at(self, name: &str, value: f64) -> Self {
        self.drawn(name, |out| push_number(out, value))
    }

    /// Its turn, from 1, where a script shows entries one after another (`slides.js` of the theme).
    pub(super) fn step(self, turn: usize) -> Self {
        self.drawn("data-step", |out| push_digits(out, turn as u64))
    }

    /// An attribute that is written piece by piece, such as path data; nothing in it may need to be escaped.
    pub(super) fn drawn(self, name: &str, write: impl FnOnce(&mut String)) -> Self {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        write(self.out);
        self.out.push('"');
        self
    }

    /// `/>`
    pub(super) fn empty(self) {
        self.out.push_str("/>");
    }

    /// `>text</name>`
    pub(super) fn text(self, text: &str) {
        self.around(|out| push_escaped(out, text));
    }

    /// `>...</name>` around finished markup.
    pub(super) fn around(self, write: impl FnOnce(&mut String)) {
        self.out.push('>');
        write(self.out);
        self.out.push_str("</");
        self.out.push_str(self.name);
        self.out.push('>');
    }
}

/// A straight line.
pub(super) fn line(class: &str, from: (f64, f64), to: (f64, f64), out: &mut String) {
    segment(class, from, to, out).empty();
}

/// A straight line, to be finished by the caller.
pub(super) fn segment<'o>(class: &str, from: (f64, f64), to: (f64, f64), out: &'o mut String) -> Tag<'o> {
    Tag::new("path", out).class(class).drawn("d", |d| {
        push_point(d, 'M', from);
        // Most lines are upright or level, and there is a shorter word for these.
        if from.0.to_bits() == to.0.to_bits() {
            push_step(d, 'V', to.1);
        } else if from.1.to_bits() == to.1.to_bits() {
            push_step(d, 'H', to.0);
        } else {
            push_point(d, 'L', to);
        }
    })
}

/// A command of path data that takes a point.
pub(super) fn push_point(out: &mut String, command: char, (x, y): (f64, f64)) {
    push_step(out, command, x);
    out.push(' ');
    push_number(out, y);
}

/// A command of path data that takes one number.
pub(super) fn push_step(out: &mut String, command: char, number: f64) {
    out.push(command);
    push_number(out, number);
}

/// An open path: drawn, never filled.
pub(super) fn stroke(class: &str, out: &mut String, write: impl FnOnce(&mut String)) {
    Tag::new("path", out).class(class).drawn("d", write).empty();
}

/// A text at a point; `anchor` is `start`, `middle` or `end`.
pub(super) fn label(class: &str, at: (f64, f64), anchor: &str, words: &str, out: &mut String) {
    words_at(class, at, anchor, out).text(words);
}

/// A text element at a point, to be filled by the caller.
pub(super) fn words_at<'o>(class: &str, at: (f64, f64), anchor: &str, out: &'o mut String) -> Tag<'o> {
    let tag = Tag::new("text", out).class(class).at("x", at.0).at("y", at.1);
    if anchor == "start" { tag } else { tag.with("text-anchor", anchor) }
}

/// A coordinate: one decimal at most, no `-0`, and 0 for what is no number.
#[must_use]
pub(super) fn number(value: f64) -> String {
    let mut out = String::with_capacity(8);
    push_number(&mut out, value);
    out
}

/// Appends the same: a plot holds hundreds, and whole tenths are written faster than exact decimals.
pub(super) fn push_number(out: &mut String, value: f64) {
    let tenths = tenths(value);
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    push_digits(out, whole);
    if tenth > 0 {
        out.push('.');
        push_digits(out, tenth);
    }
}

/// A coordinate as it is written: in whole tenths.
pub(super) fn tenths(value: f64) -> i64 {
    /// Far beyond any drawing.
    const LIMIT: f64 = 1e12;
    let tenths = if value.is_finite() { (value * 10.0).round_ties_even().clamp(-LIMIT, LIMIT) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the limit")]
    let tenths = tenths as i64;
    tenths
}

fn push_digits(out: &mut String, n: u64) {
    out.push_str(itoa::Buffer::new().format(n));
}

/// A count as a length.
#[must_use]
pub(super) fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Tag, line, number};

    #[test]
    fn numbers_are_short_and_always_numbers() {
        for (value, text) in [
            (1.0, "1"),
            (1.25, "1.2"),
            (-0.01, "0"),
            (-0.3, "-0.3"),
            (-3.46, "-3.5"),
            (719.96, "720"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
            (f64::MAX, "100000000000"),
        ] {
            assert_eq!(number(value), text);
        }
    }

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
