//! What is played of a review, and what players are asked.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::views::DrillQuestion;
use crate::internal::review::{Entry, Review};
use crate::phases::Phase;

/// A shorter timeline is no drill.
const FEWEST: usize = 3;

/// More steps after the first sign than this are no exercise of an hour.
const MOST: usize = 20;

/// The entries of a review, parted where somebody first knew.
pub(super) struct Script<'r> {
    /// In order of time.
    pub(super) before: Vec<&'r Entry>,
    /// From the first sign on: two steps or more, each of what came in together.
    pub(super) steps: Vec<Vec<&'r Entry>>,
    /// Nothing says when it was noticed: the first entry may be the cause.
    pub(super) may_tell: bool,
}

impl<'r> Script<'r> {
    /// None where there is too little to play: fewer than three entries, or nothing after the first sign.
    pub(super) fn of(review: &'r Review) -> Option<Self> {
        if review.timeline.len() < FEWEST {
            return None;
        }
        let mut entries: Vec<_> = review.timeline.iter().collect();
        entries.sort_by_key(|entry| entry.at);
        let known = review.moments.detected.or(review.moments.acknowledged);
        let first = known.map_or(Some(0), |known| entries.iter().position(|entry| is_known(review, entry, known)))?;
        let played = entries.split_off(first);
        (played.len() > 1).then(|| Self { before: entries, steps: steps(&played), may_tell: known.is_none() })
    }

    /// When somebody first knew.
    pub(super) fn first_sign(&self) -> Option<Timestamp> {
        self.steps.first()?.first().map(|entry| entry.at)
    }

    /// When the record ends.
    pub(super) fn last_entry(&self) -> Option<Timestamp> {
        self.steps.last()?.last().map(|entry| entry.at)
    }
}

/// One entry a step; where there are too many for an hour, those that are nearest in time come in together. The first
/// sign stands alone.
fn steps<'r>(played: &[&'r Entry]) -> Vec<Vec<&'r Entry>> {
    let gaps = played.windows(2).zip(1..).skip(1);
    let mut gaps: Vec<_> = gaps.map(|(pair, n)| (pair[1].at.as_second() - pair[0].at.as_second(), n)).collect();
    gaps.sort_unstable();
    let mut begins: Vec<usize> = gaps.into_iter().rev().take(MOST - 1).map(|(_, n)| n).collect();
    begins.push(1);
    begins.sort_unstable();
    let mut steps: Vec<Vec<&Entry>> = Vec::with_capacity(begins.len() + 1);
    for (n, entry) in played.iter().enumerate() {
        match steps.last_mut() {
            Some(step) if begins.binary_search(&n).is_err() => step.push(entry),
            _ => steps.push(vec![entry]),
        }
    }
    steps
}

/// Whether there is a drill kit of a review.
pub(super) fn has_drill(review: &Review) -> bool {
    Script::of(review).is_some()
}

/// At or after detection. An entry that is written to the minute may be that of a detection known to the second; but
/// not where it is the start.
fn is_known(review: &Review, entry: &Entry, known: Timestamp) -> bool {
    let (at, known) = (entry.at.as_second(), known.as_second());
    let by_the_minute = at % 60 == 0 && at / 60 == known / 60 && review.moments.started != Some(entry.at);
    at >= known || by_the_minute
}

/// The phase that an entry is in: as the author says, else by the moments around it.
pub(super) fn phase(review: &Review, entry: &Entry) -> Option<Phase> {
    let times = review.times();
    let reached = |moment: Option<Timestamp>| moment.is_some_and(|moment| entry.at >= moment);
    let by_moments = || match () {
        () if reached(times.end()) => Some(Phase::Analysis),
        () if reached(times.identified()) => Some(Phase::Remediation),
        () if reached(times.moments.detected) => Some(Phase::Response),
        () => None,
    };
    entry.phase.or_else(by_moments)
}

/// Questions to the players, each in turn within its phase, so that the same review always asks the same.
#[derive(Default)]
pub(super) struct Prompts {
    asked: BTreeMap<Option<Phase>, usize>,
}

