//! `internal/actions.html`, as `actions`.

use serde::Serialize;

use crate::pages::lists::{FilterGroup, Pager, TermCard};
use crate::pages::pieces::{DateView, Link};

/// One action with the review it comes from.
#[derive(Debug, Clone, Serialize)]
pub struct ActionView {
    pub id: Option<String>,
    /// Its id on the page of its review; null on other pages, and if another action has the same id.
    pub anchor: Option<String>,
    pub title_html: String,
    /// `open`, `in_progress`, `done`, `wont_do`.
    pub status: String,
    /// `Open`, `In progress`, `Done`, `Won't do`.
    pub status_label: String,
    pub owner: Option<String>,
    /// As written: `high`, `P1`, ...
    pub priority: Option<String>,
    /// The phase that it improves: `Detection`.
    pub improves: Option<String>,
    pub due: Option<DateView>,
    pub closed: Option<DateView>,
    /// Always false on the page of its review and on numbered pages, which do not change from day to day.
    pub overdue: bool,
    /// `12 days overdue`, `due in 3 days`, `closed after 20 days`; null if nothing is known. The page of its review
    /// and numbered pages show only the last form.
    pub age: Option<String>,
    /// A ticket key or address; the address is set only when it is http(s).
    pub ticket: Option<String>,
    pub ticket_href: Option<String>,
    /// Why it was decided against.
    pub reason_html: Option<String>,
    /// The review; null on the review's own page.
    pub review: Option<Link>,
    /// The team that it belongs to; at most one.
    pub teams: Vec<Link>,
}

/// Actions under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct ActionGroup {
    /// `overdue`, `due`, `undated`, `closed`, `declined`; also the heading's id.
    pub key: &'static str,
    /// `Overdue`.
    pub heading: String,
    /// One sentence; says what would be here if the list is empty.
    pub note: String,
    pub actions: Vec<ActionView>,
    /// How many there are in all, if only some are listed.
    pub total: usize,
}

/// `shared/action_row.html`, as `row`: one action in the list of all actions.
#[derive(Debug, Clone, Serialize)]
pub struct ActionRow {
    pub action: ActionView,
    /// The title in plain words, for sorting.
    pub text: String,
    /// `state:open team:shop owner:ada service:checkout phase:detection`.
    pub facets: String,
    /// The index of its state among the states.
    pub rank: usize,
}

/// One page of the list of all actions. The first page of a long list shows what is open, longest overdue first; numbered pages
/// show the actions of some reviews, the oldest reviews on page 1, and nothing that depends on today.
#[derive(Debug, Clone, Serialize)]
pub struct ActionsPage {
    /// `Actions`, on a numbered page `Actions, page 3`.
    pub heading: String,
    /// `14 open actions: 3 overdue; 52 done; 4 decided against`; on a numbered page the dates of its reviews.
    pub counts: String,
    /// Teams with their number of open actions (`open_actions`); links to the team pages. Empty on numbered pages.
    pub teams: Vec<TermCard>,
    /// Filters above the table; empty on numbered pages and if the list is short.
    pub filters: Vec<FilterGroup>,
    /// Rows of `shared/action_row.html`; empty if no review has an action.
    pub rows_html: String,
    /// How they are sorted: `Overdue first, then what is due next.`
    pub order: &'static str,
    /// The script that names the files with the rows of all pages; null if all rows are on this page.
    pub twin_href: Option<String>,
    pub pager: Option<Pager>,
}
