//! Which entries to hold until the reveal: those that give the cause or the fix away, and those that mention a name that first
//! occurs in a held entry.

use std::collections::BTreeSet;

use super::clause::clause_before;
use super::hindsight::looks_back;
use super::nothing::shows_nothing;
use super::played::{Played, minute};
use super::said::{Said, telling};
use super::secrets::Secrets;
use super::sentences::{first_run, longest_run, sentences};
use super::telling::Telling;
use super::things::names;
use crate::review::{
    Actor, Entry, Review, says_in, says_in_parts, states_cause, tells_of_calling, tells_of_failure,
    tells_of_looking_into, tells_of_noticing, words_of_plain,
};
use chart::Effect;

/// The least number of words that a part of an entry must have to be shown alone.
const PART: usize = 4;

/// What is held of one review.
pub(super) struct Held {
    secrets: Secrets,
    /// When it was known what to do, where the times or the phases of the timeline say so.
    identified: Option<jiff::Timestamp>,
    /// The same moment, only if the author states it in `times.identified`.
    found: Option<jiff::Timestamp>,
    /// When it was over.
    over: Option<jiff::Timestamp>,
    /// Names of services and systems that the review lists: players know them.
    listed: BTreeSet<String>,
}

/// What becomes of an entry.
pub(super) struct Judged<'r> {
    /// What players are shown of it.
    pub(super) shown: Option<Played<'r>>,
    /// What of it is kept back until the reveal, in order.
    pub(super) held: Vec<Played<'r>>,
}

impl Held {
    /// `first` is the first sign, which players know from the start. If it names the cause and has no other part that could be shown,
    /// or only one that says that nothing else was noticed, what it says is no secret.
    pub(super) fn of(review: &Review, first: &Entry) -> Self {
        let telling = Telling::of(review, first);
        let held = Self::with(review, Secrets::of(&telling, false));
        if held.tells(&Said::of(&first.what)) && held.harmless(&first.what).is_none_or(shows_nothing) {
            return Self::with(review, Secrets::of(&telling, true));
        }
        held
    }

    fn with(review: &Review, secrets: Secrets) -> Self {
        Self {
            secrets,
            identified: review.times().identified(),
            found: review.moments.identified,
            over: review.moments.mitigated.or(review.times().end()),
            listed: review.services.iter().chain(&review.systems).flat_map(|name| names(&Said::of(name))).collect(),
        }
    }

