//! What all pages of the list of actions have in common: its order, its choices and its counts. Made once, for a large library
//! has hundreds of these pages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::action::overdue_on;
use crate::library::{Dimension, Library};
use crate::pages::lists::{FilterGroup, FilterOption};
use crate::review::{Action, ActionStatus};
use base::text::{count, slug};

/// Lists that are shorter than this need no choices.
const SHORT: usize = 5;

/// All actions of a library.
#[derive(Debug)]
pub struct List {
    places: Vec<(usize, usize)>,
    /// `14 open actions: 3 overdue; 52 done; 4 decided against`.
    pub counts: String,
    /// The choices above the list.
    pub filters: Vec<FilterGroup>,
}

impl List {
    /// The list as of the library's today.
    pub fn of(library: &Library) -> Self {
        let places = in_order(library);
        let all: Vec<_> = places.iter().map(|(i, place)| (*i, &library.reviews[*i].actions[*place])).collect();
        let filters = if all.len() < SHORT { Vec::new() } else { filters(library, &all) };
        Self { counts: counts(library, &all), filters, places }
    }

    /// Every action as (review, action), in the order of the list.
    pub fn places(&self) -> &[(usize, usize)] {
        &self.places
    }
}

/// Open ones first, longest overdue on top, those without a date last; then what was done, latest first; then what was
/// decided against.
fn in_order(library: &Library) -> Vec<(usize, usize)> {
    let reviews = library.reviews.iter().enumerate();
    let mut all: Vec<_> =
        reviews.flat_map(|(i, review)| (0..review.actions.len()).map(move |place| (i, place))).collect();
    all.sort_by_cached_key(|(i, place)| in_list(&library.reviews[*i].actions[*place]));
    all
}

/// What the list is sorted by.
pub(super) fn in_list(action: &Action) -> (u8, bool, Option<Date>, Reverse<Option<Date>>) {
    match action.status {
        ActionStatus::Done => (1, false, None, Reverse(action.closed)),
        ActionStatus::WontDo => (2, false, None, Reverse(None)),
        _ => (0, action.due.is_none(), action.due, Reverse(None)),
    }
}

/// What an action can be found by, as (name, value, label).
pub(super) fn facets(library: &Library, i: usize, action: &Action) -> Vec<(&'static str, String, String)> {
    let mut facets = Vec::new();
    let mut add = |name, value: &str, label: &str| facets.push((name, value.to_owned(), label.to_owned()));
    let open = action.status.is_open();
    if open {
        add("state", "open", "Open or in progress");
        if overdue_on(action, library.clock.today) {
            add("state", "overdue", "Overdue");
        }
        if action.due.is_none() {
            add("state", "no-date", "Open without a date");
        }
    }
    match action.status {
        ActionStatus::Open => {}
        status => add("state", &slug(status.key()), status.label()),
    }
    if let Some(team) = library.team_of(i, action) {
        add("team", &team.slug, &team.label);
    }
    for term in library.terms_held(Dimension::Services, i) {
        add("service", &term.slug, &term.label);
    }
    match &action.owner {
        Some(owner) if !slug(owner).is_empty() => add("owner", &slug(owner), owner),
        _ => add("owner", "none", "No owner"),
    }
    match action.improves {
        Some(phase) => add("phase", &slug(phase.name()), phase.name()),
        None => add("phase", "none", "Not said"),
    }
    facets
}

/// The choices above the list, in the order of the alphabet but for the states; what nobody said is last.
fn filters(library: &Library, all: &[(usize, &Action)]) -> Vec<FilterGroup> {
    const STATES: [&str; 6] = ["open", "overdue", "no-date", "in-progress", "done", "wont-do"];
    let mut found: BTreeMap<(&str, String), FilterOption> = BTreeMap::new();
    for (i, action) in all {
        let mut seen = BTreeSet::new();
        for (name, value, label) in facets(library, *i, action) {
            if seen.insert((name, value.clone())) {
                let option = || FilterOption { value: format!("{name}:{value}"), label, count: 0 };
                found.entry((name, value.clone())).or_insert_with(option).count += 1;
            }
        }
    }
    let group = |(key, label): (&'static str, &str)| {
        let mut options: Vec<_> = found.iter().filter(|((name, _), _)| *name == key).map(|(_, o)| o.clone()).collect();
        let place = |o: &FilterOption| STATES.iter().position(|state| o.value.strip_prefix("state:") == Some(*state));
        let is_unsaid = |o: &FilterOption| o.value.ends_with(":none");
        options.sort_by_cached_key(|option| (is_unsaid(option), place(option), option.label.to_lowercase()));
        FilterGroup { key, label: label.to_owned(), options }
    };
    [("state", "State"), ("team", "Team"), ("owner", "Owner"), ("service", "Service"), ("phase", "Improves")]
        .into_iter()
        .map(group)
        .filter(|group| group.options.len() > 1)
        .collect()
}

/// `14 open: 3 overdue, 2 without a date, 4 without an owner; 52 done; 4 decided against`.
fn counts(library: &Library, all: &[(usize, &Action)]) -> String {
    let of = |wanted: &dyn Fn(&Action) -> bool| all.iter().filter(|(_, action)| wanted(action)).count();
    let open = of(&|action| action.status.is_open());
    let parts = [
        (of(&|action| overdue_on(action, library.clock.today)), "overdue"),
        (of(&|action| action.status.is_open() && action.due.is_none()), "without a date"),
        (of(&|action| action.status.is_open() && action.owner.is_none()), "without an owner"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let detail = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    let done = of(&|action| action.status == ActionStatus::Done);
    let declined = of(&|action| action.status == ActionStatus::WontDo);
    format!("{}{detail}; {done} done; {declined} decided against", count(open, "open action", "open actions"))
}
