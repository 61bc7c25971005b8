//! The list of all actions: title, review, owner, due date and status.
//!
//! The first page is in the order of the list, which changes with the day and with every action. Numbered pages have the actions of
//! some reviews each ([`super::by_review`]), so that one more review changes only the last of them.

use std::cmp::Reverse;

use super::{ActionsPage, numbered, row, view};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::lists::{Pager, push_with_root};
use crate::pages::pieces::Link;
use crate::pages::route::{ACTIONS_LIST, list_path};
use crate::pages::shell::PageView;
use base::links;
use site::output::Failure;

/// Most rows on the first page of a long list.
pub(super) const FIRST: usize = 50;

/// One page of the list: 0 is the first page.
pub fn page(at: At<'_>, number: usize) -> Result<(PageView, ActionsPage), Failure> {
    if number > 0 { numbered(at, number) } else { first(at) }
}

fn first(at: At<'_>) -> Result<(PageView, ActionsPage), Failure> {
    let (list, newest) = (at.site.actions(), at.site.by_review.pages());
    let all = list.places();
    let shown = if newest == 0 { all } else { all.get(..FIRST).unwrap_or(all) };
    let mut teams: Vec<_> =
        at.library().terms_of(Dimension::Teams).iter().map(|term| at.term_card(Dimension::Teams, term)).collect();
    teams.retain(|team| team.open_actions > 0);
    teams.sort_by_key(|team| Reverse(team.open_actions));
    let view = ActionsPage {
        heading: "Actions".to_owned(),
        counts: list.counts.clone(),
        teams,
        filters: list.filters.clone(),
        rows_html: rows(at, shown.iter().map(|place| row(at, &view(at, *place))))?,
        order: "Overdue first, then what is due next, without a date, done, and decided against.",
        twin_href: (newest > 0).then(|| at.to(ACTIONS_LIST)),
        pager: (newest > 0).then(|| Pager {
            words: format!("The first {} of {} actions", shown.len(), all.len()),
            first: None,
            newer: None,
            older: Some(at.to(&list_path("actions", newest))),
        }),
    };
    Ok((at.page(about(at, &view, Vec::new())), view))
}

pub(super) fn about(at: At<'_>, view: &ActionsPage, lists: Vec<Link>) -> About {
    let breadcrumbs = std::iter::once(at.home_crumb()).chain(lists).collect();
    About {
        title: view.heading.clone(),
        description: view.counts.clone(),
        class: "actions",
        breadcrumbs,
        feeds: Vec::new(),
    }
}

/// Rows one after another, with the path to the root from this page.
pub(super) fn rows(at: At<'_>, made: impl Iterator<Item = Result<String, Failure>>) -> Result<String, Failure> {
    let root = links::root(at.path);
    let mut html = String::new();
    for row in made {
        push_with_root(&mut html, &row?, &root);
    }
    Ok(html)
}
