//! Which steps fit into an hour, and what a facilitator may add.

use std::collections::{BTreeMap, BTreeSet};

use super::played::Played;
use super::said::telling;
use super::script::Step;
use super::{DrillHour, DrillParts, HourStep};
use crate::review::{Points, Review};
use chart::Effect;

/// The number of distinctive words that a step must share with a surprise or a lesson to show it.
const ALIKE: usize = 2;

/// Minutes for everything but the steps.
pub(super) const PARTS: DrillParts = DrillParts { scenario: 5, roles: 5, reveal: 10, debrief: 20 };

/// The sum of these.
const AROUND: usize = PARTS.scenario + PARTS.roles + PARTS.reveal + PARTS.debrief;

/// Minutes of a short drill.
const HOUR: usize = 60;

/// Minutes of a drill with this many steps after the first sign.
pub(super) fn minutes(steps: usize) -> usize {
    AROUND + steps * step_minutes(steps)
}

/// Minutes for one step, if there are this many.
pub(super) fn step_minutes(steps: usize) -> usize {
    (40 / steps.max(1)).clamp(2, 5)
}

/// The fewest minutes in which a step can be played.
const FEWEST: usize = 2;

/// How many of so many steps to play in an hour, with the minutes of one; the rest of the time is for reading out the others, at
/// two a minute or slower.
fn room(steps: usize) -> Option<(usize, usize)> {
    let (each, left) = (step_minutes(steps), HOUR - AROUND);
    let fits = |played: usize| {
        let minutes = left.saturating_sub((steps - played).div_ceil(2)) / played;
        (minutes >= FEWEST && minutes + 1 >= each).then_some((played, minutes.min(each)))
    };
    (2..=(left / each).min(steps)).rev().find_map(fits)
}

/// What to play in an hour; none if all steps fit.
pub(super) fn cut(review: &Review, steps: &[Step<'_>]) -> Option<DrillHour> {
    if steps.len() * step_minutes(steps.len()) <= HOUR - AROUND {
        return None;
    }
    let (played, step_minutes) = room(steps.len())?;
    let reading = HOUR - AROUND - played * step_minutes;
    Some(DrillHour { steps: chosen(steps, &taught(review), played), step_minutes, reading })
}

/// What a review teaches: the distinctive words of each surprise and each lesson, with what it is.
fn taught(review: &Review) -> Vec<(BTreeSet<String>, &'static str)> {
    let of =
        |points: &Points, why| points.items.iter().map(move |point| (telling(&point.text), why)).collect::<Vec<_>>();
    [of(&review.surprises, "a surprise shows"), of(&review.learnings, "a lesson shows")].concat()
}

/// So many of the steps, in order, each with the reason. The last is always included, because it ends the drill, and so is the turning
/// point: where it was worst, and the first improvement after that. Then come the steps in which a surprise or a lesson shows, which
/// are what the drill is for; of the others those in which people decided something, preferably something that helped, or in which the
/// service changed. Ties go to the longest wait before the next step.
fn chosen(steps: &[Step<'_>], taught: &[(BTreeSet<String>, &'static str)], room: usize) -> Vec<HourStep> {
    let last = steps.len() - 1;
    let words: Vec<_> = steps.iter().map(words).collect();
    let (worst, better) = turning(steps);
    let shows = |(point, why): &(BTreeSet<String>, &'static str)| {
        let common = |n: usize| words[n].intersection(point).count();
        let best = (0..last).max_by_key(|n| (common(*n), std::cmp::Reverse(*n)))?;
        (common(best) >= ALIKE).then_some((best, *why))
    };
    let mut others: Vec<_> = (0..last).collect();
    others.sort_by_key(|n| (std::cmp::Reverse(weight(steps, *n)), *n));
    let order = [(last, "it ends")]
        .into_iter()
        .chain(worst.map(|n| (n, "it is worst")))
        .chain(better.map(|n| (n, "it first gets better")))
        .chain(taught.iter().filter_map(shows))
        .chain(others.into_iter().map(|n| (n, reason(&steps[n]))));
    let mut chosen: BTreeMap<usize, &'static str> = BTreeMap::new();
    for (n, why) in order {
        if chosen.len() < room {
            chosen.entry(n).or_insert(why);
        }
    }
    chosen.into_iter().map(|(n, why)| HourStep { number: n + 1, why }).collect()
}

