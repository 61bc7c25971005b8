//! Facts about a document, each with its place: headings, links, anchors, marks.

mod reader;
mod unread;

use std::collections::BTreeMap;
use std::ops::Range;

pub(super) use self::reader::Reader;
use super::LinkKind;
use super::events::Events;

/// What a document holds. All places are byte ranges of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The top-level headings, not those in quotes, lists and marks.
    pub headings: Vec<Heading>,
    /// All links, images and inline marks, in order.
    pub links: Vec<Link>,
    /// What may follow the `#` of a link to this document, and the id that it has on the page: the ids of all headings
    /// as they are, an author's own `<a id="x">` as `user.x`, footnotes (`fn-name`) as `fn.name`.
    pub anchors: BTreeMap<String, String>,
    /// The fences of marked blocks.
    pub marked: Vec<Range<usize>>,
    /// Blocks of code, in order: fenced, indented, or in `<pre>`. A marked block is none.
    pub code: Vec<Range<usize>>,
    /// HTML comments, in order.
    pub comments: Vec<Range<usize>>,
    /// True if there is any raw HTML, comments included.
    pub has_raw_html: bool,
    /// True if there is any visible letter or digit.
    pub has_words: bool,
}

/// A heading and the text below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as the author wrote it.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its id, the same as GitHub's; empty if the heading has no letter.
    pub id: String,
    /// The heading itself.
    pub span: Range<usize>,
    /// Everything below it, to the next heading of the same or a higher level.
    pub content: Range<usize>,
    /// The text directly below it, to the next heading of any level.
    pub own: Range<usize>,
}

/// A link, an image or an inline mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written: the address of the definition for a reference, with `mailto:` for an e-mail address.
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
    reader.finish(source.len())
}

/// Sets the ranges of text below each heading, in a document of `end` bytes.
fn set_ranges(headings: &mut [Heading], end: usize) {
    let mut next_own = end;
    // Later headings that can end a section, each of a lower level number than the one that comes before it in the
    // document.
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
    use crate::LinkKind;

    #[test]
    fn headings_have_the_text_below_them() {
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
        assert_eq!(outline.anchors.get("k").map(String::as_str), Some("user.k"));
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
    fn code_and_comments_have_their_places() {
        let source = "a\n\n```sh\nb\n```\n\n- c\n\n  ~~~\n  d\n  ~~~\n\n<!--\ne\n-->\n\nf <!-- g\nh --> i\n\n    j\n\n\
                      <details><pre>\nk\n</pre></details>\n\n```redact\nl\n```\n";
        let outline = outline(source);
        let texts = |spans: &[std::ops::Range<usize>]| -> Vec<_> {
            spans.iter().map(|span| source[span.clone()].trim().to_owned()).collect()
        };
        assert_eq!(texts(&outline.code), ["```sh\nb\n```", "~~~\n  d\n  ~~~", "j", "<pre>\nk\n</pre>"]);
        assert_eq!(texts(&outline.comments), ["<!--\ne\n-->", "<!-- g\nh -->"]);
    }

    #[test]
    fn markup_alone_is_no_words() {
        assert!(outline("---\n\n- `é`\n").has_words);
        assert!(!outline("---\n\n- **.**, -\n\n<!-- one -->\n").has_words);
    }
}
