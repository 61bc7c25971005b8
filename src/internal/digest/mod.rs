//! The digest: what one week added to the library, in the order in which a meeting goes through it.
//!
//! In: a library, its [`Calendar`] and a [`Week`]. Out: a [`Digest`]: facts as indices into the library, and the texts that all
//! its forms share. The page and the formats only lay it out. A digest shows the state of the last day of its week, or of today
//! if the week is not over. Later changes are not in it, so that building it again gives the same result.

mod actions;
mod again;
mod agenda;
mod archive;
mod asking;
mod build;
mod calendar;
mod changes;
mod decisions;
mod events;
mod facts;
pub mod formats;
mod lesson;
mod patterns;
mod period;
mod presenters;
mod questions;
mod reach;
mod reasons;
mod retrospect;
mod revised;
mod series;
mod story;
mod timing;
mod turns;
mod waiting;
mod week;
mod words;

use jiff::civil::Date;

use crate::library::{Dated, Dimension};
use crate::review::{Action, Declined};

pub use agenda::{Agenda, Item, Presentation, is_skipped};
pub use asking::asks_who_or_why;
pub use build::{added, counts, digest};
pub use calendar::Calendar;
pub use changes::Change;
pub use events::Events;
pub use facts::{facts, lasted, when};
pub use lesson::{headline, weight};
pub use patterns::{PATTERN_DAYS, Pattern, patterns_among};
pub use period::Period;
pub use reach::{Seen, applies_to, asked_of};
pub use retrospect::{harm_of, retrospect};
pub use series::{Occasion, next_meeting};
pub use story::{affected, happened, yes_or_no};
pub use timing::Minutes;
pub use week::plus;
pub use week::{BadWeek, Week};
pub use words::{day, days, kinds, place_of_meeting, time_of_meeting, weekday};

