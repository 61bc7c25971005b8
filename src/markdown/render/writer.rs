//! The page as far as it is written, and how the plain parts of Markdown look on it.
//!
//! The parser's crate has a writer of its own, for events; half of what stands on our pages is no event of the parser, and
//! to be one each piece would be boxed and queued, which took a third of the time of rendering.

use pulldown_cmark::{Tag, TagEnd};

use base::text::push_escaped_text;

/// HTML that is being written.
#[derive(Debug)]
pub(super) struct Writer {
    html: String,
    /// Whether a block that begins now stands on a line of its own.
    fresh: bool,
}

impl Writer {
    /// Room for a page made from as many bytes of Markdown.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), fresh: true }
    }

    /// A part that will stand behind something else on its line.
    pub(super) fn inside() -> Self {
        Self { html: String::new(), fresh: false }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.html
    }

    /// Finished HTML.
    pub(super) fn html(&mut self, html: &str) {
        if !html.is_empty() {
            self.html.push_str(html);
            self.fresh = ends_line(html);
        }
    }

    /// How much is written.
    pub(super) fn len(&self) -> usize {
        self.html.len()
    }

    /// Words in brackets, unless what was written last, from `from` on, are the same words.
    pub(super) fn in_brackets(&mut self, from: usize, words: &str) {
        let words = base::text::escape_html(words);
        match self.html.get(from..) {
            Some(written) if written == words => {}
            Some("") => self.html(&words),
            _ => self.html(&format!(" ({words})")),
        }
    }

    /// Words.
    pub(super) fn text(&mut self, text: &str) {
        push_escaped_text(&mut self.html, text);
        self.fresh = ends_line(text);
    }

    /// Code in a line.
    pub(super) fn code(&mut self, code: &str) {
        self.html("<code>");
        self.text(code);
        self.html("</code>");
    }

    /// A line between two blocks.
    pub(super) fn rule(&mut self) {
        self.block("<hr />\n");
    }

    /// A tag that begins a line.
    fn block(&mut self, tag: &str) {
        if !self.fresh {
            self.html.push('\n');
        }
        self.html(tag);
    }

    /// What opens a container that looks as CommonMark has it; nothing for every other tag.
    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::BlockQuote(_) => self.block("<blockquote>\n"),
            Tag::List(None) => self.block("<ul>\n"),
            Tag::List(Some(1)) => self.block("<ol>\n"),
            Tag::List(Some(start)) => self.block(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.block("<li>"),
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            _ => {}
        }
    }

    /// What closes it.
    pub(super) fn close(&mut self, tag: TagEnd) {
        self.html(match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            _ => "",
        });
    }
}

fn ends_line(text: &str) -> bool {
    text.as_bytes().last() == Some(&b'\n')
}
