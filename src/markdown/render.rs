//! From events to HTML: each event of the document becomes events of the page, and those are written.
//!
//! This file holds what comes when; how a heading, a table or a link is written stands in the module of that name.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html::push_html};

use super::events::{Events, Step};
use super::footnotes::{Footnotes, Shown};
use super::headings::Levels;
use super::links::{self, Around};
use super::nesting::{Frame, Nesting};
use super::omit::Omit;
use super::raw::{Raw, Surroundings};
use super::tables::Tables;
use super::{Options, alerts, code::Code, headings, html, marks, plain, sanitize, tables};

/// Renders a whole document as the content of a page.
#[must_use]
pub fn to_html(source: &str, options: &Options<'_>) -> String {
    render(source, options, Lead::Document)
}

/// Renders one field. A text of one line is inline Markdown whatever it begins with, so that `# of errors rose` is
/// a sentence; a longer one is a document, of which a single paragraph loses its `<p>`.
#[must_use]
pub fn inline_html(text: &str, options: &Options<'_>) -> String {
    let text = text.trim();
    let html = if text.contains(['\n', '\r']) {
        render(text, options, Lead::Document)
    } else {
        render(&format!("{GUARD}{text}"), options, Lead::Guarded)
    };
    let html = html.trim();
    match html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("<p>") => inner.trim().to_owned(),
        _ => html.to_owned(),
    }
}

/// Stands before the text of one line, so that nothing in it begins a block. It is white space to emphasis, but
/// no indentation.
const GUARD: char = '\u{a0}';

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Document,
    /// With [`GUARD`], which is not to be shown.
    Guarded,
}

fn render(source: &str, options: &Options<'_>, lead: Lead) -> String {
    let mut page = Page::new(source, *options, lead);
    let mut html = String::with_capacity(source.len() + source.len() / 2);
    push_html(&mut html, &mut page);
    if page.raw.is_used() { sanitize::clean(&html, page.raw.ids()) } else { html }
}

/// Turns the events of a document into those of its page.
struct Page<'a, 'o> {
    source: &'a str,
    options: Options<'o>,
    steps: Events<'a>,
    /// The steps of a footnote, while one is written.
    note: VecDeque<Step<'a>>,
    out: VecDeque<Event<'a>>,
    lead: Lead,
    /// How many containers are open.
    depth: usize,
    /// What closes each link that is open.
    links: Vec<&'static str>,
    heading: Option<(u8, Option<CowStr<'a>>)>,
    levels: Levels,
    footnotes: Footnotes<'a>,
    tables: Tables,
    code: Code,
    raw: Raw,
    nesting: Nesting,
    omit: Omit,
}

impl<'a> Iterator for &mut Page<'a, '_> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        while self.out.is_empty() {
            if let Some((event, span)) = self.steps.next() {
                self.step(event, span);
            } else {
                self.end_notes();
                return self.out.pop_front();
            }
        }
        self.out.pop_front()
    }
}

impl<'a, 'o> Page<'a, 'o> {
    fn new(source: &'a str, options: Options<'o>, lead: Lead) -> Self {
        Self {
            source,
            options,
            steps: Events::new(source),
            note: VecDeque::new(),
            out: VecDeque::new(),
            lead,
            depth: 0,
            links: Vec::new(),
            heading: None,
            levels: Levels::new(options.base_heading),
            footnotes: Footnotes::default(),
            tables: Tables::default(),
            code: Code::default(),
            raw: Raw::default(),
            nesting: Nesting::default(),
            omit: Omit::new(options.omit),
        }
    }

