//! What a review changes: its actions as they stood on a day, in words for a page, a slide and a message. No person is named.

use jiff::civil::Date;

use super::{again, day};
use crate::library::{Library, action_on};
use crate::review::{Action, ActionStatus, Review};

/// An action of a presented review.
#[derive(Debug, Clone)]
pub struct Change {
    pub action: Action,
    /// The team that it belongs to.
    pub team: Option<String>,
    /// `done on 3 March 2026`; `due 1 June 2026`; `open, was due 1 May 2026`; `decided against`; `open, no date`.
    pub state: String,
    /// Whether it was decided against on a day that nobody stated, which may be later than that of the page.
    pub is_undated: bool,
}

/// On a past page it is not known whether the decision had been made.
const UNDATED: &str = "decided against; on which day is not stated";

/// What was done, then what is to be done, then what was decided against. Thanks change nothing and are left out.
pub(super) fn changes(library: &Library, review: usize, as_of: Date) -> Vec<Change> {
    let is_past = as_of < library.clock.today;
    let actions = library.reviews[review].actions.iter().map(|action| action_on(action, as_of));
    let mut actions: Vec<_> = actions.filter(|action| !again::gives_thanks(action)).collect();
    actions.sort_by_key(|action| match action.status {
        ActionStatus::Done => 0,
        ActionStatus::Open | ActionStatus::InProgress => 1,
        ActionStatus::WontDo => 2,
    });
    let of = |action: Action| {
        let is_undated = is_past && action.status == ActionStatus::WontDo && action.closed.is_none();
        Change {
            team: library.team_of(review, &action).map(|team| team.label.clone()),
            state: if is_undated { UNDATED.to_owned() } else { state(&action, as_of) },
            // The reason may tell of what came later.
            action: if is_undated { Action { reason: None, ..action } } else { action },
            is_undated,
        }
    };
    actions.into_iter().map(of).collect()
}

fn state(action: &Action, as_of: Date) -> String {
    let on = |words: &str| action.closed.map_or_else(|| words.to_owned(), |on| format!("{words} on {}", day(on)));
    match (action.status, action.due) {
        (ActionStatus::Done, _) => on("done"),
        (ActionStatus::WontDo, _) => on("decided against"),
        (_, Some(due)) if due < as_of => format!("open, was due {}", day(due)),
        (_, Some(due)) => format!("due {}", day(due)),
        (_, None) => "open, no date".to_owned(),
    }
}

impl Change {
    /// `Caches, due 4 December 2026`.
    pub fn facts(&self) -> String {
        let facts: Vec<_> = self.team.iter().chain([&self.state]).map(String::as_str).collect();
        facts.join(", ")
    }

    /// `Check the age of what a cache gives (Caches, due 4 December 2026)`, of an action of `review`.
    pub fn words(&self, review: &Review) -> String {
        format!("{} ({})", review.words_of(&self.action.title).trim_end_matches('.'), self.facts())
    }
}
