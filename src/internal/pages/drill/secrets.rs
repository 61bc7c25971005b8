//! The words of a review by which somebody would know its cause.
//!
//! In: its factors, where there are none what happened before the first sign, and what was written when all was known: lessons,
//! surprises, actions, title. Out: whether the words of a text name any of it. A sentence of a factor is named by half of its words,
//! by a text that is mostly made of them, or by a name of a thing; a lesson or a surprise by a short text that has all of its words;
//! anything else by a word that several of these have in common, or by two words of one of them that are rare in the timeline.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::sentences::sentences;
use super::terms::{identifiers, joined, telling};
use crate::review::{Entry, Review};
use markdown::plain_text;

/// A word that occurs in more entries than this identifies none of them.
const RARE: usize = 2;

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
    /// `sign` is the first sign. What it says is no secret if players know all of it from the start.
    pub(super) fn of(review: &Review, sign_entry: &Entry, is_known: bool) -> Self {
        let first = Some(sign_entry).filter(|_| is_known);
        let impact = review.impact.summary.iter().chain(&review.services).chain(&review.systems);
        let people = review.people.rows().flat_map(|(_, names)| names);
        let people = people.chain(review.timeline.iter().filter_map(|entry| entry.who.as_ref()));
        // What players know from the start.
        let open: Vec<&String> = impact.chain(people).chain(first.map(|entry| &entry.what)).collect();
        let sign = telling(&sign_entry.what);
        let first = if is_known { sign.clone() } else { BTreeSet::new() };
        let known: BTreeSet<_> = open.iter().flat_map(|text| telling(text)).collect();
        let services: BTreeSet<_> = review.services.iter().flat_map(|service| telling(service)).chain(first).collect();
        let of =
            |text: &str, known: &BTreeSet<String>| telling(text).difference(known).cloned().collect::<BTreeSet<_>>();
        let factors = review.factors.iter().flat_map(|factor| sentences(&factor.text));
        let factors: Vec<_> = factors.map(|sentence| of(sentence, &services)).collect();
        let texts = |kind: Vec<&str>| kind.into_iter().map(|text| of(text, &known)).collect::<Vec<_>>();
        let points = |points: &crate::review::Points| {
            points.items.iter().map(|point| of(&point.text, &known)).collect::<Vec<_>>()
        };
        let actions = texts(review.actions.iter().map(|action| action.title.as_str()).collect());
        let title = texts([review.title.as_str()].into_iter().chain(review.summary.as_deref()).collect());
        let (lessons, surprises) = (points(&review.learnings), points(&review.surprises));
        let mut kinds: BTreeMap<&String, usize> = BTreeMap::new();
        for kind in [&factors, &lessons, &surprises, &actions, &title] {
            for word in kind.iter().flatten().collect::<BTreeSet<_>>() {
                *kinds.entry(word).or_default() += 1;
            }
        }
        let mut in_entries: HashMap<String, usize> = HashMap::new();
        for word in review.timeline.iter().flat_map(|entry| telling(&entry.what)) {
            *in_entries.entry(word).or_default() += 1;
        }
        let times = |word: &String| in_entries.get(word).copied().unwrap_or(0);
        let mut of_factors: BTreeSet<_> = factors.iter().flatten().cloned().collect();
        // Where no factor is stated, what happened before the first sign stands for them.
        if of_factors.is_empty() {
            let earlier = review.timeline.iter().filter(|entry| entry.moment() < sign_entry.moment());
            of_factors = earlier.flat_map(|entry| telling(&entry.what)).filter(|word| !sign.contains(word)).collect();
        }
        // What every third entry speaks of is what everybody sees.
        let is_seen = |word: &String| times(word) > RARE && 3 * times(word) > review.timeline.len();
        let alone = |(word, kinds): (&&String, &usize)| {
            (*kinds >= KINDS || *kinds > 1 && of_factors.contains(*word)) && !known.contains(*word) && !is_seen(word)
        };
        let alone =
            kinds.iter().filter(|(word, kinds)| alone((word, kinds))).map(|(word, _)| (*word).clone()).collect();
        let shared = kinds.iter().filter(|(_, kinds)| **kinds > 1).map(|(word, _)| (*word).clone()).collect();
        let rare = |words: &BTreeSet<String>| words.iter().filter(|word| times(word) <= RARE).cloned().collect();
        let others = [&lessons, &surprises, &actions].into_iter().flatten().map(rare).collect();
        let mut things: BTreeSet<_> = review.factors.iter().flat_map(|factor| identifiers(&factor.text)).collect();
        if !things.is_empty() {
            let in_open: BTreeSet<_> = open.iter().flat_map(|text| joined(&plain_text(text))).collect();
            let entries: Vec<_> = review.timeline.iter().map(|entry| joined(&plain_text(&entry.what))).collect();
            let is_rare = |thing: &String| entries.iter().filter(|said| said.contains(thing)).count() <= RARE;
            things.retain(|thing| !in_open.contains(thing) && is_rare(thing));
        }
        let whole = review.learnings.items.iter().chain(&review.surprises.items).map(|point| telling(&point.text));
        let whole = whole.filter(|words| words.len() > 1).collect();
        let factors = factors.into_iter().filter(|words| !words.is_empty()).collect();
        Self { factors, things, others, sign, whole, alone, shared }
    }

    /// Whether a text without markup names a thing of the factors, in one word or in two: `Express VPN`.
    pub(super) fn have_thing_in(&self, plain: &str) -> bool {
        !self.things.is_empty() && !joined(plain).is_disjoint(&self.things)
    }

    /// Whether the distinctive words of a text name a factor, or have a word that gives the cause away alone.
    pub(super) fn name_cause_in(&self, said: &BTreeSet<String>) -> bool {
        // Little else than words of a long factor: those of the first sign are known.
        let new: BTreeSet<_> = said.difference(&self.sign).cloned().collect();
        let is_most = |factor: &BTreeSet<String>| {
            let both = factor.intersection(&new).count();
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
