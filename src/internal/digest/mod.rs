//! The digest: what one week added to the library, in the order in which a meeting goes through it.
//!
//! In: a library, its [`Calendar`] and a [`Week`]. Out: a [`Digest`] - facts as places in the library, and the words that
//! every form of it shares; the page and the formats only lay it out. It is of the last day of its week, or of today while
//! the week lasts: what came later is not in it, so that it reads the same whenever it is built again.

mod actions;
mod again;
mod agenda;
mod archive;
mod asking;
mod build;
mod calendar;
mod changes;
mod facts;
pub mod formats;
mod lesson;
mod patterns;
mod period;
mod questions;
mod reach;
mod reasons;
mod retrospect;
mod revised;
mod series;
mod story;
mod tellers;
mod timing;
mod week;
mod words;

use jiff::civil::Date;

use crate::library::{Dated, Dimension};
use crate::review::{Action, Declined};

pub use agenda::{Agenda, Item, Presenter};
pub use build::{added, counts, digest};
pub use calendar::{Calendar, Events};
pub use changes::Change;
pub use facts::{facts, lasted, when};
pub use lesson::{headline, weight};
pub use patterns::{Pattern, patterns_among};
pub use period::Period;
pub use reach::{applies_to, asked_of};
pub use retrospect::{harm_of, retrospect};
pub use series::{Occasion, next_meeting};
pub use story::{affected, first_upper, happened};
pub use timing::Minutes;
pub use week::plus;
pub use week::{BadWeek, Week};
pub use words::{day, days, kinds, place_of_meeting, plain, time_of_meeting, weekday};

/// One week.
#[derive(Debug, Clone)]
pub struct Digest {
    pub week: Week,
    pub first: Date,
    pub last: Date,
    /// The day that everything is as of.
    pub as_of: Date,
    /// `3 new reviews: 2 incidents, 1 near miss; 1 revised; 4 actions closed`.
    pub counts: String,
    /// `1 restricted review is not listed`.
    pub excluded: Option<String>,
    /// `17 older reviews were added`.
    pub added: Option<String>,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`.
    pub held_over: Option<String>,
    /// Set where there is no new review: in one sentence, what the page has instead.
    pub quiet: Option<String>,
    pub lesson: Option<Featured>,
    /// New incidents but the one above, the weightiest first.
    pub new: Vec<Fresh>,
    /// New reviews of every other kind but the one above.
    pub signals: Vec<Fresh>,
    /// Reviews that came out after the last meeting and before this week.
    pub late: Vec<Fresh>,
    pub revised: Vec<Revised>,
    /// What went well and what saved us.
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

/// The review that the week is remembered by.
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
    /// Services, by their places, that earlier reviews with the same factor were of.
    pub seen_in: Vec<usize>,
    /// How many there are beyond these.
    pub seen_more: usize,
}

/// Where the lesson of the week was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    New,
    /// Nothing is new; it came out after the last meeting.
    Late,
    /// Nothing is new; it was revised.
    Revised,
    /// Nothing is new or revised; its turn has come.
    Archive,
}

/// A review with what a digest says of it.
#[derive(Debug, Clone)]
pub struct Fresh {
    pub review: usize,
    pub dated: Option<Dated>,
    /// Its revisions of the same week, by their places.
    pub revisions: Vec<usize>,
    /// Actions that were open on the day of the digest.
    pub open_actions: usize,
    pub story: Story,
}

/// What a meeting needs to know of a review.
#[derive(Debug, Clone, Default)]
pub struct Story {
    /// What happened, in plain words; none where the review does not say.
    pub happened: Option<String>,
    /// Who was affected and how much, where that is not said in `happened`.
    pub affected: Option<String>,
    /// None where it was the first time.
    pub again: Option<Again>,
    /// What it changes: its actions as they stood.
    pub changes: Vec<Change>,
    pub teller: Teller,
    /// How much of the meeting it is given; 0 where it is only named.
    pub minutes: usize,
    /// No meeting is held in its week, so that nobody gives it these minutes.
    pub unmet: bool,
    /// To ask of it; plain words.
    pub questions: Vec<String>,
    /// To how many in the room it was new, as noted afterwards.
    pub new_to: Option<String>,
}

/// Who tells a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Teller {
    pub names: Vec<String>,
    /// They were asked; else they are the owners, and still to be asked.
    pub asked: bool,
}

/// That a failure came back.
#[derive(Debug, Clone)]
pub struct Again {
    /// `Third time: March 2025, June 2026`.
    pub words: String,
    /// Oldest first.
    pub earlier: Vec<usize>,
    /// What was to be changed the last time, what was done first; each with its review.
    pub changed: Vec<(usize, Action)>,
    /// How many more of these there are.
    pub left_out: usize,
}

/// A review that others could read before and that changed.
#[derive(Debug, Clone)]
pub struct Revised {
    pub review: usize,
    /// Places of the revisions of this week.
    pub revisions: Vec<usize>,
}

/// Something that went well, or luck.
#[derive(Debug, Clone)]
pub struct Saved {
    pub review: usize,
    /// Markdown.
    pub text: String,
    pub luck: bool,
}

/// What became of actions; each with its review, as it stood on the day of the digest.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    pub closed: Vec<(usize, Action)>,
    /// How many there are in all; so for the others.
    pub closed_total: usize,
    /// Closed before their review came out, which it did in this week.
    pub before: Vec<(usize, Action)>,
    pub before_total: usize,
    /// Three that are overdue, to be decided on.
    pub decide: Vec<(usize, Action)>,
    /// Of the others, those that became overdue in the seven days before.
    pub late: Vec<(usize, Action)>,
    pub late_total: usize,
    /// Of the reviews that are told: without an owner or a date.
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

/// Old lessons, before they are needed again.
#[derive(Debug, Clone, Default)]
pub struct Archive {
    /// What happened in this week of earlier years, newest first.
    pub years: Vec<usize>,
    pub pick: Option<Pick>,
}

/// An older review, and why now.
#[derive(Debug, Clone)]
pub struct Pick {
    pub review: usize,
    /// What it shares, strongest first; empty where its turn has come.
    pub shared: Vec<(Dimension, usize)>,
    /// The review of this week that it shares it with.
    pub with: Option<usize>,
}

/// Something to talk about that asks how or what, and is of more than one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Plain words.
    pub text: String,
    pub review: Option<usize>,
}
