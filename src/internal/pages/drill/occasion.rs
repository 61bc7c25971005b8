//! What happens in a step of a drill, which determines the question to the players.

use super::played::Played;
use super::script::{Script, Step};
use crate::digest::yes_or_no;
use crate::review::{Actor, Review, says_again, says_in, words_of_plain};
use base::phases::Phase;
use chart::Effect;
use markdown::plain_text;

/// What happens in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Occasion {
    /// Something is noticed for the first time.
    Noticing,
    /// People decide what it means, and what to do.
    Deciding,
    /// Somebody is called or asked.
    Asking,
    /// Something is changed.
    Doing,
    /// Something was changed, and it is worse.
    Worse,
    /// Something is better.
    Better,
    /// Customers or colleagues are told.
    Telling,
    /// It is over, or seems to be.
    Ending,
}

impl Occasion {
    /// The last entries end the drill, the first begins it; between them the words and the author's phase decide.
    pub(super) fn of(entry: &Played<'_>, number: usize, ends: bool) -> Self {
        let words = words_of_plain(&plain_text(entry.what));
        let says = |kind: &str| says_in(kind, &words);
        let by_machine = entry.actor == Some(Actor::Automation);
        // `Everyone who asks gets an answer` calls nobody in.
        let asks = || !by_machine && says_in("calls in", &words_of_plain(&words.replace("who asks", "")));
        match entry.phase {
            _ if number == 0 => Self::Noticing,
            _ if ends => Self::Ending,
            _ if says("tells outside") => Self::Telling,
            Some(Phase::Detection) => Self::Noticing,
            _ if !by_machine && entry.effect == Effect::Negative && says("changes something") => Self::Worse,
            _ if entry.actor == Some(Actor::Conversation) || asks() => Self::Asking,
            _ if !by_machine && says("changes something") => Self::Doing,
            _ if entry.effect == Effect::Positive => Self::Better,
            _ => Self::Deciding,
        }
    }

    /// What each step of a drill is about: that of its last entry. Only the last one ends it, unless what came after it is held, and
    /// the one before where the review says that it was over by then and nothing later says otherwise. Where harm came to customers and
    /// no step is about telling them, the first one after the first sign that shows harm is.
    pub(super) fn all(review: &Review, script: &Script<'_>) -> Vec<Self> {
        let over = review.moments.resolved;
        let entries = script.entries();
        let last = script.steps.len().saturating_sub(1);
        let is_over =
            |entry: &Played<'_>| over.is_some_and(|over| entry.at >= over) && entry.effect != Effect::Negative;
        let goes_on = |entry: &Played<'_>| {
            let mut later = entries.iter().filter(|later| later.at > entry.at && later.effect != Effect::Positive);
            later.any(|later| later.effect == Effect::Negative || says_again(later.what))
        };
        let of = |(n, step): (usize, &Step<'_>)| {
            let ends = |entry: &Played<'_>| {
                n == last && (!script.goes_on() || is_over(entry)) || n + 1 == last && is_over(entry) && !goes_on(entry)
            };
            step.entries.last().map_or(Self::Deciding, |entry| Self::of(entry, n, ends(entry)))
        };
        let mut all: Vec<_> = script.steps.iter().enumerate().map(of).collect();
        let harmed = review.impact.customers.as_deref().is_some_and(|words| yes_or_no(words) != Some(false));
        // What people did that made it worse shows nothing of the harm; what they talk of may.
        let is_harm = |entry: &Played<'_>| entry.effect == Effect::Negative && entry.actor != Some(Actor::Human);
        let is_talk = |entry: &Played<'_>| entry.actor == Some(Actor::Conversation);
        let has = |n: &usize, is: &dyn Fn(&Played<'_>) -> bool| script.steps[*n].entries.iter().any(is);
        let may = |n: &usize| matches!(all[*n], Self::Deciding | Self::Noticing) && has(n, &is_harm);
        let talks = |n: &usize| all[*n] == Self::Asking && has(n, &is_talk);
        if harmed
            && !all.contains(&Self::Telling)
            && let Some(n) = (1..last).find(may).or_else(|| (1..last).find(talks))
        {
            all[n] = Self::Telling;
        }
        // Where what people did next is held, players are asked for what they would do.
        for (n, step) in script.steps.iter().enumerate().skip(1) {
            if step.holds_a_deed() && matches!(all[n], Self::Deciding | Self::Noticing | Self::Better) {
                all[n] = Self::Doing;
            }
        }
        all
    }

    pub(super) fn prompts(self) -> &'static [&'static str] {
        match self {
            Self::Noticing => &[
                "What do you see? What would you check, and whom would you call?",
                "What does this tell you, and what does it not tell you yet?",
                "How would you find out whether customers feel it?",
            ],
            Self::Deciding => &[
                "What do you do next, and what do you leave alone?",
                "What do you need to know before you change anything?",
                "Which two explanations fit what you see, and what would tell them apart?",
                "What do you believe now, and what would prove you wrong?",
            ],
            Self::Asking => &[
                "Whom do you ask now, and what exactly?",
                "Whom do you ask, and what do they need to hear in one minute?",
                "Who could know more, and how do you reach them?",
            ],
            Self::Doing => &[
                "What would you change, and how would you take it back?",
                "How will you know that it worked?",
                "What could this make worse, and how would you see that first?",
            ],
            Self::Worse => &[
                "What did you expect of this, and what does it tell you instead?",
                "Do you take it back, and what would that cost?",
                "What do you leave alone from now on?",
            ],
            Self::Better => &[
                "What does this change for what you do next?",
                "What is still not known, and how would you find it out?",
                "How will you know that it stays so?",
            ],
            Self::Telling => &[
                "What do you tell the people outside this room, and when do they hear from you again?",
                "What can customers do meanwhile, and who tells them?",
            ],
            Self::Ending => &[
                "How do you make sure that it is over?",
                "What do you write down now, while you still know it?",
                "What would you watch for the rest of the day?",
            ],
        }
    }

    /// One word for the facilitator.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Noticing => "Noticing",
            Self::Deciding => "Deciding",
            Self::Asking => "Asking",
            Self::Doing => "Doing",
            Self::Worse => "Setback",
            Self::Better => "Progress",
            Self::Telling => "Telling",
            Self::Ending => "Ending",
        }
    }
}
