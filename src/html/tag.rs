//! One tag and its attributes.

use crate::is_space;

/// `<name attribute="value">` or `</name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'h> {
    html: &'h str,
    /// Where the attributes begin.
    attributes: usize,
    /// Its name as written.
    pub name: &'h str,
    /// Whether it closes an element.
    pub closing: bool,
    /// The byte offset after it.
    pub end: usize,
    /// Whether it ends with `>`. A browser drops a tag that is cut off by the end of the text.
    pub ended: bool,
}

impl<'h> Tag<'h> {
    /// The tag whose `<` is at `start`; `None` if no name follows.
    #[must_use]
    pub fn read(html: &'h str, start: usize) -> Option<Self> {
        let inside = html.get(start..)?.strip_prefix('<')?;
        let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let length = inside.find(|c| is_space(c) || matches!(c, '/' | '>')).unwrap_or(inside.len());
        let attributes = html.len() - inside.len() + length;
        let mut rest = Attributes { html, at: attributes };
        while rest.next().is_some() {}
        let ended = html[rest.at..].starts_with('>');
        let end = rest.at + usize::from(ended);
        Some(Self { html, attributes, name: &inside[..length], closing, end, ended })
    }

    /// Its attributes, in order.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'h> {
        Attributes { html: self.html, at: self.attributes }
    }
}

/// `name="value"`, `name='value'`, `name=value` or `name`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute<'h> {
    /// Its name as written.
    pub name: &'h str,
    /// The byte at which the name begins.
    pub name_at: usize,
    /// Its value as written, without quotes; empty where there is none.
    pub value: &'h str,
    /// The byte at which the value begins.
    pub value_at: usize,
    /// The byte offset after it, including a closing quote.
    pub end: usize,
}

/// The attributes of a tag.
#[derive(Debug, Clone)]
pub struct Attributes<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Attributes<'h> {
    /// Takes characters while `wanted` is true.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'h str {
        let rest = &self.html[self.at..];
        let length = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

impl<'h> Iterator for Attributes<'h> {
    type Item = Attribute<'h>;

    fn next(&mut self) -> Option<Attribute<'h>> {
        self.take(|c| is_space(c) || c == '/');
        let first = self.html[self.at..].chars().next().filter(|c| *c != '>')?;
        let name_at = self.at;
        // An `=` where a name should begin is part of it.
        self.at += first.len_utf8();
        self.take(|c| !is_space(c) && !matches!(c, '/' | '>' | '='));
        let name = &self.html[name_at..self.at];
        let after_name = self.at;
        self.take(is_space);
        if !self.html[self.at..].starts_with('=') {
            self.at = after_name;
            return Some(Attribute { name, name_at, value: "", value_at: after_name, end: after_name });
        }
        self.at += 1;
        self.take(is_space);
        let quote = self.html[self.at..].chars().next().filter(|c| matches!(c, '"' | '\''));
        self.at += usize::from(quote.is_some());
        let value_at = self.at;
        let value = match quote {
            Some(quote) => self.take(|c| c != quote),
            None => self.take(|c| !is_space(c) && c != '>'),
        };
        self.at = (self.at + usize::from(quote.is_some())).min(self.html.len());
        Some(Attribute { name, name_at, value, value_at, end: self.at })
    }
}
