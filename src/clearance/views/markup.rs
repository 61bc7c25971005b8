//! Markup: the text as shown, and the kind of text at a place.

use std::ops::Range;

use html::Tag;

use super::{Made, Markup, references};

/// Block elements, which separate words. In a browser other elements do not, even unknown ones.
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

/// The kind of text at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Visible text.
    Text,
    /// The title.
    Title,
    /// A `meta` element.
    Meta,
    /// Any other tag.
    Attribute,
    /// A comment, a declaration or a processing instruction.
    Comment,
    /// A script, including JSON-LD.
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
    Tag(Tag<'h>),
    Hidden(Zone),
}

/// Calls `give` with every piece and its place.
pub(super) fn pieces<'h>(html: &'h str, mut give: impl FnMut(Piece<'h>, Range<usize>)) {
    let mut zone = Zone::Text;
    for (piece, range) in html::pieces(html) {
        let piece = match piece {
            // A browser ignores a tag without an end; here it is treated as text, so that nothing is missed.
            html::Piece::Tag(tag) if !tag.ended => Piece::Text(zone),
            html::Piece::Tag(tag) => {
                if tag.name.eq_ignore_ascii_case("title") {
                    zone = if tag.closing { Zone::Text } else { Zone::Title };
                }
                Piece::Tag(tag)
            }
            html::Piece::Text => Piece::Text(zone),
            html::Piece::Comment | html::Piece::Declaration => Piece::Hidden(Zone::Comment),
            html::Piece::Raw(name) if name.eq_ignore_ascii_case("style") => Piece::Hidden(Zone::Style),
            html::Piece::Raw(_) => Piece::Hidden(Zone::Script),
        };
        give(piece, range);
    }
}

/// The visible text: joined across inline tags and comments, separated by block elements; references decoded.
pub(super) fn text(html: &str, markup: Markup) -> Option<Made> {
    let mut made = Made::default();
    let mut tags = false;
    pieces(html, |piece, range| match piece {
        Piece::Text(_) => references::decode_into(&mut made, html.get(range.clone()).unwrap_or_default(), range.start),
        Piece::Tag(tag) => {
            tags = true;
            let parts = BLOCKS.iter().any(|block| tag.name.eq_ignore_ascii_case(block));
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
                Piece::Tag(tag) if tag.name.eq_ignore_ascii_case("meta") => Zone::Meta,
                Piece::Tag(_) => Zone::Attribute,
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
        // Browsers end a comment here as well.
        assert_eq!(read("Ja<!-- c --!>ne O<!-->du<!--->ya"), "Jane Oduya");
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
