//! A review: the internal record of one incident, near miss, game day or drill.
//!
//! In: a source file and the configuration. Out: a [`Review`] and every mistake in the file. Front matter wins; the body fills
//! the fields that it leaves empty. Nothing here depends on another review.

mod account;
mod actions;
mod blank;
mod body_actions;
mod body_entries;
mod body_found;
mod body_table;
mod body_timeline;
mod field_places;
mod foreign;
mod front_matter;
mod happened;
mod header;
mod ids;
mod infer;
mod keys;
mod languages;
mod origin;
mod parse;
mod people;
mod points;
mod public_alias;
mod public_block;
mod section_names;
mod sections;
mod severity_words;
mod shown;
mod slips;
mod split;
mod texts;
mod timeline;
mod timeline_around;
mod timeline_days;
mod timeline_moments;
mod times;
mod title;
mod understood;
mod visibility;
mod when;
mod written_day;
mod written_time;

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use base::phases::{Figure, Measure, Moments, Phase, Said, Times};
use markdown::{Blocks, Outline};

pub use account::{Account, account};
pub use actions::{Action, ActionStatus};
pub use foreign::kinds_of_keys::once_a_key;
pub use ids::{default_id, part_ids};
pub use origin::{Fact, Origin};
pub use parse::parse;
pub use people::{LinkOut, People, is_about_people};
pub use points::{Factor, Point, Points};
pub use public_block::Public;
pub use sections::{Section, meaning};
pub use severity_words::{severity_of, severity_word};
pub use split::split;
pub use timeline::{Actor, Entry, Leaves};
pub use understood::Understood;
pub use when::When;

/// One review.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the file on its own")]
pub struct Review {
    /// The slug; its permanent address.
    pub id: String,
    /// Its former addresses, as written.
    pub aliases: Vec<String>,
    /// The file, relative to the library.
    pub source: String,
    /// The whole file.
    pub text: String,
    /// Whether it is a page of a folder and not a review: a README, a template, a list of links.
    pub is_document: bool,
    /// Where the body begins in `text`.
    pub body_start: usize,
    /// The structure of the body; its spans are relative to the body.
    pub outline: Outline,
    /// The lists, tables and paragraphs of the body, from the same reading; their spans count like those of the outline.
    pub blocks: Blocks,
    /// Parts of the body that pages show elsewhere: the first heading when it is the title, a list that became the timeline.
    pub omitted: Vec<Range<usize>>,
    /// Plain text on one line.
    pub title: String,
    /// Whether the title comes from the file's content rather than its name.
    pub title_is_stated: bool,
    /// Markdown; set only if the front matter has it.
    pub summary: Option<String>,
    /// What failed and for whom, in a sentence or two of plain text; `None` if the review does not say.
    pub happened: Option<String>,
    /// The first learning, or else the first surprise, as plain text on one line.
    pub lesson: Option<String>,
    pub kind: String,
    pub status: Status,
    pub severity: Option<String>,
    pub scheduled: bool,
    pub environment: Option<String>,
    pub services: Vec<String>,
    pub systems: Vec<String>,
    pub teams: Vec<String>,
    pub tags: Vec<String>,
    /// The zone in which times are shown beside UTC.
    pub zone: TimeZone,
    /// Whether the review or its library states the zone; a folder without settings may not.
    pub zone_is_stated: bool,
    /// What the duration measures, according to its kind.
    pub measure: Measure,
    pub moments: Moments,
    /// The duration, if the text states it.
    pub said: Option<Said>,
    /// The date of the review.
    pub date: Option<Date>,
    pub detection: Option<Detection>,
    pub impact: Impact,
    pub timeline: Vec<Entry>,
    /// The blocks of the body that the entries were read from; empty if they come from front matter.
    pub timeline_blocks: Vec<Range<usize>>,
    /// The author's own timeline heading as (id, text), if there is nothing else below it.
    pub timeline_heading: Option<(String, String)>,
    /// Link definitions of the body (`[name]: address`), which parts of it that are shown elsewhere may need.
    pub definitions: String,
    pub factors: Vec<Factor>,
    pub factors_from_body: bool,
    pub surprises: Points,
    pub learnings: Points,
    pub went_well: Points,
    pub got_lucky: Points,
    pub open_questions: Points,
    pub actions: Vec<Action>,
    pub actions_from_body: bool,
    pub no_action_reason: Option<String>,
    pub wont_do: Vec<Declined>,
    pub people: People,
    /// How many people in the meeting did not know of it before: `14 of 20`.
    pub new_to: Option<String>,
    pub links: Vec<LinkOut>,
    pub related: Vec<String>,
    pub recurrence_of: Option<String>,
    pub published: Option<Date>,
    pub revisions: Vec<Revision>,
    /// Days on which its drill was run.
    pub rehearsed: Vec<Date>,
    pub visibility: Visibility,
    /// What may be published; `None` if nothing may.
    pub public: Option<Public>,
    /// `extra:` as key and one line of text.
    pub extra: Vec<(String, String)>,
    /// Facts that were read from the text, with their places.
    pub origins: Vec<(Fact, Origin)>,
}

