//! Filters HTML in a document: the first of two filters.
//!
//! Raw HTML comes in pieces between the Markdown. Each piece is read tag by tag and written again: allowed elements
//! with allowed attributes; ids with a prefix, so that they cannot collide with ids of the page; no classes and no
//! roles, so that nothing can imitate a part of the page; links and images through the same functions as those of
//! Markdown. Open tags are closed where the block around them ends.
//!
//! The output is well nested. The second filter, [`sanitize`](super::sanitize), then reads the whole document as a
//! browser would.

use std::collections::BTreeSet;

use super::elements::{self, Class};
use super::headings::Levels;
use super::links::{self, Around};
use super::tags::tokens;
use super::token::Token;
use super::{LinkKind, Options, write};

/// The prefix of authors' ids on the page; no script or style uses ids with this prefix.
const PREFIX: &str = "user.";

/// Tags nested deeper than this are removed, because deep pages are slow to read.
const DEEPEST: usize = 50;

/// The author's tags that are open.
#[derive(Debug, Default)]
pub(super) struct Raw {
    open: Vec<Open>,
    /// Ids as the author wrote them.
    ids: BTreeSet<String>,
    used: bool,
}

#[derive(Debug)]
struct Open {
    name: String,
    class: Class,
    /// How many Markdown containers were open around it.
    depth: usize,
    close: String,
}

/// The context of a piece of HTML.
pub(super) struct Surroundings<'s, 'o> {
    pub(super) options: &'s Options<'o>,
    pub(super) levels: &'s mut Levels,
    pub(super) around: Around,
    pub(super) depth: usize,
}

/// The id on the page for an id that an author wrote; `None` if it is invalid. `ids` is the prefix of all ids of the
/// text.
pub(super) fn page_id(ids: &str, id: &str) -> Option<String> {
    (!id.is_empty() && !id.contains(char::is_whitespace)).then(|| format!("{ids}{PREFIX}{id}"))
}

/// The id of a tag: the attribute `id`, or `name` as in old HTML.
pub(super) fn id_of(attrs: &[(String, String)]) -> Option<&str> {
    let of = |key: &str| attrs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    of("id").or_else(|| of("name"))
}

impl Raw {
    /// True if the page contains any of the author's tags.
    pub(super) fn is_used(&self) -> bool {
        self.used
    }

    /// The ids that the author wrote; [`page_id`] gives those on the page.
    pub(super) fn ids(&self) -> &BTreeSet<String> {
        &self.ids
    }

    /// [`Around::Link`] inside one of the author's `<a>`.
    pub(super) fn around(&self) -> Around {
        if self.open.iter().any(|open| open.name == "a") { Around::Link } else { Around::Text }
    }

    /// Filters one piece of raw HTML.
    pub(super) fn piece(&mut self, source: &str, mut surroundings: Surroundings<'_, '_>) -> String {
        let mut out = String::new();
        for token in tokens(source) {
            match token {
                Token::Text(text) => {
                    if !text.trim().is_empty() {
                        self.leave_table(&mut out);
                    }
                    push_text(&mut out, text);
                }
                Token::Open { name, attrs } => self.start(&name, &attrs, &mut surroundings, &mut out),
                Token::Close { name } => self.end(&name, surroundings.depth, &mut out),
            }
        }
        out
    }

