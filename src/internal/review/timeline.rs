//! Entries of a timeline.

use jiff::Timestamp;

use super::{Origin, When};
use base::phases::{Moments, Phase};
use chart::Effect;

/// One entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub when: When,
    /// The text shown for a time that is not a moment: the time of day and its zone in the author's words, and the day if it is
    /// not certain. Empty for entries of the front matter.
    pub stated: String,
    /// Whether its author says that the time is approximate: `~10:00`, `around 10:00`.
    pub is_about: bool,
    pub phase: Option<Phase>,
    pub actor: Option<Actor>,
    /// Whether it helped recovery, if its author says so.
    pub effect: Effect,
    /// Markdown.
    pub what: String,
    pub who: Option<String>,
    /// Markdown.
    pub evidence: Option<String>,
    /// What of it may be published.
    pub public: PublicText,
    /// Its index in `timeline:` as written: entries are sorted by time afterwards.
    pub item: usize,
    /// Where it was read; `None` for front matter.
    pub origin: Option<Origin>,
}

impl Entry {
    /// An entry with only its text.
    pub(super) fn of(what: String) -> Self {
        Self {
            when: When::Unsure,
            stated: String::new(),
            is_about: false,
            phase: None,
            actor: None,
            effect: Effect::Unstated,
            what,
            who: None,
            evidence: None,
            public: PublicText::Nothing,
            item: 0,
            origin: None,
        }
    }

    /// When it happened; `None` unless day, time and zone are certain.
    pub fn moment(&self) -> Option<Timestamp> {
        self.when.moment()
    }
}

/// What of an entry may be published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum PublicText {
    /// Nothing, the default.
    #[default]
    Nothing,
    /// `public: true`: what happened, with its marks replaced.
    What,
    /// `public: some text`: this Markdown instead.
    Instead(String),
}

/// Who or what acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Human,
    Automation,
    Conversation,
}

impl Actor {
    pub const ALL: [(&'static str, Self); 3] =
        [("human", Self::Human), ("automation", Self::Automation), ("conversation", Self::Conversation)];
}

/// The words for effects, as in front matter.
pub const EFFECTS: [(&str, Effect); 3] =
    [("positive", Effect::Positive), ("neutral", Effect::Neutral), ("negative", Effect::Negative)];

/// Days between an entry and the incident that suggest a wrong year.
pub const FAR_DAYS: i64 = 300;

/// Whether a time lies so far away from the incident that its year is probably wrong.
pub fn is_of_another_year(moments: &Moments, at: Timestamp) -> bool {
    let days = |from: Timestamp, to: Timestamp| (to.as_second() - from.as_second()) / (24 * 60 * 60);
    let Some(start) = moments.started else { return false };
    let end = moments.resolved.or(moments.mitigated).unwrap_or(start);
    days(at, start) > FAR_DAYS || days(end, at) > FAR_DAYS
}
