//! The questions to the players: at each step, and in the debrief.

use std::collections::BTreeMap;

use super::DrillQuestion;
use super::occasion::Occasion;
use crate::digest::asks_who_or_why;
use crate::review::Review;

/// The prompts for each occasion in turn, so that the same review always gives the same questions.
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

/// Most learnings to turn into a question.
const LEARNINGS: usize = 5;

/// Open questions of the review, and for each of its learnings how it showed in the drill. A question that asks who or why
/// looks for somebody to blame and is left out.
pub(super) fn debrief(review: &Review, plain: impl Fn(&str) -> String) -> Vec<DrillQuestion> {
    let open = review.open_questions.items.iter().map(|point| plain(&point.text)).filter(|text| !asks_who_or_why(text));
    let open = open.map(|text| {
        if begins_well(&text) {
            DrillQuestion { ask: text, about: None }
        } else {
            DrillQuestion { ask: "What would it take to answer this?".to_owned(), about: Some(text) }
        }
    });
    let learned = review.learnings.items.iter().take(LEARNINGS).map(|point| plain(&point.text));
    let learned = learned.filter(|text| !asks_who_or_why(text));
    let learned =
        learned.map(|text| DrillQuestion { ask: "How did this show in the drill?".to_owned(), about: Some(text) });
    open.chain(learned).collect()
}

fn begins_well(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).map(str::to_lowercase);
    first.is_some_and(|first| ["how", "what", "wie", "was", "comment"].contains(&first.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Occasion, Prompts, begins_well};

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
    fn questions_ask_how_and_what() {
        assert!(begins_well("What else reads it?") && begins_well("Wie merken wir das?") && !begins_well("Is it so?"));
    }
}
