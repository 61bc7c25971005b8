//! What a theme of the user's may not do to readers of the public edition: run a script of its own in a page, send them
//! elsewhere, loosen the content security policy, or make their browser ask another host.
//!
//! In: the text of a template or asset, or a page as it was made. Out: what is wrong, with its place. What a script puts together
//! while it runs cannot be read here; the content security policy stops it, and so each page must carry it.

mod address;
mod csp;
mod page;
mod script;
mod style;

use std::ops::Range;

use super::folder::UserFile;
use base::diagnostics::{Code, Diagnostic, Place};

pub(super) use address::{Leads, leads};

/// Something that must not be, and where.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    span: Range<usize>,
    message: String,
}

impl Found {
    fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

/// Kinds of assets that are read here.
const READ: [&str; 8] = ["css", "js", "mjs", "html", "htm", "xhtml", "svg", "xml"];
/// Templates that make no page of the public edition: the frame of the internal pages is nobody's parent there.
const NOT_PAGES: [&str; 2] = ["templates/feeds/", "templates/shared/base.html"];

/// What is wrong with a user's file that the public edition takes.
pub(super) fn check(file: &UserFile) -> Vec<Diagnostic> {
    let extension = file.name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let is_template = file.name.starts_with("templates/");
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        // Templates are told where they are loaded. Of the rest, a browser would read some in another encoding.
        let is_read = !is_template && READ.contains(&extension.as_str());
        let told = || Diagnostic::new(Code::InvalidUtf8, "the file is not UTF-8").at(Place::file(&file.shown));
        return is_read.then(told).into_iter().collect();
    };
    let found = match (file.name.split('/').next(), extension.as_str()) {
        (Some("templates"), _) if NOT_PAGES.iter().any(|start| file.name.starts_with(start)) => Vec::new(),
        (Some("templates"), _) => page::template(text),
        (_, "css") => style::read(text, 0),
        (_, "js" | "mjs") => script::read(text),
        (_, "html" | "htm" | "xhtml") => page::page(text),
        (_, "svg" | "xml") => page::drawing(text),
        _ => Vec::new(),
    };
    let told = |found: Found| {
        Diagnostic::new(Code::PublicTheme, found.message)
            .at(Place::new(&file.shown, text, found.span))
            .hint("readers' browsers ask this site alone, and run its script files alone: see docs/publishing.md")
    };
    found.into_iter().map(told).collect()
}

/// What is wrong with a page of the public site as it was made with a user's theme.
pub(super) fn check_page(path: &str, text: &str) -> Vec<Diagnostic> {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let told = |found: Found| {
        let message = format!("{path}, line {}, as the theme makes it: {}", line(found.span.start), found.message);
        Diagnostic::new(Code::PublicTheme, message)
            .hint("let the template extend `public/base.html`, and put nothing together that this page may not hold")
    };
    page::page(text).into_iter().map(told).collect()
}

#[cfg(test)]
mod tests;
