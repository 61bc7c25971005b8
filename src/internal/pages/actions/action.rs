//! Actions: the view of one action, and which ones are open.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::ActionView;
use crate::library::Dimension;
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::prose::Prose;
use crate::review::Action;
use base::text::age as age_words;

/// One action of the review at `i`; `with_review` adds the review, which the review's own page does not need.
pub fn action(at: At<'_>, i: usize, action: &Action, with_review: bool) -> ActionView {
    action_on(at, i, action, with_review, at.library().clock.today)
}

/// The actions of a review on its own page. Each with an id has an anchor; if several share an id, only the first.
///
/// Nothing in them depends on today, so that the page of a review changes only when somebody edits it. How late an action is
/// appears on the pages that change daily: the front page, the list of actions and the digest.
pub fn own(at: At<'_>, i: usize, all: &[Action]) -> Vec<ActionView> {
    let mut taken = BTreeSet::new();
    let view = |one: &Action| {
        let anchor = one.id.as_deref().map(anchor).filter(|id| taken.insert(id.clone()));
        let view = action(at, i, one, false);
        ActionView { anchor, ..view.on_any_day() }
    };
    all.iter().map(view).collect()
}

impl ActionView {
    /// The view without what depends on today.
    pub fn on_any_day(self) -> Self {
        Self { overdue: false, age: self.age.filter(|_| self.closed.is_some()), ..self }
    }
}

/// The anchor for an id, without white space, which HTML ids may not contain.
fn anchor(id: &str) -> String {
    format!("action.{}", id.split_whitespace().collect::<Vec<_>>().join("-"))
}

/// An action as it was on another day.
pub fn action_on(at: At<'_>, i: usize, action: &Action, with_review: bool, today: Date) -> ActionView {
    let prose = Prose::new(at, i);
    let ticket_href = action.ticket.clone().filter(|t| t.starts_with("https://") || t.starts_with("http://"));
    ActionView {
        id: action.id.clone(),
        anchor: None,
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
        teams: at.library().team_of(i, action).map(|team| at.to_term(Dimension::Teams, team)).into_iter().collect(),
    }
}

/// `12 days overdue`, `due in 3 weeks`, `closed after 2 months`, `closed the same day`.
fn age(at: At<'_>, i: usize, action: &Action, today: Date) -> Option<String> {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    if let Some(closed) = action.closed {
        let opened = at.library().reviews[i].date?;
        return (closed >= opened).then(|| match days(opened, closed) {
            0 => "closed the same day".to_owned(),
            n => format!("closed after {}", age_words(n)),
        });
    }
    let due = action.due.filter(|_| action.status.is_open())?;
    Some(match days(today, due) {
        0 => "due today".to_owned(),
        n if n > 0 => format!("due in {}", age_words(n)),
        n => format!("{} overdue", age_words(-n)),
    })
}

/// Every open action with its review, longest overdue first, those without a date last.
pub fn open_actions(at: At<'_>) -> Vec<(usize, &Action)> {
    let mut open = matching(at, |action| action.status.is_open());
    open.sort_by_key(|(_, action)| (action.due.is_none(), action.due));
    open
}

/// Whether its due date has passed.
pub fn is_overdue(at: At<'_>, action: &Action) -> bool {
    overdue_on(action, at.library().clock.today)
}

pub fn overdue_on(action: &Action, today: Date) -> bool {
    action.status.is_open() && action.due.is_some_and(|due| due < today)
}

/// Views of the first `most`.
pub fn views(at: At<'_>, actions: &[(usize, &Action)], most: usize) -> Vec<ActionView> {
    actions.iter().take(most).map(|(i, a)| action(at, *i, a, true)).collect()
}

fn matching(at: At<'_>, wanted: impl Fn(&Action) -> bool) -> Vec<(usize, &Action)> {
    let all = at.library().reviews.iter().enumerate();
    all.flat_map(|(i, review)| review.actions.iter().map(move |a| (i, a))).filter(|(_, a)| wanted(a)).collect()
}
