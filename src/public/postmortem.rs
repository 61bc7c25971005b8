//! The public record of one incident.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Revised, Standing};
use clearance::{Cleared, Slug, publishable};

publishable! {
    /// One postmortem, redacted and cleared: exactly what readers see and what is approved.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Postmortem {
        /// Its address: `postmortems/SLUG/`.
        pub slug: Slug,
        /// Its former addresses, as paths of files from the root; each links to this postmortem.
        pub aliases: Vec<Cleared>,
        /// Plain text.
        pub title: Cleared,
        /// The day by which it is listed.
        pub date: Date,
        /// The severity, from the scale.
        pub severity: Option<Severity>,
        /// The state of the incident, if the author gives it.
        pub standing: Option<Standing>,
        /// The services, with their public names.
        pub services: Vec<Named>,
        /// The tags, from the public vocabulary.
        pub tags: Vec<Named>,
        /// Whether more will be published.
        pub version: Version,
        /// Newest first.
        pub changes: Vec<Change>,
        /// What differed from the previous version, newest first.
        pub revised: Vec<Revised>,
        /// Start and end, rounded; only if the section `duration` is published.
        pub span: Option<Passage>,
        /// How long the harm lasted, in seconds; only if the section `duration` is published. It may be shorter than
        /// the span, or known without one, because the text of the impact may give it.
        pub lasted: Option<i64>,
        /// The texts, in the order in which they are printed.
        pub sections: Vec<Section>,
        /// In order of time, rounded; only if the section `timeline` is published.
        pub timeline: Vec<Moment>,
        /// Completed first, then planned; only if the section `countermeasures` is published and has no text of its
        /// own.
        pub measures: Vec<Measure>,
        /// The pictures that sections show.
        pub assets: Vec<Asset>,
        /// Why it was withdrawn, as Markdown after redaction; then only its address, title and dates are published.
        pub withdrawn: Option<Cleared>,
        /// The day of the approval: the date of the last change for feeds and sitemap.
        pub approved: Date,
    }
}

impl Postmortem {
    /// When it began: the start of its span, else the first entry of its timeline; only if one of them is published.
    #[must_use]
    pub fn began(&self) -> Option<Timestamp> {
        let first = self.timeline.iter().map(|moment| moment.at).min();
        self.span.map(|span| span.from).or(first)
    }
}

publishable! {
    /// A severity as public readers see it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Severity {
        /// `Sev 2`.
        pub label: Cleared,
        /// The meaning of the severity, in the words of the scale.
        pub meaning: Option<Meaning>,
        /// The class name of its colour and shape: `critical`, `major`, `minor`, `low`, `info`.
        pub role: &'static str,
    }
}

publishable! {
    /// The meaning of a severity, in the program's own words or the library's.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Meaning {
        shipped: &'static str,
        written: Option<Cleared>,
    }
}

impl Meaning {
    /// The words of the scale that the program ships.
    #[must_use]
    pub fn shipped(words: &'static str) -> Self {
        Self { shipped: words, written: None }
    }

    /// The words of the library's own scale.
    #[must_use]
    pub fn written(words: Cleared) -> Self {
        Self { shipped: "", written: Some(words) }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.written.as_ref().map_or(self.shipped, Cleared::as_str)
    }
}

publishable! {
    /// A service or tag.
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Named {
        /// Its address.
        pub slug: Slug,
        /// What readers see.
        pub label: Cleared,
    }
}

publishable! {
    /// Whether more will be published.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Version {
        /// A first version; more will be published.
        Preliminary,
        /// The final version.
        Final,
    }
}

impl Version {
    /// The word for it in front matter, JSON and approvals.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
        }
    }
}

publishable! {
    /// A change after publication.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Change {
        /// When.
        pub on: Date,
        /// What changed; plain text.
        pub note: Cleared,
    }
}

publishable! {
    /// From start to end, in UTC, rounded.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Passage {
        /// The start.
        pub from: Timestamp,
        /// The end.
        pub to: Timestamp,
    }
}

impl Passage {
    /// From the start to the end.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.to.as_second() - self.from.as_second()
    }
}

publishable! {
    /// A section of the text.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Section {
        /// The name in `sections:` - `summary`, `services-impacted`, `duration`, `severity`, `customer-impact`, `customer-actions`,
        /// `communications`,
        /// `timeline`, `contributing-factors`, `resolution`, `learnings`, `countermeasures`.
        pub name: &'static str,
        /// Markdown after redaction. Links lead to public hosts, to `/postmortems/SLUG/`, or to a heading of the same
        /// section; images to `/assets/pictures/NAME`. No raw HTML.
        pub text: Cleared,
    }
}

publishable! {
    /// Something that happened.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Moment {
        /// UTC, rounded.
        pub at: Timestamp,
        /// `positive`, `neutral`, `negative`; `unstated` if the author does not say.
        pub effect: &'static str,
        /// Markdown of a line or a few, after redaction.
        pub what: Cleared,
    }
}

publishable! {
    /// What was or will be done.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Measure {
        /// Markdown of one line, after redaction.
        pub what: Cleared,
        /// Its state.
        pub state: MeasureState,
        /// For a planned one, the month it is due in.
        pub due: Option<Month>,
    }
}

publishable! {
    /// The state of a measure.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum MeasureState {
        /// Done.
        Completed,
        /// To be done.
        Planned,
    }
}

impl MeasureState {
    /// The word for it in JSON and approvals.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Planned => "planned",
        }
    }
}

publishable! {
    /// A month of a year.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Month {
        /// The year.
        pub year: u16,
        /// 1 to 12.
        pub month: u8,
    }
}

publishable! {
    /// A picture as a page shows it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Asset {
        /// File name by content: 32 hexadecimal digits of SHA-256, and `.png`, `.jpg` or `.webp`.
        pub file: Cleared,
        /// The alternative text.
        pub alt: Cleared,
        /// In pixels.
        pub width: u32,
        /// In pixels.
        pub height: u32,
    }
}

publishable! {
    /// The site's own texts and settings.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Masthead {
        /// Its name.
        pub title: Cleared,
        /// One sentence.
        pub description: Cleared,
        /// The organisation that publishes it.
        pub organisation: Cleared,
        /// Its base URL, with a final `/`.
        pub base_url: Option<Cleared>,
        /// `mailto:` or `https://` address.
        pub contact: Option<Cleared>,
        /// BCP 47.
        pub language: Cleared,
        /// The readers' time zone by its IANA name; times are shown in it as well as in UTC.
        pub timezone: Option<Cleared>,
    }
}

/// The bytes of a re-encoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// As in [`Asset::file`].
    pub file: Cleared,
    /// PNG, JPEG or WebP without any metadata.
    pub bytes: Arc<[u8]>,
}
