//! The overdue actions that the meetings decide on, a few in each.
//!
//! In: a library and its calendar. Out: for each week the actions, from those that were overdue when the week began, so that the
//! choice stays the same all week. What the last meeting was asked about comes again only where there is too little else; otherwise
//! high priority comes first, then what was asked about longest ago, then the oldest. A week without a meeting asks nobody.

use std::collections::BTreeMap;

use ahash::{AHashMap, AHashSet};
use jiff::civil::Date;

use super::{Calendar, Week, series};
use crate::library::Library;
use crate::review::{Action, is_word_of};

/// How many decisions a meeting makes.
const MOST: usize = 3;

/// A review and an action, by their places.
type Place = (usize, usize);

/// What each week decides on.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    of: BTreeMap<Week, Chosen>,
}

/// The actions of a week, and those of the last meeting before it.
#[derive(Debug)]
struct Chosen {
    own: Vec<Place>,
    before: AHashSet<Place>,
}

/// What earlier meetings were asked about.
#[derive(Default)]
struct Asked {
    last: AHashSet<Place>,
    /// How often, and in which meeting last.
    times: AHashMap<Place, (usize, usize)>,
}

impl Decisions {
    pub(super) fn take(library: &Library, calendar: &Calendar) -> Self {
        let config = &library.config;
        let mut decisions = Self::default();
        let mut asked = Asked::default();
        for (meeting, week) in calendar.since_it_began().enumerate() {
            let first = week.first(calendar.start);
            let chosen = asked.next(calendar.overdue(first));
            let before = asked.last.clone();
            if !config.meeting.is_set || series::meeting_of(config, week).is_some() {
                for place in &chosen {
                    let times = asked.times.entry(*place).or_default();
                    *times = (times.0 + 1, meeting);
                }
                asked.last = chosen.iter().copied().collect();
            }
            decisions.of.insert(week, Chosen { own: chosen, before });
        }
        decisions
    }

    /// Up to three of the actions that are `overdue` by now, those of high priority first: the ones of the week that are still
    /// open, and others where these are too few, of which what the last meeting was asked about comes last.
    pub(super) fn of(&self, library: &Library, week: Week, overdue: &[Place]) -> Vec<Place> {
        let of_week = self.of.get(&week);
        let own = of_week.into_iter().flat_map(|chosen| &chosen.own);
        let mut chosen: Vec<_> = own.filter(|place| overdue.contains(place)).copied().collect();
        if chosen.len() < MOST {
            let others = overdue.iter().filter(|place| !chosen.contains(place)).copied();
            let last = of_week.map(|chosen| chosen.before.clone()).unwrap_or_default();
            let others = others.map(|place| (place, is_high(action(library, place))));
            let others = Asked { last, ..Asked::default() }.next(others);
            chosen.extend(others.into_iter().take(MOST - chosen.len()));
        }
        chosen.sort_by_key(|place| in_order(library, *place));
        chosen
    }
}

impl Asked {
    /// The actions that the next meeting is asked about. Those to choose from are in the order of [`Calendar::due`], each with whether
    /// its priority is high.
    fn next(&self, pool: impl Iterator<Item = (Place, bool)>) -> Vec<Place> {
        let key = |(n, (place, is_high)): (usize, (Place, bool))| {
            let is_last = self.last.contains(&place);
            let (times, when) = self.times.get(&place).copied().unwrap_or_default();
            // Of what the last meeting had, what was asked about least comes first.
            let often = if is_last { times } else { 0 };
            (is_last, often, !is_high, times > 0, when, n, place)
        };
        // A library may have thousands that are overdue in each of hundreds of weeks: only the first few are kept.
        let mut first = Vec::with_capacity(MOST + 1);
        for keyed in pool.enumerate().map(key) {
            if first.len() < MOST || first.last().is_some_and(|last| keyed < *last) {
                let at = first.partition_point(|before| *before < keyed);
                first.insert(at, keyed);
                first.truncate(MOST);
            }
        }
        first.into_iter().map(|(.., place)| place).collect()
    }
}

/// High priority before others, the oldest before the younger.
fn in_order(library: &Library, place: Place) -> (bool, Option<Date>, &str, usize) {
    let action = action(library, place);
    (!is_high(action), action.due, library.reviews[place.0].id.as_str(), place.1)
}

fn action(library: &Library, (review, place): Place) -> &Action {
    &library.reviews[review].actions[place]
}

/// Whether the priority of an action is high.
pub(super) fn is_high(action: &Action) -> bool {
    let is_named = |own: &str| own == "1" || is_word_of("high priority", &own.to_lowercase());
    action.priority.as_deref().map(str::trim).is_some_and(is_named)
}
