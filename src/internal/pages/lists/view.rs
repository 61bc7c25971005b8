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
    /// From the configuration; empty when it says nothing.
    pub description: String,
    /// Reviews.
    pub count: usize,
    /// `count` in words: `12 reviews`.
    pub count_words: String,
    /// Date of the newest review, in words; null when none is dated.
    pub latest: Option<String>,
    pub latest_iso: Option<String>,
    /// Actions of its reviews that are still open.
    pub open_actions: usize,
    /// Set when the term is a severity.
    pub severity: Option<SeverityView>,
    /// `3 incidents, 1 near miss`.
    pub kinds: String,
    /// Its reviews as marks; only in overviews, and null where none is dated.
    pub strip: Option<StripView>,
}

/// Reviews as marks on the time axis that the site has in common.
#[derive(Debug, Clone, Serialize)]
pub struct StripView {
    /// An SVG that screen readers pass over.
    pub html: String,
    /// `2024: 2; 2026: 5`: what it shows.
    pub words: String,
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
    /// By recurrence, then recency; severities, kinds and years in their own order.
    pub terms: Vec<TermCard>,
    /// How they are ordered: `Most reviews first, then the latest.`
    pub order: &'static str,
    /// Every review of the library.
    pub strip: Option<StripView>,
    /// The scale, worst first: what the shapes of marks mean.
    pub scale: Vec<SeverityView>,
    /// What to write in a review to fill this index; shown when `terms` is empty.
    pub empty: String,
}

/// The reviews of one term; long lists come in pages of a hundred.
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
    /// All its reviews, whatever page of the list this is.
    pub strip: Option<StripView>,
    /// The scale, worst first: what the shapes of marks mean.
    pub scale: Vec<SeverityView>,
    /// Open actions of all its reviews.
    pub open_actions: usize,
    /// Choices above the table; empty when the list is short.
    pub filters: Vec<FilterGroup>,
    /// A row of `shared/row.html` for each review, newest first.
    pub rows_html: String,
    /// The script with the rows of all pages; null when everything is on this one.
    pub twin_href: Option<String>,
    /// The word that the facets of this list's rows have in common, by which they are found in the twin.
    pub within: String,
    /// Null when everything is on one page.
    pub pager: Option<Pager>,
    pub feed: Option<FeedLink>,
    /// The search page with this term already chosen.
    pub search_href: String,
    /// Terms that stand in the same reviews most often: `Often together: retry storm (4)`; on the first page only.
    pub together: Vec<TermCard>,
    pub empty: String,
}

/// Where one is in a long list.
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

/// One box of choices above a table.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroup {
    /// `severity`, `kind`, `service`, `tag`, `year`.
    pub key: &'static str,
    pub label: String,
    pub options: Vec<FilterOption>,
}

/// One choice.
#[derive(Debug, Clone, Serialize)]
pub struct FilterOption {
    /// A whole word of a row's `facets`: `service:checkout`.
    pub value: String,
    pub label: String,
    /// Rows that have it.
    pub count: usize,
}

/// `shared/row.html`, as `row`: one review in a list.
#[derive(Debug, Clone, Serialize)]
pub struct RowView {
    pub card: Card,
}
