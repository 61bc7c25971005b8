//! Entries that would give the cause or the fix away.

use std::collections::BTreeSet;

use crate::review::{Actor, Entry, Review};
use chart::Effect;
use markdown::plain_text;

/// Shorter words say little of a cause.
const SHORTEST: usize = 5;

/// What is held of one review.
pub(super) struct Held {
    /// The telling words of each contributing factor.
    causes: Vec<BTreeSet<String>>,
    identified: Option<jiff::Timestamp>,
}

impl Held {
    /// `first` is what the players know from the start: its words give nothing away.
    pub(super) fn of(review: &Review, first: Option<&Entry>) -> Self {
        let known = first.map(|entry| words(&entry.what)).unwrap_or_default();
        let known: BTreeSet<_> = review.services.iter().flat_map(|service| words(service)).chain(known).collect();
        let of = |text: &String| words(text).difference(&known).cloned().collect::<BTreeSet<_>>();
        let causes = review.factors.iter().map(|factor| of(&factor.text)).filter(|words| !words.is_empty()).collect();
        Self { causes, identified: review.times().identified() }
    }

    /// Whether an entry names a contributing factor, or is the change that people made and that helped. A factor is named by
    /// two of its words, or by the only one that it has, where these are half of them or more.
    pub(super) fn gives_away(&self, entry: &Entry) -> bool {
        self.is_fix(entry) || self.names_cause(entry)
    }

    fn is_fix(&self, entry: &Entry) -> bool {
        let by_people = entry.actor != Some(Actor::Automation);
        let late = self.identified.is_some_and(|identified| entry.at >= identified);
        by_people && late && entry.effect == Effect::Positive
    }

    fn names_cause(&self, entry: &Entry) -> bool {
        let said = words(&entry.what);
        self.causes.iter().any(|cause| {
            let both = cause.intersection(&said).count();
            both >= cause.len().min(2) && 2 * both >= cause.len()
        })
    }
}

/// The words of a text that can tell something, in small letters.
fn words(text: &str) -> BTreeSet<String> {
    let plain = plain_text(text).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn short_words_tell_nothing() {
        assert_eq!(words("The *stale* cache was on").into_iter().collect::<Vec<_>>(), ["cache", "stale"]);
    }
}
