//! What a wiki puts around and into a page.
//!
//! In: a page without control characters. Out: the page without the wiki's own lines (where the page stands, who made it and
//! when, what printed it) and without the name of the space before its title; a paragraph that is the title, as a heading;
//! links without the detour by which they left; tasks with a mark, [`OPEN`] or [`DONE`], which [`with_boxes`] turns into
//! Markdown.

use std::collections::HashMap;

use base::links::decode;
use base::text::escape_html;
use html::{Piece, Tag, decode_attribute, pieces};

// Control characters, which the page has lost before this.
const OPEN: char = '\u{1}';
const DONE: char = '\u{2}';

/// Elements of Confluence around a page.
const FRAME: [(&str, &str); 4] =
    [("id", "breadcrumb-section"), ("id", "breadcrumbs"), ("class", "page-metadata"), ("id", "footer")];

/// The page as its authors wrote it.
pub(super) fn page(text: &str) -> String {
    let all: Vec<_> = pieces(text).collect();
    let ends = ends(&all);
    let mut out = String::with_capacity(text.len());
    let mut lists = Vec::new();
    // Whether a title is begun, and whether it is ended.
    let (mut titled, mut ended) = (false, false);
    let mut at = 0;
    while let Some((piece, range)) = all.get(at) {
        let end = ends.get(&at).copied();
        at += 1;
        let Piece::Tag(tag) = piece else {
            out.push_str(&text[range.clone()]);
            continue;
        };
        let (name, opens) = (tag.name.to_ascii_lowercase(), !tag.closing);
        if opens && FRAME.iter().any(|(name, value)| has(tag, name, value)) {
            // A page that is cut off keeps its words.
            if let Some(end) = end {
                at = end + 1;
                continue;
            }
        }
        match name.as_str() {
            "ac:task-id" | "ac:task-status" if opens => {
                let inside = at..end.unwrap_or(at);
                let words = inside.clone().filter_map(|at| all.get(at)).map(|(_, range)| &text[range.clone()]);
                if name == "ac:task-status" {
                    mark(&mut out, words.collect::<String>().trim() == "complete");
                }
                at = inside.end;
            }
            "ac:task-list" => out.push_str(if opens { "<ul>" } else { "</ul>" }),
            "ac:task" => out.push_str(if opens { "<li>" } else { "</li>" }),
            "p" if opens && has(tag, "class", "title") && !titled && end.is_some() => {
                titled = true;
                out.push_str("<h1>");
            }
            "p" if !opens && titled && !ended => {
                ended = true;
                out.push_str("</h1>");
            }
            "a" if opens => out.push_str(&direct(text, tag, range.start)),
            _ => out.push_str(&text[range.clone()]),
        }
        match name.as_str() {
            "ul" | "ol" if opens => lists.push(has(tag, "class", "inline-task-list")),
            "ul" | "ol" => drop(lists.pop()),
            "li" if opens && lists.last() == Some(&true) => mark(&mut out, has(tag, "class", "checked")),
            "input" if has(tag, "type", "checkbox") => {
                mark(&mut out, tag.attributes().any(|attribute| attribute.name.eq_ignore_ascii_case("checked")));
            }
            "span" if opens && has(tag, "class", "to-do-children-checked") => mark(&mut out, true),
            "span" if opens && has(tag, "class", "to-do-children-unchecked") => mark(&mut out, false),
            "span" if opens && has(tag, "id", "title-text") => {
                if let Some((Piece::Text, range)) = all.get(at) {
                    let words = &text[range.clone()];
                    out.push_str(words.split_once(" : ").map_or(words, |(_, title)| title));
                    at += 1;
                }
            }
            _ => {}
        }
    }
    out
}

/// Markdown with boxes where tasks are marked.
pub(super) fn with_boxes(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once([OPEN, DONE]) {
        let done = rest[before.len()..].starts_with(DONE);
        out.push_str(before);
        out.push_str(if done { "[x] " } else { "[ ] " });
        rest = after.trim_start();
    }
    out + rest
}

/// Marks the task that begins here, unless an element before it did.
fn mark(out: &mut String, done: bool) {
    if !out.trim_end().ends_with([OPEN, DONE]) {
        out.push(if done { DONE } else { OPEN });
    }
}

/// Whether an attribute has the value, as one of its words.
fn has(tag: &Tag<'_>, name: &str, value: &str) -> bool {
    let mut named = tag.attributes().filter(|attribute| attribute.name.eq_ignore_ascii_case(name));
    named.any(|attribute| attribute.value.split_whitespace().any(|word| word.eq_ignore_ascii_case(value)))
}

/// For the place of each tag that begins an element, the place of the one that ends it, if there is one.
fn ends<R>(all: &[(Piece<'_>, R)]) -> HashMap<usize, usize> {
    let mut open: HashMap<String, Vec<usize>> = HashMap::new();
    let mut ends = HashMap::new();
    for (at, (piece, _)) in all.iter().enumerate() {
        let Piece::Tag(tag) = piece else { continue };
        let begun = open.entry(tag.name.to_ascii_lowercase()).or_default();
        if tag.closing {
            ends.extend(begun.pop().map(|begin| (begin, at)));
        } else {
            begun.push(at);
        }
    }
    ends
}

/// The tag of a link, which begins at `start`. Google Docs leads each through `https://www.google.com/url?q=ADDRESS&...`.
fn direct(text: &str, tag: &Tag<'_>, start: usize) -> String {
    let whole = &text[start..tag.end];
    let Some(href) = tag.attributes().find(|attribute| attribute.name.eq_ignore_ascii_case("href")) else {
        return whole.to_owned();
    };
    let address = decode_attribute(href.value);
    let target = address.strip_prefix("https://www.google.com/url?q=").and_then(|rest| rest.split('&').next());
    match target {
        Some(target) => format!("<a href=\"{}\">", escape_html(&decode(target))),
        None => whole.to_owned(),
    }
}