impl Prompts {
    pub(super) fn next(&mut self, phase: Option<Phase>) -> &'static str {
        let asked = self.asked.entry(phase).or_default();
        let prompts: &[&str] = match phase {
            Some(Phase::Detection) => &[
                "What do you see? What would you check, and whom would you call?",
                "What does this tell you, and what does it not tell you yet?",
                "How would you find out whether customers feel it?",
            ],
            Some(Phase::Response) => &[
                "What do you do next, and what do you leave alone?",
                "What do you need to know before you change anything?",
                "What do you tell the people outside this room, and when do they hear from you again?",
            ],
            Some(Phase::Remediation) => &[
                "What would you change, and how would you take it back?",
                "How will you know that it worked?",
                "What could this make worse, and how would you see that first?",
            ],
            Some(Phase::Analysis | Phase::Readiness) => &[
                "How do you make sure that it is over?",
                "What do you write down now, while you still know it?",
                "What would you watch for the rest of the day?",
            ],
            None => &[
                "What do you see? What would you check, and whom would you call?",
                "What has changed, and what do you do next?",
                "What would you want to know now, and how would you get it?",
            ],
        };
        let prompt = prompts[*asked % prompts.len()];
        *asked += 1;
        prompt
    }
}

/// `A Wednesday morning in October`, on the spot.
pub(super) fn day(at: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    let part = match there.hour() {
        5..12 => "morning",
        12..17 => "afternoon",
        17..22 => "evening",
        _ => "night",
    };
    format!("A {} {part} in {}", there.strftime("%A"), there.strftime("%B"))
}

/// As many learnings are turned into a question.
const LEARNINGS: usize = 5;

/// Questions of the review that begin with how or what, and how what it learned showed here. A question that asks who
/// or why looks for a person or a reason to defend; it stays in the review.
pub(super) fn questions(review: &Review, plain: impl Fn(&str) -> String) -> Vec<DrillQuestion> {
    let open = review.open_questions.items.iter().map(|point| plain(&point.text)).filter(|text| !asks_for_blame(text));
    let open = open.map(|text| {
        if begins_well(&text) {
            DrillQuestion { ask: text, about: None }
        } else {
            DrillQuestion { ask: "What would it take to answer this?".to_owned(), about: Some(text) }
        }
    });
    let learned = review.learnings.items.iter().take(LEARNINGS).map(|point| plain(&point.text));
    let learned = learned.filter(|text| !asks_for_blame(text));
    let learned =
        learned.map(|text| DrillQuestion { ask: "How did we meet this in the drill?".to_owned(), about: Some(text) });
    open.chain(learned).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word is one of these, in any case. None of theirs is a `k`, the one letter of ASCII that is also the small
/// one of another.
fn is_one_of(word: &str, these: &[&str]) -> bool {
    these.iter().any(|this| word.eq_ignore_ascii_case(this))
}

fn begins_well(text: &str) -> bool {
    words(text).next().is_some_and(|first| is_one_of(first, &["how", "what", "wie", "was", "comment"]))
}

fn asks_for_blame(text: &str) -> bool {
    const BLAME: [&str; 11] =
        ["who", "whom", "whose", "why", "wer", "wen", "wem", "wessen", "warum", "weshalb", "pourquoi"];
    words(text).any(|word| is_one_of(word, &BLAME))
}

#[cfg(test)]
mod tests {
    use super::{Phase, Prompts, asks_for_blame, begins_well, day};
    use jiff::tz::TimeZone;

    #[test]
    fn prompts_take_turns_within_a_phase() {
        let mut prompts = Prompts::default();
        let first = prompts.next(Some(Phase::Detection));
        let other = prompts.next(Some(Phase::Response));
        let second = prompts.next(Some(Phase::Detection));
        assert!(first != second && first != other);
        prompts.next(Some(Phase::Detection));
        assert_eq!(prompts.next(Some(Phase::Detection)), first);
    }

    #[test]
    fn the_day_is_that_of_the_place() {
        let at = "2026-10-14T08:00:50Z".parse().unwrap();
        assert_eq!(day(at, &TimeZone::UTC), "A Wednesday morning in October");
        assert_eq!(day(at, &TimeZone::get("Pacific/Auckland").unwrap()), "A Wednesday evening in October");
    }

    #[test]
    fn questions_ask_how_and_what() {
        assert!(begins_well("What else reads it?") && begins_well("Wie merken wir das?") && !begins_well("Is it so?"));
        assert!(
            asks_for_blame("WHO speaks for the ship?") && asks_for_blame("And why?") && !asks_for_blame("Whole lists?")
        );
    }

    #[test]
    fn one_letter_beyond_ascii_has_a_small_one_in_it() {
        let all = ('\u{80}'..=char::MAX).filter(|c| c.to_lowercase().all(|small| small.is_ascii()));
        assert!(all.eq(['\u{212a}']), "the sign of the kelvin");
    }
}
