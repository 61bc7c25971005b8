//! Detectors: texts that look like something that must not leave, whoever wrote them.
//!
//! A detector is a row: an id, what must stand in a text for it to be asked at all, a pattern, and a test of what the pattern
//! found. One pass over a text asks for all the words that rows need, one more for all shapes; most texts need no third.

mod beginnings;
mod chat;
mod cloud;
mod examples;
mod hosts;
mod issued;
mod keys;
mod mail;
mod meaning;
mod network;
mod numbers;
mod pasted;
mod paths;
mod placeholder;
mod secrets;
mod setting;
mod urls;

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::{Regex, RegexSet};

pub(super) use self::meaning::looks_like;
use self::setting::Setting;
pub(super) use self::urls::URL_ATTRIBUTES;
use super::{Policy, Tier, Why};

/// Rules that are no rows.
const OTHER_RULES: [&str; 9] = [
    "domain",
    "url-host",
    "userinfo",
    "scheme",
    "ticket-id",
    "unapproved-text",
    "search-term",
    "file-type",
    "metadata",
];

/// A row of a table of detectors.
struct Row {
    id: &'static str,
    tier: Tier,
    /// One of these, in any case; where there is none, the pattern itself is the shape that is looked for first.
    words: &'static [&'static str],
    /// Where it has a group, that is the value.
    pattern: &'static str,
    keep: fn(&Found<'_>) -> bool,
}

/// What a pattern found.
struct Found<'t> {
    setting: &'t Setting,
    text: &'t str,
    range: Range<usize>,
}

impl<'t> Found<'t> {
    fn value(&self) -> &'t str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    fn before(&self) -> Option<char> {
        self.text.get(..self.range.start)?.chars().next_back()
    }

    fn after(&self) -> Option<char> {
        self.text.get(self.range.end..)?.chars().next()
    }

    /// Whether it stands by itself, and not inside a longer word or number.
    fn is_alone(&self) -> bool {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !joins(self.before()) && !joins(self.after())
    }
}

/// Keeps all.
fn always(_: &Found<'_>) -> bool {
    true
}

/// Keeps what stands by itself.
fn alone(found: &Found<'_>) -> bool {
    found.is_alone()
}

/// A hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sighting {
    pub(super) rule: String,
    pub(super) tier: Tier,
    pub(super) range: Range<usize>,
}

/// A row, ready.
struct Detector {
    rule: String,
    tier: Tier,
    pattern: Regex,
    keep: fn(&Found<'_>) -> bool,
}

/// All detectors, ready.
pub(super) struct Detectors {
    setting: Setting,
    all: Vec<Detector>,
    words: Option<AhoCorasick>,
    /// For each of the words the detector that needs it.
    needed_by: Vec<usize>,
    shapes: Option<RegexSet>,
    shaped: Vec<usize>,
}

fn tables() -> impl Iterator<Item = &'static Row> {
    [
        mail::ROWS,
        network::ROWS,
        hosts::ROWS,
        cloud::ROWS,
        chat::ROWS,
        numbers::ROWS,
        paths::ROWS,
        keys::ROWS,
        secrets::ROWS,
        pasted::ROWS,
    ]
    .into_iter()
    .flatten()
}

/// Whether a rule looks for secrets: keys, tokens, passwords.
pub(super) fn is_secret(id: &str) -> bool {
    id == issued::RULE || [keys::ROWS, secrets::ROWS, pasted::ROWS].into_iter().flatten().any(|row| row.id == id)
}

/// The ids of the rules that every policy has.
fn built_in() -> impl Iterator<Item = &'static str> {
    let kinds = [
        Why::Person,
        Why::Handle,
        Why::Host,
        Why::Service,
        Why::Customer,
        Why::Codename,
        Why::Vendor,
        Why::Ticket,
        Why::Channel,
        Why::Address,
        Why::Title,
        Why::FileName,
        Why::Marked,
        Why::Comment,
    ];
    OTHER_RULES.into_iter().chain(kinds.map(Why::rule)).chain(tables().map(|row| row.id))
}

/// Whether a rule of ours has this id.
pub(super) fn is_built_in(id: &str) -> bool {
    built_in().any(|rule| rule == id)
}

