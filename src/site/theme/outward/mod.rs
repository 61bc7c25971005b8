//! Checks what a user's theme must not do to readers of the public edition: run an inline script, redirect, weaken the
//! content security policy, or load anything from another host.
//!
//! In: the text of a template or asset, or a rendered page. Out: problems with places. Addresses that a script computes
//! cannot be found here; the content security policy blocks them, so each page must have it.

mod address;
mod csp;
mod page;
mod policy;
mod script;
mod style;
mod tag;
mod text;

use std::ops::Range;

use super::folder::UserFile;
use base::diagnostics::{Code, Diagnostic, Place};

pub(super) use address::{Leads, leads};
pub(super) use style::files as files_of_style;

/// A problem and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    span: Range<usize>,
    message: String,
}

impl Found {
    fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

/// File extensions of the assets that are checked.
const READ: [&str; 8] = ["css", "js", "mjs", "html", "htm", "xhtml", "svg", "xml"];
/// Templates that are not pages of the public edition; `shared/base.html` is the base of internal pages only.
const NOT_PAGES: [&str; 2] = ["templates/feeds/", "templates/shared/base.html"];

/// Checks a user's file that the public edition uses.
pub(super) fn check(file: &UserFile) -> Vec<Diagnostic> {
    let extension = file.name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let is_template = file.name.starts_with("templates/");
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        // Templates are reported when they are loaded. For other files a browser might use another encoding.
        let is_read = !is_template && READ.contains(&extension.as_str());
        let problem = || {
            let problem =
                Diagnostic::new(Code::InvalidUtf8, format!("the file is no text in UTF-8, as `.{extension}` is"));
            let hint = "save it as UTF-8; a picture of another kind takes the ending of its kind, such as `.png`";
            problem.at(Place::file(&file.shown)).hint(hint)
        };
        return is_read.then(problem).into_iter().collect();
    };
    let found = match (file.name.split('/').next(), extension.as_str()) {
        (Some("templates"), _) if NOT_PAGES.iter().any(|start| file.name.starts_with(start)) => Vec::new(),
        (Some("templates"), _) => page::template(text),
        (_, "css") => style::read(text, 0),
        (_, "js" | "mjs") => script::read(text),
        (_, "html" | "htm") => page::page(text),
        (_, "xhtml") => [page::page(text), page::xml(text)].concat(),
        (_, "svg" | "xml") => page::drawing(text),
        _ => Vec::new(),
    };
    let problem = |found: Found| {
        Diagnostic::new(Code::PublicTheme, found.message)
            .at(Place::new(&file.shown, text, found.span))
            .hint("readers' browsers ask this site alone, and run its script files alone: see docs/publishing.md")
    };
    found.into_iter().map(problem).collect()
}

/// Checks a page of the public site that was rendered with a user's theme.
pub(super) fn check_page(path: &str, text: &str) -> Vec<Diagnostic> {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let problem = |found: Found| {
        let message = format!("{path}, line {}, as the theme makes it: {}", line(found.span.start), found.message);
        Diagnostic::new(Code::PublicTheme, message)
            .hint("let the template extend `public/base.html`, and put nothing together that this page may not hold")
    };
    page::page(text).into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests;
