//! Facts about a document, each with its place: headings, links, anchors, marks.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::events::Events;
use super::plain::Words;
use super::tags::{Token, tokens};
use super::{LinkKind, elements, footnotes, marks, raw};

/// What a document holds. All places are byte ranges of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings that part the document: not those in quotes, lists and marks.
    pub headings: Vec<Heading>,
    /// All links, images and inline marks, in order.
    pub links: Vec<Link>,
    /// What may follow the `#` of a link to this document, and the id that it has on the page: the ids of all headings
    /// as they are, an author's own `<a id="x">` as `user-x`, footnotes as `fn-name`.
    pub anchors: BTreeMap<String, String>,
    /// The fences of marked blocks.
    pub marked: Vec<Range<usize>>,
    /// True if there is any raw HTML, comments included.
    pub has_raw_html: bool,
    /// Words, as white space parts them.
    pub words: usize,
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as the author wrote it.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its id, the same as GitHub's; empty if it holds no letter.
    pub id: String,
    /// The heading itself.
    pub span: Range<usize>,
    /// Everything below it, to the next heading of the same or a higher level.
    pub content: Range<usize>,
    /// What is its own: to the next heading of any level.
    pub own: Range<usize>,
}

/// A link, an image or an inline mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written: for a reference that of its definition, for an e-mail address with `mailto:`.
    pub target: String,
    /// What it is for.
    pub kind: LinkKind,
    /// How it was written.
    pub written: Written,
    /// Its place; for HTML that of the whole block.
    pub span: Range<usize>,
    /// Its words.
    pub text: String,
}

/// How a link was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// In Markdown.
    Markdown,
    /// As an HTML attribute.
    Html,
}

/// Reads the facts of a document.
#[must_use]
pub fn outline(source: &str) -> Outline {
    let mut reader = Reader::default();
    for (event, span) in Events::new(source) {
        reader.step(&event, span);
    }
    let mut outline = reader.outline;
    part(&mut outline.headings, source.len());
    outline
}

#[derive(Default)]
struct Reader {
    outline: Outline,
    depth: usize,
    /// The text of the heading that is open.
    heading: Option<Words>,
    /// Links that are open, as indices; an image may hold links.
    links: Vec<(usize, Words)>,
    html: Option<(String, Range<usize>)>,
}

impl Reader {
    fn step(&mut self, event: &Event<'_>, span: Range<usize>) {
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
                let is_word = |w: &&str| w.contains(char::is_alphanumeric);
                self.outline.words += text.split_whitespace().filter(is_word).count();
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
                    self.outline.anchors.entry(id.clone()).or_insert_with(|| id.clone());
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
                let id = footnotes::anchor(name);
                self.outline.anchors.insert(id.clone(), id);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if &**info == marks::FENCE => self.outline.marked.push(span),
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
        for token in tokens(html) {
            let Token::Open { name, attrs } = token else { continue };
            if elements::allowed(&name).is_none() {
                continue;
            }
            if let Some(id) = raw::id_of(&attrs)
                && let Some(page_id) = raw::page_id(id)
            {
                self.outline.anchors.insert(id.to_owned(), page_id);
            }
            let wanted = if name == "img" { ("src", LinkKind::Image) } else { ("href", LinkKind::Link) };
            if let Some((_, target)) = attrs.into_iter().find(|(key, _)| key == wanted.0) {
                self.add(target, wanted.1, Written::Html, span.clone());
            }
        }
    }
}

/// Says for each heading how far its text reaches.
fn part(headings: &mut [Heading], end: usize) {
    let mut next_own = end;
    // Those that follow, from the nearest to the last, each of a lower number than the one before it.
    let mut following: Vec<(u8, usize)> = Vec::new();
    for heading in headings.iter_mut().rev() {
        while following.last().is_some_and(|(level, _)| *level > heading.level) {
            following.pop();
        }
        let next = following.last().map_or(end, |(_, start)| *start);
        heading.content.end = next.max(heading.content.start);
        heading.own.end = next_own.max(heading.own.start);
        next_own = heading.span.start;
        following.push((heading.level, heading.span.start));
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, outline};
    use crate::markdown::LinkKind;

    #[test]
    fn headings_know_what_stands_below_them() {
        let source = "# T\nlead\n## A & b\none\n### C\ntwo\n## `D`\nthree\n> # no\n";
        let outline = outline(source);
        let facts: Vec<_> = outline
            .headings
            .iter()
            .map(|h| (h.level, &*h.text, &*h.id, &source[h.content.clone()], &source[h.own.clone()]))
            .collect();
        assert_eq!(facts[0], (1, "T", "t", &source[4..], "lead\n"));
        assert_eq!(facts[1], (2, "A & b", "a--b", "one\n### C\ntwo\n", "one\n"));
        assert_eq!(facts[2], (3, "C", "c", "two\n", "two\n"));
        assert_eq!(facts[3], (2, "D", "d", "three\n> # no\n", "three\n> # no\n"));
        assert_eq!(facts.len(), 4);
        assert!(outline.anchors.contains_key("no"));
    }

    #[test]
    fn every_form_of_link_is_found_with_its_place() {
        let source = "[a](x) ![b](y.png) [c][r] <https://e> <a@b.c> [[id#h|d]] https://f.g/h. <a href='z' id=k>t</a>\n\n\
                      [r]: https://ref\n\n<img\nsrc=w.png>\n\n[m](redact:role) `[[no]]`\n";
        let outline = outline(source);
        let links: Vec<_> = outline.links.iter().map(|l| (&*l.target, l.kind, &*l.text)).collect();
        assert_eq!(
            links,
            [
                ("x", LinkKind::Link, "a"),
                ("y.png", LinkKind::Image, "b"),
                ("https://ref", LinkKind::Link, "c"),
                ("https://e", LinkKind::Link, "https://e"),
                ("mailto:a@b.c", LinkKind::Link, "a@b.c"),
                ("id#h", LinkKind::Review, "d"),
                ("https://f.g/h", LinkKind::Link, "https://f.g/h"),
                ("z", LinkKind::Link, ""),
                ("w.png", LinkKind::Image, ""),
                ("redact:role", LinkKind::Redaction, "m"),
            ]
        );
        let spans: Vec<_> = outline.links.iter().map(|l| &source[l.span.clone()]).collect();
        assert_eq!(spans[2..7], ["[c][r]", "<https://e>", "<a@b.c>", "[[id#h|d]]", "https://f.g/h"]);
        assert_eq!(outline.links[8].written, Written::Html);
        assert_eq!(outline.anchors.get("k").map(String::as_str), Some("user-k"));
        assert!(outline.has_raw_html);
    }

    #[test]
    fn marked_blocks_are_read_through() {
        let source = "# One\n\n```redact\n## Two\n\n[a][r] and [[b]]\n```\n\n## Two\n\n[r]: x\n";
        let outline = outline(source);
        assert_eq!(outline.marked.len(), 1);
        assert_eq!(outline.links.len(), 2);
        assert_eq!(&source[outline.links[1].span.clone()], "[[b]]");
        assert_eq!(outline.headings.iter().map(|h| &*h.id).collect::<Vec<_>>(), ["one", "two-1"]);
    }

    #[test]
    fn words_are_counted_without_markup() {
        assert_eq!(outline("# One two\n\n- **three**, `four` - five\n").words, 5);
    }
}
