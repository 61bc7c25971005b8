//! The events of a document, which all passes share: those of the parser with their places, changed as follows.
//!
//! * `[[id]]` and bare addresses become links ([`runs`](super::runs)).
//! * Every heading carries its id, so that the outline and the page cannot disagree.
//! * A code fence named `redact` becomes a container: the events of its content are between its start and its end.
//! * Tags that are not markup become text ([`pairs`](super::pairs)); a block of HTML that begins with one is read as
//!   Markdown.

use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, OffsetIter, Parser, Tag, TagEnd};

use super::definitions::Definitions;
use super::step::{Step, is_inline};
use super::tags::tokens;
use super::token::Token;
use super::unlinked::Unlinked;
use super::{dialect, elements, marks, runs, tags_as_text, words};
use base::text::Anchors;

/// Marks nested deeper than this stay code, to limit recursion.
const DEEPEST_MARK: usize = 4;

/// How deep blocks that look like HTML but are not may nest: each is parsed again, so the depth is limited.
const DEEPEST_BLOCK: usize = 8;

/// Inserted before a text so that nothing in it begins a block. Emphasis treats it as white space; it is not
/// indentation.
pub(super) const GUARD: char = '\u{a0}';

/// The most text events in a run; longer runs are cut, so that a document of only brackets does not take too much
/// memory.
const LONGEST_RUN: usize = 4_000;

/// The events of one document.
pub(super) struct Events<'a> {
    source: &'a str,
    parser: OffsetIter<'a, Definitions>,
    /// Read ahead from the parser, not yet changed.
    next: Option<Step<'a>>,
    /// Changed, not yet returned.
    ready: VecDeque<Step<'a>>,
    anchors: Anchors,
    unlinked: Unlinked,
    definitions: Option<Definitions>,
    /// How many marks are open around this text.
    marks: usize,
    /// How many blocks that look like HTML but are not are open.
    blocks: usize,
    /// The author's elements opened by blocks of HTML, which any later line may close.
    around: BTreeSet<String>,
}

impl<'a> Events<'a> {
    /// Reads `source` from its beginning.
    pub(super) fn new(source: &'a str) -> Self {
        Self::inside(source, None, Anchors::default())
    }

    fn inside(source: &'a str, definitions: Option<Definitions>, anchors: Anchors) -> Self {
        Self {
            source,
            parser: Parser::new_with_broken_link_callback(source, dialect(), definitions).into_offset_iter(),
            next: None,
            ready: VecDeque::new(),
            anchors,
            unlinked: Unlinked::default(),
            definitions: None,
            marks: 0,
            blocks: 0,
            around: BTreeSet::new(),
        }
    }

