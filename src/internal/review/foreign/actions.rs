//! What people write around an action: its state, the group it stands in, words of a form that nobody filled in.

use super::points::is_label;
use crate::review::languages::names;
use crate::review::{Action, ActionStatus};
use markdown::{Item, plain_text};

/// The actions of a list; an item that only names a group gives those below it.
pub(in crate::review) fn from_items(items: &[Item]) -> Vec<Action> {
    let mut actions = Vec::new();
    for item in items {
        let title = item.source.trim();
        if !item.children.is_empty() && is_label(title) && item.checked.is_none() {
            actions.extend(from_items(&item.children));
        } else {
            actions.extend(from_text(title.lines().next().unwrap_or_default(), item.checked));
        }
    }
    actions
}

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

/// Done or in progress, in the words of any language.
pub(in crate::review) fn state_in_words(words: &str) -> Option<ActionStatus> {
    let kinds = [("done", ActionStatus::Done), ("in progress", ActionStatus::InProgress)];
    kinds.into_iter().find(|(kind, _)| names::is(kind, words)).map(|(_, status)| status)
}

/// An action from a line of text, or nothing where the line is a placeholder.
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
        // A line drawn through a task that was ticked off says that it is done.
        let struck = if checked == Some(true) { ActionStatus::Done } else { ActionStatus::WontDo };
        (said, rest) = (said.or(Some(struck)), bare.trim());
    }
    let ticked = (checked == Some(true)).then_some(ActionStatus::Done);
    let status = said.filter(|said| *said != ActionStatus::Open).or(ticked).unwrap_or(ActionStatus::Open);
    (!is_nothing(rest)).then(|| Action::titled(rest.to_owned(), status))
}

/// `**Done** — Add a check`, `[Done] Add a check`, `Done: add a check`.
fn state_before(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" — ", " – ", " - ", ": ", ":** ", "] ", ") "];
    let (at, mark) = ends.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    Some((state(&text[..at])?, text[at + mark.len()..].trim()))
}

/// `Rewrite (dropped)`, `Rewrite - done`.
fn state_behind(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" (", " [", " — ", " – ", " - "];
    let at = ends.iter().filter_map(|mark| text.rfind(mark)).max()?;
    Some((state(&text[at..])?, text[..at].trim()))
}

/// What forms and templates hold where nobody wrote anything.
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
