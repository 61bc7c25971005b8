//! `public/postmortem.html`, as `postmortem`.

use serde::Serialize;

use super::super::made::{Href, Html, Words};
use super::{DateView, Link, SeverityView};
use crate::clearance::{Cleared, publishable};

publishable! {
    /// One postmortem, in the order in which it is read.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct PostmortemPage {
        pub(in crate::public) title: Cleared,
        /// Whether the title needs smaller letters.
        pub(in crate::public) long: bool,
        pub(in crate::public) date: DateView,
        /// The day of the last approved change.
        pub(in crate::public) updated: DateView,
        /// `preliminary` or `final`.
        pub(in crate::public) version: &'static str,
        pub(in crate::public) severity: Option<SeverityView>,
        /// What is said of the severity.
        #[serde(rename = "severity_html")]
        pub(in crate::public) severity_text: Option<Html>,
        pub(in crate::public) duration: Option<DurationView>,
        /// What is said of the duration.
        #[serde(rename = "duration_html")]
        pub(in crate::public) duration_text: Option<Html>,
        pub(in crate::public) span: Option<SpanView>,
        pub(in crate::public) services: Vec<Link>,
        pub(in crate::public) tags: Vec<Link>,
        /// The account.
        pub(in crate::public) parts: Vec<Part>,
        /// Newest first.
        pub(in crate::public) changes: Vec<ChangeView>,
        /// The same as JSON.
        pub(in crate::public) json: Href,
        pub(in crate::public) newer: Option<Link>,
        pub(in crate::public) older: Option<Link>,
    }
}

publishable! {
    /// How long it took.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct DurationView {
        /// `PT47M`.
        pub(in crate::public) iso: Words,
        /// `47 min`.
        pub(in crate::public) words: Words,
    }
}

publishable! {
    /// From when to when, UTC.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct SpanView {
        pub(in crate::public) from_iso: Words,
        /// `2 March 2026, 16:04`.
        pub(in crate::public) from: Words,
        pub(in crate::public) to_iso: Words,
        /// `16:50`, with its date when it is another day.
        pub(in crate::public) to: Words,
    }
}

publishable! {
    /// A heading and what stands beneath it.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct Part {
        /// Unique on the page: `summary`, `impact`, `timeline`, `factors`, `resolution`, `learnings`, `measures`.
        pub(in crate::public) id: &'static str,
        pub(in crate::public) heading: &'static str,
        /// The texts, each its own document.
        #[serde(rename = "texts_html")]
        pub(in crate::public) texts: Vec<Html>,
        /// With `timeline`.
        pub(in crate::public) timeline: Option<TimelineView>,
        /// With `measures`.
        pub(in crate::public) measures: Option<MeasuresView>,
    }
}

publishable! {
    /// The plot and the table beneath it.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct TimelineView {
        /// The SVG; null when there is no time to plot.
        #[serde(rename = "plot_html")]
        pub(in crate::public) plot: Option<Html>,
        pub(in crate::public) rows: Vec<MomentView>,
    }
}

publishable! {
    /// One entry.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct MomentView {
        /// As on the plot, from 1.
        pub(in crate::public) number: usize,
        pub(in crate::public) iso: Words,
        /// `16:04`.
        pub(in crate::public) clock: Words,
        /// Set on the first row and where the day changes: `2 March 2026`.
        pub(in crate::public) day: Option<Words>,
        /// `positive`, `neutral`, `negative`.
        pub(in crate::public) effect: &'static str,
        #[serde(rename = "what_html")]
        pub(in crate::public) what: Html,
    }
}

publishable! {
    /// What was and will be done.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct MeasuresView {
        pub(in crate::public) completed: Vec<MeasureView>,
        pub(in crate::public) planned: Vec<MeasureView>,
    }
}

publishable! {
    /// One measure.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct MeasureView {
        #[serde(rename = "what_html")]
        pub(in crate::public) what: Html,
        /// `March 2026`.
        pub(in crate::public) due: Option<Words>,
    }
}

publishable! {
    /// A line of the history.
    #[derive(Debug, Clone, Serialize)]
    pub(in crate::public) struct ChangeView {
        pub(in crate::public) on: DateView,
        pub(in crate::public) note: Cleared,
    }
}
