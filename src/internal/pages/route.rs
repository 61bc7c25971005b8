//! What stands at a path.

use crate::internal::digest::{Period, Week};
use crate::internal::library::Dimension;
use crate::search::File;

/// One page or file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    Home,
    Missing,
    Review(usize),
    /// All reviews; pages count from 0.
    Reviews(usize),
    Overview(Dimension),
    /// A term by its place in the dimension's list, and a page of it.
    Term(Dimension, usize, usize),
    Actions,
    /// All weeks.
    Digests,
    Week(Week),
    /// The page of the current week, at an address that stays.
    ThisWeek,
    Period(Period),
    Search,
    SearchFile(File),
    Feed(Scope, Format),
    ReviewsJson,
    Robots,
    /// A file of the theme, by its path below `assets/`.
    Asset(String),
    /// A file of the library, by its path there.
    Attachment(String),
}

/// Which reviews a feed has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    All,
    Term(Dimension, usize),
    /// The weeks, not their reviews.
    Digests,
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// RFC 4287.
    Atom,
    /// <https://www.jsonfeed.org/version/1.1/>.
    Json,
}

impl Format {
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }
}

/// Reviews on one page of a list.
pub(super) const PAGE: usize = 100;

/// How many pages `count` reviews take; an empty list has one, which says so.
pub(super) fn pages(count: usize) -> usize {
    count.div_ceil(PAGE).max(1)
}

/// The file of page `number` (from 0) of the list in `folder`.
pub(super) fn list_path(folder: &str, number: usize) -> String {
    if number == 0 { format!("{folder}/index.html") } else { format!("{folder}/page-{}/index.html", number + 1) }
}

/// The page of a review.
pub(super) fn review_path(id: &str) -> String {
    format!("reviews/{id}/index.html")
}

/// The page of a week.
pub(super) fn week_path(week: Week) -> String {
    format!("digests/{week}/index.html")
}

/// The page of a month or a quarter.
pub(super) fn period_path(period: Period) -> String {
    format!("digests/{period}/index.html")
}

/// The folder of a term's pages and feeds.
pub(super) fn term_folder(dimension: Dimension, slug: &str) -> String {
    format!("{}/{slug}", dimension.folder())
}

/// Where a file of the library is published.
pub(super) fn attachment_path(path: &str) -> String {
    format!("files/{path}")
}
