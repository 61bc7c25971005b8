//! `internal/actions.html`, as `actions`.

use serde::Serialize;

use super::{DateView, FilterGroup, Link, Pager, TermCard};

/// One action with the review it comes from.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ActionView {
    pub(in crate::internal) id: Option<String>,
    pub(in crate::internal) title_html: String,
    /// `open`, `in_progress`, `done`, `wont_do`.
    pub(in crate::internal) status: String,
    /// `Open`, `In progress`, `Done`, `Won't do`.
    pub(in crate::internal) status_label: String,
    pub(in crate::internal) owner: Option<String>,
    /// As written: `high`, `P1`, ...
    pub(in crate::internal) priority: Option<String>,
    /// The phase it improves: `Detection`.
    pub(in crate::internal) improves: Option<String>,
    pub(in crate::internal) due: Option<DateView>,
    pub(in crate::internal) closed: Option<DateView>,
    pub(in crate::internal) overdue: bool,
    /// `12 days overdue`, `due in 3 days`, `closed after 20 days`; null when nothing is known.
    pub(in crate::internal) age: Option<String>,
    /// A ticket key or address; the address is set only when it is http(s).
    pub(in crate::internal) ticket: Option<String>,
    pub(in crate::internal) ticket_href: Option<String>,
    /// Why it was decided against.
    pub(in crate::internal) reason_html: Option<String>,
    /// The review; null on the review's own page.
    pub(in crate::internal) review: Option<Link>,
    /// The team that it belongs to: one, or none.
    pub(in crate::internal) teams: Vec<Link>,
}

/// Actions under one heading.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ActionGroup {
    /// `overdue`, `due`, `undated`, `closed`, `declined`; also the heading's id.
    pub(in crate::internal) key: &'static str,
    /// `Overdue`.
    pub(in crate::internal) heading: String,
    /// One sentence; what would be there when there is none.
    pub(in crate::internal) note: String,
    pub(in crate::internal) actions: Vec<ActionView>,
    /// How many there are in all, when only some are listed.
    pub(in crate::internal) total: usize,
}

/// `shared/action_row.html`, as `row`: one action in the list of all.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ActionRow {
    pub(in crate::internal) action: ActionView,
    /// The title in plain words, for sorting.
    pub(in crate::internal) text: String,
    /// `state:open team:shop owner:ada service:checkout phase:detection`.
    pub(in crate::internal) facets: String,
    /// The place of its state among the states.
    pub(in crate::internal) rank: usize,
}

/// The list of every action, a page of it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct ActionsPage {
    /// `14 open actions: 3 overdue; 52 done; 4 decided against`.
    pub(in crate::internal) counts: String,
    /// Teams with their number of open actions (`open_actions`); links to the team pages.
    pub(in crate::internal) teams: Vec<TermCard>,
    /// Choices above the table; empty when the list is short.
    pub(in crate::internal) filters: Vec<FilterGroup>,
    /// Rows of `shared/action_row.html`; empty when no review has an action.
    pub(in crate::internal) rows_html: String,
    /// The script with the rows of all pages; null when everything is on this one.
    pub(in crate::internal) twin_href: Option<String>,
    pub(in crate::internal) pager: Option<Pager>,
}
