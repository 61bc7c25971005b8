//! Which sections a review's page has besides its body.

use super::{Points, Review};

impl Review {
    /// Whether the page has this section. For `history` and `related` the review alone is not enough: git and other reviews
    /// fill them as well.
    pub fn shows(&self, section: &str) -> bool {
        let own = |points: &Points| !points.from_body && !points.items.is_empty();
        match section {
            "lessons" => !self.learnings.items.is_empty(),
            "surprises" => !self.surprises.items.is_empty(),
            "timeline" => !self.timeline.is_empty(),
            "factors" => !self.factors_from_body && !self.factors.is_empty(),
            "went-well" => own(&self.went_well),
            "got-lucky" => own(&self.got_lucky),
            "open-questions" => own(&self.open_questions),
            "actions" => {
                let listed = !self.actions_from_body && !self.actions.is_empty();
                listed || self.no_action_reason.is_some() || !self.wont_do.is_empty()
            }
            "people" => self.people.rows().next().is_some(),
            "links" => !self.links.is_empty(),
            "details" => !self.extra.is_empty(),
            "history" | "related" => true,
            _ => false,
        }
    }
}
