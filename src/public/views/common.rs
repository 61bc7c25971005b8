//! Pieces that many pages share.

use jiff::civil::Date;
use serde::Serialize;

use super::super::made::{Href, Words};
use crate::clearance::{Cleared, publishable};

publishable! {
    /// Text that leads somewhere.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Link {
        pub(in crate::public) label: Words,
        pub(in crate::public) href: Href,
    }
}

publishable! {
    /// A date as machines and as people read it.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct DateView {
        /// `2026-03-02`.
        pub(in crate::public) iso: Date,
        /// `2 March 2026`.
        pub(in crate::public) words: Words,
    }
}

publishable! {
    /// A severity.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct SeverityView {
        pub(in crate::public) label: Cleared,
        /// `critical`, `major`, `minor`, `low` or `info`; used as a class.
        pub(in crate::public) role: &'static str,
    }
}

publishable! {
    /// A postmortem in a list.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Card {
        pub(in crate::public) title: Cleared,
        pub(in crate::public) href: Href,
        pub(in crate::public) date: DateView,
        /// A sentence or a few, plain; may be empty.
        pub(in crate::public) summary: Words,
        pub(in crate::public) severity: Option<SeverityView>,
        /// `47 min`; null where it does not leave.
        pub(in crate::public) duration: Option<Words>,
        pub(in crate::public) services: Vec<Link>,
        /// `preliminary` or `final`.
        pub(in crate::public) version: &'static str,
    }
}

publishable! {
    /// A service or a year, as an entry of a list.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct TermCard {
        pub(in crate::public) label: Words,
        pub(in crate::public) href: Href,
        /// Whether this page is its own.
        pub(in crate::public) current: bool,
        pub(in crate::public) count: usize,
        /// `12 postmortems`.
        pub(in crate::public) count_words: Words,
        pub(in crate::public) latest: Option<DateView>,
    }
}
