//! Elements whose content is text for a browser: what looks like a tag or a comment in them may hide where they end.
//!
//! `<title><!--</title><meta ...>-->` has a `<meta>` for a browser, and a comment for a reader of tags.

use html::Piece;

use super::Found;

/// Elements that hold text alone.
const TEXT: [&str; 6] = ["title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// Pieces that a browser reads otherwise, because they stand in such an element.
pub(super) fn misread(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    for (piece, range) in html::pieces(text) {
        let written = text.get(range.clone()).unwrap_or_default();
        let Some(name) = &open else {
            if let Piece::Tag(tag) = piece {
                let name = tag.name.to_ascii_lowercase();
                open = (!tag.closing && (TEXT.contains(&name.as_str()) || name == "noscript")).then_some(name);
            }
            continue;
        };
        match piece {
            Piece::Text => {}
            Piece::Tag(tag) if tag.closing && tag.name.eq_ignore_ascii_case(name) => open = None,
            // Without scripts, the content of `<noscript>` is tags; a browser that runs scripts only looks for its end.
            _ if name == "noscript" && !written.to_ascii_lowercase().contains("</noscript") => {}
            _ => {
                found.push(Found::new(range, format!("a browser reads this as text, because it stands in `<{name}>`")));
            }
        }
    }
    found
}
