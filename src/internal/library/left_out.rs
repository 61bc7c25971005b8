//! Notes on parts of a review that no page shows.

use super::place::place;
use base::diagnostics::{Code, Diagnostic, Place};
use base::links::runs;
use markdown::{LeftOut, LinkKind, Outline, left_out};

use crate::review::Review;

/// Adds a note for each part of the body that is left out.
pub(super) fn body(review: &Review, schemes: &[String], problems: &mut Vec<Diagnostic>) {
    if is_plain(&review.outline) {
        return;
    }
    for (what, span) in left_out(review.body(), schemes) {
        let span = review.body_start + span.start..review.body_start + span.end;
        let place = place(review, problems.len(), || Place::new(&review.source, &review.text, span));
        problems.push(note(&what).at(place));
    }
}

/// The same for a text of the front matter, which has this outline.
pub(super) fn field(
    review: &Review,
    (key, text): (&str, &str),
    outline: &Outline,
    schemes: &[String],
    problems: &mut Vec<Diagnostic>,
) {
    if is_plain(outline) {
        return;
    }
    for (what, _) in left_out(text, schemes) {
        let place = place(review, problems.len(), || review.place_of_text(key, text));
        problems.push(note(&what).at(place));
    }
}

/// Whether a text has neither HTML nor unusual addresses, so that nothing of it is left out. Most texts are plain, and need not be
/// parsed again.
fn is_plain(outline: &Outline) -> bool {
    let is_usual = |target: &str| !target.contains(':') || target.starts_with("http:") || target.starts_with("https:");
    !outline.has_raw_html && outline.links.iter().all(|link| link.kind == LinkKind::Redaction || is_usual(&link.target))
}

fn note(what: &LeftOut) -> Diagnostic {
    let (message, hint) = match what {
        LeftOut::Tag(name) => (format!("`<{name}>` is left out; what it holds stays"), None),
        LeftOut::Attributes(tag, names) => {
            let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            let are = if names.len() == 1 { "is" } else { "are" };
            (format!("{} of `<{tag}>` {are} left out", names.join(", ")), None)
        }
        LeftOut::Scheme(scheme) if runs(scheme) => (
            format!("an address with `{scheme}:` is left out; its words stay"),
            Some("no page leads to such an address".to_owned()),
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
