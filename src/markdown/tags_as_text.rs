//! Turns the tags of a line that are not markup into text.
//!
//! In: the events of a paragraph. Out: the same events, with text in place of every tag that [`Pairs`] does not take for markup, so that
//! `<script>`, `Vec<T>` and `press <s> to stop` are shown as they were typed.

use std::collections::{BTreeSet, VecDeque};

use pulldown_cmark::Event;

use super::elements;
use super::pairs::Pairs;
use super::step::Step;
use super::tags::whole_tag;
use super::token::Token;

/// Turns tags that are not markup into text. `around` holds the elements that an earlier block of HTML left open; they
/// may be closed here.
pub(super) fn tags_as_text(line: &mut VecDeque<Step<'_>>, around: &BTreeSet<String>) {
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
