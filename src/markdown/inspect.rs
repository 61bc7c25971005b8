//! Finds what must be checked before one section of a document is published: raw HTML, code fences, references without
//! a definition.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Parser, Tag};

use super::code::name_of;
use super::dialect;
use html::comment_end;

/// The result of [`inspect`]; all places are byte ranges of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// Fenced code blocks.
    pub fences: Vec<Fence>,
    /// Raw HTML, block or inline.
    pub html: Vec<Html>,
    /// `[text][label]`, `[label][]`, `[label]` and `[^label]` that nothing in the source defines.
    pub undefined: Vec<Undefined>,
}

/// A fenced code block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    /// The first word after the fence; may be empty.
    pub name: String,
    /// From fence to fence.
    pub span: Range<usize>,
    /// Whether there is a second fence.
    pub closed: bool,
}

/// Raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html {
    /// Its place.
    pub span: Range<usize>,
    /// Whether it is a comment, or several, and nothing else.
    pub comment: bool,
}

/// A reference without a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undefined {
    /// What is not defined; begins with `^` for a footnote.
    pub label: String,
    /// Its place.
    pub span: Range<usize>,
    /// Whether it is `[label]` alone, which may not be meant as a reference.
    pub shortcut: bool,
}

/// Inspects one section without the rest of its document.
#[must_use]
pub fn inspect(source: &str) -> Inspection {
    let undefined = RefCell::new(Vec::new());
    let note = |link: BrokenLink<'_>| {
        let shortcut = matches!(link.link_type, LinkType::Shortcut | LinkType::ShortcutUnknown);
        undefined.borrow_mut().push(Undefined { label: link.reference.to_string(), span: link.span, shortcut });
        None
    };
    let mut found = Inspection::default();
    // The parser does not report an undefined footnote: it gives `[`, `^label` and `]` as three texts.
    let mut pieces: [(String, Range<usize>); 2] = Default::default();
    for (event, span) in Parser::new_with_broken_link_callback(source, dialect(), Some(note)).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let name = name_of(&info).to_owned();
                let closed = is_closed(&source[span.clone()]);
                found.fences.push(Fence { name, span, closed });
            }
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                let comment = is_comment(&source[span.clone()]);
                found.html.push(Html { span, comment });
            }
            Event::Text(text) => {
                let [(open, first), (label, second)] = &pieces;
                let adjoin = first.end == second.start && second.end == span.start;
                if open == "[" && label.starts_with('^') && &*text == "]" && adjoin {
                    let footnote = Undefined { label: label.clone(), span: first.start..span.end, shortcut: true };
                    undefined.borrow_mut().push(footnote);
                }
                pieces.swap(0, 1);
                pieces[1] = (text.into_string(), span);
            }
            _ => {}
        }
    }
    found.undefined = undefined.into_inner();
    found.undefined.sort_by_key(|undefined| undefined.span.start);
    found.undefined.dedup();
    found
}

fn is_closed(fence: &str) -> bool {
    let mut lines = fence.lines();
    let open = lines.next().unwrap_or_default().trim_start();
    let mark = open.chars().next().unwrap_or('`');
    let length = open.chars().take_while(|c| *c == mark).count();
    let last = lines.next_back().unwrap_or_default();
    let last = last.trim_start_matches([' ', '>', '\t']).trim_end();
    last.len() >= length && last.chars().all(|c| c == mark)
}

/// Comments end where a browser ends them: `<!-->` is a whole one.
fn is_comment(html: &str) -> bool {
    let mut rest = html.trim();
    while rest.starts_with("<!--") {
        let (comment, after) = rest.split_at(comment_end(rest, 0));
        if !comment.ends_with("-->") && !comment.ends_with("--!>") {
            return false;
        }
        rest = after.trim_start();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::inspect;
    use crate::is_language;

    #[test]
    fn fences_are_found_open_and_closed() {
        let source = "```redact\nx\n```\n\n> ~~~py a\n> y\n> ~~~\n\n```redcat\nz";
        let found = inspect(source);
        let facts: Vec<_> = found.fences.iter().map(|f| (f.name.as_str(), f.closed)).collect();
        assert_eq!(facts, [("redact", true), ("py", true), ("redcat", false)]);
        assert!(is_language("py") && is_language("") && !is_language("redcat"));
    }

    #[test]
    fn a_comment_ends_where_a_browser_ends_it() {
        let is_comment = |html: &str| inspect(html).html.iter().all(|html| html.comment);
        assert!(is_comment("<!-- a --!> <!-- b -->\n") && is_comment("<!-->\n"));
        assert!(!is_comment("<!--> <b>shown</b> -->\n") && !is_comment("<!-- a --!> shown -->\n"));
    }

    #[test]
    fn a_comment_is_not_other_html() {
        let source = "<!-- one\ntwo --> \n\na <!-- b --> c <b>d</b>\n\n<!-- e --><script>f</script>\n\n<!-- open";
        let found = inspect(source);
        let facts: Vec<_> = found.html.iter().map(|h| (&source[h.span.clone()], h.comment)).collect();
        assert_eq!(facts[0], ("<!-- one\ntwo --> \n", true));
        assert_eq!(facts[1], ("<!-- b -->", true));
        assert_eq!(facts[2..4], [("<b>", false), ("</b>", false)]);
        assert_eq!(facts[4..], [("<!-- e --><script>f</script>\n", false), ("<!-- open", false)]);
    }

    #[test]
    fn references_to_nothing_are_found() {
        let source = "[a][d] [b] [c][] [^1] [e][ok] array[0]\n\n[ok]: https://example.com\n";
        let found = inspect(source);
        let facts: Vec<_> = found.undefined.iter().map(|u| (u.label.as_str(), u.shortcut)).collect();
        assert!(facts.contains(&("d", false)) && facts.contains(&("c", false)), "{facts:?}");
        assert!(facts.contains(&("b", true)) && facts.iter().any(|(l, _)| *l == "^1"), "{facts:?}");
        assert!(!facts.iter().any(|(l, _)| *l == "ok"));
    }
}
