//! A piece of YAML or TOML inside a file.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

use serde::de::DeserializeSeed as _;

use super::mistake::{self, Mistake};
use super::places::{Part, Places, Step};
use super::value::{Reader, Value};
use super::yaml_places::places_of;
use super::{Node, Syntax, breaks, toml_values};
use crate::diagnostics::{Code, Diagnostic, Place};
use crate::text::Lines;

/// What becomes of a key that its mapping already has.
#[derive(Debug)]
pub enum Repeats<'p> {
    /// It is an error.
    Refused,
    /// It is a warning, added to these. In YAML the last value counts.
    Reported(&'p mut Vec<Diagnostic>),
}

/// A parsed document with the file that it came from.
#[derive(Debug)]
pub struct Document<'a> {
    path: &'a str,
    text: &'a str,
    range: Range<usize>,
    value: Value,
    /// Computed when a place is needed.
    places: OnceCell<(Places, Lines)>,
}

impl<'a> Document<'a> {
    /// Parses the bytes `range` of `text`, the whole content of the file at `path`, as YAML.
    ///
    /// # Errors
    /// `invalid-yaml`, at the place where the parser stopped.
    pub fn parse(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Self, Box<Diagnostic>> {
        Self::parse_as(Syntax::Yaml, path, text, range, Repeats::Refused)
    }

    /// Parses the bytes `range` of `text`, the whole content of the file at `path`.
    ///
    /// # Errors
    /// `invalid-yaml` or `invalid-toml`, at the place where the parser stopped.
    pub fn parse_as(
        syntax: Syntax,
        path: &'a str,
        text: &'a str,
        range: Range<usize>,
        repeats: Repeats<'_>,
    ) -> Result<Self, Box<Diagnostic>> {
        match syntax {
            Syntax::Yaml => Self::yaml(path, text, range, repeats),
            Syntax::Toml => Self::toml(path, text, range, repeats),
        }
    }

    fn yaml(path: &'a str, text: &'a str, range: Range<usize>, repeats: Repeats<'_>) -> Result<Self, Box<Diagnostic>> {
        let source = text.get(range.clone()).unwrap_or_default();
        let read = breaks::hidden(source);
        let repeated = Cell::new(false);
        let reader = Reader { repeated: matches!(repeats, Repeats::Reported(_)).then_some(&repeated) };
        let parsed = reader.deserialize(serde_yaml::Deserializer::from_str(&read)).map(|mut value| {
            if matches!(read, Cow::Owned(_)) {
                breaks::restore(&mut value);
            }
            value
        });
        match parsed {
            Ok(value) => {
                if let (true, Repeats::Reported(problems)) = (repeated.get(), repeats) {
                    for (_, span) in places_of(source).repeated(source) {
                        problems.push(twice(path, text, &range, span));
                    }
                }
                Ok(Self { path, text, range, value, places: OnceCell::new() })
            }
            Err(error) => Err(Box::new(invalid(path, text, &range, &error))),
        }
    }

    fn toml(path: &'a str, text: &'a str, range: Range<usize>, repeats: Repeats<'_>) -> Result<Self, Box<Diagnostic>> {
        let read = toml_values::read(text.get(range.clone()).unwrap_or_default());
        let at = |span: Range<usize>| Place::new(path, text, range.start + span.start..range.start + span.end);
        let invalid = |message: &str, span| {
            Diagnostic::new(Code::InvalidToml, format!("this is not valid TOML: {message}")).at(at(span))
        };
        if let Some((message, span)) = read.mistake {
            let hint = "TOML writes a field as `key = \"value\"`, with texts in quotes; for `key: value`, put `---` in place of both lines of `+++`";
            return Err(Box::new(invalid(&message, span).hint(hint)));
        }
        let mut repeated = read.repeated.into_iter();
        match repeats {
            Repeats::Refused => {
                if let Some(span) = repeated.next() {
                    return Err(Box::new(invalid("a key stands twice", span).hint("write each key once")));
                }
            }
            Repeats::Reported(problems) => problems.extend(repeated.map(|span| twice(path, text, &range, span))),
        }
        let places = OnceCell::from((read.places, Lines::of(text)));
        Ok(Self { path, text, range, value: read.value, places })
    }

    /// The outermost value.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        Node::root(self, &self.value)
    }

    /// Whether there is nothing in it but comments.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value.is_null()
    }

    /// The line of the file below that with this number, from 1.
    pub(super) fn line_below(&self, number: usize) -> &str {
        let (_, lines) = self.places_and_lines();
        let rest = self.text.get(lines.start(number)..).unwrap_or_default();
        rest.lines().nth(1).unwrap_or_default()
    }

    fn places_and_lines(&self) -> &(Places, Lines) {
        let source = self.text.get(self.range.clone()).unwrap_or_default();
        self.places.get_or_init(|| (places_of(source), Lines::of(self.text)))
    }

    /// The place of the value (or its key) at the end of `steps`.
    pub(super) fn place(&self, steps: &[Step], part: Part) -> Place {
        let source = self.text.get(self.range.clone()).unwrap_or_default();
        let (places, lines) = self.places_and_lines();
        let span = places.span(source, steps, part);
        Place::among(lines, self.path, self.text, self.range.start + span.start..self.range.start + span.end)
    }
}

/// The byte offset of a line and column, which count from 1, columns in characters.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &source[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(i, _)| i)
}

