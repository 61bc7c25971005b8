//! The words of a review by which somebody would know its cause.
//!
//! In: its factors, where there are none what happened before the first sign, and what was written when all was known: lessons,
//! surprises, actions, title. Out: whether the words of a text name any of it. A sentence of a factor is named by half of its words,
//! by a text that is mostly made of them, or by a name of a thing; a lesson or a surprise by a short text that has all of its words;
//! anything else by a word that several of these have in common, or by two words of one of them that are rare in the timeline.

use std::collections::{BTreeMap, BTreeSet};

use ahash::AHashMap;

use super::telling::{RARE, Telling};
use super::things::named_in;

/// A word that occurs in this many kinds of text is what the review is about.
const KINDS: usize = 3;

/// So many words of a long factor name it, if a text says little else.
const MOST: usize = 4;

/// What must not be told.
pub(super) struct Secrets {
    /// The distinctive words of each sentence of a contributing factor.
    factors: Vec<BTreeSet<String>>,
    /// Names of things in the factors that hardly any entry has, without marks.
    things: BTreeSet<String>,
    /// The rare words of each lesson, surprise and action.
    others: Vec<BTreeSet<String>>,
    /// The words of the first sign.
    sign: BTreeSet<String>,
    /// All words of each lesson and surprise.
    whole: Vec<BTreeSet<String>>,
    /// Words that give the cause away alone.
    alone: BTreeSet<String>,
    /// Words that occur in more than one kind of text.
    shared: BTreeSet<String>,
}

impl Secrets {
    /// What the first sign says is no secret if players know all of it from the start: `is_sign_known`.
    pub(super) fn of(texts: &Telling<'_>, is_sign_known: bool) -> Self {
        let Telling { factors, lessons, surprises, actions, title, sign, entries, .. } = texts;
        let (mut known, mut services) = (texts.known.clone(), texts.services.clone());
        if is_sign_known {
            known.extend(sign.iter().cloned());
            services.extend(sign.iter().cloned());
        }
        let beyond = |all: &[BTreeSet<String>], known: &BTreeSet<String>| -> Vec<BTreeSet<String>> {
            all.iter().map(|words| words.difference(known).cloned().collect()).collect()
        };
        let factors = beyond(factors, &services);
        let [lessons, surprises, actions, title] = [lessons, surprises, actions, title].map(|all| beyond(all, &known));
        let mut kinds: BTreeMap<&String, usize> = BTreeMap::new();
        for kind in [&factors, &lessons, &surprises, &actions, &title] {
            for word in kind.iter().flatten().collect::<BTreeSet<_>>() {
                *kinds.entry(word).or_default() += 1;
            }
        }
        let mut in_entries: AHashMap<&String, usize> = AHashMap::default();
        for word in entries.iter().flat_map(|(_, words)| words) {
            *in_entries.entry(word).or_default() += 1;
        }
        let times = |word: &String| in_entries.get(word).copied().unwrap_or(0);
        let mut of_factors: BTreeSet<_> = factors.iter().flatten().collect();
        // Where no factor is stated, what happened before the first sign stands for them.
        if of_factors.is_empty() {
            let earlier = entries.iter().filter(|(is_earlier, _)| *is_earlier);
            of_factors = earlier.flat_map(|(_, words)| words).filter(|word| !sign.contains(*word)).collect();
        }
        // What every third entry speaks of is what everybody sees.
        let is_seen = |word: &String| times(word) > RARE && 3 * times(word) > entries.len();
        let alone = |(word, kinds): (&&String, &usize)| {
            (*kinds >= KINDS || *kinds > 1 && of_factors.contains(word)) && !known.contains(*word) && !is_seen(word)
        };
        let alone =
            kinds.iter().filter(|(word, kinds)| alone((word, kinds))).map(|(word, _)| (*word).clone()).collect();
        let shared = kinds.iter().filter(|(_, kinds)| **kinds > 1).map(|(word, _)| (*word).clone()).collect();
        let rare = |words: &BTreeSet<String>| words.iter().filter(|word| times(word) <= RARE).cloned().collect();
        let others = [&lessons, &surprises, &actions].into_iter().flatten().map(rare).collect();
        let whole = texts.lessons.iter().chain(&texts.surprises).filter(|words| words.len() > 1).cloned().collect();
        let factors = factors.into_iter().filter(|words| !words.is_empty()).collect();
        Self { factors, things: texts.things(is_sign_known), others, sign: sign.clone(), whole, alone, shared }
    }

    /// Whether a text without markup names a thing of the factors, in one word or in two: `Express VPN`.
    pub(super) fn have_thing_in(&self, plain: &str) -> bool {
        !self.things.is_empty() && !named_in(plain, &self.things).is_empty()
    }

    /// Whether the distinctive words of a text name a factor, or have a word that gives the cause away alone.
    pub(super) fn name_cause_in(&self, said: &BTreeSet<String>) -> bool {
        // Little else than words of a long factor: those of the first sign are known.
        let new: BTreeSet<_> = said.difference(&self.sign).collect();
        let is_most = |factor: &BTreeSet<String>| {
            let both = factor.iter().filter(|word| new.contains(word)).count();
            both >= MOST && 2 * both >= new.len()
        };
        !self.alone.is_disjoint(said) || self.factors.iter().any(|factor| is_named(factor, said) || is_most(factor))
    }

    /// Whether a factor has a word, or several kinds of text have it.
    pub(super) fn have_repeated(&self, word: &str) -> bool {
        self.shared.contains(word) || self.factors.iter().any(|factor| factor.contains(word))
    }

    /// Whether the distinctive words of a short text say all of a lesson or a surprise, whatever it is about.
    pub(super) fn are_whole_in(&self, said: &BTreeSet<String>) -> bool {
        self.whole.iter().any(|words| words.is_subset(said) && 2 * words.len() >= said.len())
    }

    /// Whether the distinctive words of a text name any of it.
    pub(super) fn are_in(&self, said: &BTreeSet<String>) -> bool {
        let other = |words: &BTreeSet<String>| {
            let both: Vec<_> = words.intersection(said).collect();
            both.len() > 1 && both.into_iter().any(|word| self.shared.contains(word))
        };
        self.name_cause_in(said) || self.others.iter().any(other) || self.are_whole_in(said)
    }

    /// Whether the distinctive words of a text name more than half of a factor.
    pub(super) fn are_mostly_in(&self, said: &BTreeSet<String>) -> bool {
        let is_most = |factor: &BTreeSet<String>| 2 * factor.intersection(said).count() > factor.len();
        self.factors.iter().any(|factor| is_most(factor) && is_named(factor, said))
    }

    /// Whether a text has two rare words in common with any lesson, surprise or action, be they shared or not.
    pub(super) fn are_near(&self, said: &BTreeSet<String>) -> bool {
        self.others.iter().any(|words| words.intersection(said).count() > 1)
    }
}

/// Whether a text has half of the words of a factor, and two of them if there are as many.
fn is_named(factor: &BTreeSet<String>, said: &BTreeSet<String>) -> bool {
    let both = factor.intersection(said).count();
    both >= factor.len().min(2) && 2 * both >= factor.len()
}
