//! Markup: the text as it is read, and what part of a file a place belongs to.

use std::ops::Range;

use super::{Made, Markup, entities};

/// Elements that do not part a word. Unknown ones do not either, in a browser.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "circle",
    "dd",
    "desc",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "input",
    "legend",
    "li",
    "line",
    "link",
    "main",
    "menu",
    "meta",
    "metadata",
    "nav",
    "noscript",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "pre",
    "rect",
    "script",
    "section",
    "select",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "text",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
];

/// The part of a file that a place belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Text that is read.
    Text,
    /// The title.
    Title,
    /// A `meta` element.
    Meta,
    /// Any other tag.
    Attribute,
    /// A comment, a declaration or a processing instruction.
    Comment,
    /// A script, JSON-LD included.
    Script,
    /// A style.
    Style,
}

impl Zone {
    /// The name of the view.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Meta => "meta",
            Self::Attribute => "attribute",
            Self::Comment => "comment",
            Self::Script => "script",
            Self::Style => "style",
        }
    }
}

/// One piece of markup.
pub(super) enum Piece<'h> {
    Text(Zone),
    Tag { name: &'h str },
    Hidden(Zone),
}

/// Calls `give` with every piece and its place.
pub(super) fn pieces<'h>(html: &'h str, mut give: impl FnMut(Piece<'h>, Range<usize>)) {
    let (mut from, mut at) = (0, 0);
    let mut zone = Zone::Text;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        let second = rest.as_bytes().get(1).copied().unwrap_or_default();
        let (piece, length) = if rest.starts_with("<![CDATA[") {
            // What is inside is text; the marks around it are not.
            give(Piece::Text(zone), from..start);
            let end = rest.find("]]>").unwrap_or(rest.len());
            give(Piece::Text(zone), start + 9..start + end.max(9));
            at = (start + end + 3).min(html.len());
            from = at;
            continue;
        } else if matches!(second, b'!' | b'?') {
            (Piece::Hidden(Zone::Comment), hidden(rest))
        } else if second.is_ascii_alphabetic() || second == b'/' {
            let name = name(rest);
            let Some(length) = tag(rest) else { break };
            (Piece::Tag { name }, length)
        } else {
            at = start + 1;
            continue;
        };
        give(Piece::Text(zone), from..start);
        at = start + length;
        from = at;
        let Piece::Tag { name } = piece else {
            give(piece, start..at);
            continue;
        };
        give(Piece::Tag { name }, start..at);
        let opens = second != b'/';
        if name.eq_ignore_ascii_case("title") {
            zone = if opens { Zone::Title } else { Zone::Text };
        }
        let code = [("script", Zone::Script), ("style", Zone::Style)];
        if let Some((name, zone)) = code.into_iter().find(|(code, _)| opens && name.eq_ignore_ascii_case(code)) {
            let end = code_end(&html[at..], name);
            give(Piece::Hidden(zone), at..at + end);
            at += end;
            from = at;
        }
    }
    give(Piece::Text(zone), from..html.len());
}

fn name(tag: &str) -> &str {
    let rest = tag.trim_start_matches(['<', '/']);
    let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// The length of a comment, declaration or processing instruction.
fn hidden(rest: &str) -> usize {
    let end = if rest.starts_with("<!--") { "-->" } else { ">" };
    rest.find(end).map_or(rest.len(), |at| at + end.len())
}

/// How far a script or style reaches.
fn code_end(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    rest.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(rest.len())
}

/// The length of a tag, its quoted values respected; none if it never ends.
fn tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

/// The text as it is read: joined across inline tags and comments, parted by blocks; references decoded.
pub(super) fn text(html: &str, markup: Markup) -> Option<Made> {
    let mut made = Made::default();
    let mut tags = false;
    pieces(html, |piece, range| match piece {
        Piece::Text(_) => entities::decode_into(&mut made, html.get(range.clone()).unwrap_or_default(), range.start),
        Piece::Tag { name } => {
            tags = true;
            let parts = BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block));
            if (parts || markup == Markup::Xml) && !made.text.ends_with('\n') {
                made.put('\n', range.start);
            }
        }
        Piece::Hidden(_) => tags = true,
    });
    made.some().filter(|_| tags)
}

/// The zone that the byte `at` belongs to.
pub(crate) fn zone(html: &str, at: usize) -> Zone {
    let mut found = Zone::Text;
    pieces(html, |piece, range| {
        if range.contains(&at) {
            found = match piece {
                Piece::Text(zone) | Piece::Hidden(zone) => zone,
                Piece::Tag { name } if name.eq_ignore_ascii_case("meta") => Zone::Meta,
                Piece::Tag { .. } => Zone::Attribute,
            };
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{Markup, Zone, text, zone};

    fn read(html: &str) -> String {
        text(html, Markup::Html).map(|made| made.text).unwrap_or_default()
    }

    #[test]
    fn inline_tags_join_and_blocks_part() {
        assert_eq!(read("Ja<em>ne</em> O<b>du</b>ya<p>x</p>y<!-- c -->z"), "Jane Oduya\nx\nyz");
        assert_eq!(read("<script>let a = '<p>';</script>b<style>c</style>d"), "\nb\nd");
        assert_eq!(read("a<x-y>b</x-y>c < d <![CDATA[e<f]]>"), "abc < d e<f");
        assert_eq!(text("<a>b</a><a>c</a>", Markup::Xml).unwrap().text, "\nb\nc\n");
        assert!(text("a < b", Markup::Html).is_none());
    }

    #[test]
    fn places_have_zones() {
        let html = "<title>t</title><meta content=m><p class=a>x<!-- c --><script>s</script><style>y</style>";
        let at = |needle: &str| zone(html, html.find(needle).unwrap());
        assert_eq!([at("t<"), at("m>"), at("a>x"), at("x<")], [Zone::Title, Zone::Meta, Zone::Attribute, Zone::Text]);
        assert_eq!([at("c --"), at("s</"), at("y</")], [Zone::Comment, Zone::Script, Zone::Style]);
    }
}
