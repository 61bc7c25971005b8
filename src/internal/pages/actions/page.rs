//! The list of all actions: title, review, owner, due date and status.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{ActionRow, ActionsPage, action, is_overdue, matching, open_actions};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::lists::{AWAY, FilterGroup, FilterOption, page_of, push_with_root, script, with_mark};
use crate::pages::route::ACTIONS_TWIN;
use crate::pages::shell::PageView;
use crate::review::{Action, ActionStatus};
use base::links;
use base::text::{count, slug};
use markdown::plain_text;
use site::output::Failure;

/// One page of the list.
pub fn page(at: At<'_>, number: usize) -> Result<(PageView, ActionsPage), Failure> {
    let all = in_order(at);
    let (shown, pager) = page_of(at, &all, number, "actions", "Actions");
    let root = links::root(at.path);
    let mut rows_html = String::new();
    for (i, action) in shown {
        push_with_root(&mut rows_html, &row(at, *i, action)?, &root);
    }
    let counts = counts(at, &all);
    let mut teams: Vec<_> =
        at.library().terms_of(Dimension::Teams).iter().map(|term| at.term_card(Dimension::Teams, term)).collect();
    teams.retain(|team| team.open_actions > 0);
    teams.sort_by_key(|team| Reverse(team.open_actions));
    let about = About {
        title: "Actions".to_owned(),
        description: counts.clone(),
        class: "actions",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    let view = ActionsPage {
        counts,
        teams,
        filters: if all.len() < 5 { Vec::new() } else { filters(at, &all) },
        rows_html,
        twin_href: pager.is_some().then(|| at.to(ACTIONS_TWIN)),
        pager,
    };
    Ok((at.page(about), view))
}

/// A script with the rows of all pages, for the script that sorts and filters them.
pub fn twin(at: At<'_>) -> Result<String, Failure> {
    let rows = in_order(at).into_iter().map(|(i, action)| row(at, i, action));
    Ok(script(&rows.collect::<Result<Vec<_>, _>>()?))
}

/// Open ones first, longest overdue on top, those without a date last; then what was done, latest first; then what was
/// decided against.
fn in_order(at: At<'_>) -> Vec<(usize, &Action)> {
    let mut all = open_actions(at);
    let mut done = matching(at, |action| action.status == ActionStatus::Done);
    done.sort_by_key(|(_, action)| Reverse(action.closed));
    all.extend(done);
    all.extend(matching(at, |action| action.status == ActionStatus::WontDo));
    all
}

fn row(at: At<'_>, i: usize, one: &Action) -> Result<String, Failure> {
    let view = ActionRow {
        action: action(At { path: AWAY, ..at }, i, one, true),
        text: plain_text(&one.title),
        facets: facets(at, i, one)
            .into_iter()
            .map(|(name, value, _)| format!("{name}:{value}"))
            .collect::<Vec<_>>()
            .join(" "),
        rank: rank(one),
    };
    Ok(with_mark(&at.site.text("shared/action_row.html", &BTreeMap::from([("row", view)]))?))
}

fn rank(action: &Action) -> usize {
    ActionStatus::ALL.iter().position(|(_, status)| *status == action.status).unwrap_or_default()
}

/// The facets of an action, as (name, value, label).
fn facets(at: At<'_>, i: usize, action: &Action) -> Vec<(&'static str, String, String)> {
    let mut facets = Vec::new();
    let mut add = |name, value: &str, label: &str| facets.push((name, value.to_owned(), label.to_owned()));
    let open = action.status.is_open();
    if open {
        add("state", "open", "Open or in progress");
        if is_overdue(at, action) {
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
    let held = |dimension| at.library().terms_held(dimension, i);
    if let Some(team) = at.library().team_of(i, action) {
        add("team", &team.slug, &team.label);
    }
    for term in held(Dimension::Services) {
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

/// The filters above the list, in alphabetical order except for the states.
fn filters(at: At<'_>, all: &[(usize, &Action)]) -> Vec<FilterGroup> {
    const STATES: [&str; 6] = ["open", "overdue", "no-date", "in-progress", "done", "wont-do"];
    let mut found: BTreeMap<(&str, String), FilterOption> = BTreeMap::new();
    for (i, action) in all {
        let mut seen = BTreeSet::new();
        for (name, value, label) in facets(at, *i, action) {
            if seen.insert((name, value.clone())) {
                let option = || FilterOption { value: format!("{name}:{value}"), label, count: 0 };
                found.entry((name, value.clone())).or_insert_with(option).count += 1;
            }
        }
    }
    let group = |(key, label): (&'static str, &str)| {
        let mut options: Vec<_> = found.iter().filter(|((name, _), _)| *name == key).map(|(_, o)| o.clone()).collect();
        let place = |o: &FilterOption| STATES.iter().position(|state| o.value.strip_prefix("state:") == Some(*state));
        options.sort_by_cached_key(|option| (place(option), option.label.to_lowercase()));
        FilterGroup { key, label: label.to_owned(), options }
    };
    [("state", "State"), ("team", "Team"), ("owner", "Owner"), ("service", "Service"), ("phase", "Improves")]
        .into_iter()
        .map(group)
        .filter(|group| group.options.len() > 1)
        .collect()
}

/// `14 open: 3 overdue, 2 without a date, 4 without an owner; 52 done; 4 decided against`.
fn counts(at: At<'_>, all: &[(usize, &Action)]) -> String {
    let of = |wanted: &dyn Fn(&Action) -> bool| all.iter().filter(|(_, action)| wanted(action)).count();
    let open = of(&|action| action.status.is_open());
    let parts = [
        (of(&|action| is_overdue(at, action)), "overdue"),
        (of(&|action| action.status.is_open() && action.due.is_none()), "without a date"),
        (of(&|action| action.status.is_open() && action.owner.is_none()), "without an owner"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let detail = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    let done = of(&|action| action.status == ActionStatus::Done);
    let declined = of(&|action| action.status == ActionStatus::WontDo);
    format!("{}{detail}; {done} done; {declined} decided against", count(open, "open action", "open actions"))
}
