//! The list of all actions: title, review, owner, due date and status.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::list::facets;
use super::{ActionRow, ActionsPage, action};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::lists::{AWAY, page_of, push_with_root, script, with_mark};
use crate::pages::route::ACTIONS_TWIN;
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
        twin_href: pager.is_some().then(|| at.to(ACTIONS_TWIN)),
        pager,
    };
    Ok((at.page(about), view))
}

/// A script with the rows of all pages, for the script that sorts and filters them.
pub fn twin(at: At<'_>) -> Result<String, Failure> {
    let rows = at.site.actions().places().iter().map(|place| row(at, *place));
    Ok(script(&rows.collect::<Result<Vec<_>, _>>()?))
}

fn row(at: At<'_>, (i, place): (usize, usize)) -> Result<String, Failure> {
    let one = &at.library().reviews[i].actions[place];
    let view = ActionRow {
        action: action(At { path: AWAY, ..at }, i, one, true),
        text: plain_text(&one.title),
        facets: facets(at.library(), i, one)
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
