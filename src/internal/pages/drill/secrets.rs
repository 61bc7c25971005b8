//! The words of a review by which somebody would know its cause.
//!
//! In: its factors, and what was written when all was known: lessons, surprises, actions, title. Out: whether the words of a text
//! name any of it. A factor is named by half of its words; a lesson or a surprise by a short text that has all of its words; anything
//! else by a word that several of these have in common, or by two words of one of them that are rare in the timeline.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::terms::telling;
use crate::review::{Entry, Review};

/// A word that occurs in more entries than this identifies none of them.
const RARE: usize = 2;

/// A word that occurs in this many kinds of text is what the review is about.
const KINDS: usize = 3;

/// What must not be told.
pub(super) struct Secrets {
    /// The distinctive words of each contributing factor.
    factors: Vec<BTreeSet<String>>,
    /// The rare words of each lesson, surprise and action.
    others: Vec<BTreeSet<String>>,
    /// All words of each lesson and surprise.
    whole: Vec<BTreeSet<String>>,
    /// Words that give the cause away alone.
    alone: BTreeSet<String>,
    /// Words that occur in more than one kind of text.
    shared: BTreeSet<String>,
}

impl Secrets {
    /// `first` is what the players know from the start.
    pub(super) fn of(review: &Review, first: Option<&Entry>) -> Self {
        let impact = review.impact.summary.iter().chain(&review.services).chain(&review.systems);
        let people = review.people.rows().flat_map(|(_, names)| names);
        let people = people.chain(review.timeline.iter().filter_map(|entry| entry.who.as_ref()));
        let first = first.map(|entry| telling(&entry.what)).unwrap_or_default();
        let known: BTreeSet<_> =
            impact.chain(people).flat_map(|text| telling(text)).chain(first.iter().cloned()).collect();
        let services: BTreeSet<_> = review.services.iter().flat_map(|service| telling(service)).chain(first).collect();
        let of =
            |text: &str, known: &BTreeSet<String>| telling(text).difference(known).cloned().collect::<BTreeSet<_>>();
        let factors: Vec<_> = review.factors.iter().map(|factor| of(&factor.text, &services)).collect();
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
        let of_factors: BTreeSet<_> = factors.iter().flatten().collect();
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
        let whole = review.learnings.items.iter().chain(&review.surprises.items).map(|point| telling(&point.text));
        let whole = whole.filter(|words| words.len() > 1).collect();
        Self { factors: factors.into_iter().filter(|words| !words.is_empty()).collect(), others, whole, alone, shared }
    }

    /// Whether the distinctive words of a text name any of it.
    pub(super) fn are_in(&self, said: &BTreeSet<String>) -> bool {
        let other = |words: &BTreeSet<String>| {
            let both: Vec<_> = words.intersection(said).collect();
            both.len() > 1 && both.into_iter().any(|word| self.shared.contains(word))
        };
        // A short text that says all of it, whatever it is about.
        let whole = |words: &BTreeSet<String>| words.is_subset(said) && 2 * words.len() >= said.len();
        !self.alone.is_disjoint(said)
            || self.factors.iter().any(|factor| is_named(factor, said))
            || self.others.iter().any(other)
            || self.whole.iter().any(whole)
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
