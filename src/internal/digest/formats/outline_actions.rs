//! Actions as parts of a message.

use super::outline::{Entry, Part, Writer};
use super::words::Words;
use crate::digest::day;
use crate::review::Action;
use base::text::age;

impl Writer<'_> {
    /// Closed actions first; then those to decide on, newly overdue, unclear, due, and decided against. Teams are named,
    /// persons are not.
    pub(super) fn actions(&self) -> Vec<Part> {
        let followed = &self.digest.actions;
        let part = |heading: &str, actions: &[(usize, Action)]| Part {
            heading: heading.to_owned(),
            entries: actions.iter().map(|(i, action)| self.action(*i, action)).collect(),
            ..Part::default()
        };
        let mut declined = part("Decided against", &followed.declined);
        declined.entries.extend(followed.dropped.iter().map(|(i, dropped)| {
            let review = &self.library.reviews[*i];
            let lines = dropped.reason.iter().map(|reason| ("Reason", Words::of(review, reason))).collect();
            let facts = review.title.clone();
            Entry { title: Some(review.words_of(&dropped.title)), url: self.review(*i).url, facts, lines }
        }));
        let counted = |heading: &str, actions: &[(usize, Action)], total: usize| {
            let rest = total - actions.len();
            Part {
                more: (rest > 0).then(|| format!("{rest} more on the page of all actions")),
                ..part(heading, actions)
            }
        };
        vec![
            counted("Actions closed: thank you", &followed.closed, followed.closed_total),
            counted("Actions closed before the review came out", &followed.before, followed.before_total),
            part("Actions to decide on today", &followed.decide),
            counted("Actions that became overdue", &followed.late, followed.late_total),
            counted("Actions without an owner or a date", &followed.unclear, followed.unclear_total),
            counted("Actions due next", &followed.due, followed.due_total),
            self.overdue(),
            declined,
        ]
    }

    /// The number of all overdue actions, with a link.
    fn overdue(&self) -> Part {
        let words = self.digest.actions.overdue_words();
        let url = words.as_ref().map(|_| self.address.of(&["actions"]));
        let entries = words.map(|words| Entry { title: Some(words), url, ..Entry::default() }).into_iter().collect();
        Part { heading: "Overdue".to_owned(), entries, ..Part::default() }
    }

    fn action(&self, i: usize, action: &Action) -> Entry {
        let due = action.due.filter(|_| action.status.is_open()).map(|due| {
            let late = self.digest.as_of.since(due).map_or(0, |span| span.get_days());
            let words = if late > 0 { format!(", {} ago", age(late)) } else { String::new() };
            format!("due {}{words}", day(due))
        });
        let closed = action.closed.map(|on| format!("closed {}", day(on)));
        let is_open = action.status.is_open();
        let no_owner = (is_open && action.owner.is_none()).then(|| "no owner".to_owned());
        let no_date = (is_open && action.due.is_none()).then(|| "no date".to_owned());
        let review = &self.library.reviews[i];
        let title = Some(review.title.clone());
        let team = self.library.team_of(i, action).map(|team| team.label.clone());
        let facts: Vec<_> = [title, team, due, closed, no_owner, no_date].into_iter().flatten().collect();
        Entry {
            title: Some(review.words_of(&action.title)),
            url: self.review(i).url,
            facts: facts.join(" · "),
            lines: action.reason.iter().map(|reason| ("Reason", Words::of(review, reason))).collect(),
        }
    }
}
