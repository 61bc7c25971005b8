//! `internal/moved.html`, as `moved`.

use serde::Serialize;

/// A page at an old address.
#[derive(Debug, Clone, Serialize)]
pub struct MovedPage {
    /// Of the page that it leads to.
    pub title: String,
    /// The way there.
    pub href: String,
    /// The whole address where the site knows its own, else the way there.
    pub canonical: String,
}
