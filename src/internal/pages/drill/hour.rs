//! Which steps fit into an hour, and what a facilitator may add.

use super::played::Played;
use super::script::Step;
use chart::Effect;

/// Minutes for the scenario, the roles, the reveal and the discussion afterwards.
pub(super) const AROUND: usize = 5 + 5 + 10 + 20;

/// Minutes of a short drill.
const HOUR: usize = 60;

/// Minutes for one step, if there are this many.
pub(super) fn step_minutes(steps: usize) -> usize {
    (40 / steps.max(1)).clamp(2, 5)
}

/// The numbers of the steps to run in an hour, from 1, in order; empty if all of them fit. The last is always included, because
/// it ends the drill. Of the others, those are chosen in which people decided something, preferably something that helped, or
/// in which the service changed; ties go to the longest wait before the next step.
pub(super) fn chosen(steps: &[Step<'_>]) -> Vec<usize> {
    let each = step_minutes(steps.len());
    let room = (HOUR - AROUND) / each;
    if steps.len() <= room || room < 2 {
        return Vec::new();
    }
    let weight = |n: usize| {
        let step = &steps[n];
        let people = step.entries.iter().any(Played::is_by_people);
        let helped = step.entries.iter().any(|entry| entry.is_by_people() && entry.effect == Effect::Positive);
        let moved = step.entries.iter().any(|entry| entry.effect != Effect::Neutral) || !step.held.is_empty();
        let first = step.entries.first().map_or(0, |entry| entry.at.as_second());
        let next = steps.get(n + 1).and_then(|next| next.entries.first()).map_or(first, |entry| entry.at.as_second());
        (usize::from(people) + usize::from(moved) + usize::from(helped), next - first)
    };
    let last = steps.len() - 1;
    let mut order: Vec<_> = (0..last).collect();
    order.sort_by_key(|n| (std::cmp::Reverse(weight(*n)), *n));
    // Nobody decides anything without harm: one step that shows it is always played.
    let harms = |n: &usize| steps[*n].entries.iter().any(|entry| entry.effect == Effect::Negative);
    if let Some(at) = order.iter().position(harms).filter(|at| *at >= room - 1) {
        let harm = order.remove(at);
        order.insert(room - 2, harm);
    }
    let mut numbers: Vec<_> = order.into_iter().take(room - 1).chain([last]).map(|n| n + 1).collect();
    numbers.sort_unstable();
    numbers
}

/// An invented event to add after a step; `None` for most steps.
pub(super) fn inject(number: usize, steps: usize) -> Option<&'static str> {
    let (first, second) = (steps.div_ceil(3), (2 * steps).div_ceil(3));
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
    use super::{inject, step_minutes};

    #[test]
    fn steps_share_forty_minutes() {
        assert_eq!([1, 8, 10, 20, 60].map(step_minutes), [5, 5, 4, 2, 2]);
    }

    #[test]
    fn two_things_are_added_at_most() {
        for steps in 1..=20 {
            let added: Vec<_> = (1..=steps).filter(|n| inject(*n, steps).is_some()).collect();
            assert!(added.len() <= 2 && !added.is_empty(), "{steps}: {added:?}");
        }
    }
}
