//! Elements in which a browser reads what looks like a tag or a comment otherwise than a reader of tags does, so that it may
//! hide where they end.
//!
//! `<title><!--</title><meta ...>-->` has a `<meta>` for a browser, and a comment for a reader of tags. In a drawing,
//! `<style>` holds tags like any other element.

use html::Piece;

use super::Found;

/// Elements that hold text alone; the last has no end.
const TEXT: [&str; 7] = ["title", "textarea", "xmp", "iframe", "noembed", "noframes", PLAIN];
const PLAIN: &str = "plaintext";

/// Elements whose content is read as in XML.
const DRAWN: [&str; 2] = ["svg", "math"];

/// The kind of file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Html,
    Xml,
}

/// Pieces that a browser reads otherwise, because of the element that they stand in.
pub(super) fn misread(text: &str, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    let mut drawn = 0_usize;
    for (piece, range) in html::pieces(text) {
        let written = text.get(range.clone()).unwrap_or_default();
        let is_drawn = drawn > 0 || language == Language::Xml;
        if let Piece::Raw(name) = piece {
            found.extend(in_raw(name, written, is_drawn).map(|message| Found::new(range.clone(), message)));
        }
        let Some(name) = &open else {
            if let Piece::Tag(tag) = piece {
                let name = tag.name.to_ascii_lowercase();
                if DRAWN.contains(&name.as_str()) {
                    let opens = !tag.closing && !written.ends_with("/>");
                    drawn = if opens { drawn + 1 } else { drawn.saturating_sub(usize::from(tag.closing)) };
                }
                open = (!tag.closing && (TEXT.contains(&name.as_str()) || name == "noscript")).then_some(name);
            }
            continue;
        };
        match piece {
            Piece::Text => {}
            Piece::Tag(tag) if tag.closing && tag.name.eq_ignore_ascii_case(name) && name != PLAIN => open = None,
            // Without scripts, the content of `<noscript>` is tags; a browser that runs scripts only looks for its end.
            _ if name == "noscript" && !written.to_ascii_lowercase().contains("</noscript") => {}
            _ => {
                found.push(Found::new(range, format!("a browser reads this as text, because it stands in `<{name}>`")));
            }
        }
    }
    found
}

/// What is wrong with the content of a script or style.
fn in_raw(name: &str, content: &str, is_drawn: bool) -> Option<String> {
    let is_tag = |piece: &Piece<'_>| matches!(piece, Piece::Tag(_) | Piece::Comment | Piece::Raw(_));
    if is_drawn && html::pieces(content).any(|(piece, _)| is_tag(&piece)) {
        return Some(format!("a browser reads tags in this `<{name}>`, because it stands in a drawing or in XML"));
    }
    // After it, a browser may pass over the first `</script>`.
    let hides = name.eq_ignore_ascii_case("script") && content.contains("<!--");
    hides.then(|| "`<!--` in a script may hide where it ends: write `\\u003c!--`".to_owned())
}

/// Declarations of XML that stand for tags, or ask for a style sheet.
pub(super) fn declared(text: &str) -> Vec<Found> {
    let found = |sign: &'static str, message: &'static str| {
        text.match_indices(sign).map(move |(at, sign)| Found::new(at..at + sign.len(), message))
    };
    let sheets = found("<?xml-stylesheet", "the file asks for a style sheet");
    sheets.chain(found("<!ENTITY", "an entity may stand for any tag")).collect()
}
