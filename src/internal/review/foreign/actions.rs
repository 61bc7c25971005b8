//! Actions of reviews written for other tools: their states, the groups that they are in, and empty lines of a form.

use super::points::is_label;
use super::runs::{Run, promises};
use super::tasks::is_task;
use crate::review::body_actions::of_table;
use crate::review::languages::names;
use crate::review::{Action, ActionStatus, Origin};
use markdown::{Block, Item, plain_text};

/// The actions of a run of blocks. Below a heading or label that may mean something else, a list counts only if at least half
/// of it are tasks.
pub(super) fn of_run(run: &Run<'_>, body: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    let table = run
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Table { header, rows, .. } if !of_table(header, rows).is_empty()));
    let mut is_possible = run.is_possible;
    for block in &run.blocks {
        match block {
            Block::Paragraph { span } => {
                let text = body.get(span.clone()).unwrap_or_default().trim();
                is_possible |= text.ends_with([':', '：']) && !promises(text);
            }
            // A list beside a table of actions explains the table.
            Block::List { .. } if table => {}
            Block::List { items, .. } => {
                let mut found = from_items(items);
                if is_possible {
                    found.retain(|action| !is_label(&action.title) || is_task(&action.title));
                }
                let tasks = || found.iter().filter(|action| is_task(&action.title)).count();
                let ticked = || items.iter().any(|item| item.checked.is_some());
                let is_detail =
                    !found.is_empty() && found.iter().all(|action| action.title.starts_with(char::is_lowercase));
                if !is_possible || ticked() || (2 * tasks() >= found.len() && !is_detail) {
                    actions.extend(found);
                }
            }
            Block::Table { header, rows, .. } => {
                actions.extend(of_table(header, rows).into_iter().filter(|action| !is_nothing(&action.title)));
            }
            _ => {}
        }
    }
    if let Some(state) = run.state {
        for action in actions.iter_mut().filter(|action| action.status == ActionStatus::Open) {
            action.status = state;
        }
    }
    actions
}

/// The state of all actions below a heading or label: `Immediate actions (completed)`, `Actions taken:`, `In progress`.
pub(super) fn state_of_group(text: &str) -> Option<ActionStatus> {
    let plain = plain_text(text);
    let inner = plain.split_once(['(', '（']).and_then(|(_, rest)| rest.split([')', '）']).next());
    let words = super::words(&plain);
    let lead = super::words(plain.split(['(', '（', ':', '：']).next().unwrap_or_default());
    let of = |words: &str| state_in_words(words);
    let taken = || (words.ends_with(" taken") || words.ends_with(" completed")).then_some(ActionStatus::Done);
    inner.and_then(|inner| of(&super::words(inner))).or_else(|| of(&lead)).or_else(taken)
}

/// The actions of a list; an item that only names a group gives the actions inside it.
pub(in crate::review) fn from_items(items: &[Item]) -> Vec<Action> {
    let mut actions = Vec::new();
    for item in items {
        let title = item.source.trim();
        if !item.children.is_empty() && item.checked.is_none() && (names_group(title) || is_group(title, item)) {
            actions.extend(from_items(&item.children));
        } else {
            let done_below = item.children.iter().any(|child| says_done(&child.source));
            let checked = if done_below { Some(true) } else { item.checked };
            let action = from_text(title.lines().next().unwrap_or_default(), checked);
            let origin = Some(Origin::named(item.content.start));
            actions.extend(action.map(|action| Action { origin, ..action }));
        }
    }
    actions
}

/// Whether a note below an action says that it is done: `This has been done: ...`.
fn says_done(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    ["this has been done", "this is done", "this was done", "done", "completed"]
        .iter()
        .any(|words| plain.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())))
}

/// Whether a sub-heading groups actions by when they are to be done: `Immediate actions`, `Long-term improvements`.
pub(super) fn names_a_horizon(text: &str) -> bool {
    let words = super::words(text.split(['(', '[']).next().unwrap_or_default());
    let horizons = ["immediate", "short term", "medium term", "mid term", "near term", "long term", "longer term"];
    let things =
        ["actions", "action items", "improvements", "fixes", "measures", "steps", "tasks", "work", "solutions"];
    horizons.iter().any(|horizon| words.strip_prefix(horizon).is_some_and(|rest| things.contains(&rest.trim())))
}

/// Whether an item is a label for the items inside it: bold, or a few words. A sentence with a colon is an action with details.
fn names_group(title: &str) -> bool {
    const MOST_WORDS: usize = 4;
    is_label(title) && (title.starts_with("**") || title.split_whitespace().count() <= MOST_WORDS)
}

/// Whether an item only names what the tasks inside it have in common: it has fewer words than any of them, and is not a
/// sentence.
fn is_group(title: &str, item: &Item) -> bool {
    const MOST_WORDS: usize = 3;
    let count = |text: &str| plain_text(text).split_whitespace().count();
    let words = count(title);
    let ends = title.ends_with(['.', '!']);
    words <= MOST_WORDS
        && !ends
        && !is_task(title)
        && item.children.len() > 1
        && item.children.iter().all(|child| count(&child.source) > words)
}

