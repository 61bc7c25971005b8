//! Writing SVG: elements, attributes, text; numbers with one decimal at most; everything escaped.
//!
//! Nothing here can write a `style` attribute, because the site's content policy would refuse it. Lines and open paths
//! are left without colours: the first rule of `chart.css` takes their filling away, and each class has its stroke.

use crate::text::push_escaped;

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
        let mut head = String::with_capacity(120);
        head.push('<');
        head.push_str(name);
        Self { name, head }
    }

    /// The class names, space-separated.
    pub(super) fn class(self, names: &str) -> Self {
        self.with("class", names)
    }

    /// An attribute with a text value, escaped.
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.open(name);
        push_escaped(&mut self.head, value);
        self.head.push('"');
        self
    }

    /// An attribute with a coordinate or a length.
    pub(super) fn at(mut self, name: &str, value: f64) -> Self {
        self.open(name);
        push_number(&mut self.head, value);
        self.head.push('"');
        self
    }

    /// Its turn, from 1, where a script shows entries one after another (`slides.js` of the theme).
    pub(super) fn step(mut self, turn: usize) -> Self {
        self.open("data-step");
        self.head.push_str(&turn.to_string());
        self.head.push('"');
        self
    }

    fn open(&mut self, name: &str) {
        self.head.push(' ');
        self.head.push_str(name);
        self.head.push_str("=\"");
    }

    /// Writes `<name .../>`.
    pub(super) fn empty(self, out: &mut String) {
        out.push_str(&self.head);
        out.push_str("/>");
    }

    /// Writes `<name ...>text</name>`.
    pub(super) fn text(self, text: &str, out: &mut String) {
        self.begin(out);
        push_escaped(out, text);
        end(self.name, out);
    }

    /// Writes `<name ...>inner</name>`, where `inner` is finished markup.
    pub(super) fn around(self, inner: &str, out: &mut String) {
        self.begin(out);
        out.push_str(inner);
        end(self.name, out);
    }

    fn begin(&self, out: &mut String) {
        out.push_str(&self.head);
        out.push('>');
    }
}

fn end(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// A straight line.
pub(super) fn line(class: &str, from: (f64, f64), to: (f64, f64), out: &mut String) {
    segment(class, from, to).empty(out);
}

/// A straight line, to be finished by the caller.
pub(super) fn segment(class: &str, from: (f64, f64), to: (f64, f64)) -> Tag {
    let mut d = String::with_capacity(32);
    push_point(&mut d, 'M', from);
    // Most lines are upright or level, and there is a shorter word for these.
    if from.0.to_bits() == to.0.to_bits() {
        d.push('V');
        push_number(&mut d, to.1);
    } else if from.1.to_bits() == to.1.to_bits() {
        d.push('H');
        push_number(&mut d, to.0);
    } else {
        push_point(&mut d, 'L', to);
    }
    open(class, &d)
}

fn push_point(out: &mut String, command: char, (x, y): (f64, f64)) {
    out.push(command);
    push_number(out, x);
    out.push(' ');
    push_number(out, y);
}

/// An open path: drawn, never filled.
pub(super) fn stroke(class: &str, d: &str, out: &mut String) {
    open(class, d).empty(out);
}

fn open(class: &str, d: &str) -> Tag {
    Tag::new("path").class(class).with("d", d)
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
    let mut out = String::with_capacity(8);
    push_number(&mut out, value);
    out
}

/// Appends the same: a plot holds hundreds, and whole tenths are written faster than exact decimals.
pub(super) fn push_number(out: &mut String, value: f64) {
    /// Far beyond any drawing.
    const LIMIT: f64 = 1e12;
    let tenths = if value.is_finite() { (value * 10.0).round_ties_even().clamp(-LIMIT, LIMIT) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the limit")]
    let tenths = tenths as i64;
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

fn push_digits(out: &mut String, n: u64) {
    if n >= 10 {
        push_digits(out, n / 10);
    }
    out.push(char::from(b"0123456789"[usize::try_from(n % 10).unwrap_or_default()]));
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
        Tag::new("text").with("id", "a\"b").text("<script>&", &mut out);
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
