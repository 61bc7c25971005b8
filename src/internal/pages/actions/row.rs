//! One row of the list of actions.

use std::collections::BTreeMap;

use super::list::facets;
use super::{ActionRow, action};
use crate::pages::at::At;
use crate::pages::lists::{AWAY, with_mark};
use crate::review::{Action, ActionStatus};
use markdown::plain_text;
use site::output::Failure;

/// Renders a row, with the placeholder for the path to the root.
pub fn row(at: At<'_>, view: &ActionRow) -> Result<String, Failure> {
    Ok(with_mark(&at.site.text("shared/action_row.html", &BTreeMap::from([("row", view)]))?))
}

/// The row of an action, by its review and its place there.
pub fn view(at: At<'_>, (i, place): (usize, usize)) -> ActionRow {
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
