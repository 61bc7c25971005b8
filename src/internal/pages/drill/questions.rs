//! What players are asked: at each step, and in the debrief.

use std::collections::BTreeMap;

use super::super::views::DrillQuestion;
use crate::review::{Actor, Entry, Review};
use base::phases::Phase;
use chart::Effect;
use markdown::plain_text;

/// What a step is about; its question fits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Occasion {
    /// Something is seen for the first time.
    Noticing,
    /// What it means, and what to do.
    Deciding,
    /// Somebody is called or asked.
    Asking,
    /// Something is changed.
    Doing,
    /// Customers or colleagues are told.
    Telling,
    /// It is over, or seems to be.
    Ending,
}

/// Beginnings of words that say that somebody outside is told.
const TELLING: [&str; 12] = [
    "status page",
    "statuspage",
    "announce",
    "notif",
    "inform",
    "tweet",
    "press ",
    "customers are told",
    "told customers",
    "passengers are told",
    "public address",
    "e-mail to",
];
/// Beginnings of words that say that somebody is brought in.
const ASKING: [&str; 10] =
    ["call", "asks", "asked", "pages ", "paged", "rings", "phones", "joins", "joined", "escalat"];

impl Occasion {
    /// The last entry ends the drill, the first begins it; between them the words and the author's phase decide.
    pub(super) fn of(review: &Review, entry: &Entry, number: usize, is_last: bool) -> Self {
        let text = plain_text(&entry.what).to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| begins_in(&text, word));
        let times = review.times();
        let fixing = times.identified().is_some_and(|identified| entry.at >= identified);
        match entry.phase {
            _ if is_last => Self::Ending,
            _ if number == 0 => Self::Noticing,
            _ if says(&TELLING) => Self::Telling,
            Some(Phase::Detection) => Self::Noticing,
            Some(Phase::Analysis | Phase::Readiness) => Self::Ending,
            _ if entry.actor == Some(Actor::Conversation) || says(&ASKING) => Self::Asking,
            Some(Phase::Remediation) => Self::Doing,
            _ if fixing || (entry.actor == Some(Actor::Human) && entry.effect != Effect::Neutral) => Self::Doing,
            _ => Self::Deciding,
        }
    }

    fn prompts(self) -> &'static [&'static str] {
        match self {
            Self::Noticing => &[
                "What do you see? What would you check, and whom would you call?",
                "What does this tell you, and what does it not tell you yet?",
                "How would you find out whether customers feel it?",
            ],
            Self::Deciding => &[
                "What do you do next, and what do you leave alone?",
                "What do you need to know before you change anything?",
                "What do you believe now, and what would prove you wrong?",
            ],
            Self::Asking => &[
                "Whom do you ask now, and what exactly?",
                "What does the person who joins need to hear in one minute?",
                "Who could know more, and how do you reach them?",
            ],
            Self::Doing => &[
                "What would you change, and how would you take it back?",
                "How will you know that it worked?",
                "What could this make worse, and how would you see that first?",
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
            Self::Telling => "Telling",
            Self::Ending => "Ending",
        }
    }
}

/// Whether a word of the text begins so.
fn begins_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

/// Questions to the players, each in turn for its occasion, so that the same review always asks the same.
#[derive(Default)]
pub(super) struct Prompts {
    asked: BTreeMap<Occasion, usize>,
}

impl Prompts {
    pub(super) fn next(&mut self, occasion: Occasion) -> &'static str {
        let asked = self.asked.entry(occasion).or_default();
        let prompts = occasion.prompts();
        let prompt = prompts[*asked % prompts.len()];
        *asked += 1;
        prompt
    }
}

/// As many learnings are turned into a question.
const LEARNINGS: usize = 5;

/// Questions of the review that begin with how or what, and how what it learned showed here. A question that asks who
/// or why looks for a person or a reason to defend; it stays in the review.
pub(super) fn debrief(review: &Review, plain: impl Fn(&str) -> String) -> Vec<DrillQuestion> {
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
    use super::{Occasion, Prompts, asks_for_blame, begins_in, begins_well};

    #[test]
    fn prompts_take_turns_within_an_occasion() {
        let mut prompts = Prompts::default();
        let first = prompts.next(Occasion::Noticing);
        let other = prompts.next(Occasion::Deciding);
        let second = prompts.next(Occasion::Noticing);
        assert!(first != second && first != other);
        prompts.next(Occasion::Noticing);
        assert_eq!(prompts.next(Occasion::Noticing), first);
    }

    #[test]
    fn a_word_counts_from_its_beginning() {
        assert!(begins_in("she calls the harbour", "call") && !begins_in("recall the list", "call"));
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
