//! `public/postmortem.html`, as `postmortem`.

use serde::Serialize;

use super::super::made::{Href, Html, Words};
use super::{DateView, Link, SeverityView};
use clearance::{Cleared, publishable};

publishable! {
    /// One postmortem, in the order in which it is read.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct PostmortemPage {
        pub(crate) title: Cleared,
        /// Whether the title needs smaller letters.
        pub(crate) long: bool,
        /// The day of publication.
        pub(crate) date: DateView,
        /// The day that the incident began; null where no time of it leaves.
        pub(crate) incident: Option<DateView>,
        /// The day of the last approved change.
        pub(crate) updated: DateView,
        /// `preliminary` or `final`.
        pub(crate) version: &'static str,
        /// Null where nobody says so.
        pub(crate) standing: Option<StandingView>,
        pub(crate) severity: Option<SeverityView>,
        /// What it takes to be so severe.
        pub(crate) severity_meaning: Option<Words>,
        /// What is said of the severity.
        #[serde(rename = "severity_html")]
        pub(crate) severity_text: Option<Html>,
        pub(crate) duration: Option<DurationView>,
        /// What is said of the duration.
        #[serde(rename = "duration_html")]
        pub(crate) duration_text: Option<Html>,
        pub(crate) span: Option<SpanView>,
        pub(crate) services: Vec<Link>,
        pub(crate) tags: Vec<Link>,
        /// The account.
        pub(crate) parts: Vec<Part>,
        /// Newest first.
        pub(crate) changes: Vec<ChangeView>,
        /// The same as JSON.
        pub(crate) json: Href,
        pub(crate) newer: Option<Link>,
        pub(crate) older: Option<Link>,
    }
}

publishable! {
    /// How it stands.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct StandingView {
        /// `Monitoring`.
        pub(crate) word: &'static str,
        /// A sentence; null where the word says it.
        pub(crate) meaning: Option<&'static str>,
    }
}

publishable! {
    /// How long it took.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct DurationView {
        /// `PT47M`.
        pub(crate) iso: Words,
        /// `47 min`.
        pub(crate) words: Words,
    }
}

publishable! {
    /// From when to when, UTC.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct SpanView {
        pub(crate) from_iso: Words,
        /// `2 March 2026, 16:04`.
        pub(crate) from: Words,
        pub(crate) to_iso: Words,
        /// `16:50`, with its date when it is another day.
        pub(crate) to: Words,
        /// Whether the harm was shorter, and lay somewhere in between.
        pub(crate) within: bool,
        /// The same in the readers' zone: `2 March 2026, 17:04 to 17:50 CET`.
        pub(crate) local: Option<Words>,
    }
}

publishable! {
    /// A heading and what stands beneath it.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct Part {
        /// Unique on the page: `summary`, `impact`, `timeline`, `factors`, `resolution`, `learnings`, `measures`.
        pub(crate) id: &'static str,
        pub(crate) heading: &'static str,
        /// The texts, each its own document.
        #[serde(rename = "texts_html")]
        pub(crate) texts: Vec<Html>,
        /// With `timeline`.
        pub(crate) timeline: Option<TimelineView>,
        /// With `measures`.
        pub(crate) measures: Option<MeasuresView>,
    }
}

publishable! {
    /// The plot and the table beneath it.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct TimelineView {
        /// The SVG; null when there is no time to plot.
        #[serde(rename = "plot_html")]
        pub(crate) plot: Option<Html>,
        /// The readers' zone, by its IANA name, where times stand in it too.
        pub(crate) zone: Option<Cleared>,
        pub(crate) rows: Vec<MomentView>,
    }
}

publishable! {
    /// One entry.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct MomentView {
        /// As on the plot, from 1.
        pub(crate) number: usize,
        pub(crate) iso: Words,
        /// `16:04`.
        pub(crate) clock: Words,
        /// `17:04 CET`, in the readers' zone.
        pub(crate) local: Option<Words>,
        /// Set on the first row and where the day changes: `2 March 2026`.
        pub(crate) day: Option<Words>,
        /// `positive`, `neutral`, `negative`.
        pub(crate) effect: &'static str,
        #[serde(rename = "what_html")]
        pub(crate) what: Html,
    }
}

publishable! {
    /// What was and will be done.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct MeasuresView {
        pub(crate) completed: Vec<MeasureView>,
        pub(crate) planned: Vec<MeasureView>,
    }
}

publishable! {
    /// One measure.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct MeasureView {
        #[serde(rename = "what_html")]
        pub(crate) what: Html,
        /// `March 2026`.
        pub(crate) due: Option<Words>,
    }
}

publishable! {
    /// A line of the history.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct ChangeView {
        pub(crate) on: DateView,
        /// In its authors' words; may be empty.
        pub(crate) note: Words,
        /// What differs from the version before, by its headings: `What happened; Severity`.
        pub(crate) changed: Option<Words>,
    }
}

publishable! {
    /// `public/withdrawn.html`, as `withdrawn`: the page of a postmortem that was taken back.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct WithdrawnPage {
        pub(crate) title: Cleared,
        /// Whether the title needs smaller letters.
        pub(crate) long: bool,
        /// The day of publication.
        pub(crate) date: DateView,
        /// The day on which it was withdrawn.
        pub(crate) on: DateView,
        #[serde(rename = "reason_html")]
        pub(crate) reason: Html,
        /// The same as JSON.
        pub(crate) json: Href,
        /// Where to go on.
        pub(crate) browse: Vec<Link>,
    }
}

publishable! {
    /// `shared/moved.html`, as `moved`: a page at an old address.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct MovedPage {
        /// Of the postmortem that it leads to.
        pub(crate) title: Cleared,
        /// The relative address of that page.
        pub(crate) href: Href,
        /// The absolute address if `site.base_url` is set, else the relative one.
        pub(crate) canonical: Href,
    }
}
