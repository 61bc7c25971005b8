//! One text or file under the eyes of the scanner: its views, and what was found in them so far.

use std::collections::BTreeMap;
use std::ops::Range;

use super::finding::Secret;
use super::normal::Normal;
use super::place::{Places, masked};
use super::seen::{self, Look, Seen};
use super::terms::Reach;
use super::views::{Attribute, Markup, View};
use super::{Finding, Origin, Scanner, Tier};

/// How far views lead: an encoding in an encoding in an encoding, inside markup inside markup.
const DEEPEST: u8 = 5;

/// What a name says by chance in bytes that were decoded on suspicion.
const CHANCE: usize = 5;

/// The view of a file as such.
const FILE: &str = "file";

/// What is said of a text that hides more than can be read.
const TOO_MUCH: &str = "more encodings inside one another than can be looked at";

/// What is asked of a view and of those inside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Depth {
    steps: u8,
    markup: Markup,
    /// Whether people read it as it is.
    prose: bool,
    asked: Asked,
    /// Whether it is a file of the finished site, and no text that somebody wrote.
    file: bool,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Known values, runs of words, and all detectors.
    All,
    /// Secrets alone: the words are our own.
    Secrets,
    /// Known values and runs of words: bytes that are no text.
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
    /// What is asked of a view, as a number: the same text is looked at once in each way.
    fn way(self, view: &View<'_>) -> u8 {
        let flags = [self.prose, self.file, self.markup == Markup::Xml, is_decoded(view)];
        let flags = flags.iter().fold(0, |way, flag| way << 1 | u8::from(*flag));
        flags << 2 | self.asked as u8
    }
}

/// Whether a view was decoded on suspicion, so that chance may make names in it.
fn is_decoded(view: &View<'_>) -> bool {
    matches!(view.name, "base64" | "hex" | "bytes")
}

/// A text with what was found in it.
pub(super) struct Sight<'s> {
    scanner: &'s Scanner,
    text: &'s str,
    begins: Origin,
    /// By rule and value, so that each is told once, where it is seen first.
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

impl<'s> Sight<'s> {
    pub(super) fn new(scanner: &'s Scanner, text: &'s str, begins: Origin) -> Self {
        Self { scanner, text, begins, found: BTreeMap::new(), seen: Seen::new(text.len()) }
    }

    /// The same, with a bound of its own on how much is looked at.
    #[cfg(test)]
    pub(super) fn granting(self, bytes: usize) -> Self {
        Self { seen: Seen::granting(bytes), ..self }
    }

    /// How many texts were looked at.
    #[cfg(test)]
    pub(super) fn looked_at(&self) -> usize {
        self.seen.count()
    }

    /// Looks at a view and at all views inside it.
    pub(super) fn view(&mut self, view: &View<'_>, depth: Depth) {
        match self.seen.look(&view.text, depth.way(view)) {
            Look::Yes => self.views(&[(view, depth)]),
            Look::Again => {}
            Look::TooMuch => self.wrong(seen::RULE, TOO_MUCH),
        }
    }

    /// Looks at views of one step, and then at what is new in those inside them: so each text is seen with as many steps
    /// before it as there can be.
    fn views(&mut self, views: &[(&View<'_>, Depth)]) {
        let mut next = Vec::new();
        for (view, depth) in views {
            match depth.asked {
                Asked::All => {
                    self.values(view, *depth);
                    self.detect(view, depth.prose);
                }
                Asked::Secrets => self.secrets(view),
                Asked::Values => self.values(view, *depth),
            }
            if depth.steps >= DEEPEST {
                continue;
            }
            for inner in view.inner(depth.markup) {
                // What stands inside markup is read; what was decoded is not.
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

    /// Known values and runs of words.
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
                let from = hit.pattern.known_from.clone();
                self.push(view, hit.pattern.rule, hit.pattern.tier, hit.range, from, None);
            }
        }
        for (run, letters) in self.scanner.shingles.stretches(&normal) {
            let range = normal.place(&view.text, &letters);
            self.push(view, "unapproved-text", Tier::Block, range, None, Some(run));
        }
    }

    /// Only what a detector of secrets sees.
    fn secrets(&mut self, view: &View<'_>) {
        for sighting in self.scanner.detectors.see(&view.text, false) {
            if super::detectors::is_secret(&sighting.rule) {
                self.push(view, &sighting.rule, sighting.tier, sighting.range, None, None);
            }
        }
    }

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

    /// What detectors whose rule is asked for see in one view.
    fn shapes(&mut self, view: &View<'_>, prose: bool, asked: fn(&str) -> bool) {
        for sighting in self.scanner.detectors.see(&view.text, prose) {
            if asked(&sighting.rule) {
                self.push(view, &sighting.rule, sighting.tier, sighting.range, None, None);
            }
        }
    }

    /// Asks what is only asked of text that people read.
    pub(super) fn prose(&mut self, view: &View<'_>) {
        self.detect(view, true);
    }

    /// Looks at where a link leads.
    pub(super) fn target(&mut self, target: &str, at: usize) {
        if let Some(rule) = self.scanner.detectors.target(target) {
            self.put(
                rule,
                target,
                Tier::Block,
                Found { tier: Tier::Block, at, view: "link", known_from: None, run: None },
            );
        }
    }

    /// Looks at an attribute that holds an address.
    pub(super) fn attribute(&mut self, attribute: &Attribute<'_>) {
        let name = attribute.name.to_ascii_lowercase();
        if super::detectors::URL_ATTRIBUTES.contains(&name.as_str())
            // The `data` of an element other than `object` is no address.
            && (name != "data" || attribute.element.eq_ignore_ascii_case("object"))
        {
            for one in attribute.value.split(if name == "srcset" { ',' } else { '\u{0}' }) {
                self.target(one.trim(), attribute.at);
            }
        }
    }

    /// What is wrong with the file as such.
    pub(super) fn wrong(&mut self, rule: &'static str, what: &str) {
        let tier = super::files::TIER;
        self.put(rule, what, tier, Found { tier, at: 0, view: FILE, known_from: None, run: None });
    }

    fn push(
        &mut self,
        view: &View<'_>,
        rule: &str,
        tier: Tier,
        range: Range<usize>,
        known_from: Option<Origin>,
        run: Option<u64>,
    ) {
        let at = view.source(range.start);
        let value = view.text.get(range).unwrap_or_default();
        self.put(rule, value, tier, Found { tier, at, view: view.name, known_from, run });
    }

    fn put(&mut self, rule: &str, value: &str, tier: Tier, found: Found) {
        debug_assert_eq!(tier, found.tier);
        self.found.entry((rule.to_owned(), value.to_owned())).or_insert(found);
    }

    /// Everything that was found, each with the run of words that gave it away, if one did.
    pub(super) fn findings(self) -> Vec<(Finding, Option<u64>)> {
        let mut lines = Places::new(self.text, &self.begins);
        let finding = |((rule, value), found): ((String, String), Found)| {
            let finding = Finding {
                tier: found.tier,
                at: lines.origin(found.at),
                rule,
                view: found.view.to_owned(),
                // What is wrong with a file is said in our own words.
                masked: if found.view == FILE { value.clone() } else { masked(&value) },
                known_from: found.known_from,
                value: Secret(value),
            };
            (finding, found.run)
        };
        self.found.into_iter().map(finding).collect()
    }

    /// Names views of the whole file by what stands at the place.
    pub(super) fn name_views(&mut self, mut name: impl FnMut(usize) -> &'static str) {
        for found in self.found.values_mut().filter(|found| found.view == "raw") {
            found.view = name(found.at);
        }
    }
}
