//! What every page is given for `shared/base.html`, as `site` and `page`, beside its own view.

use serde::Serialize;

use super::Link;

/// The library as a whole.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct SiteView {
    pub(in crate::internal) title: String,
    pub(in crate::internal) description: String,
    /// BCP 47, for `<html lang>`.
    pub(in crate::internal) language: String,
    /// `internal`.
    pub(in crate::internal) edition: &'static str,
    pub(in crate::internal) home: String,
    /// The main navigation.
    pub(in crate::internal) nav: Vec<NavItem>,
    /// The address of the source repository.
    pub(in crate::internal) repository: Option<String>,
    /// Reviews that this site shows.
    pub(in crate::internal) reviews: usize,
    /// Reviews that nobody sees here: only counted.
    pub(in crate::internal) restricted: usize,
    /// Eight hexadecimal digits that change with the theme's assets; `?v=` of their addresses.
    pub(in crate::internal) assets_version: String,
}

/// An entry of the main navigation.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct NavItem {
    pub(in crate::internal) label: String,
    pub(in crate::internal) href: String,
    /// Whether this page stands in that part of the site.
    pub(in crate::internal) current: bool,
}

/// This page.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct PageView {
    /// The page's own title; the window title adds the site's.
    pub(in crate::internal) title: String,
    /// One sentence for `<meta name="description">`; may be empty.
    pub(in crate::internal) description: String,
    /// The way to the site's root: `../../`, or `./` at the root.
    pub(in crate::internal) root: String,
    /// A word for `<body class>`: `home`, `review`, `drill`, `drill-notes`, `drills`, `overview`, `term`, `actions`, `digest`, `digests`, `search`, `missing`.
    pub(in crate::internal) class: &'static str,
    /// From the home page to the parent of this one.
    pub(in crate::internal) breadcrumbs: Vec<Link>,
    pub(in crate::internal) feeds: Vec<FeedLink>,
}

/// A feed that `<link rel="alternate">` and the page name.
#[derive(Debug, Clone, Serialize)]
pub(in crate::internal) struct FeedLink {
    pub(in crate::internal) title: String,
    pub(in crate::internal) atom: String,
    pub(in crate::internal) json: String,
}
