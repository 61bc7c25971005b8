//! The scan of one text or file: its views, and the findings so far.

use std::collections::BTreeMap;
use std::ops::Range;

use super::finding::Secret;
use super::normal::Normal;
use super::place::{Places, masked};
use super::seen::{self, Look, Seen};
use super::terms::Reach;
use super::views::{Attribute, Markup, View};
use super::{Finding, Origin, Scanner, Tier};

/// The deepest nesting of views, such as an encoding inside another inside markup.
const DEEPEST: u8 = 5;

/// Shorter names may occur by chance in bytes that were decoded as a guess.
const CHANCE: usize = 5;

/// The view name for findings about a file itself.
const FILE: &str = "file";

/// The message for a text with too many nested encodings.
const TOO_MUCH: &str = "more encodings inside one another than can be looked at";

/// What is searched for in a view and in those inside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Depth {
    steps: u8,
    markup: Markup,
    /// Whether people read it in this form.
    prose: bool,
    asked: Asked,
    /// Whether it is a file of the finished site and not an author's text.
    file: bool,
}

/// What is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Known values, runs of words, and all detectors.
    All,
    /// Secrets only, for files with our own texts.
    Secrets,
    /// Known values and runs of words, for bytes that are not text.
    Values,
}

impl Depth {
    pub(super) fn of_markdown() -> Self {
        Self { steps: 0, markup: Markup::Html, prose: false, asked: Asked::All, file: false }
    }

    pub(super) fn of_words() -> Self {
        Self { prose: true, ..Self::of_markdown() }
    }

    pub(super) fn of_file(markup: Markup, asked: Asked) -> Self {
        Self { steps: 0, markup, prose: false, asked, file: true }
    }
}

impl Depth {
    /// What is searched for in a view, as a number: the same text is scanned once for each.
    fn way(self, view: &View<'_>) -> u8 {
        let flags = [self.prose, self.file, self.markup == Markup::Xml, is_decoded(view)];
        let flags = flags.iter().fold(0, |way, flag| way << 1 | u8::from(*flag));
        flags << 2 | self.asked as u8
    }
}

/// Whether a view was decoded as a guess, so that names may occur in it by chance.
fn is_decoded(view: &View<'_>) -> bool {
    matches!(view.name, "base64" | "hex" | "bytes")
}

/// A text and its findings.
pub(super) struct Scan<'s> {
    scanner: &'s Scanner,
    text: &'s str,
    begins: Origin,
    /// By rule and value, so that each is reported once, at its first place.
    found: BTreeMap<(String, String), Found>,
    seen: Seen,
}

struct Found {
    tier: Tier,
    at: usize,
    view: &'static str,
    known_from: Option<Origin>,
    run: Option<u64>,
}

impl Found {
    /// A part of a view.
    fn of(view: &View<'_>, tier: Tier, range: &Range<usize>) -> Self {
        Self { tier, at: view.source(range.start), view: view.name, known_from: None, run: None }
    }
}

impl<'s> Scan<'s> {
    pub(super) fn new(scanner: &'s Scanner, text: &'s str, begins: Origin) -> Self {
        Self { scanner, text, begins, found: BTreeMap::new(), seen: Seen::new(text.len()) }
    }

    /// The same with another limit on how much is scanned.
    #[cfg(test)]
    pub(super) fn granting(self, bytes: usize) -> Self {
        Self { seen: Seen::granting(bytes), ..self }
    }

    /// How many texts were scanned.
    #[cfg(test)]
    pub(super) fn looked_at(&self) -> usize {
        self.seen.count()
    }

    /// Scans a view and all views inside it.
    pub(super) fn view(&mut self, view: &View<'_>, depth: Depth) {
        match self.seen.look(&view.text, depth.way(view)) {
            Look::Yes => self.views(&[(view, depth)]),
            Look::Again => {}
            Look::TooMuch => self.wrong(seen::RULE, TOO_MUCH),
        }
    }

