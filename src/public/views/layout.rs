//! The values `site` and `page`, which every template gets besides its own view.

use serde::Serialize;

use super::super::made::{Href, Html, Words};
use super::Link;
use clearance::{Cleared, publishable};

publishable! {
    /// The two values that `public/base.html` prints.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Layout {
        pub(crate) site: SiteView,
        pub(crate) page: PageView,
    }
}

publishable! {
    /// The site as a whole.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct SiteView {
        pub(crate) title: Words,
        /// May be empty.
        pub(crate) description: Cleared,
        /// May be empty.
        pub(crate) organisation: Cleared,
        /// BCP 47, for `<html lang>`.
        pub(crate) language: Words,
        /// `public`.
        pub(crate) edition: &'static str,
        pub(crate) home: Href,
        /// The main navigation.
        pub(crate) nav: Vec<NavItem>,
        /// A mail address or a page.
        pub(crate) contact: Option<Link>,
        pub(crate) feeds: FeedLink,
        /// The number of postmortems.
        pub(crate) postmortems: usize,
        /// Eight hexadecimal digits that change with the theme's assets; `?v=` of their addresses.
        pub(crate) assets_version: Words,
    }
}

publishable! {
    /// An entry of the main navigation.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct NavItem {
        pub(crate) label: &'static str,
        pub(crate) href: Href,
        /// Whether this page is in that part of the site.
        pub(crate) current: bool,
    }
}

publishable! {
    /// This page.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct PageView {
        /// The page's own title; the window title adds the site's.
        pub(crate) title: Words,
        /// A sentence or two; may be empty.
        pub(crate) description: Words,
        /// The relative address of the site's root: `../../`, or `./` at the root.
        pub(crate) root: Href,
        /// A word for `<body class>`: `home`, `postmortem`, `list`, `overview`, `search`, `moved`, `missing`.
        pub(crate) class: &'static str,
        /// From the home page to the parent of this one.
        pub(crate) breadcrumbs: Vec<Link>,
        /// The page's absolute address; null if the site has no base URL.
        pub(crate) canonical: Option<Href>,
        /// Whether search engines may list it.
        pub(crate) listed: bool,
        /// The absolute address of a preview picture.
        pub(crate) image: Option<Href>,
        /// JSON-LD.
        #[serde(rename = "data_html")]
        pub(crate) data: Option<Html>,
    }
}

publishable! {
    /// The feeds of all postmortems.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct FeedLink {
        pub(crate) atom: Href,
        pub(crate) json: Href,
    }
}
