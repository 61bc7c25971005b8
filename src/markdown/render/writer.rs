//! The HTML written so far, and the simple elements of Markdown.
//!
//! The parser's crate has its own writer for events. About half of our HTML does not come from its events, and boxing
//! and queueing it as events took a third of the rendering time.

use pulldown_cmark::{Tag, TagEnd};

use base::text::push_escaped_text;

/// HTML that is being written.
#[derive(Debug)]
pub(super) struct Writer {
    html: String,
    /// Whether the output is at the beginning of a line.
    fresh: bool,
}

impl Writer {
    /// An empty page with room for `bytes` bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { html: String::with_capacity(bytes), fresh: true }
    }

    /// An empty part that will follow other text on its line.
    pub(super) fn inside() -> Self {
        Self { html: String::new(), fresh: false }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.html
    }

    /// Appends HTML.
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

    /// Appends words in brackets, unless the output from `from` on is the same words.
    pub(super) fn in_brackets(&mut self, from: usize, words: &str) {
        let words = base::text::escape_html(words);
        match self.html.get(from..) {
            Some(written) if written == words => {}
            Some("") => self.html(&words),
            _ => self.html(&format!(" ({words})")),
        }
    }

    /// Appends text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        push_escaped_text(&mut self.html, text);
        self.fresh = ends_line(text);
    }

    /// Appends inline code.
    pub(super) fn code(&mut self, code: &str) {
        self.html("<code>");
        self.text(code);
        self.html("</code>");
    }

    /// Appends a rule.
    pub(super) fn rule(&mut self) {
        self.block("<hr />\n");
    }

    /// Appends a tag at the beginning of a line.
    fn block(&mut self, tag: &str) {
        if !self.fresh {
            self.html.push('\n');
        }
        self.html(tag);
    }

    /// Writes the opening tag of a container as in CommonMark; nothing for any other tag.
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

    /// Writes the closing tag of such a container.
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
