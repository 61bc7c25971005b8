//! The steps of a drill.

use std::cell::OnceCell;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::held::{Held, takes_back};
use super::no_drill::{DECISIONS, NoDrill};
use super::played::{self, Played, minute};
use super::progress::is_progress;
use crate::review::{Actor, Entry, Review, tells_of_noticing};
use base::phases::Phase;
use chart::Effect;

/// More steps after the first sign than this are no exercise of an hour.
const MOST: usize = 20;

/// The least number of entries for which a review has a page that says why there is no drill.
const FEWEST: usize = 3;

/// The entries of a review, split at the moment when somebody first knew.
pub struct Script<'r> {
    /// Before anybody knew, in order of time.
    pub(super) before: Vec<Played<'r>>,
    /// From the first sign on; each step is what became known together.
    pub(super) steps: Vec<Step<'r>>,
    review: &'r Review,
    /// The first entry that was known; it may be held.
    first: Played<'r>,
    held: OnceCell<Held>,
}

/// Entries that are shown together.
pub(super) struct Step<'r> {
    /// What the players are shown; at least one.
    pub(super) entries: Vec<Played<'r>>,
    /// What happened before the next step and is held until the reveal.
    pub(super) held: Vec<Played<'r>>,
}

/// A script without the texts of its review. To judge them takes long, and each page would do it again.
#[derive(Debug)]
pub(super) struct Kept {
    before: Vec<played::Kept>,
    /// The entries of each step, and what is held of it.
    steps: Vec<(Vec<played::Kept>, Vec<played::Kept>)>,
    first: played::Kept,
}

impl Step<'_> {
    /// Whether it is held what people did before the next step.
    pub(super) fn holds_a_deed(&self) -> bool {
        self.held.iter().any(|entry| entry.is_by_people() && !entry.is_part())
    }
}

impl<'r> Script<'r> {
    /// # Errors
    /// Why there is no drill.
    pub fn of(review: &'r Review) -> Result<Self, NoDrill> {
        if review.timeline.is_empty() {
            return Err(NoDrill::NoTimeline);
        }
        let entries: Option<Vec<_>> = (0..review.timeline.len()).map(|number| Played::of(review, number)).collect();
        let mut entries = entries.ok_or(NoDrill::TimesNotSure)?;
        entries.sort_by_key(|entry| entry.at);
        let known = first_known(review).ok_or(NoDrill::NotNoticed)?;
        let first = entries.iter().position(|entry| is_known(review, entry, known)).ok_or(NoDrill::NothingAfter)?;
        let played = entries.split_off(first + told_before(&entries[first..], known));
        let &[first, _, ..] = played.as_slice() else { return Err(NoDrill::NothingAfter) };
        let decisions = played.iter().skip(1).filter(|entry| is_decision(entry)).count();
        if decisions < DECISIONS {
            return Err(NoDrill::Decisions(decisions));
        }
        let held = Held::of(review, &first);
        let (steps, early) = steps(&held, &played);
        let decisions = steps.len().saturating_sub(1);
        if decisions < DECISIONS {
            return Err(NoDrill::Held(decisions));
        }
        let decisions = steps.iter().skip(1).filter(|step| !step.entries.iter().all(is_progress)).count();
        if decisions < DECISIONS {
            return Err(NoDrill::Progress(decisions));
        }
        let before = entries.into_iter().chain(early).collect();
        Ok(Self { before, steps, review, first, held: held.into() })
    }

    /// The same as was kept. `None` for another review.
    pub(super) fn again(review: &'r Review, kept: &'r Kept) -> Option<Self> {
        let played = |kept: &'r [played::Kept]| -> Option<Vec<Played<'r>>> {
            kept.iter().map(|kept| Played::again(review, kept)).collect()
        };
        let step = |(entries, held): &'r (Vec<played::Kept>, Vec<played::Kept>)| {
            Some(Step { entries: played(entries)?, held: played(held)? })
        };
        Some(Self {
            before: played(&kept.before)?,
            steps: kept.steps.iter().map(step).collect::<Option<_>>()?,
            review,
            first: Played::again(review, &kept.first)?,
            held: OnceCell::new(),
        })
    }

    pub(super) fn kept(&self) -> Kept {
        let all = |played: &[Played<'_>]| played.iter().map(Played::kept).collect();
        Kept {
            before: all(&self.before),
            steps: self.steps.iter().map(|step| (all(&step.entries), all(&step.held))).collect(),
            first: self.first.kept(),
        }
    }

    /// What gives the cause away.
    pub(super) fn held(&self) -> &Held {
        self.held.get_or_init(|| Held::of(self.review, &self.first))
    }

    /// The moment of the entry that players begin with.
    pub(super) fn first_sign(&self) -> Option<Timestamp> {
        Some(self.steps.first()?.entries.first()?.at)
    }

    /// Every entry from the first sign on, shown or held, in order of time.
    pub(super) fn entries(&self) -> Vec<Played<'r>> {
        let mut all: Vec<_> =
            self.steps.iter().flat_map(|step| step.entries.iter().chain(&step.held)).copied().collect();
        all.sort_by_key(|entry| entry.at);
        all
    }

    /// Whether an entry is held that came after the last one that is shown.
    pub(super) fn goes_on(&self) -> bool {
        let Some((last, held)) = self.steps.last().and_then(|step| Some((step.entries.last()?, &step.held))) else {
            return false;
        };
        held.iter().any(|entry| entry.at > last.at)
    }

    /// When the record ends.
    pub(super) fn last_entry(&self) -> Option<Timestamp> {
        self.steps.iter().flat_map(|step| step.entries.iter().chain(&step.held)).map(|entry| entry.at).max()
    }
}

