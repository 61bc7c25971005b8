//! The team that an action belongs to: at most one, so that no action is counted twice.

use super::{Dimension, Library, Term};
use crate::review::{Action, Review};
use site::config::Config;

/// The slug of the team: the owner, if it is a team; else the first team of the review; else the team of the first of its
/// services that has one.
pub(super) fn team_of(review: &Review, action: &Action, config: &Config) -> Option<String> {
    let owner = action.owner.as_deref().map(|owner| owner.trim_start_matches('@'));
    let named = owner.map(|owner| config.teams.resolve(owner)).filter(|slug| config.teams.get(slug).is_some());
    let listed = || review.teams.first().map(|team| config.teams.resolve(team));
    let runs = |service: &String| {
        let team = config.services.get(&config.services.resolve(service))?.team.as_ref()?;
        Some(config.teams.resolve(team))
    };
    named.or_else(listed).or_else(|| review.services.iter().find_map(runs))
}

impl Library {
    /// The team that an action of a review belongs to.
    pub fn team_of(&self, review: usize, action: &Action) -> Option<&Term> {
        let slug = team_of(&self.reviews[review], action, &self.config)?;
        self.term(Dimension::Teams, &slug)
    }
}
