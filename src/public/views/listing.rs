//! `public/home.html` and `public/list.html`, as `list`; `public/overview.html`, as `overview`; `public/search.html`, as `search`,
//! and `public/404.html`, as `missing` (the same view).

use serde::Serialize;

use super::super::made::{Href, Words};
use super::{Card, Link, TermCard};
use clearance::publishable;

publishable! {
    /// Postmortems by date: all, those of a service, those of a year. A long list has pages that are numbered from the oldest;
    /// these show only what one more postmortem does not change.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct ListPage {
        /// `Service`, `Year`; empty on the home page.
        pub(crate) kind: &'static str,
        pub(crate) heading: Words,
        /// `12 postmortems`; on a numbered page what it holds, as in the pager.
        pub(crate) counts: Words,
        /// By year, newest first.
        pub(crate) groups: Vec<Group>,
        /// Null when everything is on one page.
        pub(crate) pager: Option<Pager>,
        /// Every service; empty unless there are two, and on numbered pages.
        pub(crate) services: Vec<TermCard>,
        /// Every year; empty unless there are two, and on numbered pages.
        pub(crate) years: Vec<TermCard>,
    }
}

publishable! {
    /// The postmortems of a year.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Group {
        pub(crate) year: Words,
        pub(crate) href: Href,
        pub(crate) cards: Vec<Card>,
    }
}

publishable! {
    /// The position in a long list.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Pager {
        /// `The newest 37 of 412 postmortems`; `Postmortems 26 to 50, counted from the oldest`.
        pub(crate) words: Words,
        pub(crate) newer: Option<Href>,
        pub(crate) older: Option<Href>,
    }
}

publishable! {
    /// All services, or all years.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct OverviewPage {
        pub(crate) heading: &'static str,
        pub(crate) lead: &'static str,
        pub(crate) terms: Vec<TermCard>,
    }
}

publishable! {
    /// The search page. A script fills it; without scripts it shows links to lists.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct SearchPage {
        pub(crate) browse: Vec<Link>,
    }
}
