//! `internal/overview.html`, as `overview`, and `internal/term.html`, as `term`.

use serde::Serialize;

use super::{Card, FeedLink, Link, SeverityView};

/// One severity, tag, service, team, factor, kind or year, as an entry of a list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TermCard {
    pub(in crate::internal) key: String,
    pub(in crate::internal) label: String,
    pub(in crate::internal) href: String,
    /// From the configuration; empty when it says nothing.
    pub(in crate::internal) description: String,
    /// Reviews.
    pub(in crate::internal) count: usize,
    /// `count` in words: `12 reviews`.
    pub(in crate::internal) count_words: String,
    /// Date of the newest review, in words; null when none is dated.
    pub(in crate::internal) latest: Option<String>,
    pub(in crate::internal) latest_iso: Option<String>,
    /// Actions of its reviews that are still open.
    pub(in crate::internal) open_actions: usize,
    /// Set when the term is a severity.
    pub(in crate::internal) severity: Option<SeverityView>,
    /// `3 incidents, 1 near miss`.
    pub(in crate::internal) kinds: String,
    /// Its reviews as marks; only in overviews, and null where none is dated.
    pub(in crate::internal) strip: Option<StripView>,
}

/// Reviews as marks on the time axis that the site has in common.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct StripView {
    /// An SVG that screen readers pass over.
    pub(in crate::internal) html: String,
    /// `2024: 2; 2026: 5`: what it shows.
    pub(in crate::internal) words: String,
}

/// All terms of one kind of index, or the list of all reviews.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct OverviewPage {
    /// `severity`, `tags`, `services`, `teams`, `factors`, `kinds`, `years`.
    pub(in crate::internal) dimension: &'static str,
    /// `Services`.
    pub(in crate::internal) heading: String,
    /// One sentence on what this index is for.
    pub(in crate::internal) lead: String,
    /// By recurrence, then recency; severities, kinds and years in their own order.
    pub(in crate::internal) terms: Vec<TermCard>,
    /// How they are ordered: `Most reviews first, then the latest.`
    pub(in crate::internal) order: &'static str,
    /// Every review of the library.
    pub(in crate::internal) strip: Option<StripView>,
    /// The scale, worst first: what the shapes of marks mean.
    pub(in crate::internal) scale: Vec<SeverityView>,
    /// What to write in a review to fill this index; shown when `terms` is empty.
    pub(in crate::internal) empty: String,
}

/// The reviews of one term; long lists come in pages of a hundred.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct TermPage {
    pub(in crate::internal) dimension: &'static str,
    /// `Service`, `Severity`, `Contributing factor`; empty on the list of all reviews.
    pub(in crate::internal) dimension_label: String,
    pub(in crate::internal) heading: String,
    pub(in crate::internal) description: String,
    pub(in crate::internal) severity: Option<SeverityView>,
    /// For a service: the team that runs it.
    pub(in crate::internal) team: Option<Link>,
    /// `12 reviews: 9 incidents, 3 near misses`.
    pub(in crate::internal) counts: String,
    /// All its reviews, whatever page of the list this is.
    pub(in crate::internal) strip: Option<StripView>,
    /// The scale, worst first: what the shapes of marks mean.
    pub(in crate::internal) scale: Vec<SeverityView>,
    /// Open actions of all its reviews.
    pub(in crate::internal) open_actions: usize,
    /// Choices above the table; empty when the list is short.
    pub(in crate::internal) filters: Vec<FilterGroup>,
    /// A row of `shared/row.html` for each review, newest first.
    pub(in crate::internal) rows_html: String,
    /// The script with the rows of all pages; null when everything is on this one.
    pub(in crate::internal) twin_href: Option<String>,
    /// The word that the facets of this list's rows have in common, by which they are found in the twin.
    pub(in crate::internal) within: String,
    /// Null when everything is on one page.
    pub(in crate::internal) pager: Option<Pager>,
    pub(in crate::internal) feed: Option<FeedLink>,
    /// The search page with this term already chosen.
    pub(in crate::internal) search_href: String,
    /// Terms that stand in the same reviews most often: `Often together: retry storm (4)`; on the first page only.
    pub(in crate::internal) together: Vec<TermCard>,
    pub(in crate::internal) empty: String,
}

/// Where one is in a long list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct Pager {
    /// From 1.
    pub(in crate::internal) number: usize,
    pub(in crate::internal) pages: usize,
    /// `Reviews 101 to 200 of 412`.
    pub(in crate::internal) words: String,
    /// Towards newer reviews.
    pub(in crate::internal) newer: Option<String>,
    /// Towards older reviews.
    pub(in crate::internal) older: Option<String>,
}

/// One box of choices above a table.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FilterGroup {
    /// `severity`, `kind`, `service`, `tag`, `year`.
    pub(in crate::internal) key: &'static str,
    pub(in crate::internal) label: String,
    pub(in crate::internal) options: Vec<FilterOption>,
}

/// One choice.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FilterOption {
    /// A whole word of a row's `facets`: `service:checkout`.
    pub(in crate::internal) value: String,
    pub(in crate::internal) label: String,
    /// Rows that have it.
    pub(in crate::internal) count: usize,
}

/// `shared/row.html`, as `row`: one review in a list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct RowView {
    pub(in crate::internal) card: Card,
}
