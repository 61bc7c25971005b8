//! `public/postmortem.html`, as `postmortem`.

use serde::Serialize;

use super::super::made::{Href, Html, Words};
use super::{DateView, Link, SeverityView};
use clearance::{Cleared, publishable};

publishable! {
    /// One postmortem, in reading order.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct PostmortemPage {
        pub(crate) title: Cleared,
        /// Whether the title needs smaller letters.
        pub(crate) long: bool,
        /// The day of publication.
        pub(crate) date: DateView,
        /// The day on which the incident began; null if no time of it is published.
        pub(crate) incident: Option<DateView>,
        /// The day of the last approved change.
        pub(crate) updated: DateView,
        /// `preliminary` or `final`.
        pub(crate) version: &'static str,
        /// Null if the author does not give it.
        pub(crate) standing: Option<StandingView>,
        pub(crate) severity: Option<SeverityView>,
        /// The meaning of the severity.
        pub(crate) severity_meaning: Option<Words>,
        /// The text on the severity.
        #[serde(rename = "severity_html")]
        pub(crate) severity_text: Option<Html>,
        pub(crate) duration: Option<DurationView>,
        /// The text on the duration.
        #[serde(rename = "duration_html")]
        pub(crate) duration_text: Option<Html>,
        pub(crate) span: Option<SpanView>,
        pub(crate) services: Vec<Link>,
        pub(crate) tags: Vec<Link>,
        /// The parts of the text.
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
    /// The state of the incident.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct StandingView {
        /// `Monitoring`.
        pub(crate) word: &'static str,
        /// An explanation; null if the word is enough.
        pub(crate) meaning: Option<&'static str>,
    }
}

publishable! {
    /// A duration.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct DurationView {
        /// `PT47M`.
        pub(crate) iso: Words,
        /// `47 min`.
        pub(crate) words: Words,
    }
}

publishable! {
    /// Start and end, in UTC.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct SpanView {
        pub(crate) from_iso: Words,
        /// `2 March 2026, 16:04`.
        pub(crate) from: Words,
        pub(crate) to_iso: Words,
        /// `16:50`, with its date when it is another day.
        pub(crate) to: Words,
        /// Whether the harm was shorter than this span and within it.
        pub(crate) within: bool,
        /// The same in the readers' zone: `2 March 2026, 17:04 to 17:50 CET`.
        pub(crate) local: Option<Words>,
    }
}

publishable! {
    /// A heading and the content below it.
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
    /// The plot and the table below it.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct TimelineView {
        /// The SVG; null when there is no time to plot.
        #[serde(rename = "plot_html")]
        pub(crate) plot: Option<Html>,
        /// The readers' time zone by its IANA name, if times are also shown in it.
        pub(crate) zone: Option<Cleared>,
        /// Whether any row states its effect; otherwise the column is left out.
        pub(crate) has_effect: bool,
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
        /// `positive`, `neutral`, `negative`; `unstated` if the author does not say.
        pub(crate) effect: &'static str,
        #[serde(rename = "what_html")]
        pub(crate) what: Html,
    }
}

publishable! {
    /// Completed and planned measures.
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
        /// What differs from the previous version, as headings: `What happened; Severity`.
        pub(crate) changed: Option<Words>,
    }
}

publishable! {
    /// `public/withdrawn.html`, as `withdrawn`: the page of a withdrawn postmortem.
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
        /// Links to lists.
        pub(crate) browse: Vec<Link>,
    }
}

publishable! {
    /// `shared/moved.html`, as `moved`: a page at an old address.
    #[derive(Debug, Clone, Serialize)]
    pub(crate) struct MovedPage {
        /// The title of the postmortem that it links to.
        pub(crate) title: Cleared,
        /// The relative address of that page.
        pub(crate) href: Href,
        /// The absolute address if `site.base_url` is set, else the relative one.
        pub(crate) canonical: Href,
    }
}
