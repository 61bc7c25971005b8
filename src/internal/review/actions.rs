//! Actions: what is to be done, by whom, by when, and its status.

use jiff::civil::Date;

use super::{Origin, keys, times};
use base::diagnostics::Diagnostic;
use base::phases::Phase;
use base::yaml::{Fields, Node};

/// One action of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub id: Option<String>,
    /// Markdown of one line.
    pub title: String,
    pub owner: Option<String>,
    pub priority: Option<String>,
    pub improves: Option<Phase>,
    pub due: Option<Date>,
    pub status: ActionStatus,
    pub closed: Option<Date>,
    /// A key or an address.
    pub ticket: Option<String>,
    /// Markdown: why it was decided against.
    pub reason: Option<String>,
    /// The review is not published as long as this action is open.
    pub sensitive: bool,
    /// Where it was read; `None` for front matter.
    pub origin: Option<Origin>,
}

/// Something that was decided against; Markdown of one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    pub title: String,
    pub reason: Option<String>,
}

/// The status of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionStatus {
    Open,
    InProgress,
    Done,
    WontDo,
}

impl ActionStatus {
    pub const ALL: [(&'static str, Self); 4] =
        [("open", Self::Open), ("in_progress", Self::InProgress), ("done", Self::Done), ("wont_do", Self::WontDo)];

    pub fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, status)| *status == self).map_or("open", |(key, _)| key)
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::InProgress => "In progress",
            Self::Done => "Done",
            Self::WontDo => "Won’t do",
        }
    }

    /// Whether somebody still has to do it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::InProgress)
    }
}

impl Action {
    /// An action of which only the title and status are known.
    pub(super) fn titled(title: String, status: ActionStatus) -> Self {
        Self {
            id: None,
            title,
            owner: None,
            priority: None,
            improves: None,
            due: None,
            status,
            closed: None,
            ticket: None,
            reason: None,
            sensitive: false,
            origin: None,
        }
    }
}

/// The words for phases, as in front matter.
pub(super) const PHASES: [(&str, Phase); 5] = [
    ("detection", Phase::Detection),
    ("response", Phase::Response),
    ("remediation", Phase::Remediation),
    ("analysis", Phase::Analysis),
    ("readiness", Phase::Readiness),
];

/// Reads `actions:`, a list of texts or mappings.
pub(super) fn read(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Action> {
    let Some(node) = fields.get("actions") else { return Vec::new() };
    let items = node.items_with(&keys::ACTION, problems);
    items.iter().filter_map(|item| action(item, problems)).collect()
}

fn action(item: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Action> {
    if !item.is_mapping() {
        return item.text(problems).filter(|t| !t.is_empty()).map(|t| Action::titled(t, ActionStatus::Open));
    }
    let fields = item.fields(&keys::ACTION, problems)?;
    let closed = times::date_of(&fields, "closed", problems);
    let silent = if closed.is_some() { ActionStatus::Done } else { ActionStatus::Open };
    let title = fields.required("title", problems);
    let action = Action {
        id: fields.text("id", problems),
        title: title.clone().unwrap_or_default(),
        owner: fields.text("owner", problems),
        priority: fields.text("priority", problems),
        improves: fields.choice("improves", &PHASES, problems),
        due: times::date_of(&fields, "due", problems),
        status: fields.choice("status", &ActionStatus::ALL, problems).unwrap_or(silent),
        closed,
        ticket: fields.text("ticket", problems),
        reason: fields.text("reason", problems),
        // A value that cannot be read keeps the review from being published, like `true`.
        sensitive: fields.get("sensitive").is_some_and(|node| node.boolean(problems).unwrap_or(true)),
        origin: None,
    };
    title.map(|_| action)
}

/// Reads `wont_do:`, a list of texts or `{title, reason}`.
pub(super) fn declined(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Declined> {
    let Some(node) = fields.get("wont_do") else { return Vec::new() };
    let items = node.items_with(&keys::DECLINED, problems);
    let mut read = |item: &Node<'_>| {
        if !item.is_mapping() {
            return item.text(problems).map(|title| Declined { title, reason: None });
        }
        let fields = item.fields(&keys::DECLINED, problems)?;
        let reason = fields.text("reason", problems);
        fields.required("title", problems).map(|title| Declined { title, reason })
    };
    items.iter().filter_map(&mut read).collect()
}
