//! Which entries to hold until the reveal: those that give the cause or the fix away, and those that mention a name that first
//! occurs in a held entry.

use std::collections::BTreeSet;

use super::played::Played;
use super::terms::{names, telling};
use crate::review::{Actor, Entry, Review};
use chart::Effect;

/// What to hold in one review.
pub(super) struct Held {
    /// The distinctive words of each contributing factor.
    causes: Vec<BTreeSet<String>>,
    /// When it became known what to do, from the times or the phases of the timeline.
    identified: Option<jiff::Timestamp>,
    /// The same, if the author wrote the moment down.
    found: Option<jiff::Timestamp>,
}

impl Held {
    /// `first` is the entry that players know from the start: its words give nothing away.
    pub(super) fn of(review: &Review, first: Option<&Entry>) -> Self {
        let known = first.map(|entry| telling(&entry.what)).unwrap_or_default();
        let known: BTreeSet<_> = review.services.iter().flat_map(|service| telling(service)).chain(known).collect();
        let of = |text: &String| telling(text).difference(&known).cloned().collect::<BTreeSet<_>>();
        let causes = review.factors.iter().map(|factor| of(&factor.text)).filter(|words| !words.is_empty()).collect();
        Self { causes, identified: review.times().identified(), found: review.moments.identified }
    }

    /// For each entry of a drill, in order of time, whether it is held. The first entry is what players begin with, and the
    /// last ends the drill; both are held only if they name the cause.
    pub(super) fn among(&self, played: &[Played<'_>]) -> Vec<bool> {
        let last = played.len().saturating_sub(1);
        // Players do not know a name that first occurs in a held entry.
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

    /// Whether an entry is a change by people that helped.
    fn is_fix(&self, entry: &Played<'_>) -> bool {
        let by_people = entry.actor != Some(Actor::Automation);
        let late = self.identified.is_some_and(|identified| entry.at >= identified);
        by_people && late && entry.effect == Effect::Positive
    }

    /// Whether an entry is in the same minute as the moment at which it became known what to do.
    fn is_finding(&self, entry: &Played<'_>) -> bool {
        let minute = |at: jiff::Timestamp| at.as_second().div_euclid(60);
        self.found.is_some_and(|found| minute(found) == minute(entry.at))
    }

    /// Whether a text names a factor: it has at least two of its distinctive words (or its only one), and at least half of
    /// them.
    pub(super) fn tells(&self, text: &str) -> bool {
        let said = telling(text);
        self.causes.iter().any(|cause| {
            let both = cause.intersection(&said).count();
            both >= cause.len().min(2) && 2 * both >= cause.len()
        })
    }
}
