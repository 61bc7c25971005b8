//! The state of an action in its author's words: `✅ Add a check`, `**Done** — Add a check`, `Rewrite (dropped)`.

use crate::review::ActionStatus;
use crate::review::languages::{names, timelines};

/// Words for a state, as they stand before or behind a title.
const STATES: [(&str, ActionStatus); 10] = [
    ("open", ActionStatus::Open),
    ("todo", ActionStatus::Open),
    ("to do", ActionStatus::Open),
    ("dropped", ActionStatus::WontDo),
    ("declined", ActionStatus::WontDo),
    ("cancelled", ActionStatus::WontDo),
    ("canceled", ActionStatus::WontDo),
    ("won t do", ActionStatus::WontDo),
    ("wont do", ActionStatus::WontDo),
    ("won t fix", ActionStatus::WontDo),
];

/// Signs for it.
pub(super) const SIGNS: [(&str, ActionStatus); 9] = [
    ("✅", ActionStatus::Done),
    ("☑️", ActionStatus::Done),
    ("☑", ActionStatus::Done),
    ("✔️", ActionStatus::Done),
    ("✔", ActionStatus::Done),
    (":white_check_mark:", ActionStatus::Done),
    (":heavy_check_mark:", ActionStatus::Done),
    ("🚧", ActionStatus::InProgress),
    ("⬜", ActionStatus::Open),
];

/// Words between a state and what more is said of it: `completed as of 5 March`, `done in #12`.
pub(super) const JOINTS: [&str; 9] =
    [" as of ", " on ", " in ", " during ", " by ", " at ", " with ", " before ", ": "];

fn state(text: &str) -> Option<ActionStatus> {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = spaced.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let known = STATES.iter().find(|(name, _)| *name == words).map(|(_, status)| *status);
    known.or_else(|| state_in_words(&words))
}

/// Done or in progress, in the words of any language.
pub(in crate::review) fn state_in_words(words: &str) -> Option<ActionStatus> {
    let kinds = [("done", ActionStatus::Done), ("in progress", ActionStatus::InProgress)];
    kinds.into_iter().find(|(kind, _)| names::is(kind, words)).map(|(_, status)| status)
}

/// `**Done** — Add a check`, `[Done] Add a check`, `Done: add a check`.
pub(super) fn state_before(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" — ", " – ", " - ", ": ", ":** ", "] ", ") "];
    let (at, mark) = ends.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    Some((state(&text[..at])?, text[at + mark.len()..].trim()))
}

/// `Rewrite (dropped)`, `Rewrite - done`.
pub(super) fn state_behind(text: &str) -> Option<(ActionStatus, &str)> {
    if let Some(state) = state_within_brackets(text) {
        return Some((state, text));
    }
    let ends = [" (", " [", " **(", " *(", " _(", "（", " — ", " – ", " - ", "; "];
    // Chinese and Japanese put no space before brackets.
    let unspaced = text.rfind('(').filter(|at| text[..*at].ends_with(timelines::is_character));
    let at = ends.iter().filter_map(|mark| text.rfind(mark)).chain(unspaced).max()?;
    // `Purge the logs; completed as of 5 March`, `Add a check (done in #12)`.
    let said = text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let lead = JOINTS.iter().filter_map(|joint| said.find(joint)).min().map_or(said, |end| &said[..end]);
    Some((state(&text[at..]).or_else(|| state(lead).filter(|state| *state == ActionStatus::Done))?, text[..at].trim()))
}

/// The state that stands last of several things in brackets: `Test failover (#123, closed)`.
fn state_within_brackets(text: &str) -> Option<ActionStatus> {
    let inner = text.trim_end_matches(['*', '_']).strip_suffix([')', '）'])?;
    let inner = inner.rsplit(['(', '（']).next()?;
    let (_, last) = inner.rsplit_once([',', ';', '，', '、'])?;
    state(last).filter(|state| *state != ActionStatus::Open)
}
