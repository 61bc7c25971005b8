//! The state of an action in its author's words: `✅ Add a check`, `**Done** — Add a check`, `Rewrite (dropped)`.

use crate::review::ActionStatus;
use crate::review::languages::{names, timelines};
use markdown::plain_text;

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

/// Verbs for what somebody who repairs something has done.
const DEEDS: [&str; 36] = [
    "added",
    "adjusted",
    "advised",
    "changed",
    "configured",
    "created",
    "deployed",
    "disabled",
    "documented",
    "enabled",
    "fixed",
    "implemented",
    "improved",
    "increased",
    "informed",
    "installed",
    "introduced",
    "lowered",
    "merged",
    "migrated",
    "moved",
    "patched",
    "pinned",
    "published",
    "raised",
    "reduced",
    "released",
    "removed",
    "renamed",
    "replaced",
    "reverted",
    "rotated",
    "tightened",
    "tweaked",
    "updated",
    "upgraded",
];

/// Words for a task: who has added one to a list has not done it.
const TASKS: [&str; 7] = ["task", "ticket", "issue", "story", "backlog", "item", "todo"];

/// Whether the words of an action say that it has been done: `Already added a check`, `We've moved it`, `We raised the limit`.
pub(super) fn is_deed(text: &str) -> bool {
    const LEADS: [&str; 5] = ["already", "we've", "we’ve", "we have", "we"];
    // `We run it` may be a habit.
    const BEHIND_ALREADY: [&str; 5] = ["run", "set", "put", "done", "made"];
    const NEAR: usize = 5;
    let plain = plain_text(text).to_lowercase();
    let rest = LEADS.iter().find_map(|lead| plain.trim_start().strip_prefix(lead)?.strip_prefix(' '));
    let Some(rest) = rest.map(|rest| rest.strip_prefix("already ").unwrap_or(rest)) else { return false };
    let is_already = plain.trim_start().starts_with("already ");
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_verb = |word: &str| DEEDS.contains(&word) || (is_already && BEHIND_ALREADY.contains(&word));
    words.next().is_some_and(is_verb) && !words.take(NEAR).any(|word| TASKS.contains(&word))
}

/// The state that a last sentence in emphasis begins with: `Use the new metrics. _done in the board_.`
pub(super) fn state_in_last_words(text: &str) -> Option<(ActionStatus, &str)> {
    let (lead, last) = text.trim_end().trim_end_matches('.').strip_suffix(['_', '*'])?.rsplit_once(['_', '*'])?;
    let word = last.split_whitespace().next()?;
    let is_sentence = lead.trim_end().ends_with(['.', '!', '?', ')']);
    Some((state(word).filter(|state| is_sentence && *state == ActionStatus::Done)?, lead.trim_end()))
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
