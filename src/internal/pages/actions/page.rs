//! The list of all actions: title, review, owner, due date and status.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::list::{facets, in_list};
use super::{ActionRow, ActionsPage, action};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::lists::{AWAY, Columns, Facts, Files, Key, page_of, push_with_root, ranks, with_mark};
use crate::pages::route::ACTIONS_LIST;
use crate::pages::shell::PageView;
use crate::review::{Action, ActionStatus};
use base::links;
use markdown::plain_text;
use site::output::Failure;

/// One page of the list.
pub fn page(at: At<'_>, number: usize) -> Result<(PageView, ActionsPage), Failure> {
    let list = at.site.actions();
    let (shown, pager) = page_of(at, list.places(), number, "actions", "Actions");
    let root = links::root(at.path);
    let mut rows_html = String::new();
    for place in shown {
        push_with_root(&mut rows_html, &row(at, *place)?, &root);
    }
    let mut teams: Vec<_> =
        at.library().terms_of(Dimension::Teams).iter().map(|term| at.term_card(Dimension::Teams, term)).collect();
    teams.retain(|team| team.open_actions > 0);
    teams.sort_by_key(|team| Reverse(team.open_actions));
    let about = About {
        title: "Actions".to_owned(),
        description: list.counts.clone(),
        class: "actions",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    let view = ActionsPage {
        counts: list.counts.clone(),
        teams,
        filters: list.filters.clone(),
        rows_html,
        twin_href: pager.is_some().then(|| at.to(ACTIONS_LIST)),
        pager,
    };
    Ok((at.page(about), view))
}

/// The files for sorting and filtering a list of several pages.
pub fn files(at: At<'_>) -> Result<Files, Failure> {
    let library = at.library();
    // The oldest review first, as in the files of the list of reviews.
    let mut places = at.site.actions().places().to_vec();
    places.sort_unstable_by(|a, b| b.cmp(a));
    let facts = places.par_iter().map(|place| facts_of(at, *place)).collect();
    let list = ranks(places.iter().map(|(i, place)| Some(in_list(&library.reviews[*i].actions[*place]))));
    let columns = Columns::of(&SORTED_BY, facts, list);
    Files::of("actions", &columns, |n| row(at, places[n]))
}

/// The columns that the list can be sorted by.
const SORTED_BY: [&str; 6] = ["action", "review", "owner", "team", "due", "state"];

fn facts_of(at: At<'_>, place: (usize, usize)) -> Facts<'_> {
    let of = &at.library().reviews[place.0];
    let ActionRow { action, text, facets, rank } = view(at, place);
    let review = action.review.as_ref().map_or("", |link| &link.label);
    let owner = action.owner.as_deref().unwrap_or_default();
    let team = action.teams.iter().map(|link| link.label.as_str()).collect::<Vec<_>>().join(", ");
    let day = action.closed.as_ref().or(action.due.as_ref());
    let mut words = vec![text.clone(), review.to_owned(), team.clone(), action.status_label.clone()];
    words.push(action.owner.clone().unwrap_or_else(|| "no owner".to_owned()));
    words.push(day.map_or("no date", |day| &day.words).to_owned());
    words.extend(of.actions[place.1].reason.as_deref().map(plain_text));
    words.extend([&action.priority, &action.improves, &action.ticket, &action.age].into_iter().flatten().cloned());
    Facts {
        review: &of.id,
        facets: facets.split_whitespace().map(str::to_owned).collect(),
        words,
        keys: vec![
            Key::text(&text),
            Key::text(review),
            Key::text(owner),
            Key::text(&team),
            day.and_then(|day| Key::text(&day.iso)),
            Key::number(rank),
        ],
    }
}

fn row(at: At<'_>, place: (usize, usize)) -> Result<String, Failure> {
    let view = view(at, place);
    Ok(with_mark(&at.site.text("shared/action_row.html", &BTreeMap::from([("row", view)]))?))
}

fn view(at: At<'_>, (i, place): (usize, usize)) -> ActionRow {
    let one = &at.library().reviews[i].actions[place];
    ActionRow {
        action: action(At { path: AWAY, ..at }, i, one, true),
        text: plain_text(&one.title),
        facets: facets(at.library(), i, one)
            .into_iter()
            .map(|(name, value, _)| format!("{name}:{value}"))
            .collect::<Vec<_>>()
            .join(" "),
        rank: rank(one),
    }
}

fn rank(action: &Action) -> usize {
    ActionStatus::ALL.iter().position(|(_, status)| *status == action.status).unwrap_or_default()
}
