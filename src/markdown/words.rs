//! The words of events, without markup.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::elements;
use super::step::is_inline;
use super::tags::tokens;
use super::token::Token;
use html::decode_text;

/// The words of one line, including the texts of images.
pub(super) fn words<'e, 'a: 'e>(events: impl Iterator<Item = &'e Event<'a>>) -> String {
    let mut words = Words::default();
    events.for_each(|event| words.push(event));
    words.finish()
}

/// The text of one line as GitHub uses it for an id: without the texts of images and without HTML.
pub(super) fn line<'e, 'a: 'e>(events: impl Iterator<Item = &'e Event<'a>>) -> String {
    let mut out = String::new();
    let mut images = 0_usize;
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if images == 0 => out.push_str(text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Gathers the words of events.
#[derive(Debug, Default)]
pub(super) struct Words {
    out: String,
    /// The lines of a block of HTML, collected because a tag may span several lines.
    html: Option<String>,
}

impl Words {
    /// Takes the next event.
    pub(super) fn push(&mut self, event: &Event<'_>) {
        match event {
            Event::Html(html) | Event::Text(html) if self.html.is_some() => {
                self.html.get_or_insert_default().push_str(html);
            }
            Event::Text(text) | Event::Code(text) => self.out.push_str(text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => self.out.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html),
            Event::Start(Tag::HtmlBlock) => self.html = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                let html = self.html.take().unwrap_or_default();
                self.line_end();
                self.html(&html);
                self.line_end();
            }
            Event::Start(tag) if ends_line(tag.to_end()) => self.line_end(),
            Event::End(tag) if ends_line(*tag) => self.line_end(),
            _ => {}
        }
    }

    fn html(&mut self, html: &str) {
        for token in tokens(html) {
            match token {
                Token::Text(text) => self.out.push_str(&decode_text(text)),
                Token::Open { name, attrs } if name == "img" => {
                    let alt = attrs.iter().find(|(name, _)| name == "alt").map_or("", |(_, value)| value);
                    self.out.push_str(alt);
                }
                Token::Open { name, .. } | Token::Close { name } => match elements::allowed(&name) {
                    None => {}
                    Some(elements::Class::Phrasing) if name != "p" => {}
                    Some(_) => self.line_end(),
                },
            }
        }
    }

    fn line_end(&mut self) {
        self.out.truncate(self.out.trim_end().len());
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// The words, without white space around them.
    pub(super) fn finish(mut self) -> String {
        let html = self.html.take().unwrap_or_default();
        self.html(&html);
        self.out.truncate(self.out.trim_end().len());
        let lead = self.out.len() - self.out.trim_start().len();
        self.out.drain(..lead);
        self.out
    }
}

/// Whether an element is on lines of its own; the cells of a row share one.
fn ends_line(tag: TagEnd) -> bool {
    !is_inline(tag) && tag != TagEnd::TableCell
}
