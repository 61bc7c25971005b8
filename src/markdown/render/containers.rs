//! Renders elements with content: paragraphs, headings, lists, quotes, tables, links.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, LinkType, Tag, TagEnd};

use super::Page;
use crate::footnotes::Shown;
use crate::nesting::Frame;
use crate::{alerts, headings, marks, tables};

impl<'a> Page<'a, '_> {
    pub(super) fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
        let omitted = self.depth == 0 && self.omit.covers(self.source, &span);
        if let Tag::FootnoteDefinition(name) = tag {
            let body = self.inside();
            let shown = if omitted { Shown::IfReferred } else { Shown::Always };
            return self.footnotes.define(&name, body, shown);
        }
        if omitted {
            return self.leave_out();
        }
        if tag == Tag::HtmlBlock {
            return self.html_block();
        }
        let before = self.raw.before_content();
        self.html(&before);
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if &*info == marks::FENCE => {
                self.depth += 1;
                self.html("\n<div class=\"redact\">\n");
            }
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title),
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                self.review(&dest_url, has_pothole);
            }
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title),
            tag => {
                self.depth += 1;
                self.container(tag);
            }
        }
    }

    fn container(&mut self, tag: Tag<'a>) {
        if self.nesting.open(&tag) == Frame::Flat {
            return self.html("\n");
        }
        match tag {
            Tag::Heading { level, id, .. } => {
                let level = self.levels.next(number(level));
                let id = id.zip(self.options.ids).map(
                    |(id, ids)| {
                        if ids.is_empty() { id } else { format!("{ids}{id}").into() }
                    },
                );
                self.html(&headings::open(level, id.as_deref()));
                self.heading = Some((level, id));
            }
            Tag::BlockQuote(Some(kind)) => self.html(&alerts::open(kind)),
            Tag::Table(alignments) => {
                let html = self.tables.open(alignments);
                self.html(&html);
            }
            Tag::TableHead => {
                let html = self.tables.head();
                self.html(html);
            }
            Tag::TableRow => {
                let html = self.tables.row();
                self.html(html);
            }
            Tag::TableCell => {
                let html = self.tables.cell();
                self.html(html);
            }
            tag => self.out.open(&tag),
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::Link {
            let link = self.links.pop().unwrap_or_default();
            let inside = self.raw.leave(self.depth);
            self.depth = self.depth.saturating_sub(1);
            self.html(&inside);
            if let Some((from, address)) = &link.address {
                self.out.in_brackets(*from, address);
            }
            return self.html(link.close);
        }
        let inside = self.raw.leave(self.depth);
        self.html(&inside);
        self.depth = self.depth.saturating_sub(1);
        if self.nesting.close(tag) == Frame::Flat {
            return;
        }
        match tag {
            TagEnd::Heading(_) => {
                let (level, id) = self.heading.take().unwrap_or((6, None));
                self.html(&headings::close(level, id.as_deref()));
            }
            TagEnd::BlockQuote(Some(_)) => self.html(alerts::CLOSE),
            TagEnd::CodeBlock => self.html("</div>\n"),
            TagEnd::Table => self.html(tables::CLOSE),
            TagEnd::TableHead => {
                let html = self.tables.head_end();
                self.html(html);
            }
            TagEnd::TableRow => self.html("</tr>"),
            TagEnd::TableCell => {
                let html = self.tables.cell_end();
                self.html(html);
            }
            tag => self.out.close(tag),
        }
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
