//! The words of a review's texts that can tell a cause, before it is decided which of them are secret.
//!
//! In: a review and its first sign. Out: the distinctive words of each text. They are cut once, although secrets may be chosen twice:
//! with and without what the first sign says.

use std::collections::BTreeSet;

use super::said::{Said, telling};
use super::sentences::sentences;
use super::things::{identifiers, named_in};
use crate::review::{Entry, Points, Review};

/// A word that occurs in more entries than this identifies none of them.
pub(super) const RARE: usize = 2;

/// The distinctive words of the texts of a review.
pub(super) struct Telling<'r> {
    /// Of what players know from the start.
    pub(super) known: BTreeSet<String>,
    pub(super) services: BTreeSet<String>,
    /// Of the first sign.
    pub(super) sign: BTreeSet<String>,
    /// Of each sentence of a factor.
    pub(super) factors: Vec<BTreeSet<String>>,
    pub(super) lessons: Vec<BTreeSet<String>>,
    pub(super) surprises: Vec<BTreeSet<String>>,
    pub(super) actions: Vec<BTreeSet<String>>,
    /// Of the title and the summary.
    pub(super) title: Vec<BTreeSet<String>>,
    /// Of each entry of the timeline, and whether it is from before the first sign.
    pub(super) entries: Vec<(bool, BTreeSet<String>)>,
    /// Names of things in the factors that hardly any entry has and players do not know.
    things: BTreeSet<String>,
    first: Said<'r>,
}

impl<'r> Telling<'r> {
    pub(super) fn of(review: &'r Review, first: &'r Entry) -> Self {
        let impact = review.impact.summary.iter().chain(&review.services).chain(&review.systems);
        let people = review.people.rows().flat_map(|(_, names)| names);
        let people = people.chain(review.timeline.iter().filter_map(|entry| entry.who.as_ref()));
        let open: Vec<_> = impact.chain(people).map(Said::of).collect();
        let entries: Vec<_> = review.timeline.iter().map(|entry| Said::of(&entry.what)).collect();
        let mut things: BTreeSet<_> =
            review.factors.iter().flat_map(|factor| identifiers(&Said::of(&factor.text))).collect();
        if !things.is_empty() {
            let named: Vec<_> = entries.iter().flat_map(|said| named_in(said.plain(), &things)).collect();
            let known: BTreeSet<_> = open.iter().flat_map(|said| named_in(said.plain(), &things)).collect();
            let is_rare = |thing: &str| named.iter().filter(|named| **named == thing).count() <= RARE;
            let kept = things.iter().filter(|thing| !known.contains(thing.as_str()) && is_rare(thing));
            things = kept.cloned().collect();
        }
        let points = |points: &Points| points.items.iter().map(|point| telling(&point.text)).collect();
        let is_earlier = |entry: &Entry| entry.moment() < first.moment();
        let entries = review.timeline.iter().zip(entries);
        Self {
            known: open.into_iter().flat_map(Said::into_telling).collect(),
            services: review.services.iter().flat_map(|service| telling(service)).collect(),
            sign: telling(&first.what),
            factors: review.factors.iter().flat_map(|factor| sentences(&factor.text)).map(telling).collect(),
            lessons: points(&review.learnings),
            surprises: points(&review.surprises),
            actions: review.actions.iter().map(|action| telling(&action.title)).collect(),
            title: [review.title.as_str()].into_iter().chain(review.summary.as_deref()).map(telling).collect(),
            entries: entries.map(|(entry, said)| (is_earlier(entry), said.into_telling())).collect(),
            things,
            first: Said::of(&first.what),
        }
    }

    /// Names of things that must not be told.
    pub(super) fn things(&self, is_sign_known: bool) -> BTreeSet<String> {
        let mut things = self.things.clone();
        if is_sign_known && !things.is_empty() {
            let known = named_in(self.first.plain(), &self.things);
            things.retain(|thing| !known.contains(&thing.as_str()));
        }
        things
    }
}