/// The warning for a key that its mapping already contains.
fn twice(path: &str, text: &str, range: &Range<usize>, span: Range<usize>) -> Diagnostic {
    let span = range.start + span.start..range.start + span.end;
    let key = text.get(span.clone()).unwrap_or_default();
    Diagnostic::new(Code::RepeatedKey, format!("`{key}` stands here for the second time"))
        .at(Place::new(path, text, span))
        .hint("write each key once, and its value can be no other")
}

fn invalid(path: &str, text: &str, range: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let source = &text[range.clone()];
    let at = error.location().map_or(0, |l| offset(source, l.line(), l.column())).min(source.len());
    let full = error.to_string();
    // The parser adds a position of its own, which is relative to the YAML and not to the file.
    let message = full.split(" at line ").next().unwrap_or(&full);
    let place = |span: Range<usize>| Place::new(path, text, range.start + span.start..range.start + span.end);
    let invalid = |message: &str| Diagnostic::new(Code::InvalidYaml, format!("this is not valid YAML: {message}"));
    if message.contains("duplicate")
        && let Some((key, span)) = places_of(source).repeated(source).into_iter().next()
    {
        let diagnostic = invalid(&format!("`{key}` stands here for the second time")).at(place(span));
        return diagnostic.hint("write each key once; put the values together under one of them");
    }
    if let Some(Mistake { message, span, hint }) = mistake::find(source, at, message) {
        return invalid(&message).at(place(span)).hint(hint);
    }
    let line_end = source[at..].find('\n').map_or(source.len(), |n| at + n);
    let said = invalid(message).at(place(at..line_end.max(at)));
    said.hint("the mistake is here or on the line before: compare quotes, brackets and the columns that keys begin in")
}

#[cfg(test)]
mod tests {
    use super::{Document, Repeats, Syntax};

    #[test]
    fn lines_are_those_of_an_editor() {
        let text = "a: \"x\u{2028}y\u{85}z\u{2029}w\"\r\n# é\u{2028} b\nb: nope\nc: {d: e}\n";
        let document = Document::parse("a.md", text, 0..text.len()).unwrap();
        let fields = document.root();
        let fields = fields.any_fields(&mut Vec::new()).unwrap();
        let place = |key| fields.get(key).map(|node| (node.place().line, node.place().column));
        assert_eq!((place("b"), place("c")), (Some((3, 4)), Some((4, 4))));
        assert_eq!(fields.text("a", &mut Vec::new()).as_deref(), Some("x\u{2028}y\u{85}z\u{2029}w"));
    }

    #[test]
    fn toml_has_the_values_and_places_of_yaml() {
        let text =
            "title = \"Queue\"\ndate = 2026-03-01\nn = [1, 0x1f]\n[times]\nstarted = 2026-03-01T10:00:00Z # then\n";
        let document = Document::parse_as(Syntax::Toml, "a.md", text, 0..text.len(), Repeats::Refused).unwrap();
        let root = document.root();
        let fields = root.any_fields(&mut Vec::new()).unwrap();
        assert_eq!(fields.text("title", &mut Vec::new()).as_deref(), Some("Queue"));
        assert_eq!(fields.text("date", &mut Vec::new()).as_deref(), Some("2026-03-01"));
        assert_eq!(fields.texts("n", &mut Vec::new()), ["1", "31"]);
        assert_eq!(fields.entries().map(|(key, _)| key).collect::<Vec<_>>(), ["title", "date", "n", "times"]);
        let times = fields.get("times").unwrap();
        let started = times.any_fields(&mut Vec::new()).unwrap();
        let started = started.get("started").unwrap();
        let place = started.key_place();
        assert_eq!((place.line, place.column, started.name().as_str()), (5, 1, "times.started"));
        assert_eq!(started.as_text().as_deref(), Some("2026-03-01T10:00:00Z"));
    }

    #[test]
    fn a_repeated_key_is_an_error_or_reported() {
        for (syntax, text) in [
            (Syntax::Yaml, "title: A\nowner: X\ntitle: B\n"),
            (Syntax::Toml, "title = 'A'\nowner = 'X'\ntitle = 'B'\n"),
        ] {
            assert!(Document::parse_as(syntax, "a.md", text, 0..text.len(), Repeats::Refused).is_err());
            let mut problems = Vec::new();
            let document =
                Document::parse_as(syntax, "a.md", text, 0..text.len(), Repeats::Reported(&mut problems)).unwrap();
            let places: Vec<_> = problems.iter().map(|d| (d.code.as_str(), d.place.as_ref().map(|p| p.line))).collect();
            assert_eq!(places, [("repeated-key", Some(3))], "{syntax:?}");
            let root = document.root();
            let fields = root.any_fields(&mut Vec::new()).unwrap();
            assert_eq!(fields.text("owner", &mut Vec::new()).as_deref(), Some("X"));
        }
        let broken = Document::parse_as(Syntax::Toml, "a.md", "title = \n", 0..9, Repeats::Refused).unwrap_err();
        assert_eq!(broken.code.as_str(), "invalid-toml");
    }

    #[test]
    fn the_last_of_thousands_of_mistakes_has_its_place() {
        let lines: Vec<_> = (0..5_000).map(|n| format!("strange_{n}: x\n")).collect();
        let text = format!("---\n{}---\n", lines.concat());
        let document = Document::parse("a.md", &text, 4..text.len() - 4).unwrap();
        let mut problems = Vec::new();
        assert!(document.root().fields(&["title"], &mut problems).is_some());
        let last = problems.last().and_then(|diagnostic| diagnostic.place.as_ref()).unwrap();
        assert_eq!((problems.len(), last.line, last.excerpt.as_str()), (5_000, 5_001, "strange_4999: x"));
    }
}
