//! The digest: what one week added to the library, in the order in which a meeting goes through it.
//!
//! In: a library, its [`Calendar`] and a [`Week`]. Out: a [`Digest`] - facts as places in the library, and the words that
//! every form of it shares; the page and the formats only lay it out. It is of the last day of its week, or of today while
//! the week lasts: what came later is not in it, so that it reads the same whenever it is built again.

mod actions;
mod again;
mod agenda;
mod archive;
mod build;
mod calendar;
pub(in crate::internal) mod formats;
mod lesson;
mod patterns;
mod period;
mod questions;
mod reasons;
mod retrospect;
mod series;
mod story;
mod tellers;
mod timing;
mod week;
mod words;

use jiff::civil::Date;

use crate::internal::library::{Dated, Dimension};
use crate::internal::review::{Action, Declined};

pub(in crate::internal) use agenda::{Agenda, Item, Presenter};
pub(in crate::internal) use build::{counts, digest};
pub(in crate::internal) use calendar::{Calendar, Events};
pub(in crate::internal) use lesson::{applies_to, headline, weight};
pub(in crate::internal) use patterns::{Pattern, patterns_among};
pub(in crate::internal) use period::Period;
pub(in crate::internal) use retrospect::{harm_of, retrospect};
pub(in crate::internal) use series::{Occasion, next_meeting};
pub(in crate::internal) use timing::Minutes;
pub(in crate::internal) use week::plus;
pub use week::{BadWeek, Week};
pub(in crate::internal) use words::{day, days, kinds, place_of_meeting, plain, span, weekday};

/// One week.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Digest {
    pub(in crate::internal) week: Week,
    pub(in crate::internal) first: Date,
    pub(in crate::internal) last: Date,
    /// The day that everything is as of.
    pub(in crate::internal) as_of: Date,
    /// `3 new reviews: 2 incidents, 1 near miss; 1 revised; 4 actions closed`.
    pub(in crate::internal) counts: String,
    /// `1 restricted review is not listed`.
    pub(in crate::internal) excluded: Option<String>,
    /// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`.
    pub(in crate::internal) held_over: Option<String>,
    /// Set where there is no new review: in one sentence, what the page has instead.
    pub(in crate::internal) quiet: Option<String>,
    pub(in crate::internal) lesson: Option<Featured>,
    /// New incidents but the one above, the weightiest first.
    pub(in crate::internal) new: Vec<Fresh>,
    /// New reviews of every other kind but the one above.
    pub(in crate::internal) signals: Vec<Fresh>,
    /// Reviews that came out after the last meeting and before this week.
    pub(in crate::internal) late: Vec<Fresh>,
    pub(in crate::internal) revised: Vec<Revised>,
    /// What went well and what saved us.
    pub(in crate::internal) saved: Vec<Saved>,
    /// How many of those there are in all.
    pub(in crate::internal) saved_total: usize,
    pub(in crate::internal) patterns: Vec<Pattern>,
    pub(in crate::internal) actions: Followed,
    pub(in crate::internal) archive: Archive,
    pub(in crate::internal) agenda: Agenda,
    pub(in crate::internal) minutes: Minutes,
    pub(in crate::internal) questions: Vec<Question>,
}

/// The review that the week is remembered by.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Featured {
    pub(in crate::internal) fresh: Fresh,
    pub(in crate::internal) choice: Choice,
    /// Why this one was chosen, in a sentence.
    pub(in crate::internal) why: String,
    /// Whom its lessons and questions name, as written.
    pub(in crate::internal) applies_to: Vec<String>,
    /// Services, by their places, that earlier reviews with the same factor were of.
    pub(in crate::internal) seen_in: Vec<usize>,
}

/// Where the lesson of the week was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::internal) enum Choice {
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
pub(in crate::internal) struct Fresh {
    pub(in crate::internal) review: usize,
    pub(in crate::internal) dated: Option<Dated>,
    /// Its revisions of the same week, by their places.
    pub(in crate::internal) revisions: Vec<usize>,
    /// Actions that were open on the day of the digest.
    pub(in crate::internal) open_actions: usize,
    pub(in crate::internal) story: Story,
}

