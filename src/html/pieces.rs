//! Splitting HTML into tags and the text between them.

use std::ops::Range;

use crate::{Tag, comment_end, declaration_end, raw_text_end};

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'h> {
    /// Text, with character references as written.
    Text,
    /// A tag; also one that is cut off by the end of the text.
    Tag(Tag<'h>),
    /// `<!-- -->`.
    Comment,
    /// `<!doctype>`, `<?xml?>`, `</ >`, and the marks around character data.
    Declaration,
    /// The content of a script or style; the name of the element as written.
    Raw(&'h str),
}

/// Elements whose content has neither tags nor character references.
const RAW: [&str; 2] = ["script", "style"];

/// Marks around text that holds no tags, in XML.
const DATA: (&str, &str) = ("<![CDATA[", "]]>");

/// The pieces of a text in order, each with its byte range; together they cover the whole text.
pub fn pieces(html: &str) -> impl Iterator<Item = (Piece<'_>, Range<usize>)> {
    Pieces { html, at: 0, next: None }
}

struct Pieces<'h> {
    html: &'h str,
    at: usize,
    /// The piece after the last one returned, if it is known already.
    next: Option<(Piece<'h>, usize)>,
}

impl<'h> Pieces<'h> {
    /// The piece that begins with the `<` at `start`, and where it ends; `None` if the `<` is text.
    fn markup(&self, start: usize) -> Option<(Piece<'h>, usize)> {
        let rest = &self.html[start..];
        if let Some(tag) = Tag::read(self.html, start) {
            return Some((Piece::Tag(tag), tag.end));
        }
        if rest.starts_with("<!--") {
            return Some((Piece::Comment, comment_end(self.html, start)));
        }
        if rest.starts_with(DATA.0) {
            return Some((Piece::Declaration, start + DATA.0.len()));
        }
        let closes_nothing = rest.starts_with("</") && rest.len() > 2;
        let is_declaration = rest.starts_with("<!") || rest.starts_with("<?") || closes_nothing;
        is_declaration.then(|| (Piece::Declaration, declaration_end(self.html, start)))
    }

    /// The piece after this one where no tags are read: the text of a script, or character data.
    fn held(&self, piece: Piece<'h>, range: &Range<usize>) -> Option<(Piece<'h>, usize)> {
        let end = range.end;
        match piece {
            Piece::Tag(tag) if !tag.closing && RAW.iter().any(|name| tag.name.eq_ignore_ascii_case(name)) => {
                Some((Piece::Raw(tag.name), raw_text_end(self.html, end, tag.name)))
            }
            Piece::Declaration if &self.html[range.clone()] == DATA.0 => {
                let rest = &self.html[end..];
                Some((Piece::Text, end + rest.find(DATA.1).unwrap_or(rest.len())))
            }
            Piece::Text if self.html[end..].starts_with(DATA.1) && self.is_data(range.start) => {
                Some((Piece::Declaration, end + DATA.1.len()))
            }
            _ => None,
        }
    }

    /// Whether the text that begins at `start` is character data.
    fn is_data(&self, start: usize) -> bool {
        self.html[..start].ends_with(DATA.0)
    }

    fn give(&mut self, piece: Piece<'h>, end: usize) -> (Piece<'h>, Range<usize>) {
        let range = self.at..end;
        self.at = end;
        self.next = self.held(piece, &range);
        (piece, range)
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = (Piece<'h>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some((piece, end)) = self.next.take().filter(|(_, end)| *end > self.at) {
            return Some(self.give(piece, end));
        }
        let mut from = self.at;
        while let Some(found) = self.html[from..].find('<') {
            let start = from + found;
            let Some((piece, end)) = self.markup(start) else {
                from = start + 1;
                continue;
            };
            if start == self.at {
                return Some(self.give(piece, end));
            }
            let text = self.at..start;
            self.at = start;
            self.next = Some((piece, end));
            return Some((Piece::Text, text));
        }
        let rest = self.at..self.html.len();
        self.at = self.html.len();
        (!rest.is_empty()).then_some((Piece::Text, rest))
    }
}
