//! Turns errors of the template engine into diagnostics, with the place in the template and the known fields.

use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use super::Sources;
use base::diagnostics::{Code, Diagnostic, Place};
use base::text;

/// An error of parsing or rendering `template`.
pub(super) fn of(error: &Error, template: &str, sources: &Sources) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => reported(report, sources),
        ErrorKind::TemplateNotFound(name) => {
            let message = format!("the theme has no template `{name}`");
            Diagnostic::new(Code::Template, message).did_you_mean(name, sources.keys().map(String::as_str))
        }
        _ => in_file(&error.to_string(), template, sources),
    }
}

/// An error that is in no template: the view could not be serialised.
pub(super) fn other(template: &str, error: &Error) -> Diagnostic {
    Diagnostic::new(
        Code::Template,
        format!("`{template}` could not be given its fields: {}", one_line(&error.to_string())),
    )
}

/// All errors of loading templates, which the engine joins into one text.
pub(super) fn at_load(error: &Error, sources: &Sources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::Msg(text) => {
            let reports: Vec<_> = text.split("\n\n").filter_map(|report| printed(report, sources)).collect();
            if reports.is_empty() { vec![Diagnostic::new(Code::Template, one_line(text))] } else { reports }
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("`{current}` extends `{parent}`, which does not exist");
            vec![
                at_mention(Diagnostic::new(Code::Template, message), current, parent, sources)
                    .did_you_mean(parent, sources.keys().map(String::as_str)),
            ]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let message = format!("templates lead back to themselves: {}", chain.join(", "));
            vec![at_mention(Diagnostic::new(Code::Template, message), tpl, tpl, sources)]
        }
        _ => vec![Diagnostic::new(Code::Template, one_line(&error.to_string()))],
    }
}

fn reported(report: &ReportError, sources: &Sources) -> Diagnostic {
    let Some(source) = sources.get(report.filename()) else {
        return Diagnostic::new(Code::Template, one_line(report.message()));
    };
    let span = report.span().range.clone();
    explained(
        report.message(),
        source.text.get(..span.start).unwrap_or_default(),
        source.text.get(span.clone()).unwrap_or_default(),
    )
    .at(Place::new(&source.path, &source.text, span))
}

/// A report as the engine prints it: `error: MESSAGE`, then ` --> NAME:LINE:COLUMN`, then the line with carets under it.
fn printed(report: &str, sources: &Sources) -> Option<Diagnostic> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (rest, column) = lines.next()?.trim_start().strip_prefix("--> ")?.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let width = report.lines().last()?.matches('^').count().max(1);
    let source = sources.get(name)?;
    let line_start: usize = source.text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let byte =
        |characters: usize| source.text[line_start..].chars().take(characters).map(char::len_utf8).sum::<usize>();
    let start = line_start + byte(column.checked_sub(1)?);
    let end = line_start + byte(column - 1 + width);
    let part = |range: Range<usize>| source.text.get(range).unwrap_or_default();
    let problem = explained(message, part(0..start), part(start..end));
    Some(problem.at(Place::new(&source.path, &source.text, start..end)))
}

/// A message in our words. `before` is the template up to the place, `at` the text at the place.
fn explained(message: &str, before: &str, at: &str) -> Diagnostic {
    let (what, available) = message.split_once(" Available ").unwrap_or((message, ""));
    let known: Vec<_> = available.split_once(": ").map_or(Vec::new(), |(_, list)| list.split(", ").collect());
    let name = what.split('`').nth(1).unwrap_or(at);
    let parent = parent_of(before);
    if what.starts_with("Field `") {
        let message = format!("`{parent}.{name}` is not defined");
        if known.is_empty() {
            let hint = format!("`{parent}` is null here or has no fields; ask first: `{{% if {parent} %}}`");
            return Diagnostic::new(Code::Template, message).hint(hint);
        }
        return Diagnostic::new(Code::Template, message).hint(fields(name, &known, &format!("`{parent}` has")));
    }
    if what.starts_with("Variable `") {
        let message = format!("`{name}` is not defined");
        return Diagnostic::new(Code::Template, message).hint(fields(name, &known, "known here"));
    }
    let hint = if message.to_lowercase().contains("end of input") {
        "each `{% block %}`, `{% if %}` and `{% for %}` needs its `{% endblock %}`, `{% endif %}` or `{% endfor %}`"
    } else {
        "compare with the shipped template, which `debrief theme FILE` prints"
    };
    Diagnostic::new(Code::Template, one_line(message)).hint(hint)
}

/// `did you mean ..?` if a similar name exists, and always the list of names.
fn fields(name: &str, known: &[&str], lead: &str) -> String {
    let list = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
    match text::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? {lead}: {list}"),
        None => format!("{lead}: {list}"),
    }
}

/// The expression that ends in a dot at the end of `before`: `review` of `{{ review.`.
fn parent_of(before: &str) -> &str {
    let upto = before.trim_end_matches(['.', '?']);
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '?' | '[' | ']');
    let start = upto.char_indices().rev().take_while(|(_, c)| part(*c)).last().map_or(upto.len(), |(i, _)| i);
    &upto[start..]
}

/// Places the diagnostic where `current` first mentions `name`.
fn at_mention(diagnostic: Diagnostic, current: &str, name: &str, sources: &Sources) -> Diagnostic {
    let Some(source) = sources.get(current) else { return diagnostic };
    let place = match source.text.find(name) {
        Some(start) => Place::new(&source.path, &source.text, start..start + name.len()),
        None => Place::file(&source.path),
    };
    diagnostic.at(place)
}

fn in_file(message: &str, template: &str, sources: &Sources) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::Template, one_line(message));
    match sources.get(template) {
        Some(source) => diagnostic.at(Place::file(&source.path)),
        None => diagnostic,
    }
}

/// The first line in the style of our messages: lower case, no full stop.
fn one_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim().trim_end_matches('.');
    let mut letters = line.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "the template engine gave no reason".to_owned(),
    }
}
