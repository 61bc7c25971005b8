//! `shared/moved.html`, as `moved`.

use serde::Serialize;

/// A page at an old address.
#[derive(Debug, Clone, Serialize)]
pub struct MovedPage {
    /// The title of the page that it leads to.
    pub title: String,
    /// The relative address of that page.
    pub href: String,
    /// The absolute address if `site.base_url` is set, else the relative one.
    pub canonical: String,
}
