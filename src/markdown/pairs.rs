//! Which tags are markup: those with a matching tag, those that need no end, and those with attributes.

use std::collections::{BTreeMap, BTreeSet};

use super::elements::{self, Class};
use super::token::Token;

/// What a tag is, judged without the tags around it.
pub(super) enum Kind {
    /// Always markup.
    Markup,
    /// Markup if it is closed.
    Opens(String),
    Closes(String),
    Text,
}

/// Classifies one tag.
pub(super) fn kind(token: &Token<'_>) -> Kind {
    match token {
        Token::Text(_) => Kind::Text,
        Token::Open { name, attrs } => match elements::allowed(name) {
            Some(Class::Void) => Kind::Markup,
            _ if !attrs.is_empty() || elements::needs_no_end(name) => Kind::Markup,
            _ => Kind::Opens(name.clone()),
        },
        Token::Close { name } if elements::needs_no_end(name) => Kind::Markup,
        Token::Close { name } => Kind::Closes(name.clone()),
    }
}

/// Finds tags without a partner: opening tags that are not closed, closing tags that close nothing.
#[derive(Default)]
pub(super) struct Pairs {
    open: BTreeMap<String, Vec<usize>>,
    alone: BTreeSet<usize>,
}

impl Pairs {
    /// Takes the tag at `index`.
    pub(super) fn take(&mut self, index: usize, token: &Token<'_>) {
        match kind(token) {
            Kind::Markup => {
                if let Token::Open { name, .. } = token {
                    self.open.entry(name.clone()).or_default().push(usize::MAX);
                }
            }
            Kind::Opens(name) => self.open.entry(name).or_default().push(index),
            Kind::Closes(name) => {
                if self.open.get_mut(&name).and_then(Vec::pop).is_none() {
                    self.alone.insert(index);
                }
            }
            Kind::Text => {
                self.alone.insert(index);
            }
        }
    }

    /// The tags that are text.
    pub(super) fn alone(mut self) -> BTreeSet<usize> {
        self.alone.extend(self.open.into_values().flatten());
        self.alone
    }
}
