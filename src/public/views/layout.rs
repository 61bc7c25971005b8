//! What every page is given, as `site` and `page`, beside its own view.

use serde::Serialize;

use super::super::made::{Href, Html, Words};
use super::Link;
use crate::clearance::{Cleared, publishable};

publishable! {
    /// The two values that `public/base.html` prints.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Layout {
        pub(in crate::public) site: SiteView,
        pub(in crate::public) page: PageView,
    }
}

publishable! {
    /// The site as a whole.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct SiteView {
        pub(in crate::public) title: Words,
        /// May be empty.
        pub(in crate::public) description: Cleared,
        /// May be empty.
        pub(in crate::public) organisation: Cleared,
        /// BCP 47, for `<html lang>`.
        pub(in crate::public) language: Words,
        /// `public`.
        pub(in crate::public) edition: &'static str,
        pub(in crate::public) home: Href,
        /// The main navigation.
        pub(in crate::public) nav: Vec<NavItem>,
        /// A mailbox or a page.
        pub(in crate::public) contact: Option<Link>,
        pub(in crate::public) feeds: FeedLink,
        /// How many there are.
        pub(in crate::public) postmortems: usize,
        /// Eight hexadecimal digits that change with the theme's assets; `?v=` of their addresses.
        pub(in crate::public) assets_version: Words,
    }
}

publishable! {
    /// An entry of the main navigation.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct NavItem {
        pub(in crate::public) label: &'static str,
        pub(in crate::public) href: Href,
        /// Whether this page stands in that part of the site.
        pub(in crate::public) current: bool,
    }
}

publishable! {
    /// This page.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct PageView {
        /// The page's own title; the window title adds the site's.
        pub(in crate::public) title: Words,
        /// A sentence or two; may be empty.
        pub(in crate::public) description: Words,
        /// The way to the site's root: `../../`, or `./` at the root.
        pub(in crate::public) root: Href,
        /// A word for `<body class>`: `home`, `postmortem`, `list`, `overview`, `search`, `missing`.
        pub(in crate::public) class: &'static str,
        /// From the home page to the parent of this one.
        pub(in crate::public) breadcrumbs: Vec<Link>,
        /// The page's whole address; null where the site does not know its own.
        pub(in crate::public) canonical: Option<Href>,
        /// Whether search engines may list it.
        pub(in crate::public) listed: bool,
        /// The whole address of a picture that stands for it.
        pub(in crate::public) image: Option<Href>,
        /// JSON-LD.
        #[serde(rename = "data_html")]
        pub(in crate::public) data: Option<Html>,
    }
}

publishable! {
    /// The feeds of all postmortems.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct FeedLink {
        pub(in crate::public) atom: Href,
        pub(in crate::public) json: Href,
    }
}