    fn pull(&mut self) -> Option<Step<'a>> {
        self.next.take().or_else(|| self.parser.next())
    }

    /// The run of text that begins with `first`, split at its links.
    fn text(&mut self, first: CowStr<'a>, span: Range<usize>) -> Step<'a> {
        let may_hold_address = || first.as_bytes().contains(&b':') && first.contains("://");
        // Most texts are a whole line of a paragraph: no text follows, so there is nothing to read ahead.
        let ends_line = matches!(self.source.as_bytes().get(span.end), None | Some(b'\n' | b'\r'));
        if ends_line && !may_hold_address() {
            return (Event::Text(first), span);
        }
        self.next = self.parser.next();
        let alone = !matches!(self.next, Some((Event::Text(_), _)));
        if alone && !may_hold_address() {
            return (Event::Text(first), span);
        }
        let mut pieces = vec![(first, span)];
        loop {
            match self.pull() {
                Some((Event::Text(text), span)) if pieces.len() < LONGEST_RUN => pieces.push((text, span)),
                other => break self.next = other,
            }
        }
        let mut steps = VecDeque::new();
        runs::split(self.source, pieces, &mut steps);
        let first = steps.pop_front().unwrap_or((Event::Text("".into()), 0..0));
        // Steps that are ready already belong to a heading that is being collected and come first.
        self.ready.extend(steps);
        first
    }

    /// One step with links found, before headings are given ids.
    fn step(&mut self) -> Option<Step<'a>> {
        let (event, span) = match self.ready.pop_front() {
            Some(step) => return Some(step),
            None => self.pull()?,
        };
        match &event {
            Event::Text(_) if self.unlinked.links > 0 || self.unlinked.code || self.unlinked.html > 0 => {}
            Event::Text(_) => {
                let Event::Text(text) = event else { return None };
                return Some(self.text(text, span));
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.unlinked.links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => self.unlinked.links = self.unlinked.links.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_)) => self.unlinked.code = true,
            Event::End(TagEnd::CodeBlock) => self.unlinked.code = false,
            Event::InlineHtml(html) => self.unlinked.html(html),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => {
                self.unlinked.html = 0;
            }
            _ => {}
        }
        Some((event, span))
    }

    /// A heading with its id; its content is put into `ready`.
    fn heading(&mut self, mut tag: Tag<'a>, span: Range<usize>) -> Step<'a> {
        let mut inside = VecDeque::new();
        while let Some(step) = self.step() {
            let ends = matches!(step.0, Event::End(TagEnd::Heading(_)));
            inside.push_back(step);
            if ends {
                break;
            }
        }
        let given = self.anchors.next(&words::line(inside.iter().map(|(event, _)| event)));
        if let Tag::Heading { id, .. } = &mut tag {
            *id = (!given.is_empty()).then(|| given.into());
        }
        // GitHub removes everything that looks like a tag from an id, so the id was made before this.
        tags_as_text::tags_as_text(&mut inside, &self.around);
        self.ready = inside;
        (Event::Start(tag), span)
    }

    /// Reads the rest of a line from its first tag on, and decides for every tag whether it is markup.
    fn line(&mut self, first: Step<'a>) -> Step<'a> {
        let mut line = VecDeque::from([first]);
        while let Some(step) = self.step() {
            let ends = match &step.0 {
                Event::Start(tag) => !is_inline(tag.to_end()),
                Event::End(tag) => !is_inline(*tag),
                _ => false,
            };
            if ends {
                self.next = Some(step);
                break;
            }
            line.push_back(step);
        }
        tags_as_text::tags_as_text(&mut line, &self.around);
        self.ready = line;
        self.ready.pop_front().unwrap_or((Event::Text("".into()), 0..0))
    }

    /// A block of HTML. If its first tag is not markup it is read as Markdown, or as code if it is a script.
    fn html_block(&mut self, span: Range<usize>) -> Step<'a> {
        let (mut body, mut place, mut inside) = (String::new(), None::<Range<usize>>, VecDeque::new());
        while let Some((event, at)) = self.pull() {
            let ends = matches!(event, Event::End(_));
            if let Event::Html(html) | Event::Text(html) = &event {
                body.push_str(html);
                place = Some(place.map_or(at.clone(), |p| p.start..at.end));
            }
            inside.push_back((event, at));
            if ends {
                break;
            }
        }
        let tokens = tokens(&body);
        let is_text = matches!(tokens.first(), Some(Token::Text(text)) if text.trim_start().starts_with('<'));
        if !is_text {
            for token in &tokens {
                if let Token::Open { name, .. } = token
                    && !matches!(elements::allowed(name), Some(elements::Class::Phrasing | elements::Class::Void))
                {
                    self.around.insert(name.clone());
                }
            }
            self.ready = inside;
            return (Event::Start(Tag::HtmlBlock), span);
        }
        if elements::is_program(&body) || self.blocks >= DEEPEST_BLOCK {
            self.ready.push_back((Event::Text(body.into()), span.clone()));
            self.ready.push_back((Event::End(TagEnd::CodeBlock), span.clone()));
            return (Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)), span);
        }
        let place = place.unwrap_or(span.clone());
        let lead = body.len() - body.trim_start_matches(' ').len();
        let guarded = format!("{GUARD}{}", &body[lead..]);
        let shift = GUARD.len_utf8();
        let exact = (self.source.get(place.clone()) == Some(&body)).then_some(place.start + lead);
        self.nested(&guarded, (self.marks, self.blocks + 1), &|at: Range<usize>| match exact {
            Some(start) => start + at.start.saturating_sub(shift)..start + at.end.saturating_sub(shift),
            None => span.clone(),
        });
        let guard = self.ready.iter_mut().find_map(|(event, _)| match event {
            Event::Text(text) if text.starts_with(GUARD) => Some(text),
            _ => None,
        });
        if let Some(text) = guard {
            *text = text[shift..].to_owned().into();
        }
        self.ready.pop_front().unwrap_or((Event::Text("".into()), 0..0))
    }

    /// Puts the events of a text inside this document into `ready`; `place` converts their places. `marks` and `blocks`
    /// are those open around the text.
    fn nested(&mut self, body: &str, (marks, blocks): (usize, usize), place: &dyn Fn(Range<usize>) -> Range<usize>) {
        let definitions = self.definitions.get_or_insert_with(|| Definitions::of(&self.parser)).clone();
        let anchors = std::mem::take(&mut self.anchors);
        let mut inner = Events { marks, blocks, ..Events::inside(body, Some(definitions), anchors) };
        for (event, at) in &mut inner {
            self.ready.push_back((event.into_static(), place(at)));
        }
        self.anchors = std::mem::take(&mut inner.anchors);
    }

    /// Puts the content of a marked fence into `ready`.
    fn marked(&mut self, span: &Range<usize>) {
        let (mut body, mut place, mut end) = (String::new(), None::<Range<usize>>, None);
        while let Some((event, at)) = self.pull() {
            match event {
                Event::Text(text) => {
                    body.push_str(&text);
                    place = Some(place.map_or(at.clone(), |p| p.start..at.end));
                }
                event => {
                    end = Some((event, at));
                    break;
                }
            }
        }
        self.unlinked.code = false;
        let place = place.unwrap_or(span.clone());
        let exact = self.source.get(place.clone()) == Some(&body);
        self.nested(&body, (self.marks + 1, 0), &|at: Range<usize>| {
            if exact { at.start + place.start..at.end + place.start } else { span.clone() }
        });
        self.ready.extend(end);
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        if let Some(step) = self.ready.pop_front() {
            return Some(step);
        }
        let (event, span) = self.step()?;
        match event {
            Event::Start(tag @ Tag::Heading { .. }) => Some(self.heading(tag, span)),
            Event::InlineHtml(_) => Some(self.line((event, span))),
            Event::Start(Tag::HtmlBlock) => Some(self.html_block(span)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if marks::is_mark(&info) && self.marks < DEEPEST_MARK =>
            {
                self.marked(&span);
                Some((Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(marks::FENCE.into()))), span))
            }
            // A fence that is nested too deep stays code.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if marks::is_mark(&info) => {
                Some((Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)), span))
            }
            event => Some((event, span)),
        }
    }
}
