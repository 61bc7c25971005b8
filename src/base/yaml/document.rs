//! A piece of YAML inside a file.

use std::cell::Cell;
use std::ops::Range;

use super::Node;
use super::locate::{self, Part, Step};
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic, Place};

/// Parsed YAML with the file that it came from.
#[derive(Debug)]
pub struct Document<'a> {
    path: &'a str,
    text: &'a str,
    range: Range<usize>,
    value: Value,
    /// How many places were looked for.
    located: Cell<usize>,
}

/// A place costs a second parse. Of one file fifty diagnostics are shown; who makes thousands of mistakes is told the file for
/// those beyond this number.
const PLACES: usize = 120;

impl<'a> Document<'a> {
    /// Parses the bytes `range` of `text`, the whole content of the file at `path`.
    ///
    /// # Errors
    /// `invalid-yaml`, at the place where the parser stopped.
    pub fn parse(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Self, Box<Diagnostic>> {
        let source = text.get(range.clone()).unwrap_or_default();
        match serde_yaml::from_str(source) {
            Ok(value) => Ok(Self { path, text, range, value, located: Cell::new(0) }),
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
        self.located.set(self.located.get() + 1);
        if self.located.get() > PLACES {
            return Place::file(self.path);
        }
        let source = self.text.get(self.range.clone()).unwrap_or_default();
        let span = locate::span(source, steps, part);
        Place::new(self.path, self.text, self.range.start + span.start..self.range.start + span.end)
    }
}

fn invalid(path: &str, text: &str, range: &Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let source = &text[range.clone()];
    let at = error.location().map_or(0, |l| locate::offset(source, l.line(), l.column()));
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
