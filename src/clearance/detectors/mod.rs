//! Detectors: find texts that look like something that must not be published.
//!
//! A detector is a row: an id, words of which a text must contain one, a pattern, and a test of what the pattern found.
//! One pass over a text searches for the words of all rows, another for the patterns of rows without words; most texts
//! need no third pass.

mod chat;
mod cloud;
mod columns;
mod commands;
mod examples;
mod hosts;
mod issued;
mod keys;
mod kubernetes;
mod listed;
mod machine_made;
mod mail;
mod meaning;
mod names;
mod network;
mod numbers;
mod pasted;
mod paths;
mod phones;
mod placeholder;
mod programs;
mod prompts;
mod row;
mod rules;
mod secrets;
mod sentences;
mod setting;
mod tags;
mod tickets;
mod typed;
mod urls;

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::{Regex, RegexSet, RegexSetBuilder};

pub(super) use self::meaning::looks_like;
use self::row::{Found, Row, alone, always};
use self::rules::{built_in, tables};
pub(super) use self::rules::{is_built_in, is_known_by_its_form, is_secret};
use self::setting::Setting;
pub(super) use self::urls::URL_ATTRIBUTES;
use super::{Policy, Tier};

/// A match of a detector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) rule: String,
    pub(super) tier: Tier,
    pub(super) range: Range<usize>,
}

/// A compiled row.
struct Detector {
    rule: String,
    tier: Tier,
    pattern: Regex,
    keep: fn(&Found<'_>) -> bool,
}

/// All compiled detectors.
pub(super) struct Detectors {
    setting: Setting,
    all: Vec<Detector>,
    words: Option<AhoCorasick>,
    /// For each word the detector that needs it.
    needed_by: Vec<usize>,
    /// The patterns of detectors without words.
    shapes: Option<RegexSet>,
    /// For each of these patterns its detector.
    shaped: Vec<usize>,
    /// The first of the policy's own rules, which are always asked, because their patterns may be of any size.
    own: usize,
}

/// The most memory for all patterns in one, in bytes. The lists of a policy may be long.
const SHAPES: usize = 1 << 27;

impl Detectors {
    /// The built-in detectors, those for the policy's lists, and the policy's own rules.
    pub(super) fn new(policy: &Policy) -> Self {
        let mut detectors = Vec::new();
        let (mut words, mut needed_by) = (Vec::new(), Vec::new());
        let (mut shapes, mut shaped) = (Vec::new(), Vec::new());
        for row in tables() {
            // A test of the tables finds patterns that do not compile.
            let Ok(pattern) = Regex::new(row.pattern) else { continue };
            for word in row.words {
                words.push(*word);
                needed_by.push(detectors.len());
            }
            if row.words.is_empty() {
                shapes.push(row.pattern.to_owned());
                shaped.push(detectors.len());
            }
            detectors.push(Detector { rule: row.id.to_owned(), tier: row.tier, pattern, keep: row.keep });
        }
        for (rule, pattern, keep) in listed::of_policy(policy) {
            let Ok(pattern) = Regex::new(&pattern) else { continue };
            shapes.push(pattern.as_str().to_owned());
            shaped.push(detectors.len());
            detectors.push(Detector { rule: rule.to_owned(), tier: Tier::Block, pattern, keep });
        }
        let words =
            AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(&words).ok();
        let own = detectors.len();
        for rule in &policy.rules {
            let pattern = rule.pattern.clone();
            detectors.push(Detector { rule: rule.id.clone(), tier: Tier::Block, pattern, keep: always });
        }
        Self {
            setting: Setting::of(policy),
            all: detectors,
            words,
            needed_by,
            shapes: RegexSetBuilder::new(shapes).size_limit(SHAPES).build().ok(),
            shaped,
            own,
        }
    }

    /// The ids of all rules.
    pub(super) fn rules(&self) -> Vec<String> {
        self.all.iter().map(|detector| detector.rule.clone()).chain(built_in().map(str::to_owned)).collect()
    }

    /// All matches in a text. Rules that do not block are applied to prose only.
    pub(super) fn see(&self, text: &str, prose: bool) -> Vec<Match> {
        let mut seen = Vec::new();
        for (detector, _) in self.all.iter().zip(self.asked(text)).filter(|(_, asked)| *asked) {
            if detector.tier == Tier::Block || prose {
                self.ask(detector, text, &mut seen);
            }
        }
        issued::see(text, &mut seen);
        kubernetes::see(text, &mut seen);
        columns::see(&self.setting, text, &mut seen);
        network::see(&self.setting, text, &mut seen);
        urls::see(&self.setting, text, &mut seen);
        without_overlaps(seen)
    }

    /// For each detector whether its words or its pattern are in the text. If all of them together are too large to be
    /// compiled, each is asked.
    fn asked(&self, text: &str) -> Vec<bool> {
        let mut asked = vec![false; self.all.len()];
        let mut ask = |n: Option<&usize>| {
            if let Some(asked) = n.and_then(|n| asked.get_mut(*n)) {
                *asked = true;
            }
        };
        match &self.words {
            Some(words) => {
                words.find_overlapping_iter(text).for_each(|found| ask(self.needed_by.get(found.pattern().as_usize())));
            }
            None => self.needed_by.iter().for_each(|n| ask(Some(n))),
        }
        match &self.shapes {
            Some(shapes) => shapes.matches(text).into_iter().for_each(|n| ask(self.shaped.get(n))),
            None => self.shaped.iter().for_each(|n| ask(Some(n))),
        }
        (self.own..self.all.len()).for_each(|n| ask(Some(&n)));
        asked
    }

    fn ask(&self, detector: &Detector, text: &str, seen: &mut Vec<Match>) {
        for captures in detector.pattern.captures_iter(text) {
            let Some(found) = captures.iter().skip(1).flatten().next().or_else(|| captures.get(0)) else { continue };
            let range = found.range();
            if (detector.keep)(&Found { setting: &self.setting, text, range: range.clone() }) {
                seen.push(Match { rule: detector.rule.clone(), tier: detector.tier, range });
            }
        }
    }

    /// The rule that forbids the target of a link, as a browser would read it.
    pub(super) fn target(&self, target: &str) -> Option<&'static str> {
        urls::target(&self.setting, target)
    }
}

/// Keeps one match for each secret: rules for the format of a secret come before rules for its context.
fn without_overlaps(seen: Vec<Match>) -> Vec<Match> {
    let pasted =
        |rule: &str| rule == issued::RULE || rule == kubernetes::RULE || pasted::ROWS.iter().any(|row| row.id == rule);
    let mut kept: Vec<Match> = Vec::with_capacity(seen.len());
    for found in seen {
        let overlaps = |other: &Match| {
            other.range.start < found.range.end
                && found.range.start < other.range.end
                && other.tier == Tier::Block
                && is_secret(&other.rule)
        };
        if !(pasted(&found.rule) && kept.iter().any(overlaps)) {
            kept.push(found);
        }
    }
    kept
}

/// The detectors of an empty policy, made once for all tests.
#[cfg(test)]
fn plain() -> &'static Detectors {
    static PLAIN: std::sync::LazyLock<Detectors> = std::sync::LazyLock::new(|| Detectors::new(&Policy::default()));
    &PLAIN
}

/// Whether a detector of secrets finds something in a text.
#[cfg(test)]
fn finds_secret(text: &str) -> bool {
    plain().see(text, false).iter().any(|found| found.rule.starts_with("secret-"))
}

#[cfg(test)]
mod tests;
