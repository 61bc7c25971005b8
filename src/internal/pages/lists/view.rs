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

/// A term in the list of all names.
#[derive(Debug, Clone, Serialize)]
pub struct TermCount {
    pub label: String,
    pub href: String,
    /// Number of reviews.
    pub count: usize,
}

/// `shared/term_row.html`, as `row`: one term in an overview.
#[derive(Debug, Clone, Serialize)]
pub struct TermRow {
    pub term: TermCard,
}

/// Reviews as marks on the time axis of the site.
#[derive(Debug, Clone, Serialize)]
pub struct StripView {
    /// An SVG that is hidden from screen readers.
    pub html: String,
    /// `2024: 2; 2026: 5`: a text alternative.
    pub words: String,
    /// `One mark for each review`; `Reviews by month; the busiest (here 31) fills the height`, if the reviews are columns.
    pub key: String,
    /// Whether there are marks to explain.
    pub has_marks: bool,
    /// Whether a review in it has no severity.
    pub has_unrated: bool,
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
    /// Sorted by number of reviews, then by date; severities, kinds and years in their own order. A long overview has only the first.
    pub terms: Vec<TermCard>,
    /// How they are sorted, and of how many they are the first: `Most reviews first, then the latest.`; empty if they have an order of
    /// their own and are all here.
    pub order: String,
    /// Whether the rows are sorted by number of reviews.
    pub by_count: bool,
    /// All terms from A to Z, if `terms` has not all of them.
    pub all: Vec<TermCount>,
    /// The script that names the files with the rows of all terms; null if all rows are on this page.
    pub twin_href: Option<String>,
    /// Every review of the library.
    pub strip: Option<StripView>,
    /// The scale, worst first: the legend for the shapes of marks.
    pub scale: Vec<SeverityView>,
    /// What to write in a review to fill this index; shown if `terms` is empty.
    pub empty: String,
}

/// The reviews of one term. A long list has pages that are numbered from the oldest; these show only what one more review does
/// not change.
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
    /// `12 reviews: 9 incidents, 3 near misses`; on a numbered page `Reviews 26 to 50, counted from the oldest`.
    pub counts: String,
    /// All its reviews; only on the first page of the list.
    pub strip: Option<StripView>,
    /// The scale, worst first: the legend for the shapes of marks.
    pub scale: Vec<SeverityView>,
    /// Open actions of all its reviews; 0 on numbered pages.
    pub open_actions: usize,
    /// Filters above the table; empty on numbered pages and if the list is short.
    pub filters: Vec<FilterGroup>,
    /// A row of `shared/row.html` for each review, newest first.
    pub rows_html: String,
    /// The script that names the files with the rows of all pages; null on numbered pages and if all rows are on this page.
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
    /// `The newest 37 of 412 reviews`; `Reviews 26 to 50, counted from the oldest`.
    pub words: String,
    /// The first page of the list, with the newest reviews, filters and sorting; null on that page itself.
    pub first: Option<String>,
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
