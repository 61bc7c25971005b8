//! A piece of YAML inside a file.

use std::cell::OnceCell;
use std::ops::Range;

use super::Node;
use super::places::{Part, Places, Step};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic, Lines, Place};

/// Parsed YAML with the file that it came from.
#[derive(Debug)]
pub struct Document<'a> {
    path: &'a str,
    text: &'a str,
    range: Range<usize>,
    value: Value,
    /// Made when a place is asked for.
    places: OnceCell<(Places, Lines)>,
}

impl<'a> Document<'a> {
    /// Parses the bytes `range` of `text`, the whole content of the file at `path`.
    ///
    /// # Errors
    /// `invalid-yaml`, at the place where the parser stopped.
    pub fn parse(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Self, Box<Diagnostic>> {
        let source = text.get(range.clone()).unwrap_or_default();
        match serde_yaml::from_str(source) {
            Ok(value) => Ok(Self { path, text, range, value, places: OnceCell::new() }),
            Err(error) => Err(Box::new(invalid(path, text, &range, &error))),
        }
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

    /// Where the value (or its key) at the end of `steps` stands.
    pub(super) fn place(&self, steps: &[Step], part: Part) -> Place {
        let source = self.text.get(self.range.clone()).unwrap_or_default();
        let (places, lines) = self.places.get_or_init(|| (Places::of(source), Lines::of(self.text)));
        let span = places.span(source, steps, part);
        lines.place(self.path, self.text, self.range.start + span.start..self.range.start + span.end)
    }
}

/// The byte offset of a line and column, which count from 1, columns in characters.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &source[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(i, _)| i)
}

fn invalid(path: &str, text: &str, range: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let source = &text[range.clone()];
    let at = error.location().map_or(0, |l| offset(source, l.line(), l.column()));
    let line_end = source[at..].find('\n').map_or(source.len(), |n| at + n);
    let span = range.start + at..range.start + line_end.max(at);
    let full = error.to_string();
    // The parser repeats its position in its own terms, which are not those of the file.
    let message = full.split(" at line ").next().unwrap_or(&full);
    let diagnostic = Diagnostic::new(Code::InvalidYaml, format!("this is not valid YAML: {message}"));
    let diagnostic = diagnostic.at(Place::new(path, text, span));
    if message.contains("duplicate") {
        return diagnostic.hint("write each key once; put the values together under one of them");
    }
    if message.contains("mapping values are not allowed") {
        return diagnostic.hint("a text that holds `: ` or ` #` must stand in quotes");
    }
    if message.contains("found character that cannot start any token") {
        return diagnostic.hint("indent with spaces, and put texts that start with `@`, `%` or a backtick in quotes");
    }
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::Document;

    #[test]
    fn the_last_of_thousands_of_mistakes_has_its_place() {
        let lines: Vec<_> = (0..5_000).map(|n| format!("strange_{n}: x\n")).collect();
        let text = format!("---\n{}---\n", lines.concat());
        let document = Document::parse("a.md", &text, 4..text.len() - 4).unwrap();
        let mut told = Vec::new();
        assert!(document.root().fields(&["title"], &mut told).is_some());
        let last = told.last().and_then(|diagnostic| diagnostic.place.as_ref()).unwrap();
        assert_eq!((told.len(), last.line, last.excerpt.as_str()), (5_000, 5_001, "strange_4999: x"));
    }
}