/// The status of a review: `PagerDuty`'s four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The author did not state it; it is shown like a finished review.
    Unstated,
    Draft,
    InReview,
    Reviewed,
    Closed,
}

impl Status {
    pub const ALL: [(&'static str, Self); 4] =
        [("draft", Self::Draft), ("in_review", Self::InReview), ("reviewed", Self::Reviewed), ("closed", Self::Closed)];

    pub fn label(self) -> &'static str {
        match self {
            Self::Unstated => "Not stated",
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Reviewed => "Reviewed",
            Self::Closed => "Closed",
        }
    }
}

/// Who may see the review inside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Org,
    /// Nobody through this site: it is only counted.
    Restricted,
}

/// Who noticed the incident first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    pub source: Option<DetectionSource>,
    /// Markdown.
    pub note: Option<String>,
}

/// Who noticed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetectionSource {
    Monitoring,
    Customer,
    Staff,
    Other,
}

impl DetectionSource {
    pub const ALL: [(&'static str, Self); 4] = [
        ("monitoring", Self::Monitoring),
        ("customer", Self::Customer),
        ("staff", Self::Staff),
        ("other", Self::Other),
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Monitoring => "Monitoring told us",
            Self::Customer => "Customers told us",
            Self::Staff => "A colleague noticed",
            Self::Other => "Found by other means",
        }
    }
}

/// Who was affected; Markdown of one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Impact {
    pub customers: Option<String>,
    pub summary: Option<String>,
    pub sla: Option<String>,
    pub support_cases: Option<String>,
}

/// A change to a published review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub on: Date,
    pub note: String,
}

/// Something that was decided against; Markdown of one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declined {
    pub title: String,
    pub reason: Option<String>,
}

impl Review {
    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// Its moments, phases and stated duration. All phases and figures are computed from this.
    pub fn times(&self) -> Times {
        let placed = self.timeline.iter().filter(|entry| entry.phase == Some(Phase::Remediation));
        Times {
            measure: self.measure,
            moments: self.moments,
            remedied: placed.filter_map(Entry::moment).min(),
            said: self.said,
        }
    }

    /// The one duration for cards, lists and exports: harm, exposure or exercise, depending on its kind.
    pub fn headline(&self) -> Option<Figure> {
        self.times().headline()
    }

    /// The seconds of the headline.
    pub fn duration(&self) -> Option<i64> {
        self.headline().map(|figure| figure.seconds)
    }

    /// Actions that somebody still has to do.
    pub fn open_actions(&self) -> usize {
        self.actions.iter().filter(|action| action.status.is_open()).count()
    }
}

impl Review {
    /// The place of a key of the front matter; the whole file if it is not there.
    pub fn place_of(&self, key: &str) -> base::diagnostics::Place {
        field_places::place_of(self, key, None)
    }

    /// The place of a value deeper in the front matter: `["public", "assets", "0", "src"]`.
    pub fn place_in(&self, path: &[&str]) -> base::diagnostics::Place {
        field_places::place_in(self, path)
    }

    /// The place of a text in the value (or the list) of a key.
    pub fn place_of_text(&self, key: &str, text: &str) -> base::diagnostics::Place {
        field_places::place_of(self, key, Some(text))
    }
}