    /// For each entry of a drill, in order of time, what is shown and what is held. The last entry ends the drill, so that it is held only
    /// if it names the cause. Of an entry that describes a symptom and also names the cause, the symptom is shown.
    pub(super) fn among<'r>(&self, played: &[Played<'r>]) -> Vec<Judged<'r>> {
        let last = played.len().saturating_sub(1);
        // Players do not know a name that first occurs in a held entry.
        let (mut known, mut secret) = (self.listed.clone(), BTreeSet::new());
        // Nor the words in which somebody said what they found.
        let (mut heard, mut answer) = (BTreeSet::new(), BTreeSet::new());
        let mut is_mended = false;
        let judge = |(n, entry): (usize, &Played<'r>)| {
            let said = Said::of(entry.what);
            let named = names(&said);
            let is_fix = n != last && self.is_fix(entry);
            // A machine shows the effect of the fix, which players do not know yet.
            let is_answer = is_mended && entry.actor == Some(Actor::Automation) && entry.effect == Effect::Positive;
            let is_early = self.over.is_none_or(|over| entry.at < over);
            let is_mending = n > 0 && n != last && entry.effect != Effect::Negative && mends(&said);
            let whole = n != last && (self.is_finding(entry) || is_fix || is_answer && is_early) || is_mending;
            is_mended |= is_fix;
            let names_secret =
                n > 0 && (!named.is_disjoint(&secret) || n != last && !said.telling().is_disjoint(&answer));
            let announced = entry.beside.is_some_and(|beside| self.tells(&Said::of(beside)));
            let judged = if whole || names_secret || announced && n > 0 {
                Judged { shown: None, held: vec![*entry] }
            } else if announced {
                Judged { held: vec![*entry], ..self.parted(entry.alone(), true) }
            } else if n == 0 && (self.tells(&said) || is_later(&said))
                || n > 0 && self.tells(&said) && !self.is_open(entry, &said)
            {
                self.parted(*entry, n == 0)
            } else {
                Judged { shown: Some(*entry), held: Vec::new() }
            };
            let fresh = named.into_iter().filter(|name| !known.contains(name)).collect::<Vec<_>>();
            if let Some(shown) = &judged.shown {
                known.extend(fresh);
                heard.extend(telling(shown.what));
                // Of a part that is held only words count that other parts of the review repeat: the rest may be anything.
                let held = judged.held.iter().flat_map(|part| sentences(part.what)).map(Said::of);
                let found = held.filter(|said| states_cause(said.plain()) || is_later(said));
                let found = found.flat_map(Said::into_telling);
                answer.extend(found.filter(|word| !heard.contains(word) && self.secrets.have_repeated(word)));
            } else {
                secret.extend(fresh);
                let stated = sentences(entry.what).map(Said::of).filter(|said| states_cause(said.plain()));
                let stated = stated.flat_map(Said::into_telling);
                answer.extend(stated.filter(|word| !heard.contains(word)));
            }
            judged
        };
        played.iter().enumerate().map(judge).collect()
    }

    /// Splits an entry that describes a symptom: the sentences that do not name the cause are shown. Any other entry is held whole.
    fn parted<'r>(&self, entry: Played<'r>, is_first: bool) -> Judged<'r> {
        // Of a timeline without effects, a failure is what is seen; its cause follows it.
        let is_failure = entry.actor.is_none() && !entry.effect.moves() && tells_of_failure(entry.what);
        let is_seen = is_first || is_failure || entry.effect == Effect::Negative;
        let part = Some(entry.what.trim()).filter(|_| is_seen);
        let is_sign = is_first || is_failure;
        let part = part.and_then(|text| if is_sign { self.harmless_sign(text) } else { self.harmless(text) });
        let Some(part) = part else { return Judged { shown: None, held: vec![entry] } };
        Judged { shown: Some(entry.only(part)), held: entry.without(part) }
    }

    /// The longest run of sentences that do not name the cause; else the beginning of a sentence.
    pub(super) fn harmless<'t>(&self, text: &'t str) -> Option<&'t str> {
        let may_be_told = |part: &str| !self.tells(&Said::of(part));
        longest_run(text, may_be_told)
            .filter(says_enough)
            .or_else(|| clause_before(text, may_be_told).filter(says_enough))
    }

    /// What players are shown of the first sign: the sentences, else the clauses, before the one that names the cause. What somebody found
    /// by looking into it is not part of the sign.
    fn harmless_sign<'t>(&self, text: &'t str) -> Option<&'t str> {
        let may_be_told = |part: &str| {
            let said = Said::of(part);
            !self.tells(&said) && !is_later(&said)
        };
        first_run(text, may_be_told)
            .filter(says_enough)
            .or_else(|| clause_before(text, may_be_told).filter(says_enough))
            .or_else(|| self.harmless(text))
    }

    /// Whether an entry may be shown although it has a word in common with the cause: people were called or came, or did something
    /// that made it worse, or an alert fired. It is held where it states the cause or names most of a factor. What people did before
    /// it was known what to do is no fix, whatever the lessons say of it: it is held where it names the cause.
    fn is_open(&self, entry: &Played<'_>, said: &Said<'_>) -> bool {
        if states_cause(said.plain()) || self.secrets.have_thing_in(said.plain()) {
            return false;
        }
        let by_people = entry.actor == Some(Actor::Human);
        let words = said.telling();
        let is_early = self.identified.is_some_and(|identified| entry.at < identified);
        let is_move = by_people && entry.effect == Effect::Negative;
        let is_alert = !by_people && said.says("alert") && tells_of_noticing(entry.what);
        (is_move || is_alert || tells_of_calling(entry.what)) && !self.secrets.are_mostly_in(words)
            || by_people && is_early && !self.secrets.name_cause_in(words) && !self.secrets.are_whole_in(words)
    }

    /// The change that people made and that helped.
    fn is_fix(&self, entry: &Played<'_>) -> bool {
        let by_people = entry.actor != Some(Actor::Automation);
        let late = self.identified.is_some_and(|identified| entry.at >= identified);
        by_people && late && entry.effect == Effect::Positive
    }

    /// Whether an entry is in the same minute as the moment at which it became known what to do.
    fn is_finding(&self, entry: &Played<'_>) -> bool {
        self.found.is_some_and(|found| minute(found) == minute(entry.at))
    }

    /// Whether a text names the cause, or somebody says in it that they have it.
    pub(super) fn tells(&self, said: &Said<'_>) -> bool {
        states_cause(said.plain()) || self.secrets.have_thing_in(said.plain()) || self.secrets.are_in(said.telling())
    }

    /// The same, or whether it speaks of a change that mends.
    pub(super) fn tells_or_mends(&self, said: &Said<'_>) -> bool {
        self.tells(said) || mends(said)
    }

    /// Whether a text tells the cause, or comes near to it: for what need not be shown.
    pub(super) fn comes_near(&self, said: &Said<'_>) -> bool {
        self.tells(said) || self.secrets.are_near(said.telling())
    }
}

/// Whether a text speaks of a change that mends.
fn mends(said: &Said<'_>) -> bool {
    says_in("mends", &words_of_plain(said.normalised())) || says_in_parts("rollback", said.words())
}

/// Whether a text says that a change was taken back.
pub(super) fn takes_back(text: &str) -> bool {
    let said = Said::of(text);
    said.says("rollback") || says_in_parts("rollback", said.words())
}

/// Whether a part of an entry says enough to be shown alone. `Through the next two hours` says nothing.
fn says_enough(part: &&str) -> bool {
    part.split_whitespace().count() >= PART && !telling(part).is_empty()
}

/// Whether a part of a first sign tells what was found out later.
fn is_later(said: &Said<'_>) -> bool {
    tells_of_looking_into(said.plain()) || looks_back(said)
}

#[cfg(test)]
mod tests {
    use super::says_enough;

    #[test]
    fn a_part_without_a_word_of_its_own_says_nothing() {
        assert!(!says_enough(&"(until 2:00) Through the next two hours") && !says_enough(&"The board fell"));
        assert!(says_enough(&"The board is dark"));
    }
}