/// What a meeting needs to know of a review.
#[derive(Debug, Clone, Default)]
pub(in crate::internal) struct Story {
    /// What happened, in plain words; none where the review does not say.
    pub(in crate::internal) happened: Option<String>,
    /// Who was affected and how much, where that is not said in `happened`.
    pub(in crate::internal) affected: Option<String>,
    /// None where it was the first time.
    pub(in crate::internal) again: Option<Again>,
    pub(in crate::internal) teller: Teller,
    /// How much of the meeting it is given; 0 where it is only named.
    pub(in crate::internal) minutes: usize,
    /// To ask of it; plain words.
    pub(in crate::internal) questions: Vec<String>,
    /// To how many in the room it was new, as noted afterwards.
    pub(in crate::internal) new_to: Option<String>,
}

/// Who tells a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::internal) struct Teller {
    pub(in crate::internal) names: Vec<String>,
    /// They were asked; else they are the owners, and still to be asked.
    pub(in crate::internal) asked: bool,
}

/// That a failure came back.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Again {
    /// `Third time: March 2025, June 2026`.
    pub(in crate::internal) words: String,
    /// Oldest first.
    pub(in crate::internal) earlier: Vec<usize>,
    /// What was to be changed the last time, what was done first; each with its review.
    pub(in crate::internal) changed: Vec<(usize, Action)>,
    /// How many more of these there are.
    pub(in crate::internal) left_out: usize,
}

/// A review that others could read before and that changed.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Revised {
    pub(in crate::internal) review: usize,
    /// Places of the revisions of this week.
    pub(in crate::internal) revisions: Vec<usize>,
}

/// Something that went well, or luck.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Saved {
    pub(in crate::internal) review: usize,
    /// Markdown.
    pub(in crate::internal) text: String,
    pub(in crate::internal) luck: bool,
}

/// What became of actions; each with its review, as it stood on the day of the digest.
#[derive(Debug, Clone, Default)]
pub(in crate::internal) struct Followed {
    pub(in crate::internal) closed: Vec<(usize, Action)>,
    /// How many there are in all; so for the others.
    pub(in crate::internal) closed_total: usize,
    /// Three that are overdue, to be decided on.
    pub(in crate::internal) decide: Vec<(usize, Action)>,
    /// Of the others, those that became overdue in the seven days before.
    pub(in crate::internal) late: Vec<(usize, Action)>,
    pub(in crate::internal) late_total: usize,
    /// Of the reviews that are told: without an owner or a date.
    pub(in crate::internal) unclear: Vec<(usize, Action)>,
    pub(in crate::internal) unclear_total: usize,
    /// Due within a fortnight.
    pub(in crate::internal) due: Vec<(usize, Action)>,
    pub(in crate::internal) due_total: usize,
    /// How many are overdue in all.
    pub(in crate::internal) overdue_total: usize,
    pub(in crate::internal) declined: Vec<(usize, Action)>,
    /// What new reviews decided against from the start.
    pub(in crate::internal) dropped: Vec<(usize, Declined)>,
}

/// Old lessons, before they are needed again.
#[derive(Debug, Clone, Default)]
pub(in crate::internal) struct Archive {
    /// What happened in this week of earlier years, newest first.
    pub(in crate::internal) years: Vec<usize>,
    pub(in crate::internal) pick: Option<Pick>,
}

/// An older review, and why now.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Pick {
    pub(in crate::internal) review: usize,
    /// What it shares, strongest first; empty where its turn has come.
    pub(in crate::internal) shared: Vec<(Dimension, usize)>,
    /// The review of this week that it shares it with.
    pub(in crate::internal) with: Option<usize>,
}

/// Something to talk about that asks how or what, and is of more than one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::internal) struct Question {
    /// Plain words.
    pub(in crate::internal) text: String,
    pub(in crate::internal) review: Option<usize>,
}