    /// Scans views of one depth, then the new ones inside them, so that each text is reached at its smallest depth.
    fn views(&mut self, views: &[(&View<'_>, Depth)]) {
        let mut next = Vec::new();
        for (view, depth) in views {
            match depth.asked {
                Asked::All => {
                    self.values(view, *depth);
                    self.detect(view, depth.prose);
                }
                Asked::Secrets => self.shapes(view, false, super::detectors::is_secret),
                Asked::Values => self.values(view, *depth),
            }
            if depth.steps >= DEEPEST {
                continue;
            }
            for inner in view.inner(depth.markup) {
                // Text inside markup is prose; decoded text is not.
                let prose = inner.name == "text" && depth.markup == Markup::Html && depth.steps == 0 && !depth.prose;
                // Markup inside the text of a feed is HTML.
                let depth = Depth { steps: depth.steps + 1, markup: Markup::Html, prose, ..*depth };
                match self.seen.look(&inner.text, depth.way(&inner)) {
                    Look::Yes => next.push((inner, depth)),
                    Look::Again => {}
                    Look::TooMuch => return self.wrong(seen::RULE, TOO_MUCH),
                }
            }
        }
        let next: Vec<_> = next.iter().map(|(view, depth)| (view, *depth)).collect();
        if !next.is_empty() {
            self.views(&next);
        }
    }

    /// Searches for known values and runs of words.
    fn values(&mut self, view: &View<'_>, depth: Depth) {
        let normal = Normal::of(&view.text);
        let decoded = is_decoded(view);
        let reach = match depth {
            Depth { file: true, .. } => Reach::File,
            _ if decoded => Reach::Hidden,
            _ => Reach::Written,
        };
        for hit in self.scanner.terms.find(&view.text, &normal, reach) {
            if !decoded || hit.range.len() >= CHANCE {
                let found = Found::of(view, hit.pattern.tier, &hit.range);
                let known_from = hit.pattern.known_from.clone();
                self.put(hit.pattern.rule, view.part(&hit.range), Found { known_from, ..found });
            }
        }
        for (run, letters) in self.scanner.shingles.stretches(&normal) {
            let range = normal.place(&view.text, &letters);
            let found = Found { run: Some(run), ..Found::of(view, Tier::Block, &range) };
            self.put("unapproved-text", view.part(&range), found);
        }
    }

    /// Searches with the detectors, also in the plain form of the view and in its pieces put together.
    fn detect(&mut self, view: &View<'_>, prose: bool) {
        self.shapes(view, prose, |_| true);
        if let Some(plain) = view.plain() {
            self.shapes(&plain, false, |_| true);
        }
        if let Some(joined) = view.joined() {
            self.shapes(&joined, false, super::detectors::is_secret);
        }
        if let Some(spliced) = view.spliced() {
            self.shapes(&spliced, false, super::detectors::is_known_by_its_form);
        }
    }

    /// Adds the matches of detectors in one view whose rule satisfies `asked`.
    fn shapes(&mut self, view: &View<'_>, prose: bool, asked: fn(&str) -> bool) {
        for found in self.scanner.detectors.see(&view.text, prose) {
            if asked(&found.rule) {
                self.put(&found.rule, view.part(&found.range), Found::of(view, found.tier, &found.range));
            }
        }
    }

    /// Applies the rules for text that people read.
    pub(super) fn prose(&mut self, view: &View<'_>) {
        self.detect(view, true);
    }

    /// Checks the target of a link.
    pub(super) fn target(&mut self, target: &str, at: usize) {
        if let Some(rule) = self.scanner.detectors.target(target) {
            self.put(rule, target, Found { tier: Tier::Block, at, view: "link", known_from: None, run: None });
        }
    }

    /// Checks an attribute that contains an address.
    pub(super) fn attribute(&mut self, attribute: &Attribute<'_>) {
        let name = attribute.name.to_ascii_lowercase();
        if super::detectors::URL_ATTRIBUTES.contains(&name.as_str())
            // Only the `data` attribute of `object` is an address.
            && (name != "data" || attribute.element.eq_ignore_ascii_case("object"))
        {
            for one in attribute.value.split(if name == "srcset" { ',' } else { '\u{0}' }) {
                self.target(one.trim(), attribute.at);
            }
        }
    }

    /// Adds a finding about the file itself.
    pub(super) fn wrong(&mut self, rule: &'static str, what: &str) {
        self.put(rule, what, Found { tier: Tier::Block, at: 0, view: FILE, known_from: None, run: None });
    }

    fn put(&mut self, rule: &str, value: &str, found: Found) {
        self.found.entry((rule.to_owned(), value.to_owned())).or_insert(found);
    }

    /// All findings, each with the run of words that it is based on, if any.
    pub(super) fn findings(self) -> Vec<(Finding, Option<u64>)> {
        let mut lines = Places::new(self.text, &self.begins);
        let finding = |((rule, value), found): ((String, String), Found)| {
            let finding = Finding {
                tier: found.tier,
                at: lines.origin(found.at),
                rule,
                view: found.view.to_owned(),
                // A finding about a file has a description instead of a value.
                masked: if found.view == FILE { value.clone() } else { masked(&value) },
                known_from: found.known_from,
                value: Secret(value),
            };
            (finding, found.run)
        };
        self.found.into_iter().map(finding).collect()
    }

    /// Renames findings in the whole file by the kind of text at their place.
    pub(super) fn name_views(&mut self, mut name: impl FnMut(usize) -> &'static str) {
        for found in self.found.values_mut().filter(|found| found.view == "raw") {
            found.view = name(found.at);
        }
    }
}
