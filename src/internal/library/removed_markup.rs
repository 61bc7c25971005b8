//! Notes on parts of a review that no page shows.

use super::place::Places;
use base::diagnostics::{Code, Diagnostic};
use base::links::runs;
use base::text::edits;
use markdown::{LeftOut, LinkKind, Outline, left_out};

use crate::review::Review;

/// Adds a note for each part of the body that is left out.
pub(super) fn body(review: &Review, places: &Places<'_>, schemes: &[String], problems: &mut Vec<Diagnostic>) {
    if is_plain(&review.outline) {
        return;
    }
    for (what, span) in left_out(review.body(), schemes) {
        problems.push(note(&what).at(places.in_body(&span)));
    }
}

/// The same for a text of the front matter, which has this outline.
pub(super) fn field(
    places: &Places<'_>,
    (key, text): (&str, &str),
    outline: &Outline,
    schemes: &[String],
    problems: &mut Vec<Diagnostic>,
) {
    if is_plain(outline) {
        return;
    }
    for (what, span) in left_out(text, schemes) {
        problems.push(note(&what).at(places.of_text(key, text).narrowed(&text[span])));
    }
}

/// Whether a text has neither HTML nor unusual addresses, so that nothing of it is left out. Most texts are plain, and need not be
/// parsed again.
fn is_plain(outline: &Outline) -> bool {
    let is_usual = |target: &str| !target.contains(':') || target.starts_with("http:") || target.starts_with("https:");
    !outline.has_raw_html && outline.links.iter().all(|link| link.kind == LinkKind::Redaction || is_usual(&link.target))
}

/// The usual scheme that misses one letter or has one too many.
fn mistyped(scheme: &str) -> Option<&'static str> {
    ["https", "http", "mailto"].into_iter().find(|known| edits(scheme, known) == 1)
}

fn note(what: &LeftOut) -> Diagnostic {
    let (message, hint) = match what {
        LeftOut::Tag(name) => (format!("`<{name}>` is left out; what it holds stays"), None),
        LeftOut::Attributes(tag, names) => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            let are = if names.len() == 1 { "is" } else { "are" };
            (format!("{} of `<{tag}>` {are} left out", names.join(", ")), None)
        }
        LeftOut::Host(address) => {
            (format!("`{address}` is text and no link"), Some(format!("write `http://{address}`")))
        }
        LeftOut::Scheme(scheme) if runs(scheme) => (
            format!("an address with `{scheme}:` is left out; its words stay"),
            Some("no page leads to such an address".to_owned()),
        ),
        LeftOut::Scheme(scheme) if mistyped(scheme).is_some() => (
            format!("an address with `{scheme}:` is text and no link"),
            mistyped(scheme).map(|near| format!("did you mean `{near}:`?")),
        ),
        // `C:\reviews\b.md`.
        LeftOut::Scheme(drive) if drive.len() == 1 => (
            format!("a path with `{drive}:` exists on one machine only, and is text and no link"),
            Some("write the path from this file to the other, with `/`: `../2026/other.md`".to_owned()),
        ),
        LeftOut::Scheme(scheme) => (
            format!("an address with `{scheme}:` is text and no link"),
            Some(format!("where readers can open it, allow it in debrief.yaml: `links: {{schemes: [{scheme}]}}`")),
        ),
    };
    let note = Diagnostic::new(Code::LeftOut, message);
    match hint {
        Some(hint) => note.hint(hint),
        None => note.hint("pages have a look of their own; write what is meant as Markdown"),
    }
}