    fn start(&mut self, name: &str, attrs: &[(String, String)], s: &mut Surroundings<'_, '_>, out: &mut String) {
        let Some(class) = elements::allowed(name) else { return };
        let fits = match self.open.last() {
            Some(parent) => elements::fits(&parent.name, name),
            None => !elements::is_table_part(name),
        };
        if elements::is_table_part(name) {
            if !fits || self.open.last().is_none_or(|p| p.depth != s.depth || !holds_parts(p, name)) {
                return;
            }
        } else if !fits {
            self.leave_table(out);
        }
        let around = if self.around() == Around::Link { Around::Link } else { s.around };
        let attributes = self.attributes(name, attrs, s.options.ids);
        let value = |key: &str| attrs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        self.used = true;
        match name {
            "img" => {
                let alt = value("alt").unwrap_or_default();
                out.push_str(&links::image(s.options, value("src").unwrap_or_default(), alt, &attributes, around));
            }
            "a" if around == Around::Link => {}
            "a" => {
                let link = value("href").and_then(|href| links::open(s.options, href, &attributes));
                let refused = value("href").filter(|_| link.is_none());
                let address = refused.and_then(|href| links::unfollowed(s.options, href, LinkKind::Link));
                let address = address.map_or_else(String::new, |a| format!(" ({})", base::text::escape_html(&a)));
                let open = link.unwrap_or_else(|| format!("<a{attributes}>"));
                self.push(name, class, s.depth, &open, format!("</a>{address}"), out);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = s.levels.next(name.as_bytes()[1] - b'0');
                self.push(name, class, s.depth, &format!("<h{level}{attributes}>"), format!("</h{level}>"), out);
            }
            _ if class == Class::Void => out.extend(["<", name, &attributes, ">"]),
            _ => self.push(name, class, s.depth, &format!("<{name}{attributes}>"), format!("</{name}>"), out),
        }
    }

    fn push(&mut self, name: &str, class: Class, depth: usize, open: &str, close: String, out: &mut String) {
        if self.open.len() < DEEPEST {
            out.push_str(open);
            self.open.push(Open { name: name.to_owned(), class, depth, close });
        }
    }

    fn end(&mut self, name: &str, depth: usize, out: &mut String) {
        let inside = self.open.iter().rposition(|open| open.depth < depth).map_or(0, |i| i + 1);
        if let Some(found) = self.open[inside..].iter().rposition(|open| open.name == name) {
            self.close_from(inside + found, out);
        }
    }

    fn close_from(&mut self, index: usize, out: &mut String) {
        for open in self.open.drain(index..).rev() {
            out.push_str(&open.close);
        }
    }

    /// Must be called before a Markdown container ends: closes the tags opened inside it. `depth` includes that
    /// container.
    pub(super) fn leave(&mut self, depth: usize) -> String {
        let mut out = String::new();
        if let Some(first) = self.open.iter().position(|open| open.depth >= depth) {
            self.close_from(first, &mut out);
        }
        out
    }

    /// Must be called at the end of a block of HTML: closes inline elements.
    pub(super) fn end_block(&mut self, depth: usize) -> String {
        let mut out = String::new();
        if let Some(first) = self.open.iter().position(|o| o.depth == depth && o.class == Class::Phrasing) {
            self.close_from(first, &mut out);
        }
        out
    }

    /// Must be called before content is written: closes a table in which only parts of a table are allowed here. A
    /// browser would move such content before the table.
    pub(super) fn before_content(&mut self) -> String {
        let mut out = String::new();
        self.leave_table(&mut out);
        out
    }

    fn leave_table(&mut self, out: &mut String) {
        if self.open.last().is_some_and(|open| open.class == Class::Table) {
            let table = self.open.iter().rposition(|open| open.name == "table").unwrap_or(0);
            self.close_from(table, out);
        }
    }

    fn attributes(&mut self, element: &str, attrs: &[(String, String)], ids: Option<&str>) -> String {
        let mut out = String::new();
        let mut seen = BTreeSet::new();
        for (name, value) in attrs {
            if elements::attribute(element, name, value) && name != "alt" && seen.insert(name) {
                write::attr(&mut out, name, value);
            }
        }
        let align = attrs.iter().find(|(name, _)| name == "align").map(|(_, value)| value.to_ascii_lowercase());
        if let Some(side @ ("left" | "center" | "right")) = align.as_deref() {
            write::attr(&mut out, "class", &format!("align-{side}"));
        }
        if let Some(id) = id_of(attrs)
            && let Some(page_id) = ids.and_then(|ids| page_id(ids, id))
            && self.ids.insert(id.to_owned())
        {
            write::attr(&mut out, "id", &page_id);
        }
        out
    }
}

/// True if `open` is a part of a table that may contain `name`.
fn holds_parts(open: &Open, name: &str) -> bool {
    open.class == Class::Table && elements::fits(&open.name, name)
}

/// Appends text of HTML: keeps character references and escapes angle brackets.
fn push_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}