/// One week.
#[derive(Debug, Clone)]
pub struct Digest {
    pub week: Week,
    /// The site has a page of this week.
    pub has_page: bool,
    pub first: Date,
    pub last: Date,
    /// The day whose state the digest shows.
    pub as_of: Date,
    /// `3 new reviews: 2 incidents, 1 near miss; 1 revised; 4 actions closed`.
    pub counts: String,
    /// `1 restricted review is not listed`.
    pub excluded: Option<String>,
    /// `17 older reviews were added`.
    pub added: Option<String>,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`; how many of them if not all.
    pub held_over: Option<String>,
    /// Set if there is no new review: one sentence on what the page shows instead.
    pub quiet: Option<String>,
    pub lesson: Option<Featured>,
    /// New incidents except the one in `lesson`, those of most weight first.
    pub new: Vec<Fresh>,
    /// New reviews of every other kind, except the one in `lesson`.
    pub signals: Vec<Fresh>,
    /// Reviews published after the last meeting and before this week.
    pub late: Vec<Fresh>,
    pub revised: Vec<Revised>,
    /// What went well, and luck.
    pub saved: Vec<Saved>,
    /// How many of those there are in all.
    pub saved_total: usize,
    pub patterns: Vec<Pattern>,
    pub actions: Followed,
    pub archive: Archive,
    pub agenda: Agenda,
    pub minutes: Minutes,
    pub questions: Vec<Question>,
}

/// The review that gives the lesson of the week.
#[derive(Debug, Clone)]
pub struct Featured {
    pub fresh: Fresh,
    pub choice: Choice,
    /// Why this one was chosen, in a sentence.
    pub why: String,
    /// Whom its lessons name beyond its own services and teams, as written.
    pub applies_to: Vec<String>,
    /// Whom its open questions name beyond these.
    pub asked_of: Vec<String>,
    /// Where else one of its factors was seen.
    pub seen: Option<Seen>,
}

/// Where the lesson of the week comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    New,
    /// This one was published after the last meeting and before this week.
    Late,
    /// There is no new review; this one was revised.
    Revised,
    /// There is no new or revised review; this one is from the archive.
    Archive,
}

impl Choice {
    /// The heading of the lesson.
    pub fn heading(self) -> &'static str {
        match self {
            Self::New | Self::Late => "The lesson of the week",
            Self::Revised => "The lesson of the week, revised",
            Self::Archive => "A lesson from the archive",
        }
    }
}

/// A review and what the digest says about it.
#[derive(Debug, Clone)]
pub struct Fresh {
    pub review: usize,
    pub dated: Option<Dated>,
    /// Its revisions of the same week, as indices.
    pub revisions: Vec<usize>,
    /// Actions that were open on the day of the digest.
    pub open_actions: usize,
    pub story: Story,
}

/// What a meeting needs to know about a review.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// What happened, in plain text; `None` if the review does not say.
    pub happened: Option<String>,
    /// The same in a sentence or two, where a review is only to be read.
    pub in_brief: Option<String>,
    /// Who was affected and how much, unless `happened` says so.
    pub affected: Option<String>,
    /// `None` if it was the first time.
    pub again: Option<Again>,
    /// When it came back after that.
    pub later: Option<Later>,
    /// What it changes: its actions as they stood.
    pub changes: Vec<Change>,
    pub presenters: Presenters,
    /// Its minutes in the meeting; 0 if it is only listed.
    pub minutes: usize,
    /// No meeting is held in its week, so that nobody spends these minutes on it.
    pub unmet: bool,
    /// Questions to ask about it, in plain text.
    pub questions: Vec<String>,
    /// How many in the meeting did not know of it before, as noted afterwards.
    pub new_to: Option<String>,
}

/// Who presents a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presenters {
    pub names: Vec<String>,
    /// They were asked to; otherwise they are the owners, who have not been asked yet.
    pub asked: bool,
}

/// A failure that came back.
#[derive(Debug, Clone)]
pub struct Again {
    /// `Third time; before: March 2025, June 2026 (near miss)`.
    pub words: String,
    /// Oldest first.
    pub earlier: Vec<usize>,
    /// The actions of the last time, done ones first; each with its review.
    pub changed: Vec<(usize, Action)>,
    /// How many more of these there are.
    pub left_out: usize,
}

/// That a failure came back after this review.
#[derive(Debug, Clone)]
pub struct Later {
    /// `September 2024, March 2025 (near miss)`.
    pub words: String,
    /// Oldest first.
    pub reviews: Vec<usize>,
}

/// A review that had been published before and was changed.
#[derive(Debug, Clone)]
pub struct Revised {
    pub review: usize,
    /// Indices of the revisions of this week.
    pub revisions: Vec<usize>,
}

/// Something that went well, or was luck.
#[derive(Debug, Clone)]
pub struct Saved {
    pub review: usize,
    /// Markdown.
    pub text: String,
    pub luck: bool,
}

/// The state of actions on the day of the digest; each with its review.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    pub closed: Vec<(usize, Action)>,
    /// The day of the last meeting, if some of these, or of `late`, are of days before this week.
    pub closed_since: Option<Date>,
    pub late_since: Option<Date>,
    /// How many there are in all; likewise for the other totals.
    pub closed_total: usize,
    /// Closed before their review came out, which it did in this week.
    pub before: Vec<(usize, Action)>,
    pub before_total: usize,
    /// Three that are overdue, to be decided on.
    pub decide: Vec<(usize, Action)>,
    /// Of the others, those that became overdue in the last seven days, or since the last meeting.
    pub late: Vec<(usize, Action)>,
    pub late_total: usize,
    /// Actions of the presented reviews without an owner or a date.
    pub unclear: Vec<(usize, Action)>,
    pub unclear_total: usize,
    /// Due within a fortnight.
    pub due: Vec<(usize, Action)>,
    pub due_total: usize,
    /// How many are overdue in all.
    pub overdue_total: usize,
    pub declined: Vec<(usize, Action)>,
    /// What new reviews decided against from the start.
    pub dropped: Vec<(usize, Declined)>,
}

/// Old lessons, brought up again.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// What happened in this week of earlier years, newest first.
    pub years: Vec<usize>,
    pub pick: Option<Pick>,
}

/// An older review, and why it is shown now.
#[derive(Debug, Clone)]
pub struct Pick {
    pub review: usize,
    /// What it shares, strongest first; empty if it is shown because of its turn.
    pub shared: Vec<(Dimension, usize)>,
    /// The review of this week that it shares these with.
    pub with: Option<usize>,
}

/// A question for the meeting that asks how or what and concerns more than one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Plain text.
    pub text: String,
    pub review: Option<usize>,
}
