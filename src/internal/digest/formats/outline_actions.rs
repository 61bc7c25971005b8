//! What became of actions, as parts of a message.

use super::outline::{Entry, Part, Writer};
use crate::internal::digest::{day, plain};
use crate::internal::review::Action;
use crate::text::count;

impl Writer<'_> {
    /// Thanks first; then what is to come, what is late, and what will not be done.
    pub(super) fn actions(&self) -> Vec<Part> {
        let followed = &self.digest.actions;
        let part = |heading: &str, actions: &[(usize, Action)]| Part {
            heading: heading.to_owned(),
            entries: actions.iter().map(|(i, action)| self.action(*i, action)).collect(),
            brief: true,
            ..Part::default()
        };
        let mut declined = part("Decided against", &followed.declined);
        declined.entries.extend(followed.dropped.iter().map(|(i, dropped)| {
            let lines = dropped.reason.iter().map(|reason| ("Reason", plain(reason))).collect();
            let facts = self.library.reviews[*i].title.clone();
            Entry { title: Some(plain(&dropped.title)), url: self.review(*i).url, facts, lines }
        }));
        let counted = |heading: &str, actions: &[(usize, Action)], total: usize| {
            let rest = total - actions.len();
            Part { more: (rest > 0).then(|| format!("{rest} more of {total}")), ..part(heading, actions) }
        };
        vec![
            counted("Actions closed: thank you", &followed.closed, followed.closed_total),
            counted("Actions due next", &followed.due, followed.due_total),
            counted("Actions overdue", &followed.overdue, followed.overdue_total),
            declined,
        ]
    }

    fn action(&self, i: usize, action: &Action) -> Entry {
        let due = action.due.filter(|_| action.status.is_open()).map(|due| {
            let late = self.digest.as_of.since(due).map_or(0, |span| span.get_days());
            let late = usize::try_from(late).ok().filter(|late| *late > 0);
            let words = late.map(|late| format!(", {} overdue", count(late, "day", "days")));
            format!("due {}{}", day(due), words.unwrap_or_default())
        });
        let closed = action.closed.map(|on| format!("closed {}", day(on)));
        let title = Some(self.library.reviews[i].title.clone());
        let facts: Vec<_> = [title, action.owner.clone(), due, closed].into_iter().flatten().collect();
        Entry {
            title: Some(plain(&action.title)),
            url: self.review(i).url,
            facts: facts.join(" · "),
            lines: action.reason.iter().map(|reason| ("Reason", plain(reason))).collect(),
        }
    }
}