/// Whether a review has a page for its drill, even if it only says why there is none.
pub fn has_page(review: &Review) -> bool {
    review.timeline.len() >= FEWEST
}

/// When somebody inside first knew: the stated detection, else the first entry that its author placed in detection, else the first
/// that speaks of noticing, or the acknowledgement where that is earlier.
fn first_known(review: &Review) -> Option<Timestamp> {
    let first =
        |is: fn(&Entry) -> bool| review.timeline.iter().filter(|entry| is(entry)).filter_map(Entry::moment).min();
    // Who takes a change back noticed it before.
    let is_sign = |entry: &Entry| tells_of_noticing(&entry.what) && !takes_back(&entry.what);
    let sign = || first(is_sign).or_else(|| first(|entry| tells_of_noticing(&entry.what)));
    let told = || [sign(), review.moments.acknowledged].into_iter().flatten().min();
    review.moments.detected.or_else(|| first(|entry| entry.phase == Some(Phase::Detection))).or_else(told)
}

/// How many entries of the minute of detection stand before the one that speaks of noticing: these are of before, unless they
/// show harm.
fn told_before(entries: &[Played<'_>], known: Timestamp) -> usize {
    let mut same = entries.iter().take_while(|entry| minute(entry.at) == minute(known));
    let is_sign = |entry: &Played<'_>| {
        entry.phase == Some(Phase::Detection) || entry.effect == Effect::Negative || tells_of_noticing(entry.what)
    };
    same.position(is_sign).unwrap_or(0)
}

/// Whether an entry is a decision by people. Actions of a machine are not, and neither is what was only noticed, or that people were
/// at work.
fn is_decision(entry: &Played<'_>) -> bool {
    match entry.actor {
        Some(Actor::Human | Actor::Conversation) => true,
        Some(Actor::Automation) => false,
        None => entry.phase != Some(Phase::Detection) && !is_progress(entry),
    }
}

/// The entries in steps, and those that are held although they come before the first sign that can be told. One entry a step;
/// where there are too many for an hour, those that are nearest in time share a step. The first sign has its own.
fn steps<'r>(held: &Held, played: &[Played<'r>]) -> (Vec<Step<'r>>, Vec<Played<'r>>) {
    let judged = held.among(played);
    let shown: Vec<_> = judged.iter().filter_map(|judged| judged.shown).collect();
    let gaps = shown.windows(2).zip(1..).skip(1);
    let mut gaps: Vec<_> = gaps.map(|(pair, n)| (pair[1].at.as_second() - pair[0].at.as_second(), n)).collect();
    gaps.sort_unstable();
    let mut begins: Vec<usize> = gaps.into_iter().rev().take(MOST - 1).map(|(_, n)| n).collect();
    begins.push(1);
    begins.sort_unstable();
    let (mut steps, mut early): (Vec<Step<'r>>, _) = (Vec::with_capacity(begins.len() + 1), Vec::new());
    let mut n = 0;
    for judged in judged {
        if let Some(entry) = judged.shown {
            match steps.last_mut() {
                Some(step) if begins.binary_search(&n).is_err() => step.entries.push(entry),
                _ => steps.push(Step { entries: vec![entry], held: Vec::new() }),
            }
            n += 1;
        }
        match steps.last_mut() {
            Some(step) => step.held.extend(judged.held),
            None => early.extend(judged.held),
        }
    }
    (steps, early)
}

/// Whether an entry is at or after detection. An entry to the minute counts if detection is known to the second within that
/// minute, unless the entry is also the start.
fn is_known(review: &Review, entry: &Played<'_>, known: Timestamp) -> bool {
    let at = entry.at.as_second();
    let by_the_minute = at % 60 == 0 && minute(entry.at) == minute(known) && review.moments.started != Some(entry.at);
    at >= known.as_second() || by_the_minute
}

/// `A Wednesday morning in October`, in the given zone.
pub(super) fn day(at: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    let part = match there.hour() {
        5..12 => "morning",
        12..17 => "afternoon",
        17..22 => "evening",
        _ => "night",
    };
    format!("A {} {part} in {}", there.strftime("%A"), there.strftime("%B"))
}

#[cfg(test)]
mod tests {
    use super::day;
    use jiff::tz::TimeZone;

    #[test]
    fn the_day_is_that_of_the_place() {
        let at = "2026-10-14T08:00:50Z".parse().unwrap();
        assert_eq!(day(at, &TimeZone::UTC), "A Wednesday morning in October");
        assert_eq!(day(at, &TimeZone::get("Pacific/Auckland").unwrap()), "A Wednesday evening in October");
    }
}
