//! Notes on parts of a review that no page shows.

use super::check::place;
use base::diagnostics::{Code, Diagnostic, Place};
use base::links::runs;
use markdown::{LeftOut, LinkKind, left_out};

use crate::review::Review;

/// Adds a note for each part of the body that is left out.
pub(super) fn body(review: &Review, schemes: &[String], problems: &mut Vec<Diagnostic>) {
    // Most bodies have neither HTML nor unusual addresses and need not be parsed again.
    let outline = &review.outline;
    let is_strange = |target: &str| target.contains(':') && !target.starts_with("http");
    let has_links = outline.links.iter().any(|link| link.kind != LinkKind::Redaction && is_strange(&link.target));
    if !outline.has_raw_html && !has_links {
        return;
    }
    for (what, span) in left_out(review.body(), schemes) {
        let span = review.body_start + span.start..review.body_start + span.end;
        let place = place(review, problems.len(), || Place::new(&review.source, &review.text, span));
        problems.push(note(&what).at(place));
    }
}

/// The same for a text of the front matter.
pub(super) fn field(review: &Review, key: &str, text: &str, schemes: &[String], problems: &mut Vec<Diagnostic>) {
    for (what, _) in left_out(text, schemes) {
        let place = place(review, problems.len(), || review.place_of_text(key, text));
        problems.push(note(&what).at(place));
    }
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
