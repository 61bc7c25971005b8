//! Headings, labels and items that name groups of actions, and what they say of all actions in them.

use super::tasks::is_task;
use crate::review::action_words;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::label_line::is_label;
use crate::review::text::states::state_in_words;
use crate::review::{Action, ActionStatus};
use markdown::{Item, plain_text};

/// What a heading or label says of all actions below it: `Immediate actions (completed)`, `Actions taken:`, `In progress`.
pub(super) fn state_of_group(text: &str) -> Option<ActionStatus> {
    let plain = plain_text(text);
    let inner = plain.split_once(['(', '（']).and_then(|(_, rest)| rest.split([')', '）']).next());
    let said = words(&plain);
    let lead = words(plain.split(['(', '（', ':', '：']).next().unwrap_or_default());
    let taken = || (said.ends_with(" taken") || said.ends_with(" completed")).then_some(ActionStatus::Done);
    // `Open actions` says nothing of them that is not said of each.
    let of =
        |words: &str| state_in_words(words).or_else(|| names::is("dropped", words).then_some(ActionStatus::WontDo));
    inner.and_then(|inner| of(&words(inner))).or_else(|| of(&lead)).or_else(taken)
}

/// Whether a sub-heading groups actions by when they are to be done: `Immediate actions`, `Long-term improvements`.
pub(super) fn names_a_horizon(text: &str) -> bool {
    let words = words(text.split(['(', '[']).next().unwrap_or_default());
    // In some languages the horizon follows the word for actions: `Actions immédiates`.
    let ends = |horizon: &String| {
        words.strip_suffix(horizon.as_str()).is_some_and(|group| names::is("group of actions", group.trim_end()))
    };
    let begins = names::after("horizon", &words).is_some_and(|rest| names::is("group of actions", rest));
    begins || names::of("horizon").iter().any(ends)
}

/// Whether an item is a label above those inside it: bold, a few words, or when they are to be done. A sentence with a colon is an
/// action with its details.
pub(super) fn names_group(title: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let first = title.split_whitespace().next().unwrap_or_default().to_lowercase();
    let names_occasion = title.ends_with(':') && names::is("occasion", &first) && !title.contains(". ");
    names_occasion || (is_label(title) && (title.starts_with("**") || title.split_whitespace().count() <= MOST_WORDS))
}

/// Whether an item states who does the action above it, or by when: `Owner: Ana`.
pub(super) fn states_action(item: &Item) -> bool {
    let stated = action_words::with_stated(Action::titled(item.source.trim().to_owned(), ActionStatus::Open));
    stated.owner.is_some() || stated.due.is_some()
}

/// Whether an item only names what the tasks inside it have in common: it has fewer words than any of them, and is not a
/// sentence.
pub(super) fn is_group(title: &str, item: &Item) -> bool {
    const MOST_WORDS: usize = 3;
    let count = |text: &str| plain_text(text).split_whitespace().count();
    let words = count(title);
    let ends = title.ends_with(['.', '!']);
    words <= MOST_WORDS
        && !ends
        && !is_task(title)
        && item.children.len() > 1
        && !item.children.iter().any(states_action)
        && item.children.iter().all(|child| count(&child.source) > words)
}
