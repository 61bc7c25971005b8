//! The meeting: when it takes place, what is on its agenda and for how long, who leads it and who presents each review.

use jiff::ToSpan as _;
use jiff::civil::DateTime;

use super::series::{self, Occasion};
use super::{Calendar, Digest, Fresh, Presenters, Week, presenters};
use crate::library::Library;
use base::text::capitalised;
use site::config::Config;

/// The plan of a meeting.
#[derive(Debug, Clone, Default)]
pub struct Agenda {
    pub name: String,
    pub items: Vec<Item>,
    /// `None` if no meeting is held in this week, or the library has no meeting.
    pub occasion: Option<Occasion>,
    /// The first meeting after this week.
    pub next: Option<Occasion>,
    /// The library has a meeting, but not in this week.
    pub is_skipped: bool,
    /// The week was over before the library began.
    pub is_before: bool,
    pub facilitator: Option<String>,
    /// Why there is no facilitator, if there should be one.
    pub no_facilitator: Option<&'static str>,
    /// Who presents which review.
    pub presentations: Vec<Presentation>,
    pub link: Option<String>,
}

impl Agenda {
    /// `is not held this week`, and why there was none in a week before the library.
    pub fn why_not(&self) -> &'static str {
        if self.is_before { "was not held: the library had no review yet" } else { "is not held this week" }
    }

    /// The same as a sentence, under the name of the meeting.
    pub fn why_not_alone(&self) -> &'static str {
        if self.is_before { "Not held: the library had no review yet." } else { "Not held this week." }
    }
}

/// The block in which those who were there tell what happened.
pub(super) const STORIES: &str = "Stories and lessons";

/// A block of the agenda.
#[derive(Debug, Clone)]
pub struct Item {
    /// `14:05`; empty if no meeting is held.
    pub at: String,
    pub minutes: usize,
    pub what: &'static str,
    pub how: String,
}

/// A review to present, by whom, and for how long.
#[derive(Debug, Clone)]
pub struct Presentation {
    pub review: usize,
    pub presenters: Presenters,
    pub minutes: usize,
}

/// The meeting of a week; `None` if it is not held, or the library had no review yet.
fn held_in(config: &Config, week: Week, is_before: bool) -> Option<Occasion> {
    series::meeting_of(config, week).filter(|_| !is_before)
}

/// Whether a week has no meeting although the library holds meetings.
pub fn is_skipped(config: &Config, calendar: &Calendar, week: Week) -> bool {
    config.meeting.is_set && held_in(config, week, calendar.is_before(week)).is_none()
}

/// The agenda of a week whose stories have their minutes.
pub(super) fn agenda(library: &Library, digest: &Digest, blocks: [usize; 4], is_before: bool) -> Agenda {
    let config = &library.config;
    let meeting = &config.meeting;
    let week = digest.week;
    let occasion = held_in(config, week, is_before);
    let presented: Vec<_> = digest.told().collect();
    let review = |fresh: &Fresh| &library.reviews[fresh.review];
    let involved: Vec<_> = presented.iter().flat_map(|fresh| fresh.story.involved(review(fresh))).cloned().collect();
    let present: Vec<_> = presented.iter().flat_map(|fresh| fresh.story.present(review(fresh))).cloned().collect();
    let turn = week.ordinal().checked_rem(meeting.facilitators.len());
    let facilitator = turn.filter(|_| occasion.is_some()).and_then(|turn| {
        let among = |involved: &[String]| presenters::facilitator(&meeting.facilitators, turn, involved);
        among(&present).or_else(|| among(&involved))
    });
    let presentation = |fresh: &&Fresh| Presentation {
        review: fresh.review,
        presenters: fresh.story.presenters.clone(),
        minutes: fresh.story.minutes,
    };
    let is_skipped = meeting.is_set && occasion.is_none();
    let items = items(blocks, occasion.map(|this| this.start), digest);
    let is_missing = turn.is_some() && occasion.is_some() && facilitator.is_none();
    Agenda {
        name: meeting.name.clone(),
        // A meeting that is not held has no agenda.
        items: if is_skipped { Vec::new() } else { items },
        occasion,
        next: series::next_meeting(config, week.plus(1).first(config.week_start)).filter(|_| !is_before),
        is_skipped,
        is_before,
        facilitator,
        no_facilitator: is_missing
            .then_some("none found: everybody who leads in turn tells a review or responded to what is told"),
        presentations: if is_skipped { Vec::new() } else { presented.iter().map(presentation).collect() },
        link: meeting.link.clone(),
    }
}

/// The blocks that have at least a minute.
fn items(blocks: [usize; 4], start: Option<DateTime>, digest: &Digest) -> Vec<Item> {
    let on_actions = on_actions(digest);
    let is_old = digest.lesson.as_ref().is_some_and(|lesson| lesson.choice == super::Choice::Archive);
    let talk = if is_old {
        "Each team names one place where it could happen; then what nearly went wrong lately. End early once all is told."
    } else if digest.lesson.is_some() {
        "Each team names one place where it could happen, and how it would notice."
    } else {
        "Each team tells one thing that nearly went wrong or surprised it, and how it was noticed. End early once all is told."
    };
    let names = [
        ("Ground rules", "Everybody did what made sense with what they knew. We ask how and what, and we listen."),
        (STORIES, "Those who were there tell it; the others ask how it looked to them at the time."),
        (digest.talk(), talk),
        ("Actions", on_actions.as_str()),
    ];
    let mut at = start;
    let item = |((what, how), minutes): ((&'static str, &str), usize)| {
        let begins = at.map(|at| at.strftime("%H:%M").to_string()).unwrap_or_default();
        at = at.map(|at| at.saturating_add(i64::try_from(minutes).unwrap_or(0).minutes()));
        Item { at: begins, minutes, what, how: how.to_owned() }
    };
    names.into_iter().zip(blocks).filter(|(_, minutes)| *minutes > 0).map(item).collect()
}

/// Thanks only where there is something to give thanks for, and so on.
fn on_actions(digest: &Digest) -> String {
    let actions = &digest.actions;
    let any_due = [&actions.late, &actions.unclear, &actions.due].iter().any(|list| !list.is_empty());
    let decide = match actions.decide.len() {
        0 => None,
        1 => Some("a decision on one that is overdue"),
        2 => Some("a decision on two that are overdue"),
        _ => Some("a decision on three that are overdue"),
    };
    let declined = !actions.declined.is_empty() || !actions.dropped.is_empty();
    let parts = [
        (!actions.closed.is_empty() || !actions.before.is_empty()).then_some("thanks for what is done"),
        any_due.then_some("a word on what is due"),
        decide,
        declined.then_some("what was decided against, with the reason"),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let words = match parts.split_last() {
        Some((last, rest)) if rest.len() > 1 => format!("{}, and {last}", rest.join(", ")),
        Some((last, [one])) => format!("{one}, and {last}"),
        Some((last, _)) => (*last).to_owned(),
        None => return String::new(),
    };
    format!("{}.", capitalised(&words))
}
