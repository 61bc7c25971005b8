//! Which tags of a line are markup: those that are closed again, those that need no end, and those that say more than a name.
//!
//! In: the events of a paragraph. Out: the same, with text for every other tag, so that all readers show `<script>`, `Vec<T>`
//! and `press <s> to stop` as they were typed, the closing tag as well.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::Event;

use super::elements::{self, Class};
use super::events::Step;
use super::tags::{Token, whole_tag};

/// What a tag is, as far as it can tell by itself.
pub(super) enum Kind {
    /// Whatever stands around it.
    Markup,
    /// If it is closed, or closes one.
    Opens(String),
    Closes(String),
    Text,
}

/// Judges one tag of an author's.
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

/// Finds the tags that stand alone: opening ones that nothing closes, closing ones that close nothing.
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

/// Makes text of the tags of a line that are none. `around` are elements that a block of HTML before it left open: their end
/// may stand here.
pub(super) fn settle(line: &mut VecDeque<Step<'_>>, around: &BTreeSet<String>) {
    let mut pairs = Pairs::default();
    for (index, (event, _)) in line.iter().enumerate() {
        let Event::InlineHtml(html) = event else { continue };
        if html.starts_with("<!--") {
            continue;
        }
        match whole_tag(html) {
            Some(Token::Close { name }) if around.contains(&name) => {}
            Some(Token::Open { name, .. } | Token::Close { name }) if elements::is_table_part(&name) => {
                pairs.take(index, &Token::Text(""));
            }
            Some(token) => pairs.take(index, &token),
            None => pairs.take(index, &Token::Text("")),
        }
    }
    for index in pairs.alone() {
        let Some((event, _)) = line.get_mut(index) else { continue };
        if let Event::InlineHtml(html) = event {
            *event = Event::Text(std::mem::replace(html, "".into()));
        }
    }
}
