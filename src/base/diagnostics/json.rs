//! Diagnostics for programs: one JSON document with a versioned schema.

use serde::Serialize;

use super::{Diagnostic, Level, limited};

/// Version of the document's schema; raised when a field changes meaning or is removed.
const SCHEMA: u32 = 2;

#[derive(Serialize)]
struct Report<'a, T: Serialize> {
    schema: u32,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    more: Vec<More<'a>>,
    #[serde(skip_serializing_if = "<[T]>::is_empty")]
    understood: &'a [T],
}

/// How many diagnostics of a file are not listed.
#[derive(Serialize)]
struct More<'a> {
    path: &'a str,
    diagnostics: usize,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    level: &'a str,
    message: &'a str,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    hint: Option<&'a str>,
}

/// All diagnostics as one indented JSON document with a final line end:
/// `{schema, errors, warnings, diagnostics: [{code, level, message, path, line, column, hint}], more: [{path, diagnostics}]}`.
/// At most fifty of each file are listed; the others are counted in `more`. `understood` holds the values that the
/// caller passes, if there are any.
#[must_use]
pub fn render_json<T: Serialize>(diagnostics: &[Diagnostic], understood: &[T]) -> String {
    let number = |level| diagnostics.iter().filter(|d| d.level == level).count();
    let limited = limited(diagnostics);
    let report = Report {
        schema: SCHEMA,
        errors: number(Level::Error),
        warnings: number(Level::Warning),
        diagnostics: limited.shown.into_iter().map(entry).collect(),
        more: limited.more.into_iter().map(|(path, diagnostics)| More { path, diagnostics }).collect(),
        understood,
    };
    let mut json = serde_json::to_string_pretty(&report).unwrap_or_default();
    json.push('\n');
    json
}

fn entry(d: &Diagnostic) -> Entry<'_> {
    let place = d.place.as_ref();
    Entry {
        code: d.code.as_str(),
        level: d.level.as_str(),
        message: &d.message,
        path: place.map(|p| p.path.as_str()),
        line: place.map(|p| p.line),
        column: place.map(|p| p.column),
        hint: d.hint.as_deref(),
    }
}
