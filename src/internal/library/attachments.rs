//! Files that reviews attach: only those that cannot run a script in a browser.

use super::Library;
use base::diagnostics::{Code, Diagnostic};
use html::{Piece, Tag, decode_attribute};
use site::source::Sources;

/// File types in which a browser runs scripts.
const ACTIVE: [&str; 9] = ["html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "xml", "xsl"];

/// Elements that let an SVG run or embed something.
const ELEMENTS: [&str; 5] = ["script", "foreignobject", "iframe", "object", "embed"];

/// Text that an SVG has no use for, wherever it stands. A style sheet in XSLT can write a script.
const SUSPECT: [&str; 6] = ["<script", "javascript:", "<foreignobject", "<iframe", "<!entity", "<?xml-stylesheet"];

/// Reports attachments with active content, and those that cannot be read, at the first link to each.
pub(super) fn check(library: &Library, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for (path, (from, reference)) in &library.attachments {
        let here = || reference.place(library.text(*from));
        let unreadable = |error: std::io::Error| {
            let problem = Diagnostic::new(Code::UnreadableFile, format!("`{path}` cannot be read: {error}"));
            problem.at(here()).hint("give the user that runs debrief the right to read it")
        };
        let extension = path.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
        let active = match extension.as_str() {
            "svg" => match sources.bytes(path) {
                // Text in UTF-16 or UTF-32 has null bytes and is not read here; a browser would read it.
                Ok(bytes) => bytes.contains(&0) || runs_something(&String::from_utf8_lossy(&bytes)),
                Err(error) => {
                    problems.push(unreadable(error));
                    continue;
                }
            },
            other => {
                problems.extend(sources.open(path).err().map(unreadable));
                ACTIVE.contains(&other)
            }
        };
        if active {
            let message = format!("`{path}` could run a script in the reader's browser");
            let hint = "attach a picture, a PDF or a text; a page can be kept as `.txt`";
            problems.push(Diagnostic::new(Code::ActiveAttachment, message).at(here()).hint(hint));
        }
    }
}

/// Whether an SVG has a script, an event handler, an address that is a script, or an entity, whose text could be any of these.
fn runs_something(svg: &str) -> bool {
    let lower = svg.to_ascii_lowercase();
    if SUSPECT.iter().any(|text| lower.contains(text)) {
        return true;
    }
    // The content of a style is text in HTML, and elements in SVG; a style may be in it again, as deep as a file is long.
    let mut unread = vec![svg];
    while let Some(part) = unread.pop() {
        for (piece, range) in html::pieces(part) {
            match piece {
                Piece::Tag(tag) if is_active(&tag) => return true,
                Piece::Raw(_) => unread.push(&part[range]),
                Piece::Tag(_) | Piece::Text | Piece::Comment | Piece::Declaration => {}
            }
        }
    }
    false
}

fn is_active(tag: &Tag<'_>) -> bool {
    // An element may be written with a prefix: `<svg:script>`.
    let name = tag.name.rsplit(':').next().unwrap_or(tag.name);
    ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(name))
        || tag.attributes().any(|attribute| {
            let value: String = decode_attribute(attribute.value).split_whitespace().collect();
            is_handler(attribute.name) || value.to_ascii_lowercase().contains("javascript:")
        })
}

/// `onload`.
fn is_handler(name: &str) -> bool {
    let event = name.get(..2).filter(|start| start.eq_ignore_ascii_case("on")).map(|_| &name[2..]);
    event.is_some_and(|event| !event.is_empty() && event.chars().all(|c| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::runs_something;

    #[test]
    fn drawings_are_still() {
        let still = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><style>a > b {}</style>\
                     <text font-size='3' on='1'>on call = once, onset=1</text></svg>";
        assert!(!runs_something(still));
        let styles = "<style>".repeat(3_000);
        assert!(!runs_something(&styles));
        assert!(runs_something(&format!("{styles}<s:script>")));
        for active in [
            "<svg onload='x()'/>",
            "<svg onload = 'x()'/>",
            "<svg\nONLOAD\n=\n\"x()\"/>",
            "<svg><SCRIPT>1</SCRIPT></svg>",
            "<svg xmlns:s='http://www.w3.org/2000/svg'><s:script>1</s:script></svg>",
            "<svg xmlns:s='http://www.w3.org/2000/svg'><style><s:script>1</s:script></style></svg>",
            "<svg><foreignObject/></svg>",
            "<svg xmlns:h='http://www.w3.org/1999/xhtml'><h:object data='a.txt'/></svg>",
            "<?xml-stylesheet type='text/xsl' href='#x'?><svg/>",
            "<svg><a href='JavaScript:x'/></svg>",
            "<svg><a href='&#106;ava&#10;script:x'/></svg>",
            "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>&x;</svg>",
        ] {
            assert!(runs_something(active), "{active}");
        }
    }
}
