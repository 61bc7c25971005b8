//! Every value that must not leave, as one automaton over folded letters.
//!
//! ```text
//! gather     policy, taint        -> patterns      each value in the forms that it is known by
//!   people     a name             -> patterns      halves, initials, titles, mail spelling (`spelling`, `han`)
//!   companies  a name             -> patterns      what is left without `GmbH`; words that are no common ones
//!   hosts      a name             -> patterns      siblings that differ in a number
//! find       text, folded         -> hits          `form` says how a value must stand, `context` looks at what is around it
//!   nearly     the same           -> hits          names of eight letters and more with one letter wrong
//! ```

mod companies;
mod context;
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

/// What kind of text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// As somebody wrote it, or as it reads: everything is looked for.
    Written,
    /// Bytes that may be a text, decoded on suspicion: there is no slip of a key in them.
    Hidden,
    /// A file of the finished site, all texts of which were looked at before. Words that any page may hold of itself say
    /// nothing there: a word that is a name, a given name, what stands in a template.
    File,
}

/// All of them.
pub(super) struct Terms {
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
    /// Which patterns finished pages hold of themselves.
    expected: Vec<bool>,
    nearly: Nearly,
}

/// Where a value was found.
pub(super) struct Hit<'t> {
    pub(super) pattern: &'t Pattern,
    /// In the text.
    pub(super) range: Range<usize>,
}

impl Terms {
    /// Gathers the values of the policy and of the library. What is too long to be a term is pushed to `texts`.
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

    /// All forms of all values.
    pub(super) fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Takes note of the values that stand in a text of our own.
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

    /// Finds all of them in a text; of those that overlap only the longest.
    pub(super) fn find(&self, text: &str, normal: &Normal, reach: Reach) -> Vec<Hit<'_>> {
        let mut hits: Vec<(Range<usize>, Hit<'_>)> = Vec::new();
        let all = self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(&normal.letters));
        for found in all {
            let n = found.pattern().as_usize();
            let Some(pattern) = self.patterns.get(n) else { continue };
            if reach == Reach::File && (self.expected.get(n) == Some(&true) || !pattern.bound.tells_in_a_page()) {
                continue;
            }
            let letters = found.start()..found.end();
            if !pattern.bound.may_be(normal, &letters) || !pattern.parts_like(text, normal, &letters) {
                continue;
            }
            let range = normal.place(text, &letters);
            if let Some(range) = context::stands(pattern, text, range) {
                hits.push((letters, Hit { pattern, range }));
            }
        }
        if reach == Reach::Written {
            hits.extend(self.nearly.find(&self.patterns, text, normal));
        }
        longest(hits)
    }
}

/// Those that are no part of another one; a value that blocks is never hidden by one that does not.
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
    /// Whether such a value says anything in a finished page, which is made of our own words and of texts that were looked at.
    fn tells_in_a_page(&self) -> bool {
        !matches!(self, Self::Exactly | Self::Account | Self::After(_) | Self::Given { .. })
    }

    /// The part of the test that needs no look at the text.
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
