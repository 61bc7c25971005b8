//! Decides which tags of a line are markup: those with a matching tag, those that need no end, and those with
//! attributes.
//!
//! In: the events of a paragraph. Out: the same, with text for every other tag, so that `<script>`, `Vec<T>` and
//! `press <s> to stop` are shown as they were typed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::Event;

use super::elements::{self, Class};
use super::events::Step;
use super::tags::{Token, whole_tag};

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

/// Turns tags that are not markup into text. `around` holds the elements that an earlier block of HTML left open; they
/// may be closed here.
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
