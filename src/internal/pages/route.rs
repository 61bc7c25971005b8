//! What is at each path of the site.

use crate::digest::{Period, Week};
use crate::library::Dimension;
use crate::review::Review;
pub(super) use base::links::{ListPage, PAGE, list_path, pages};
pub(super) use site::feed::Format;

/// One page or file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    Home,
    Missing,
    Review(usize),
    /// The same as JSON.
    ReviewJson(usize),
    /// A page of the folder that is not a review, by its index among them.
    Document(usize),
    /// An old address of a review or a document, by its index.
    Moved(usize),
    /// The players' page of the drill of a review.
    Drill(usize),
    /// The facilitator's notes of the drill.
    DrillNotes(usize),
    /// The list of drills, and a page of it. 0 is the first page of a list.
    Drills(usize),
    /// The list of all reviews.
    Reviews(usize),
    Overview(Dimension),
    /// A term by its index in the dimension's list, and a page of it.
    Term(Dimension, usize, usize),
    /// The list of all actions.
    Actions(usize),
    /// The list of all weeks.
    Digests,
    Week(Week),
    /// The slides of a week.
    Slides(Week),
    /// The page of the current week, at a fixed address.
    ThisWeek,
    Period(Period),
    Search,
    Feed(Scope, Format),
    /// The list of the pages of records.
    ReviewsJson,
    /// A page of records, by its index.
    Data(usize),
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
    /// The weeks instead of reviews.
    Digests,
}

/// The folder of the files for sorting and filtering lists.
pub(super) const LISTS: &str = "lists/";
/// The file that names those of the reviews.
pub(super) const REVIEWS_LIST: &str = "lists/reviews.js";
/// The file that names those of the actions.
pub(super) const ACTIONS_LIST: &str = "lists/actions.js";

/// The file that names those of the terms of a dimension.
pub(super) fn overview_list(dimension: Dimension) -> String {
    format!("{LISTS}{}.js", dimension.folder())
}

/// The page of a review.
pub(super) fn review_path(id: &str) -> String {
    ["reviews/", id, "/index.html"].concat()
}

/// The page of a review as JSON.
pub(super) fn review_json_path(id: &str) -> String {
    ["reviews/", id, "/review.json"].concat()
}

/// The page of a review, or of a document of the folder.
pub(super) fn text_path(text: &Review) -> String {
    if text.is_document { ["pages/", &text.id, "/index.html"].concat() } else { review_path(&text.id) }
}

/// The list of drills.
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

/// The slides of a week.
pub(super) fn slides_path(week: Week) -> String {
    format!("digests/{week}/slides/index.html")
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
