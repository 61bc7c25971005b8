//! Values that many pages share.

use jiff::civil::Date;
use serde::Serialize;

use super::super::made::{Href, Words};
use clearance::{Cleared, publishable};

publishable! {
    /// A link with its text.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Link {
        pub(crate) label: Words,
        pub(crate) href: Href,
    }
}

publishable! {
    /// A date for programs and for people.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct DateView {
        /// `2026-03-02`.
        pub(crate) iso: Date,
        /// `2 March 2026`.
        pub(crate) words: Words,
    }
}

publishable! {
    /// A severity.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct SeverityView {
        pub(crate) label: Cleared,
        /// `critical`, `major`, `minor`, `low` or `info`; used as a class.
        pub(crate) role: &'static str,
    }
}

publishable! {
    /// A postmortem in a list.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Card {
        pub(crate) title: Cleared,
        pub(crate) href: Href,
        /// The day of publication.
        pub(crate) date: DateView,
        /// The day on which the incident began; null if no time of it is published.
        pub(crate) incident: Option<DateView>,
        /// A few sentences of plain text; may be empty.
        pub(crate) summary: Words,
        pub(crate) severity: Option<SeverityView>,
        /// `47 min`; null if it is not published.
        pub(crate) duration: Option<Words>,
        pub(crate) services: Vec<Link>,
        /// `preliminary` or `final`.
        pub(crate) version: &'static str,
    }
}

publishable! {
    /// A service or a year, as an entry of a list.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct TermCard {
        pub(crate) label: Words,
        pub(crate) href: Href,
        /// Whether this page is the one it links to.
        pub(crate) current: bool,
        pub(crate) count: usize,
        /// `12 postmortems`.
        pub(crate) count_words: Words,
        pub(crate) latest: Option<DateView>,
    }
}
