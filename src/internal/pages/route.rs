//! What stands at a path.

use crate::digest::{Period, Week};
use crate::library::Dimension;
use crate::review::Review;
pub(super) use base::links::{PAGE, list_path, pages};
pub(super) use site::feed::Format;

/// One page or file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    Home,
    Missing,
    Review(usize),
    /// The same for programs.
    ReviewJson(usize),
    /// A page of the folder that is no review, by its place among them.
    Document(usize),
    /// An old address of a review or a document, by its place.
    Moved(usize),
    /// The drill of a review, for its players.
    Drill(usize),
    /// The same for its facilitator.
    DrillNotes(usize),
    /// All drills; pages count from 0.
    Drills(usize),
    /// All reviews; pages count from 0.
    Reviews(usize),
    Overview(Dimension),
    /// A term by its place in the dimension's list, and a page of it.
    Term(Dimension, usize, usize),
    /// All actions; pages count from 0.
    Actions(usize),
    /// The rows of all reviews, for lists of several pages.
    ReviewsTwin,
    /// The rows of all actions.
    ActionsTwin,
    /// All weeks.
    Digests,
    Week(Week),
    /// The page of the current week, at an address that stays.
    ThisWeek,
    Period(Period),
    Search,
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

/// The rows of all reviews.
pub(super) const REVIEWS_TWIN: &str = "reviews/rows.js";
/// The rows of all actions.
pub(super) const ACTIONS_TWIN: &str = "actions/rows.js";

/// The page of a review.
pub(super) fn review_path(id: &str) -> String {
    ["reviews/", id, "/index.html"].concat()
}

/// What the page of a review says, for programs.
pub(super) fn review_json_path(id: &str) -> String {
    ["reviews/", id, "/review.json"].concat()
}

/// The page of a review, or of a document of the folder.
pub(super) fn text_path(text: &Review) -> String {
    if text.is_document { ["pages/", &text.id, "/index.html"].concat() } else { review_path(&text.id) }
}

/// All drills.
pub(super) fn drills_path() -> &'static str {
    "drills/index.html"
}

/// The facilitator's notes of a drill.
pub(super) fn drill_notes_path(id: &str) -> String {
    format!("reviews/{id}/drill/notes/index.html")
}

/// The drill of a review.
pub(super) fn drill_path(id: &str) -> String {
    format!("reviews/{id}/drill/index.html")
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

/// The first page of a term.
pub(super) fn term_path(dimension: Dimension, slug: &str) -> String {
    [dimension.folder(), "/", slug, "/index.html"].concat()
}

/// Where a file of the library is published.
pub(super) fn attachment_path(path: &str) -> String {
    format!("files/{path}")
}
