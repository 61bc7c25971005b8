//! A review: the internal record of one incident, near miss, game day or drill.
//!
//! In: a source file and the configuration. Out: a [`Review`] and every mistake in the file. Front matter wins; the body
//! fills what it leaves silent. Nothing here looks at a second review.

mod actions;
mod body_actions;
mod body_timeline;
mod failure_words;
mod front_matter;
mod happened;
mod header;
mod infer;
mod keys;
mod near_front_matter;
mod parse;
mod people;
mod points;
mod public_alias;
mod public_block;
mod sections;
mod texts;
mod timeline;
mod times;
mod written_time;

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::markdown::Outline;
use crate::phases::{Figure, Measure, Moments, Phase, Said, Times};

pub(in crate::internal) use actions::{Action, ActionStatus};
pub(in crate::internal) use parse::parse;
pub(in crate::internal) use people::{LinkOut, People};
pub(in crate::internal) use points::{Factor, Point, Points};
pub(in crate::internal) use public_block::Public;
pub(in crate::internal) use sections::{Section, meaning};
pub(in crate::internal) use timeline::{Actor, Entry, Leaves};

/// One review.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Review {
    /// The slug that is its address for ever.
    pub(in crate::internal) id: String,
    /// The file, relative to the library.
    pub(in crate::internal) source: String,
    /// The whole file.
    pub(in crate::internal) text: String,
    /// Where the body begins in `text`.
    pub(in crate::internal) body_start: usize,
    /// Facts about the body; its spans count from the body's first byte.
    pub(in crate::internal) outline: Outline,
    /// Parts of the body that pages show elsewhere: the first heading when it is the title, a list that became the timeline.
    pub(in crate::internal) omitted: Vec<Range<usize>>,
    /// One line of plain words.
    pub(in crate::internal) title: String,
    /// Markdown; set only where the front matter says it.
    pub(in crate::internal) summary: Option<String>,
    /// What failed and for whom, in a sentence or two of plain words; none where the review does not say it.
    pub(in crate::internal) happened: Option<String>,
    /// What was learned: the first learning, else the first surprise; plain, on one line.
    pub(in crate::internal) lesson: Option<String>,
    pub(in crate::internal) kind: String,
    pub(in crate::internal) status: Status,
    pub(in crate::internal) severity: Option<String>,
    pub(in crate::internal) scheduled: bool,
    pub(in crate::internal) environment: Option<String>,
    pub(in crate::internal) services: Vec<String>,
    pub(in crate::internal) systems: Vec<String>,
    pub(in crate::internal) teams: Vec<String>,
    pub(in crate::internal) tags: Vec<String>,
    /// The zone that times are also shown in.
    pub(in crate::internal) zone: TimeZone,
    /// What the time of its kind is a time of.
    pub(in crate::internal) measure: Measure,
    pub(in crate::internal) moments: Moments,
    /// How long it took, where the text says so.
    pub(in crate::internal) said: Option<Said>,
    /// The day that it is filed under.
    pub(in crate::internal) date: Option<Date>,
    pub(in crate::internal) detection: Option<Detection>,
    pub(in crate::internal) impact: Impact,
    pub(in crate::internal) timeline: Vec<Entry>,
    /// Where in the body the entries were read from; empty when they come from front matter.
    pub(in crate::internal) timeline_blocks: Vec<Range<usize>>,
    /// The author's own timeline heading as (id, text), when nothing else stands under it.
    pub(in crate::internal) timeline_heading: Option<(String, String)>,
    /// Link definitions of the body (`[name]: address`), which parts of it that are shown elsewhere still need.
    pub(in crate::internal) definitions: String,
    pub(in crate::internal) factors: Vec<Factor>,
    pub(in crate::internal) factors_from_body: bool,
    pub(in crate::internal) surprises: Points,
    pub(in crate::internal) learnings: Points,
    pub(in crate::internal) went_well: Points,
    pub(in crate::internal) got_lucky: Points,
    pub(in crate::internal) open_questions: Points,
    pub(in crate::internal) actions: Vec<Action>,
    pub(in crate::internal) actions_from_body: bool,
    pub(in crate::internal) no_action_reason: Option<String>,
    pub(in crate::internal) wont_do: Vec<Declined>,
    pub(in crate::internal) people: People,
    /// To how many of those in the meeting it was new: `14 of 20`.
    pub(in crate::internal) new_to: Option<String>,
    pub(in crate::internal) links: Vec<LinkOut>,
    pub(in crate::internal) related: Vec<String>,
    pub(in crate::internal) recurrence_of: Option<String>,
    pub(in crate::internal) published: Option<Date>,
    pub(in crate::internal) revisions: Vec<Revision>,
    /// Days on which its drill was played.
    pub(in crate::internal) rehearsed: Vec<Date>,
    pub(in crate::internal) visibility: Visibility,
    /// What may leave; none when nothing may.
    pub(in crate::internal) public: Option<Public>,
    /// `extra:` as key and one line of text.
    pub(in crate::internal) extra: Vec<(String, String)>,
}

