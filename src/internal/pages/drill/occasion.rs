//! What happens in a step of a drill, which determines the question to the players.

use crate::review::{Actor, Entry};
use base::phases::Phase;
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
    /// Customers or colleagues are informed.
    Telling,
    /// It is over, or seems to be.
    Ending,
}

/// Phrases which say that somebody outside is informed.
const TELLING: [&str; 18] = [
    "status page",
    "statuspage",
    "announce",
    "notif",
    "inform",
    "tweet",
    "press ",
    "are told",
    "told customers",
    "tells customers",
    "tell customers",
    "public address",
    "loudspeaker",
    "local radio",
    "message to",
    "e-mail to",
    "apolog",
    "banner",
];
/// Phrases which say that somebody is called in.
const ASKING: [&str; 15] = [
    "calls ",
    "asks",
    "asked",
    "pages ",
    "paged",
    "rings",
    "phones",
    "joins",
    "joined",
    "escalat",
    "incident opened",
    "opens the incident",
    "opens an incident",
    "takes command",
    "declare",
];
/// Phrases which say that something is changed.
const DOING: [&str; 48] = [
    "applies",
    "applied",
    "block",
    "clear",
    "delet",
    "deploy",
    "disabl",
    "drain",
    "drops ",
    "empties",
    "emptied",
    "enabl",
    "fail over",
    "failover",
    "fails over",
    "holds",
    "increas",
    "kill",
    "lowers",
    "lowered",
    "moves",
    "moved",
    "patch",
    "paus",
    "purg",
    "raises",
    "raised",
    "reboot",
    "remov",
    "replac",
    "reset",
    "restart",
    "restor",
    "revert",
    "roll back",
    "rolls",
    "rolled",
    "scale",
    "shuts",
    "starts",
    "started",
    "stops",
    "stopped",
    "switches",
    "switched",
    "takes",
    "turns",
    "turned",
];

impl Occasion {
    /// The first entry begins the drill and the last ends it; for the others, the words and the author's phase decide.
    pub(super) fn of(entry: &Entry, number: usize, is_last: bool) -> Self {
        let text = plain_text(&entry.what).to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| begins_in(&text, word));
        match entry.phase {
            _ if is_last => Self::Ending,
            _ if number == 0 => Self::Noticing,
            _ if says(&TELLING) => Self::Telling,
            Some(Phase::Detection) => Self::Noticing,
            Some(Phase::Analysis | Phase::Readiness) => Self::Ending,
            _ if entry.actor == Some(Actor::Conversation) || says(&ASKING) => Self::Asking,
            _ if entry.actor != Some(Actor::Automation) && says(&DOING) => Self::Doing,
            _ => Self::Deciding,
        }
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

/// Whether a word of the text begins with `word`.
fn begins_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::begins_in;

    #[test]
    fn a_word_counts_from_its_beginning() {
        assert!(begins_in("she calls the harbour", "call") && !begins_in("recall the list", "call"));
    }
}
