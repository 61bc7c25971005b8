//! `public/home.html` and `public/list.html`, as `list`; `public/overview.html`, as `overview`; `public/search.html`, as `search`,
//! and `public/404.html`, as `missing` (the same view).

use serde::Serialize;

use super::super::made::{Href, Words};
use super::{Card, Link, TermCard};
use crate::clearance::publishable;

publishable! {
    /// Postmortems by date, a hundred a page: all, those of a service, those of a year.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct ListPage {
        /// `Service`, `Year`; empty on the home page.
        pub(in crate::public) kind: &'static str,
        pub(in crate::public) heading: Words,
        /// `12 postmortems`.
        pub(in crate::public) counts: Words,
        /// By year, newest first.
        pub(in crate::public) groups: Vec<Group>,
        /// Null when everything is on one page.
        pub(in crate::public) pager: Option<Pager>,
        /// Every service; empty unless there are two.
        pub(in crate::public) services: Vec<TermCard>,
        /// Every year; empty unless there are two.
        pub(in crate::public) years: Vec<TermCard>,
    }
}

publishable! {
    /// The postmortems of a year.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Group {
        pub(in crate::public) year: Words,
        pub(in crate::public) href: Href,
        pub(in crate::public) cards: Vec<Card>,
    }
}

publishable! {
    /// Where one is in a long list.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Pager {
        /// From 1.
        pub(in crate::public) number: usize,
        pub(in crate::public) pages: usize,
        /// `Postmortems 101 to 200 of 412`.
        pub(in crate::public) words: Words,
        pub(in crate::public) newer: Option<Href>,
        pub(in crate::public) older: Option<Href>,
    }
}

publishable! {
    /// All services, or all years.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct OverviewPage {
        pub(in crate::public) heading: &'static str,
        pub(in crate::public) lead: &'static str,
        pub(in crate::public) terms: Vec<TermCard>,
    }
}

publishable! {
    /// The search page: its contents come from the script; without it, the ways in.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct SearchPage {
        pub(in crate::public) browse: Vec<Link>,
    }
}
