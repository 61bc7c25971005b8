//! From events to HTML.
//!
//! This file holds the stream and its state; [`containers`] renders elements with content, [`leaves`] those written at
//! once, [`notes`] the footnotes, and [`writer`] collects the HTML. Headings, tables and links have modules of their
//! own.

mod containers;
mod leaves;
mod notes;
mod writer;

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::code::Code;
use super::events::{Events, GUARD};
use super::footnotes::Footnotes;
use super::headings::Levels;
use super::links::Around;
use super::nesting::Nesting;
use super::omit::Omit;
use super::raw::{Raw, Surroundings};
use super::simple::Simple;
use super::step::Step;
use super::tables::Tables;
use super::{Options, sanitize};
use writer::Writer;

/// Renders a whole document as the content of a page.
#[must_use]
pub fn to_html(source: &str, options: &Options<'_>) -> String {
    render(source, options, Lead::Document)
}

/// Renders one field. A text of one line is inline Markdown whatever it begins with, so that `# of errors rose` is
/// a sentence; a longer one is a document; if that is a single paragraph, it is written without `<p>`.
#[must_use]
pub fn inline_html(text: &str, options: &Options<'_>) -> String {
    let text = text.trim();
    Simple::new(text).map_or_else(|| parsed_inline(text, options), Simple::html)
}

/// The same for a text in which there may be markup.
pub(super) fn parsed_inline(text: &str, options: &Options<'_>) -> String {
    let html = if text.contains(['\n', '\r']) {
        render(text, options, Lead::Document)
    } else {
        render(&format!("{GUARD}{text}"), options, Lead::Guarded)
    };
    let html = html.trim();
    match html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("</p>") => inner.trim().to_owned(),
        _ => html.to_owned(),
    }
}

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    Document,
    /// With [`GUARD`], which must not be shown.
    Guarded,
}

fn render(source: &str, options: &Options<'_>, lead: Lead) -> String {
    let mut page = Page::new(source, *options, lead);
    while let Some((event, span)) = page.steps.next() {
        page.step(event, span);
    }
    page.end_notes();
    let html = page.out.finish();
    if page.raw.is_used() { sanitize::clean(&html, page.raw.ids(), options) } else { html }
}

/// A link that is open.
#[derive(Default)]
struct OpenLink {
    close: &'static str,
    /// An address that must not be a link, and where its text begins. It is shown after the text, unless both are the
    /// same.
    address: Option<(usize, String)>,
}

/// The state of rendering a document.
struct Page<'a, 'o> {
    source: &'a str,
    options: Options<'o>,
    steps: Events<'a>,
    /// The steps of a footnote, while one is written.
    note: VecDeque<Step<'a>>,
    out: Writer,
    lead: Lead,
    /// How many containers are open.
    depth: usize,
    /// The links that are open.
    links: Vec<OpenLink>,
    heading: Option<(u8, Option<CowStr<'a>>)>,
    levels: Levels,
    footnotes: Footnotes<'a>,
    tables: Tables,
    code: Code,
    raw: Raw,
    nesting: Nesting,
    omit: Omit,
}

impl<'a, 'o> Page<'a, 'o> {
    fn new(source: &'a str, options: Options<'o>, lead: Lead) -> Self {
        Self {
            source,
            options,
            steps: Events::new(source),
            note: VecDeque::new(),
            out: Writer::with_capacity(source.len() + source.len() / 2),
            lead,
            depth: 0,
            links: Vec::new(),
            heading: None,
            levels: Levels::new(options.base_heading),
            footnotes: Footnotes::new(options.ids),
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

    /// The steps up to the end of the element whose start was just read.
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

    fn html(&mut self, html: &str) {
        self.out.html(html);
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
                self.html(&before);
                self.leaf(event);
            }
        }
    }

    fn leaf(&mut self, event: Event<'a>) {
        match event {
            Event::Text(text) if self.lead == Lead::Guarded => {
                self.lead = Lead::Document;
                self.out.text(text.strip_prefix(GUARD).unwrap_or(&text));
            }
            Event::Text(text) => self.out.text(&text),
            Event::Code(code) => self.out.code(&code),
            Event::SoftBreak => self.html("\n"),
            Event::HardBreak => self.html("<br />\n"),
            Event::Rule => self.out.rule(),
            Event::TaskListMarker(true) => {
                self.html("<input type=\"checkbox\" disabled checked aria-label=\"done\"> ");
            }
            Event::TaskListMarker(false) => {
                self.html("<input type=\"checkbox\" disabled aria-label=\"not done\"> ");
            }
            Event::FootnoteReference(name) => {
                let html = self.footnotes.reference(&name, self.around());
                self.html(&html);
            }
            // The dialect has no other leaves; starts, ends and HTML are handled elsewhere.
            _ => {}
        }
    }

    fn raw_html(&mut self, html: &str) {
        let around = self.around();
        let (options, levels, depth) = (&self.options, &mut self.levels, self.depth);
        let html = self.raw.piece(html, Surroundings { options, levels, around, depth });
        self.html(&html);
    }
}