/// The distinctive words of a step. What is held of it counts where it happened.
fn words(step: &Step<'_>) -> BTreeSet<String> {
    step.entries.iter().chain(&step.held).flat_map(|entry| telling(entry.what)).collect()
}

/// How much there is to decide in a step, and how long the wait after it is.
fn weight(steps: &[Step<'_>], n: usize) -> (usize, i64) {
    let step = &steps[n];
    let first = step.entries.first().map_or(0, |entry| entry.at.as_second());
    let next = steps.get(n + 1).and_then(|next| next.entries.first()).map_or(first, |entry| entry.at.as_second());
    (usize::from(has_people(step)) + usize::from(moves(step)) + usize::from(is_helped(step)), next - first)
}

/// What makes a step worth playing in which nothing else shows.
fn reason(step: &Step<'_>) -> &'static str {
    if is_helped(step) {
        "what people did helped"
    } else if moves(step) {
        "the service changed"
    } else if has_people(step) {
        "people decided"
    } else {
        "time went by"
    }
}

fn has_people(step: &Step<'_>) -> bool {
    step.entries.iter().any(Played::is_by_people)
}

fn is_helped(step: &Step<'_>) -> bool {
    step.entries.iter().any(|entry| entry.is_by_people() && entry.effect == Effect::Positive)
}

fn moves(step: &Step<'_>) -> bool {
    step.entries.iter().any(|entry| entry.effect.moves()) || !step.held.is_empty()
}

/// The steps in which it was worst, and in which it first got better after that; what is held counts where it happened.
fn turning(steps: &[Step<'_>]) -> (Option<usize>, Option<usize>) {
    let has = |n: usize, effect: Effect| {
        steps[n].entries.iter().chain(&steps[n].held).filter(|entry| entry.effect == effect).count()
    };
    let (mut height, mut worst) = (0_usize, None);
    let mut highest = 0;
    for n in 0..steps.len() {
        let (up, down) = (has(n, Effect::Negative), has(n, Effect::Positive));
        height += up;
        if up > 0 && height > highest {
            (worst, highest) = (Some(n), height);
        }
        height = height.saturating_sub(down);
    }
    let better = (worst.unwrap_or(0)..steps.len()).find(|n| has(*n, Effect::Positive) > 0);
    (worst, better)
}

/// An invented event to add after a step; `None` for most steps. Nobody is out of reach in the last step, or when it is over:
/// `last_open` is the last step in which it is not.
pub(super) fn inject(number: usize, steps: usize, last_open: usize) -> Option<&'static str> {
    let first = steps.div_ceil(3);
    let second = (2 * steps).div_ceil(3).min(last_open).min(steps.saturating_sub(1));
    match number {
        n if n == first && n > 0 => Some("The next answer that they ask for comes one step later."),
        n if n == second && second > first => {
            Some("The person whom they ask next cannot be reached. What do they do instead?")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{AROUND, HOUR, inject, room, step_minutes};

    #[test]
    fn the_steps_of_an_hour_leave_time_to_read_the_others() {
        for steps in 5..=20 {
            let (played, each) = room(steps).expect("a cut");
            let reading = HOUR - AROUND - played * each;
            assert!(2 * reading >= steps - played && played >= 4 && each >= 2, "{steps}: {played} of {each} min");
        }
    }

    #[test]
    fn steps_share_forty_minutes() {
        assert_eq!([1, 8, 10, 20, 60].map(step_minutes), [5, 5, 4, 2, 2]);
    }

    #[test]
    fn two_things_are_added_at_most() {
        for steps in 1..=20 {
            let added: Vec<_> = (1..=steps).filter(|n| inject(*n, steps, steps).is_some()).collect();
            assert!(added.len() <= 2 && !added.is_empty(), "{steps}: {added:?}");
            assert!(steps == 1 || added.last() != Some(&steps), "{steps}: {added:?}");
        }
    }
}
