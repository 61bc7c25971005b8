//! `internal/overview.html`, as `overview`, and `internal/term.html`, as `term`.

use serde::Serialize;

use crate::pages::pieces::{Card, Link, SeverityView};
use crate::pages::shell::FeedLink;

/// One severity, tag, service, team, factor, kind or year, as an entry of a list.
#[derive(Debug, Clone, Serialize)]
pub struct TermCard {
    pub key: String,
    pub label: String,
    pub href: String,
    /// From the configuration; may be empty.
    pub description: String,
    /// Number of reviews.
    pub count: usize,
    /// `count` in words: `12 reviews`.
    pub count_words: String,
    /// Date of the newest review, in words; null if none has a date.
    pub latest: Option<String>,
    pub latest_iso: Option<String>,
    /// Open actions of its reviews.
    pub open_actions: usize,
    /// Set if the term is a severity.
    pub severity: Option<SeverityView>,
    /// `3 incidents, 1 near miss`.
    pub kinds: String,
    /// Its reviews as marks; only in overviews, and null if none has a date.
    pub strip: Option<StripView>,
}

/// Reviews as marks on the time axis of the site.
#[derive(Debug, Clone, Serialize)]
pub struct StripView {
    /// An SVG that is hidden from screen readers.
    pub html: String,
    /// `2024: 2; 2026: 5`: a text alternative.
    pub words: String,
    /// `Reviews by month; the busiest (here 31) fills the height`, if the reviews are columns and not marks.
    pub key: Option<String>,
}

/// All terms of one kind of index, or the list of all reviews.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewPage {
    /// `severity`, `tags`, `services`, `teams`, `factors`, `kinds`, `years`.
    pub dimension: &'static str,
    /// `Services`.
    pub heading: String,
    /// One sentence on what this index is for.
    pub lead: String,
    /// Sorted by number of reviews, then by date; severities, kinds and years in their own order.
    pub terms: Vec<TermCard>,
    /// How they are sorted: `Most reviews first, then the latest.`
    pub order: &'static str,
    /// Every review of the library.
    pub strip: Option<StripView>,
    /// The scale, worst first: the legend for the shapes of marks.
    pub scale: Vec<SeverityView>,
    /// What to write in a review to fill this index; shown if `terms` is empty.
    pub empty: String,
}

/// The reviews of one term; long lists have pages of a hundred.
#[derive(Debug, Clone, Serialize)]
pub struct TermPage {
    pub dimension: &'static str,
    /// `Service`, `Severity`, `Contributing factor`; empty on the list of all reviews.
    pub dimension_label: String,
    pub heading: String,
    pub description: String,
    pub severity: Option<SeverityView>,
    /// For a service: the team that runs it.
    pub team: Option<Link>,
    /// `12 reviews: 9 incidents, 3 near misses`.
    pub counts: String,
    /// All its reviews; only on the first page of the list.
    pub strip: Option<StripView>,
    /// The scale, worst first: the legend for the shapes of marks.
    pub scale: Vec<SeverityView>,
    /// Open actions of all its reviews.
    pub open_actions: usize,
    /// Filters above the table; empty if the list is short.
    pub filters: Vec<FilterGroup>,
    /// A row of `shared/row.html` for each review, newest first.
    pub rows_html: String,
    /// The script that names the files with the rows of all pages; null if all rows are on this page.
    pub twin_href: Option<String>,
    /// The facet that all rows of this list have, by which they are found in those files.
    pub within: String,
    /// Null if there is only one page.
    pub pager: Option<Pager>,
    pub feed: Option<FeedLink>,
    /// The search page with this term selected.
    pub search_href: String,
    /// Terms that occur most often in the same reviews: `Often together: retry storm (4)`; only on the first page.
    pub together: Vec<TermCard>,
    pub empty: String,
}

/// The position in a list of several pages.
#[derive(Debug, Clone, Serialize)]
pub struct Pager {
    /// From 1.
    pub number: usize,
    pub pages: usize,
    /// `Reviews 101 to 200 of 412`.
    pub words: String,
    /// Towards newer reviews.
    pub newer: Option<String>,
    /// Towards older reviews.
    pub older: Option<String>,
}

/// One group of filters above a table.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroup {
    /// `severity`, `kind`, `service`, `tag`, `year`.
    pub key: &'static str,
    pub label: String,
    pub options: Vec<FilterOption>,
}

/// One filter.
#[derive(Debug, Clone, Serialize)]
pub struct FilterOption {
    /// A whole word of a row's `facets`: `service:checkout`.
    pub value: String,
    pub label: String,
    /// Number of rows that have it.
    pub count: usize,
}

/// `shared/row.html`, as `row`: one review in a list.
#[derive(Debug, Clone, Serialize)]
pub struct RowView {
    pub card: Card,
}
