//! Reads the outline, one event at a time.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{Heading, Link, Outline, Written, set_ranges, unread};
use crate::tags::tokens;
use crate::token::Token;
use crate::words::Words;
use crate::{LinkKind, elements, footnotes, marks, raw};

/// The outline so far, and what is open.
#[derive(Default)]
pub(crate) struct Reader {
    outline: Outline,
    depth: usize,
    /// The text of the heading that is open.
    heading: Option<Words>,
    /// Links that are open, as indices; an image may hold links.
    links: Vec<(usize, Words)>,
    html: Option<(String, Range<usize>)>,
}

impl Reader {
    /// The outline, after the last event of a document of `end` bytes.
    pub(crate) fn finish(mut self, end: usize) -> Outline {
        set_ranges(&mut self.outline.headings, end);
        self.outline
    }

    /// Takes the next event.
    pub(crate) fn step(&mut self, event: &Event<'_>, span: Range<usize>) {
        if let Some(words) = &mut self.heading {
            words.push(event);
        }
        if let Some((_, words)) = self.links.last_mut() {
            words.push(event);
        }
        match event {
            Event::Start(tag) => {
                self.start(tag, span);
                self.depth += 1;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.end(*tag);
            }
            Event::Text(text) | Event::Code(text) => {
                self.outline.has_words = self.outline.has_words || has_letter(text);
            }
            Event::Html(html) => match &mut self.html {
                Some((block, _)) => block.push_str(html),
                None => self.html(html, &span),
            },
            Event::InlineHtml(html) => self.html(html, &span),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let id = id.as_deref().unwrap_or_default().to_owned();
                if !id.is_empty() {
                    self.outline.anchors.insert(id.clone(), id.clone());
                }
                if self.depth == 0 {
                    let below = span.end..span.end;
                    self.heading = Some(Words::default());
                    self.outline.headings.push(Heading {
                        level: *level as u8,
                        text: String::new(),
                        id,
                        span,
                        content: below.clone(),
                        own: below,
                    });
                }
            }
            Tag::Link { link_type, dest_url, .. } => {
                let (kind, target) = match link_type {
                    LinkType::WikiLink { .. } => (LinkKind::Review, dest_url.to_string()),
                    LinkType::Email => (LinkKind::Link, format!("mailto:{dest_url}")),
                    _ => (LinkKind::Link, dest_url.to_string()),
                };
                self.open(target, kind, span);
            }
            Tag::Image { dest_url, .. } => self.open(dest_url.to_string(), LinkKind::Image, span),
            Tag::FootnoteDefinition(name) => {
                let (written, id) = footnotes::anchor(name);
                self.outline.anchors.entry(written).or_insert(id);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if &**info == marks::FENCE => self.outline.marked.push(span),
            Tag::CodeBlock(_) => self.outline.code.push(span),
            Tag::HtmlBlock => self.html = Some((String::new(), span)),
            _ => {}
        }
    }

    fn open(&mut self, target: String, kind: LinkKind, span: Range<usize>) {
        self.links.push((self.outline.links.len(), Words::default()));
        self.add(target, kind, Written::Markdown, span);
    }

    fn add(&mut self, target: String, kind: LinkKind, written: Written, span: Range<usize>) {
        let kind = if marks::role(&target).is_some() { LinkKind::Redaction } else { kind };
        self.outline.links.push(Link { target, kind, written, span, text: String::new() });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) if self.depth == 0 => {
                let text = self.heading.take().unwrap_or_default().finish();
                if let Some(heading) = self.outline.headings.last_mut() {
                    heading.text = text;
                }
            }
            TagEnd::Link | TagEnd::Image => {
                if let Some((index, words)) = self.links.pop() {
                    let text = words.finish();
                    if let Some(link) = self.outline.links.get_mut(index) {
                        link.text = text;
                    }
                }
            }
            TagEnd::HtmlBlock => {
                if let Some((html, span)) = self.html.take() {
                    self.html(&html, &span);
                }
            }
            _ => {}
        }
    }

    fn html(&mut self, html: &str, span: &Range<usize>) {
        self.outline.has_raw_html = true;
        // In a block quote the text lacks the `>` of each line, so places inside it would be wrong.
        if html.len() == span.len() {
            self.outline.code.extend(unread::code(html, span.start));
            self.outline.comments.extend(unread::comments(html, span.start));
        }
        for token in tokens(html) {
            let Token::Open { name, attrs } = token else { continue };
            if elements::allowed(&name).is_none() {
                continue;
            }
            if let Some(id) = raw::id_of(&attrs)
                && let Some(page_id) = raw::page_id("", id)
            {
                // A heading with this id has precedence, whether it comes earlier or later.
                self.outline.anchors.entry(id.to_owned()).or_insert(page_id);
            }
            let wanted = if name == "img" { ("src", LinkKind::Image) } else { ("href", LinkKind::Link) };
            if let Some((_, target)) = attrs.into_iter().find(|(key, _)| key == wanted.0) {
                self.add(target, wanted.1, Written::Html, span.clone());
            }
        }
    }
}

/// Whether there is a letter or a digit. Every byte beyond ASCII counts as a letter.
fn has_letter(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_alphanumeric() || !b.is_ascii())
}
