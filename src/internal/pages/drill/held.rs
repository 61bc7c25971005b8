//! Entries that would give the cause or the fix away, and entries that speak of what only those have told.

use std::collections::BTreeSet;

use super::played::Played;
use super::terms::{names, telling};
use crate::review::{Actor, Entry, Review};
use chart::Effect;

/// What is held of one review.
pub(super) struct Held {
    /// The telling words of each contributing factor.
    causes: Vec<BTreeSet<String>>,
    /// When it was known what to do, where the times or the phases of the timeline say so.
    identified: Option<jiff::Timestamp>,
    /// The same, where the author wrote the moment down.
    found: Option<jiff::Timestamp>,
}

impl Held {
    /// `first` is what the players know from the start: its words give nothing away.
    pub(super) fn of(review: &Review, first: Option<&Entry>) -> Self {
        let known = first.map(|entry| telling(&entry.what)).unwrap_or_default();
        let known: BTreeSet<_> = review.services.iter().flat_map(|service| telling(service)).chain(known).collect();
        let of = |text: &String| telling(text).difference(&known).cloned().collect::<BTreeSet<_>>();
        let causes = review.factors.iter().map(|factor| of(&factor.text)).filter(|words| !words.is_empty()).collect();
        Self { causes, identified: review.times().identified(), found: review.moments.identified }
    }

    /// For each entry of a drill, in order of time, whether it is held. The first is what the players begin with, and the last
    /// ends the drill: that is held only where it names the cause.
    pub(super) fn among(&self, played: &[Played<'_>]) -> Vec<bool> {
        let last = played.len().saturating_sub(1);
        // What is named first in an entry that is held is known to nobody who plays.
        let (mut known, mut secret) = (BTreeSet::new(), BTreeSet::new());
        let judge = |(n, entry): (usize, &Played<'_>)| {
            let names = names(&entry.what);
            let tells = self.tells(&entry.what) || n != last && (self.is_finding(entry) || self.is_fix(entry));
            let is_held = tells || n > 0 && !names.is_disjoint(&secret);
            let fresh = names.into_iter().filter(|name| !known.contains(name)).collect::<Vec<_>>();
            if is_held {
                secret.extend(fresh);
            } else {
                known.extend(fresh);
            }
            is_held
        };
        played.iter().enumerate().map(judge).collect()
    }

    /// The change that people made and that helped.
    fn is_fix(&self, entry: &Played<'_>) -> bool {
        let by_people = entry.actor != Some(Actor::Automation);
        let late = self.identified.is_some_and(|identified| entry.at >= identified);
        by_people && late && entry.effect == Effect::Positive
    }

    /// What was found out in the very minute in which it became known what to do.
    fn is_finding(&self, entry: &Played<'_>) -> bool {
        let minute = |at: jiff::Timestamp| at.as_second().div_euclid(60);
        self.found.is_some_and(|found| minute(found) == minute(entry.at))
    }

    /// A factor is named by two of its telling words, or by the only one that it has, where these are half of them or more.
    pub(super) fn tells(&self, text: &str) -> bool {
        let said = telling(text);
        self.causes.iter().any(|cause| {
            let both = cause.intersection(&said).count();
            both >= cause.len().min(2) && 2 * both >= cause.len()
        })
    }
}
