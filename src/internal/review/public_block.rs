//! `public:` of a review: what may be published, as the author states it.

use jiff::civil::Date;

use clearance::Waiver;
use public::{Revised, Standing, Version};

/// Names of the sections that may be published, in the order of a postmortem.
pub const SECTIONS: [&str; 12] = [
    "summary",
    "duration",
    "severity",
    "services-impacted",
    "customer-impact",
    "customer-actions",
    "communications",
    "timeline",
    "contributing-factors",
    "resolution",
    "learnings",
    "countermeasures",
];

/// What may be published, as far as it could be read; not yet checked against a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    pub publish: bool,
    pub slug: Option<String>,
    /// Its former public addresses, as written.
    pub aliases: Vec<String>,
    pub title: Option<String>,
    pub date: Option<Date>,
    pub severity: Option<String>,
    pub services: Vec<String>,
    pub tags: Vec<String>,
    /// The named sections of [`SECTIONS`], in the order of a page.
    pub sections: Vec<&'static str>,
    pub assets: Vec<Listed>,
    pub not_before: Option<Date>,
    /// Times are rounded down to this many minutes.
    pub precision: i64,
    pub allow: Vec<Waiver>,
    pub approval: Option<Approval>,
    pub version: Version,
    /// Its standing, as shown to readers.
    pub standing: Option<Standing>,
    pub changes: Vec<(Date, String)>,
    /// What changed since the previous version; `debrief approve` writes it.
    pub revised: Vec<Revised>,
    /// Why it was withdrawn; then the rest is not published.
    pub withdrawn: Option<String>,
    /// Own texts by section, with the key of each.
    pub texts: Vec<(&'static str, &'static str, String)>,
}

/// A picture that may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// As the text names it.
    pub src: String,
    pub alt: String,
}

/// Who approved what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    pub by: String,
    pub on: Date,
    pub digest: String,
}

impl Public {
    /// Whether anything of the review is to be published: the postmortem, or that it was withdrawn.
    pub fn asks(&self) -> bool {
        self.publish || self.withdrawn.is_some()
    }

    /// A section's own text, and its key.
    pub fn text(&self, section: &str) -> Option<(&'static str, &str)> {
        self.texts.iter().find(|(name, ..)| *name == section).map(|(_, key, text)| (*key, text.as_str()))
    }
}
