//! The data for `shared/base.html`, as `site` and `page`, which every page has in addition to its own view.

use serde::Serialize;

use crate::pages::pieces::Link;

/// The library as a whole.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    pub title: String,
    pub description: String,
    /// BCP 47, for `<html lang>`.
    pub language: String,
    /// `internal`.
    pub edition: &'static str,
    pub home: String,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// The address of the source repository.
    pub repository: Option<String>,
    /// Number of reviews that this site shows.
    pub reviews: usize,
    /// Number of restricted reviews.
    pub restricted: usize,
    /// Eight hexadecimal digits that change with the theme's assets; used as `?v=` in their addresses.
    pub assets_version: String,
}

/// An entry of the main navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    pub label: String,
    pub href: String,
    /// Whether this page is in that part of the site.
    pub current: bool,
}

/// This page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// The page's own title; the window title adds the site's.
    pub title: String,
    /// One sentence for `<meta name="description">`; may be empty.
    pub description: String,
    /// The relative path to the site's root: `../../`, or `./` at the root.
    pub root: String,
    /// A word for `<body class>`: `home`, `review`, `document`, `drill`, `drill-notes`, `drills`, `overview`, `term`, `actions`, `digest`, `digests`, `search`, `moved`, `missing`.
    pub class: &'static str,
    /// From the home page to the parent of this one.
    pub breadcrumbs: Vec<Link>,
    pub feeds: Vec<FeedLink>,
}

/// A feed, for `<link rel="alternate">` and for a link on the page.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    pub title: String,
    pub atom: String,
    pub json: String,
}
