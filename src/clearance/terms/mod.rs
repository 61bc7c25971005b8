//! Every value that must not be published, as one automaton over folded letters.
//!
//! ```text
//! gather     policy, taint        -> patterns      each value in all its forms
//!   people     a name             -> patterns      parts, initials, titles, mail spelling (`spelling`, `declined`, `han`)
//!   companies  a name             -> patterns      without `GmbH`; uncommon words
//!   hosts      a name             -> patterns      similar names that differ in a number
//! find       text, folded         -> hits          `form` has the conditions, `context` checks the text around
//!   nearly     the same           -> hits          long names with one wrong letter
//! ```

mod companies;
mod context;
mod declined;
mod form;
mod gather;
mod han;
mod hosts;
mod nearly;
mod pattern;
mod people;
mod spelling;
#[cfg(test)]
mod tests;

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use self::form::Bound;
use self::nearly::Nearly;
use self::pattern::Pattern;
use super::normal::{Edge, Normal};
use super::{Origin, Policy, Taint, Tier};

/// The kind of text that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// A text as written or as shown: everything is searched for.
    Written,
    /// Bytes that may be a text, decoded as a guess: names with typing errors are not searched for.
    Hidden,
    /// A file of the finished site, whose texts were all scanned before. Values that pages may contain in any case are
    /// not searched for: names that are common words, given names, texts of templates.
    File,
}

/// All values.
pub(super) struct Terms {
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
    /// For each pattern whether finished pages contain it in any case.
    expected: Vec<bool>,
    nearly: Nearly,
}

/// Where a value was found.
pub(super) struct Hit<'t> {
    pub(super) pattern: &'t Pattern,
    /// Its range in the text.
    pub(super) range: Range<usize>,
}

impl Terms {
    /// Collects the values of the policy and of the library. Values that are too long are added to `texts`.
    pub(super) fn new(policy: &Policy, taint: &Taint, texts: &mut Vec<(String, Origin)>) -> Self {
        let mut patterns = gather::patterns(policy, taint, texts);
        patterns.sort();
        patterns.dedup_by(|a, b| (&a.letters, &a.bound, a.rule) == (&b.letters, &b.bound, b.rule));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns.iter().map(|p| &p.letters))
            .ok()
            .filter(|_| !patterns.is_empty());
        let nearly = Nearly::new(&patterns);
        Self { expected: vec![false; patterns.len()], patterns, automaton, nearly }
    }

    /// All patterns of all values.
    pub(super) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Registers the values that occur in a text of our own.
    pub(super) fn expect(&mut self, text: &str) {
        let normal = Normal::of(text);
        let Some(automaton) = &self.automaton else { return };
        for found in automaton.find_overlapping_iter(&normal.letters) {
            let n = found.pattern().as_usize();
            if let (Some(pattern), Some(expected)) = (self.patterns.get(n), self.expected.get_mut(n)) {
                *expected |= !pattern.value.contains(char::is_whitespace);
            }
        }
    }

    /// Finds all values in a text; of overlapping ones only the longest.
    pub(super) fn find(&self, text: &str, normal: &Normal, reach: Reach) -> Vec<Hit<'_>> {
        let mut hits: Vec<(Range<usize>, Hit<'_>)> = Vec::new();
        let all = self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(&normal.letters));
        for found in all {
            let n = found.pattern().as_usize();
            let Some(pattern) = self.patterns.get(n) else { continue };
            if reach == Reach::File && (self.expected.get(n) == Some(&true) || !pattern.bound.counts_in_a_page()) {
                continue;
            }
            let letters = found.start()..found.end();
            if !pattern.bound.may_be(normal, &letters) || !pattern.parts_like(text, normal, &letters) {
                continue;
            }
            let range = normal.place(text, &letters);
            if let Some(range) = context::in_context(pattern, text, range) {
                hits.push((letters, Hit { pattern, range }));
            }
        }
        if reach == Reach::Written {
            hits.extend(self.nearly.find(&self.patterns, text, normal));
        }
        longest(hits)
    }
}

/// Removes hits that are part of another one; a blocking hit is never removed for one that does not block.
fn longest(mut hits: Vec<(Range<usize>, Hit<'_>)>) -> Vec<Hit<'_>> {
    hits.sort_by_key(|(letters, hit)| (hit.pattern.tier, letters.start, std::cmp::Reverse(letters.end)));
    let mut kept: Vec<(Range<usize>, Hit<'_>)> = Vec::new();
    for tier in [Tier::Block, Tier::Review] {
        let blocking: Vec<_> = kept.iter().map(|(letters, _)| letters.clone()).collect();
        let mut end = 0;
        let same = hits.iter().take_while(|(_, hit)| hit.pattern.tier == tier).count();
        for (letters, hit) in hits.drain(..same) {
            let inside = |outer: &Range<usize>| outer.start <= letters.start && letters.end <= outer.end;
            if letters.end > end && !blocking.iter().any(inside) {
                end = letters.end;
                kept.push((letters, hit));
            }
        }
    }
    kept.into_iter().map(|(_, hit)| hit).collect()
}

impl Bound {
    /// Whether such a value is searched for in a finished page, which consists of our own words and scanned texts.
    fn counts_in_a_page(&self) -> bool {
        !matches!(self, Self::Exactly | Self::Account | Self::After(_) | Self::Given { .. })
    }

    /// The part of the test that does not need the original text.
    fn may_be(&self, normal: &Normal, letters: &Range<usize>) -> bool {
        let hump = letters.len() >= 5;
        let edge = |at| match normal.edge(at) {
            Edge::None => false,
            Edge::Hump => hump,
            Edge::Gap => true,
        };
        match self {
            Self::Anywhere => true,
            Self::Sibling => edge(letters.start),
            Self::Numbered => {
                let is_digit = |letter: &&u8| matches!(letter, b'2'..=b'9' | b'o' | b'l');
                let rest = normal.letters.get(letters.end..).unwrap_or_default();
                let digits = rest.iter().take_while(is_digit).count().min(4);
                edge(letters.start) && (0..=digits).any(|n| edge(letters.end + n))
            }
            Self::Name | Self::Surname { .. } => {
                let genitive = || normal.letters.get(letters.end) == Some(&b's') && edge(letters.end + 1);
                edge(letters.start) && (edge(letters.end) || genitive())
            }
            _ => edge(letters.start) && edge(letters.end),
        }
    }
}