/// Words for a state before or after a title.
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

/// Symbols for a state.
const SIGNS: [(&str, ActionStatus); 9] = [
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

fn state(text: &str) -> Option<ActionStatus> {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = spaced.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let known = STATES.iter().find(|(name, _)| *name == words).map(|(_, status)| *status);
    known.or_else(|| state_in_words(&words))
}

/// Done or in progress, in the words of any known language.
pub(in crate::review) fn state_in_words(words: &str) -> Option<ActionStatus> {
    let kinds = [("done", ActionStatus::Done), ("in progress", ActionStatus::InProgress)];
    kinds.into_iter().find(|(kind, _)| names::is(kind, words)).map(|(_, status)| status)
}

/// An action from a line of text; `None` if the line is a placeholder.
fn from_text(text: &str, checked: Option<bool>) -> Option<Action> {
    if is_nothing(text) {
        return None;
    }
    let mut said = None;
    let mut rest = text.trim();
    for (sign, status) in SIGNS {
        if let Some(bare) = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign)) {
            (said, rest) = (Some(status), bare.trim());
        }
    }
    if let Some((status, bare)) = state_before(rest).or_else(|| state_behind(rest)) {
        (said, rest) = (Some(status), bare);
    }
    if let Some(bare) = rest.strip_prefix("~~").and_then(|bare| bare.strip_suffix("~~")) {
        // A struck-through task is done if it is also ticked, otherwise it was dropped.
        let struck = if checked == Some(true) { ActionStatus::Done } else { ActionStatus::WontDo };
        (said, rest) = (said.or(Some(struck)), bare.trim());
    }
    let ticked = (checked == Some(true)).then_some(ActionStatus::Done);
    let status = said.filter(|said| *said != ActionStatus::Open).or(ticked).unwrap_or(ActionStatus::Open);
    (!is_nothing(rest)).then(|| Action::titled(rest.to_owned(), status))
}

/// The state before a title: `**Done** — Add a check`, `[Done] Add a check`, `Done: add a check`.
fn state_before(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" — ", " – ", " - ", ": ", ":** ", "] ", ") "];
    let (at, mark) = ends.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    Some((state(&text[..at])?, text[at + mark.len()..].trim()))
}

/// The state after a title: `Rewrite (dropped)`, `Rewrite - done`.
fn state_behind(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" (", " [", " — ", " – ", " - ", "; "];
    let at = ends.iter().filter_map(|mark| text.rfind(mark)).max()?;
    // `Purge the logs; completed as of 5 March`, `Add a check (done in #12)`.
    let said = text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let lead = [" as of ", " on ", " in ", ": "]
        .iter()
        .filter_map(|joint| said.find(joint))
        .min()
        .map_or(said, |end| &said[..end]);
    Some((state(&text[at..]).or_else(|| state(lead).filter(|state| *state == ActionStatus::Done))?, text[..at].trim()))
}

/// Whether a text is an empty line of a form or template.
pub(in crate::review) fn is_nothing(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let plain = plain.trim().trim_end_matches('.');
    let bare: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    matches!(bare.as_str(), "" | "na" | "none" | "tbd" | "tba" | "todo" | "nothing" | "なし" | "无" | "없음" | "keine")
        || ["todo: add", "tbd:", "todo: fill"].iter().any(|lead| plain.starts_with(lead))
        || [('<', '>'), ('（', '）'), ('(', ')')]
            .iter()
            .any(|(open, close)| plain.starts_with(*open) && plain.find(*close) == Some(plain.len() - close.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::{ActionStatus, from_text};

    #[test]
    fn states_stand_before_and_behind_titles() {
        for (text, title, status) in [
            ("✅ **Done** — Add a check", "Add a check", ActionStatus::Done),
            ("**Open** — Alert on it", "Alert on it", ActionStatus::Open),
            ("~~Rewrite~~ (dropped)", "Rewrite", ActionStatus::WontDo),
            ("Rewrite (won't do)", "Rewrite", ActionStatus::WontDo),
            ("[Done] Add a check", "Add a check", ActionStatus::Done),
            ("(SRE) Add a check (done)", "(SRE) Add a check", ActionStatus::Done),
            ("Add a check :white_check_mark:", "Add a check", ActionStatus::Done),
            ("Purge the logs; completed as of 5 March.", "Purge the logs", ActionStatus::Done),
            ("Add a check (done in #12)", "Add a check", ActionStatus::Done),
            ("Add a check - in the open", "Add a check - in the open", ActionStatus::Open),
        ] {
            let action = from_text(text, None).unwrap();
            assert_eq!((action.title.as_str(), action.status), (title, status), "{text}");
        }
        for text in ["TBD", "N/A", "TODO: add", "", "（what to mend）", "(what to mend)"] {
            assert_eq!(from_text(text, None), None, "{text}");
        }
    }
}
