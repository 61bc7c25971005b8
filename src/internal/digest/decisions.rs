//! The overdue actions that the meetings decide on, a few in each.
//!
//! In: a library and its calendar. Out: for each week the actions, from those that were overdue when the week began, so that the
//! choice stays the same all week. What the last meeting was asked about comes again only where there is too little else; otherwise
//! high priority comes first, then what was asked about longest ago, then the oldest. A week without a meeting asks nobody.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::{Calendar, Week, series};
use crate::library::Library;
use crate::review::{Action, Review, is_word_of};

/// How many decisions a meeting makes.
const MOST: usize = 3;

/// A review and an action, by their places.
type Place = (usize, usize);

/// What each week decides on.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    of: BTreeMap<Week, Chosen>,
    urgency: Urgency,
}

/// The place of each action among all, those of high priority first, and of these the oldest: for each review, the places of its
/// actions, each with whether it is *not* of high priority. Made once, since each week compares all that are overdue.
#[derive(Debug, Default)]
struct Urgency(Vec<Vec<(bool, usize)>>);

/// The actions of a week, and those of the last meeting before it.
#[derive(Debug)]
struct Chosen {
    own: Vec<Place>,
    before: HashSet<Place>,
}

/// What earlier meetings were asked about.
#[derive(Default)]
struct Asked {
    last: HashSet<Place>,
    /// How often, and in which meeting last.
    times: HashMap<Place, (usize, usize)>,
}

impl Decisions {
    pub(super) fn take(library: &Library, calendar: &Calendar) -> Self {
        let config = &library.config;
        let mut decisions = Self { urgency: Urgency::of(library), ..Self::default() };
        let mut asked = Asked::default();
        for (meeting, week) in calendar.since_it_began().enumerate() {
            let first = week.first(calendar.start);
            let chosen = asked.next(&decisions.urgency, calendar.due(first, Date::MIN, first));
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
    pub(super) fn of(&self, week: Week, overdue: &[Place]) -> Vec<Place> {
        let of_week = self.of.get(&week);
        let own = of_week.into_iter().flat_map(|chosen| &chosen.own);
        let mut chosen: Vec<_> = own.filter(|place| overdue.contains(place)).copied().collect();
        if chosen.len() < MOST {
            let others = overdue.iter().filter(|place| !chosen.contains(place)).copied();
            let last = of_week.map(|chosen| chosen.before.clone()).unwrap_or_default();
            let others = Asked { last, ..Asked::default() }.next(&self.urgency, others);
            chosen.extend(others.into_iter().take(MOST - chosen.len()));
        }
        chosen.sort_by_key(|place| self.urgency.at(*place));
        chosen
    }
}

impl Asked {
    /// The actions that the next meeting is asked about.
    fn next(&self, urgency: &Urgency, pool: impl Iterator<Item = Place>) -> Vec<Place> {
        let key = |place: Place| {
            let is_last = self.last.contains(&place);
            let (times, when) = self.times.get(&place).copied().unwrap_or_default();
            // Of what the last meeting had, what was asked about least comes first.
            let often = if is_last { times } else { 0 };
            let (is_low, rank) = urgency.at(place);
            (is_last, often, is_low, times > 0, when, rank)
        };
        // A library may have thousands that are overdue in each of hundreds of weeks: only the first few are kept.
        let mut first = Vec::with_capacity(MOST + 1);
        for keyed in pool.map(|place| (key(place), place)) {
            if first.len() < MOST || first.last().is_some_and(|last| keyed < *last) {
                let at = first.partition_point(|before| *before < keyed);
                first.insert(at, keyed);
                first.truncate(MOST);
            }
        }
        first.into_iter().map(|(_, place)| place).collect()
    }
}

impl Urgency {
    fn of(library: &Library) -> Self {
        let actions = |(i, review): (usize, &Review)| (0..review.actions.len()).map(move |a| (i, a));
        let key = |(i, a): &Place| {
            let review = &library.reviews[*i];
            let action = &review.actions[*a];
            (!is_high(action), action.due, review.id.as_str(), *a)
        };
        let mut places: Vec<Place> = library.reviews.iter().enumerate().flat_map(actions).collect();
        places.sort_by_cached_key(key);
        let mut of: Vec<_> = library.reviews.iter().map(|review| vec![(false, 0); review.actions.len()]).collect();
        for (rank, (i, a)) in places.into_iter().enumerate() {
            of[i][a] = (!is_high(&library.reviews[i].actions[a]), rank);
        }
        Self(of)
    }

    fn at(&self, (review, action): Place) -> (bool, usize) {
        self.0[review][action]
    }
}

fn is_high(action: &Action) -> bool {
    let is_named = |own: &str| own == "1" || is_word_of("high priority", &own.to_lowercase());
    action.priority.as_deref().map(str::trim).is_some_and(is_named)
}
