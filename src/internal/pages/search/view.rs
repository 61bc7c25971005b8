//! `internal/search.html`, as `search`, and `internal/404.html`, as `missing` (the same view).

use serde::Serialize;

use crate::pages::pieces::Link;

/// The search page. The script fills it; without a script it shows links to the indexes.
#[derive(Debug, Clone, Serialize)]
pub struct SearchPage {
    /// Overviews of the indexes and the list of all reviews.
    pub browse: Vec<Link>,
    /// Keys that work on this page.
    pub shortcuts: Vec<ShortcutView>,
}

/// A key and what it does.
#[derive(Debug, Clone, Serialize)]
pub struct ShortcutView {
    pub key: &'static str,
    pub does: &'static str,
}