/// Where a review stands in its making: `PagerDuty`'s four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::internal) enum Status {
    /// Nobody wrote it down; it is shown like a finished review.
    Unstated,
    Draft,
    InReview,
    Reviewed,
    Closed,
}

impl Status {
    pub(in crate::internal) const ALL: [(&'static str, Self); 4] =
        [("draft", Self::Draft), ("in_review", Self::InReview), ("reviewed", Self::Reviewed), ("closed", Self::Closed)];

    pub(in crate::internal) fn label(self) -> &'static str {
        match self {
            Self::Unstated => "Not stated",
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Reviewed => "Reviewed",
            Self::Closed => "Closed",
        }
    }
}

/// Who may see it inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::internal) enum Visibility {
    /// Everybody.
    Org,
    /// Nobody through this site: it is only counted.
    Restricted,
}

/// Who noticed first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::internal) struct Detection {
    pub(in crate::internal) source: Option<DetectionSource>,
    /// Markdown.
    pub(in crate::internal) note: Option<String>,
}

/// Who noticed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::internal) enum DetectionSource {
    Monitoring,
    Customer,
    Staff,
    Other,
}

impl DetectionSource {
    pub(in crate::internal) const ALL: [(&'static str, Self); 4] = [
        ("monitoring", Self::Monitoring),
        ("customer", Self::Customer),
        ("staff", Self::Staff),
        ("other", Self::Other),
    ];

    pub(in crate::internal) fn words(self) -> &'static str {
        match self {
            Self::Monitoring => "Monitoring told us",
            Self::Customer => "Customers told us",
            Self::Staff => "A colleague noticed",
            Self::Other => "Found by other means",
        }
    }
}

/// Whom it touched; Markdown of one line each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::internal) struct Impact {
    pub(in crate::internal) customers: Option<String>,
    pub(in crate::internal) summary: Option<String>,
    pub(in crate::internal) sla: Option<String>,
    pub(in crate::internal) support_cases: Option<String>,
}

/// A change to a published review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::internal) struct Revision {
    pub(in crate::internal) on: Date,
    pub(in crate::internal) note: String,
}

/// Something that was decided against; Markdown of one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::internal) struct Declined {
    pub(in crate::internal) title: String,
    pub(in crate::internal) reason: Option<String>,
}

impl Review {
    /// The Markdown below the front matter.
    pub(in crate::internal) fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// All that it says of its time; phases and figures are taken from this and from nowhere else.
    pub(in crate::internal) fn times(&self) -> Times {
        let placed = self.timeline.iter().filter(|entry| entry.phase == Some(Phase::Remediation));
        Times {
            measure: self.measure,
            moments: self.moments,
            remedied: placed.map(|entry| entry.at).min(),
            said: self.said,
        }
    }

    /// The one duration for cards, lists and exports: harm, exposure or exercise, by its kind.
    pub(in crate::internal) fn headline(&self) -> Option<Figure> {
        self.times().headline()
    }

    /// The seconds of the headline.
    pub(in crate::internal) fn duration(&self) -> Option<i64> {
        self.headline().map(|figure| figure.seconds)
    }

    /// Actions that somebody still has to do.
    pub(in crate::internal) fn open_actions(&self) -> usize {
        self.actions.iter().filter(|action| action.status.is_open()).count()
    }
}

impl Review {
    /// Where a key of the front matter stands; the file as a whole when it does not.
    pub(in crate::internal) fn place_of(&self, key: &str) -> crate::diagnostics::Place {
        front_matter::place_of(self, key, None)
    }

    /// Where a value deeper in the front matter stands: `["public", "assets", "0", "src"]`.
    pub(in crate::internal) fn place_in(&self, path: &[&str]) -> crate::diagnostics::Place {
        front_matter::place_in(self, path)
    }

    /// Where a text stands in the value (or the list) of a key.
    pub(in crate::internal) fn place_of_text(&self, key: &str, text: &str) -> crate::diagnostics::Place {
        front_matter::place_of(self, key, Some(text))
    }
}
