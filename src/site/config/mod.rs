//! `debrief.yaml`: what a library says about itself. Every setting has a default; unknown keys are errors.
//!
//! In: the file, if there is one. Out: [`Config`] and every mistake in the file.

mod by_path;
mod expansion;
mod fonts;
mod keys;
mod kinds;
mod links;
mod look;
mod meeting;
mod named;
mod pattern;
mod read;
mod search;
mod severities;
mod terms;
mod unmatched;

pub use by_path::Defaults;
pub use expansion::Expansion;
pub use fonts::{Font, Slot};
pub use kinds::Kind;
pub use kinds::{INCIDENT, canonical as canonical_kind};
pub(crate) use look::rgb;
pub use look::{Colour, Look, Looks};
pub use meeting::Meeting;
pub use named::Named;
pub use pattern::Pattern;
pub use read::{language as read_language, zone as read_zone};
pub use search::{Search, Synonyms};
pub use severities::{Role, Severity, shipped_meanings};
pub use terms::{Term, Terms};

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

/// The settings of a library.
#[derive(Debug, Clone)]
pub struct Config {
    /// Name of the library, in the header of every page.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The address of the published site, with a final `/`; only feeds need it.
    pub base_url: Option<String>,
    /// BCP 47 tag of the language that most reviews are written in.
    pub language: String,
    /// The zone of times that have neither an offset nor a `timezone:` of their own.
    pub timezone: Option<TimeZone>,
    /// The day that is used as today unless another is given: for sample libraries, whose current week would otherwise
    /// be in the past.
    pub as_of: Option<Date>,
    /// The first day of the organisation's week: the day after the meeting if not given; Monday without a meeting.
    pub week_start: Weekday,
    /// The weekly meeting.
    pub meeting: Meeting,
    /// The address for editing a review; `{path}` is replaced by its file.
    pub edit_url: Option<String>,
    /// Where the library's source is kept.
    pub repository: Option<String>,
    /// Whether a review's page shows the git history of its file.
    pub git_history: bool,
    /// What becomes of a key of a review that no field has.
    pub unknown_keys: UnknownKeys,
    /// Whether the reviews were not written for this program; mistakes in them are then not errors.
    pub foreign: bool,
    /// Schemes that links of the internal edition may have besides http, https, mailto and tel.
    pub schemes: Vec<String>,
    /// The theme: a folder whose files replace those of the default one, and the looks.
    pub theme: Looks,
    /// The severity scale, worst first.
    pub severities: Vec<Severity>,
    /// Words for severities in lower case, each with the key of a severity.
    pub severity_words: Vec<(String, String)>,
    /// Patterns of files that are not part of the library.
    pub ignored: Vec<Pattern>,
    /// Ids of reviews that were removed on purpose, about which there is no warning.
    pub gone: Vec<String>,
    /// Default values for reviews by path.
    pub defaults: Vec<(Pattern, Defaults)>,
    /// The kinds of reviews; the first is the default.
    pub kinds: Vec<Kind>,
    /// Services that the organisation runs.
    pub services: Terms,
    /// Teams.
    pub teams: Terms,
    /// Tags; if any are listed, others are reported.
    pub tags: Terms,
    /// The search of the internal edition.
    pub search: Search,
}

/// What becomes of a key of a review that no field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownKeys {
    /// An error, because most unknown keys are misspelt.
    Refused,
    /// It is kept in `extra`, with a warning; for folders that another program writes.
    Kept,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Incident reviews".to_owned(),
            description: "What we learned from incidents, near misses and drills.".to_owned(),
            base_url: None,
            language: "en".to_owned(),
            timezone: None,
            as_of: None,
            week_start: Weekday::Monday,
            meeting: Meeting::default(),
            edit_url: None,
            repository: None,
            git_history: true,
            unknown_keys: UnknownKeys::Refused,
            foreign: false,
            schemes: Vec::new(),
            theme: Looks::default(),
            severities: severities::default_scale(),
            severity_words: Vec::new(),
            ignored: Vec::new(),
            gone: Vec::new(),
            defaults: Vec::new(),
            kinds: kinds::default_kinds(),
            services: Terms::default(),
            teams: Terms::default(),
            tags: Terms::default(),
            search: Search::default(),
        }
    }
}

impl Config {
    /// The settings for a folder without a configuration: any content builds a site.
    #[must_use]
    pub fn foreign() -> Self {
        Self { foreign: true, unknown_keys: UnknownKeys::Kept, ..Self::default() }
    }

    /// The severity with this key, and its rank from 0, the worst.
    #[must_use]
    pub fn severity(&self, key: &str) -> Option<(usize, &Severity)> {
        self.severities.iter().enumerate().find(|(_, s)| s.key == key)
    }

    /// The key of the severity that `severity: {map: ...}` gives for a word.
    #[must_use]
    pub fn mapped_severity(&self, word: &str) -> Option<&str> {
        let word = word.trim().to_lowercase();
        self.severity_words.iter().find(|(known, _)| *known == word).map(|(_, key)| key.as_str())
    }

    /// Whether a file is ignored.
    #[must_use]
    pub fn is_ignored(&self, path: &str) -> bool {
        self.ignored.iter().any(|pattern| pattern.holds(path))
    }

    /// The default values for the review at a path. For each field the last matching pattern wins.
    #[must_use]
    pub fn defaults_for(&self, path: &str) -> Defaults {
        let mut found = Defaults::default();
        let last = |field: &mut Vec<String>, said: &[String]| {
            if !said.is_empty() {
                *field = said.to_vec();
            }
        };
        for (_, said) in self.defaults.iter().filter(|(pattern, _)| pattern.holds(path)) {
            last(&mut found.teams, &said.teams);
            last(&mut found.services, &said.services);
            last(&mut found.tags, &said.tags);
            found.environment = said.environment.clone().or(found.environment);
        }
        found
    }

    /// The time zone of the organisation, in which weeks and meetings begin: that of the meeting, else of the library.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        self.meeting.timezone.clone().or_else(|| self.timezone.clone()).unwrap_or(TimeZone::UTC)
    }

    /// The kind with this key.
    #[must_use]
    pub fn kind(&self, key: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.key == key)
    }
}