    fn pull(&mut self) -> Option<Step<'a>> {
        self.note.pop_front().or_else(|| self.steps.next())
    }

    /// The steps up to the end that belongs to a start just read.
    fn inside(&mut self) -> VecDeque<Step<'a>> {
        let mut inside = VecDeque::new();
        let mut open = 0_usize;
        while let Some(step) = self.pull() {
            match step.0 {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                _ => {}
            }
            inside.push_back(step);
        }
        inside
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        let html = html.into();
        if !html.is_empty() {
            self.out.push_back(Event::Html(html));
        }
    }

    fn around(&self) -> Around {
        if self.links.is_empty() { self.raw.around() } else { Around::Link }
    }

    fn step(&mut self, event: Event<'a>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html),
            Event::Rule if self.depth == 0 && self.omit.covers(self.source, &span) => {}
            event => {
                let before = self.raw.before_content();
                self.html(before);
                match event {
                    Event::TaskListMarker(true) => {
                        self.html("<input type=\"checkbox\" disabled checked aria-label=\"done\"> ");
                    }
                    Event::TaskListMarker(false) => {
                        self.html("<input type=\"checkbox\" disabled aria-label=\"not done\"> ");
                    }
                    Event::FootnoteReference(name) => {
                        let html = self.footnotes.reference(&name, self.around());
                        self.html(html);
                    }
                    Event::Text(text) if self.lead == Lead::Guarded => {
                        self.lead = Lead::Document;
                        self.out.push_back(Event::Text(text.strip_prefix(GUARD).unwrap_or(&text).to_owned().into()));
                    }
                    event => self.out.push_back(event),
                }
            }
        }
    }

    fn raw_html(&mut self, html: &str) {
        let around = self.around();
        let (options, levels, depth) = (&self.options, &mut self.levels, self.depth);
        let html = self.raw.piece(html, Surroundings { options, levels, around, depth });
        self.html(html);
    }

    fn start(&mut self, tag: Tag<'a>, span: Range<usize>) {
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
        self.html(before);
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
            return self.out.push_back(Event::SoftBreak);
        }
        match tag {
            Tag::Heading { level, id, .. } => {
                let level = self.levels.next(number(level));
                self.html(headings::open(level, id.as_deref()));
                self.heading = Some((level, id));
            }
            Tag::BlockQuote(Some(kind)) => self.html(alerts::open(kind)),
            Tag::Table(alignments) => {
                let html = self.tables.open(alignments);
                self.html(html);
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
            tag => self.out.push_back(Event::Start(tag)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::Link {
            let close = self.links.pop().unwrap_or_default();
            let inside = self.raw.leave(self.depth);
            self.depth = self.depth.saturating_sub(1);
            self.html(inside);
            return self.html(close);
        }
        let inside = self.raw.leave(self.depth);
        self.html(inside);
        self.depth = self.depth.saturating_sub(1);
        if self.nesting.close(tag) == Frame::Flat {
            return;
        }
        match tag {
            TagEnd::Heading(_) => {
                let (level, id) = self.heading.take().unwrap_or((6, None));
                self.html(headings::close(level, id.as_deref()));
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
            tag => self.out.push_back(Event::End(tag)),
        }
    }

    /// Passes over a block, but for the footnotes in it, which other text may refer to.
    fn leave_out(&mut self) {
        let mut inside = self.inside();
        while let Some((event, _)) = inside.pop_front() {
            if let Event::Start(Tag::FootnoteDefinition(name)) = event {
                std::mem::swap(&mut self.note, &mut inside);
                let body = self.inside();
                std::mem::swap(&mut self.note, &mut inside);
                self.footnotes.define(&name, body, Shown::IfReferred);
            }
        }
    }

    fn html_block(&mut self) {
        let mut html = String::new();
        for (event, _) in self.inside() {
            if let Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) = event {
                html.push_str(&text);
            }
        }
        self.raw_html(&html);
        let end = self.raw.end_block(self.depth);
        self.html(end);
    }

    fn code(&mut self, kind: &CodeBlockKind<'a>) {
        let mut body = String::new();
        for (event, _) in self.inside() {
            if let Event::Text(text) = event {
                body.push_str(&text);
            }
        }
        let info = if let CodeBlockKind::Fenced(info) = kind { info } else { "" };
        let html = self.code.block(info, &body);
        self.html(html);
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let around = self.around();
        self.depth += 1;
        if let Some(role) = marks::role(target) {
            self.links.push("</mark>");
            return self.html(marks::open(role));
        }
        let target =
            if link_type == LinkType::Email { Cow::Owned(format!("mailto:{target}")) } else { Cow::Borrowed(target) };
        let mut attributes = String::new();
        if !title.is_empty() {
            html::attr(&mut attributes, "title", title);
        }
        match links::open(&self.options, &target, &attributes) {
            Some(open) if around == Around::Text => {
                self.links.push("</a>");
                self.html(open);
            }
            _ => self.links.push(""),
        }
    }

    fn review(&mut self, target: &str, has_text: bool) {
        let inside = self.inside();
        let text = plain::line(inside.iter().map(|(event, _)| event));
        let text = has_text.then_some(&*text);
        match links::review(&self.options, target, text) {
            Some(link) if self.around() == Around::Text => self.html(link),
            _ => {
                let written = text.map_or_else(|| format!("[[{target}]]"), |text| format!("[[{target}|{text}]]"));
                self.out.push_back(Event::Text(written.into()));
            }
        }
    }

    fn image(&mut self, target: &str, title: &str) {
        let inside = self.inside();
        let alt = plain::line(inside.iter().map(|(event, _)| event));
        if let Some(role) = marks::role(target) {
            return self.html(marks::open(role) + &crate::text::escape_html(&alt) + "</mark>");
        }
        let mut attributes = String::new();
        if !title.is_empty() {
            html::attr(&mut attributes, "title", title);
        }
        let html = links::image(&self.options, target, &alt, &attributes, self.around());
        self.html(html);
    }

    /// Closes what the author left open and writes the footnotes.
    fn end_notes(&mut self) {
        let open = self.raw.leave(0);
        let mut page = std::mem::take(&mut self.out);
        if !open.is_empty() {
            page.push_back(Event::Html(open.into()));
        }
        let mut bodies = Vec::new();
        // Not at the top: what is left out there is not left out of a note.
        self.depth = 1;
        while let Some(body) = self.footnotes.next_body() {
            self.note = body;
            while let Some((event, span)) = self.note.pop_front() {
                self.step(event, span);
            }
            let open = self.raw.leave(0);
            self.html(open);
            bodies.push(std::mem::take(&mut self.out));
        }
        self.footnotes.section(bodies, &mut page);
        self.out = page;
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