impl Detectors {
    /// Ours, those that the policy's lists ask for, and the policy's own rules.
    pub(super) fn new(policy: &Policy) -> Self {
        let mut detectors = Vec::new();
        let (mut words, mut needed_by) = (Vec::new(), Vec::new());
        let (mut shapes, mut shaped) = (Vec::new(), Vec::new());
        for row in tables() {
            // A pattern that does not compile is found by the test of its table.
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
        for (rule, pattern, keep) in setting::of_policy(policy) {
            let Ok(pattern) = Regex::new(&pattern) else { continue };
            shapes.push(pattern.as_str().to_owned());
            shaped.push(detectors.len());
            detectors.push(Detector { rule: rule.to_owned(), tier: Tier::Block, pattern, keep });
        }
        let words =
            AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(&words).ok();
        // Own rules are asked by themselves: their patterns may be of any size.
        for rule in &policy.rules {
            let pattern = rule.pattern.clone();
            detectors.push(Detector { rule: rule.id.clone(), tier: Tier::Block, pattern, keep: always });
        }
        Self {
            setting: Setting::of(policy),
            all: detectors,
            words,
            needed_by,
            shapes: RegexSet::new(shapes).ok(),
            shaped,
        }
    }

    /// The ids of all rules.
    pub(super) fn rules(&self) -> Vec<String> {
        self.all.iter().map(|detector| detector.rule.clone()).chain(built_in().map(str::to_owned)).collect()
    }

    /// Everything that is seen in a text. Only prose is asked for what is shown to a person and blocks nothing.
    pub(super) fn see(&self, text: &str, prose: bool) -> Vec<Sighting> {
        let mut asked = BTreeSet::new();
        let mut addresses = false;
        if let Some(words) = &self.words {
            let mut open = vec![true; self.all.len()];
            for found in words.find_overlapping_iter(text) {
                let Some(n) = self.needed_by.get(found.pattern().as_usize()) else { continue };
                if let Some(open) = open.get_mut(*n)
                    && std::mem::take(open)
                {
                    asked.insert(*n);
                }
            }
        }
        addresses |= text.contains("://");
        if let Some(shapes) = &self.shapes {
            asked.extend(shapes.matches(text).into_iter().filter_map(|n| self.shaped.get(n)));
        }
        let own = self.needed_by.iter().chain(&self.shaped).max().map_or(0, |last| last + 1);
        asked.extend(own..self.all.len());
        let mut seen = Vec::new();
        for detector in asked.into_iter().filter_map(|n| self.all.get(n)) {
            if detector.tier == Tier::Block || prose {
                self.ask(detector, text, &mut seen);
            }
        }
        issued::see(text, &mut seen);
        if addresses {
            urls::see(&self.setting, text, &mut seen);
        }
        told_by_one(seen)
    }

    fn ask(&self, detector: &Detector, text: &str, seen: &mut Vec<Sighting>) {
        for captures in detector.pattern.captures_iter(text) {
            let Some(found) = captures.iter().skip(1).flatten().next().or_else(|| captures.get(0)) else { continue };
            let range = found.range();
            if (detector.keep)(&Found { setting: &self.setting, text, range: range.clone() }) {
                seen.push(Sighting { rule: detector.rule.clone(), tier: detector.tier, range });
            }
        }
    }

    /// What is wrong with the target of a link, as a browser would read it.
    pub(super) fn target(&self, target: &str) -> Option<&'static str> {
        urls::target(&self.setting, target)
    }
}

/// One secret is told by one rule: by that of its form rather than by that of how it was pasted.
fn told_by_one(seen: Vec<Sighting>) -> Vec<Sighting> {
    let pasted = |rule: &str| rule == issued::RULE || pasted::ROWS.iter().any(|row| row.id == rule);
    let mut kept: Vec<Sighting> = Vec::with_capacity(seen.len());
    for sighting in seen {
        let overlaps = |other: &Sighting| {
            other.tier == Tier::Block
                && is_secret(&other.rule)
                && other.range.start < sighting.range.end
                && sighting.range.start < other.range.end
        };
        if !(pasted(&sighting.rule) && kept.iter().any(overlaps)) {
            kept.push(sighting);
        }
    }
    kept
}

/// Those of an empty policy, made once for all tests.
#[cfg(test)]
fn plain() -> &'static Detectors {
    static PLAIN: std::sync::LazyLock<Detectors> = std::sync::LazyLock::new(|| Detectors::new(&Policy::default()));
    &PLAIN
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use regex::Regex;

    use super::{is_built_in, plain, tables};

    #[test]
    fn every_pattern_compiles_and_has_an_id_of_its_own() {
        let mut ids = BTreeSet::new();
        for row in tables() {
            assert!(Regex::new(row.pattern).is_ok(), "{}: {}", row.id, row.pattern);
            assert!(Regex::new(row.pattern).is_ok_and(|p| !p.is_match("")), "{}", row.id);
            ids.insert(row.id);
        }
        assert!(ids.len() > 80 && is_built_in("ipv4") && is_built_in("person") && !is_built_in("build-agent"));
    }

    /// What published postmortems are full of.
    #[test]
    fn what_may_leave_is_not_seen() {
        for text in [
            "1700000000123, 1772445600000 and 1700000000",
            "CVE-2021-44228, RFC 9110, ISO-8601, UTF-8, SHA-256, TLS 1.3, HTTP/2",
            "192.0.2.1, 198.51.100.7, 203.0.113.255, 2001:db8::1, 127.0.0.1, 0.0.0.0, ::1",
            "https://example.com/status and http://www.w3.org/2005/Atom",
            "ops@example.com",
            "v1.2.3, v1.2.3.4, 10.15.7, Chrome 120.0.6099.109, 1.25.11-gke.1700",
            "We will say more. Mark the date: 2026-03-02, 14:05:09, 2026-03-02T14:05:09+01:00.",
            "9fceb02d0ae598e95dc970b74767f19372d61af8 and 9fceb02",
            "It took 1h 25m 30s, from 10:20 to 11:45, 99.95 %, p99 < 200 ms, +15 %, +1,500 requests, +10 000 000 rows",
            "12,345,678 rows, $1,234,567.89, EUR 12.50, 4 000 000 000 events",
            "std::vector, a::before, fe80, dead:beef, 12:30:45, 1:2:3",
            "us-east-1, eu-west-2b, node-3, mid-2024, db-prod",
            "/home, /users/, /usr/local/bin, ~/.config",
            "Order 1234-5678-9012-3456 and ticket 123456789012 of 123-456-7890",
            "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "password rotation, secret: rotated, token expired, api_key",
            "@media (min-width: 40em) { a { color: #abcdef } }",
        ] {
            let seen = plain().see(text, false);
            assert!(seen.is_empty(), "{text}: {seen:?}");
        }
    }
}
