//! Actions: one as a view, and the page of all.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::at::{About, At};
use super::dates;
use super::prose::Prose;
use super::views::{ActionGroup, ActionView, ActionsPage, PageView};
use crate::internal::library::Dimension;
use crate::internal::review::{Action, ActionStatus};
use crate::text::count;

/// Closed actions are named for this many days.
const LATELY: i32 = 90;

/// One action of the review at `i`; `with_review` names the review, which its own page need not.
pub(super) fn action(at: At<'_>, i: usize, action: &Action, with_review: bool) -> ActionView {
    action_on(at, i, action, with_review, at.library().clock.today)
}

/// The same as it looked on another day.
pub(super) fn action_on(at: At<'_>, i: usize, action: &Action, with_review: bool, today: Date) -> ActionView {
    let prose = Prose::new(at, i);
    let ticket_href = action.ticket.clone().filter(|t| t.starts_with("https://") || t.starts_with("http://"));
    ActionView {
        id: action.id.clone(),
        title_html: prose.inline(&action.title),
        status: action.status.key().to_owned(),
        status_label: action.status.label().to_owned(),
        owner: action.owner.clone(),
        priority: action.priority.clone(),
        improves: action.improves.map(|phase| phase.name().to_owned()),
        due: action.due.map(dates::date),
        closed: action.closed.map(dates::date),
        overdue: overdue_on(action, today),
        age: age(at, i, action, today),
        ticket: action.ticket.clone(),
        ticket_href,
        reason_html: action.reason.as_deref().map(|reason| prose.inline(reason)),
        review: with_review.then(|| at.review_link(i)),
        teams: at.terms_of(Dimension::Teams, i),
    }
}

/// `12 days overdue`, `due in 3 days`, `closed after 20 days`.
fn age(at: At<'_>, i: usize, action: &Action, today: Date) -> Option<String> {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    let words = |n: i32| count(usize::try_from(n).unwrap_or(0), "day", "days");
    if let Some(closed) = action.closed {
        let opened = at.library().reviews[i].date?;
        return (closed >= opened).then(|| format!("closed after {}", words(days(opened, closed))));
    }
    let due = action.due.filter(|_| action.status.is_open())?;
    Some(match days(today, due) {
        0 => "due today".to_owned(),
        n if n > 0 => format!("due in {}", words(n)),
        n => format!("{} overdue", words(-n)),
    })
}

/// Every action that somebody still has to do with the review it is of, longest overdue first, those without a date last.
pub(super) fn open_actions(at: At<'_>) -> Vec<(usize, &Action)> {
    let mut open = matching(at, |action| action.status.is_open());
    open.sort_by_key(|(_, action)| (action.due.is_none(), action.due));
    open
}

/// Whether it should have been done by now.
pub(super) fn is_overdue(at: At<'_>, action: &Action) -> bool {
    overdue_on(action, at.library().clock.today)
}

fn overdue_on(action: &Action, today: Date) -> bool {
    action.status.is_open() && action.due.is_some_and(|due| due < today)
}

/// Views of the first `most`.
pub(super) fn views(at: At<'_>, actions: &[(usize, &Action)], most: usize) -> Vec<ActionView> {
    actions.iter().take(most).map(|(i, a)| action(at, *i, a, true)).collect()
}

fn matching(at: At<'_>, wanted: impl Fn(&Action) -> bool) -> Vec<(usize, &Action)> {
    let all = at.library().reviews.iter().enumerate();
    all.flat_map(|(i, review)| review.actions.iter().map(move |a| (i, a))).filter(|(_, a)| wanted(a)).collect()
}

/// Actions in each group of the page; in a library of thousands the rest stand on their reviews' pages and in `reviews.json`.
const LISTED: usize = 200;

pub(super) fn page(at: At<'_>) -> (PageView, ActionsPage) {
    let today = at.library().clock.today;
    let open = open_actions(at);
    let open_total = open.len();
    let (overdue, rest): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, action)| is_overdue(at, action));
    let (due, undated): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, action)| action.due.is_some());
    let mut done = matching(at, |action| action.status == ActionStatus::Done);
    let done_total = done.len();
    let lately = |action: &Action| {
        action.closed.is_some_and(|on| on <= today && on.until(today).is_ok_and(|span| span.get_days() <= LATELY))
    };
    done.retain(|(_, action)| lately(action));
    done.sort_by_key(|(_, action)| Reverse(action.closed));
    let declined = matching(at, |action| action.status == ActionStatus::WontDo);
    let counts = format!(
        "{open_total} open, {} of them overdue; {done_total} done; {} decided against",
        overdue.len(),
        declined.len()
    );
    let group = |key, heading: &str, note: &str, actions: &[(usize, &Action)]| ActionGroup {
        key,
        heading: heading.to_owned(),
        note: note.to_owned(),
        total: actions.len(),
        actions: views(at, actions, LISTED),
    };
    let groups = vec![
        group(
            "overdue",
            "Overdue",
            "Open past their due date, longest first. Nothing here is the best news.",
            &overdue,
        ),
        group("due", "Due", "Open, with a date to come, next first. An action gets here by `due:`.", &due),
        group("undated", "Without a date", "Open, and nobody has said until when.", &undated),
        group("closed", "Closed lately", "Done in the last 90 days. Thank you.", &done),
        group("declined", "Decided against", "Not to be done, with the reason.", &declined),
    ];
    let mut teams: Vec<_> =
        at.library().terms_of(Dimension::Teams).iter().map(|term| at.term_card(Dimension::Teams, term)).collect();
    teams.retain(|team| team.open_actions > 0);
    let about = About {
        title: "Actions".to_owned(),
        description: counts.clone(),
        class: "actions",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    (at.page(about), ActionsPage { counts, groups, teams })
}
