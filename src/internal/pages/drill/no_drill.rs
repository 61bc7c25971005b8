//! Why a review has no drill.

use base::text::count;

/// A drill is made of decisions, and each step after the first sign asks for one; with fewer it is a reading.
pub(super) const DECISIONS: usize = 4;

/// Why a review has no drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDrill {
    /// The timeline has no entry.
    NoTimeline,
    /// An entry has no certain moment, so that the order and the time between entries are not known.
    TimesNotSure,
    /// Nothing says when somebody noticed: the first entry may well be the cause.
    NotNoticed,
    /// Nothing is recorded after the first sign.
    NothingAfter,
    /// There are only this many decisions by people.
    Decisions(usize),
    /// Only so much of what came after it does not give the answer away.
    Held(usize),
    /// Only so many steps say more than that people were at work.
    Progress(usize),
}

impl NoDrill {
    /// The reason as a sentence.
    pub(super) fn words(self) -> String {
        match self {
            Self::NoTimeline => "Its timeline has no entries.".to_owned(),
            Self::TimesNotSure => "The times of its entries are not stated in full.".to_owned(),
            Self::NotNoticed => {
                "It does not say when it was noticed, and no entry speaks of an alert, a report or somebody who saw it."
                    .to_owned()
            }
            Self::NothingAfter => "Nothing is recorded after the first sign.".to_owned(),
            Self::Decisions(n) => {
                let said = if n == 0 { "no decision".to_owned() } else { count(n, "decision", "decisions") };
                format!("The record has {said} after the first sign; a drill takes {DECISIONS}.")
            }
            Self::Held(n) => {
                let said = count(n, "step", "steps");
                format!(
                    "Only {said} after the first sign can be told without giving the answer away; a drill takes {DECISIONS}."
                )
            }
            Self::Progress(n) => {
                let said = if n == 1 { "1 step gives".to_owned() } else { format!("{n} steps give") };
                format!(
                    "Only {said} players something to decide; the others say that people were at work. A drill takes {DECISIONS}."
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NoDrill;

    #[test]
    fn the_reason_says_how_many_decisions_there_are() {
        let words = NoDrill::Decisions(1).words();
        assert_eq!(words, "The record has 1 decision after the first sign; a drill takes 4.");
        assert_eq!(NoDrill::Decisions(0).words(), "The record has no decision after the first sign; a drill takes 4.");
        assert_eq!(
            NoDrill::Progress(1).words(),
            "Only 1 step gives players something to decide; the others say that people were at work. A drill takes 4."
        );
        let words = NoDrill::Held(3).words();
        assert_eq!(
            words,
            "Only 3 steps after the first sign can be told without giving the answer away; a drill takes 4."
        );
    }
}
