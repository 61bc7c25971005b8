//! The people, services and teams that the names in a review stand for.

use super::{Dimension, Library, Named, Term, named_in, names_in};
use crate::review::Review;
use site::config::Terms;

/// The names in `people:` and in the timeline of a review.
pub(crate) fn people(review: &Review) -> impl Iterator<Item = &str> {
    let listed = review.people.rows().flat_map(|(_, names)| names).map(String::as_str);
    listed.chain(review.timeline.iter().filter_map(|entry| entry.who.as_deref()))
}

/// The people whom a field names, and the accounts beside them.
pub(crate) struct Listed {
    pub(crate) names: Vec<String>,
    pub(crate) accounts: Vec<String>,
}

impl Listed {
    pub(crate) fn of(field: &str) -> Self {
        let account = |one| match one {
            Named::Handle(handle) => Some(handle),
            _ => None,
        };
        Self { names: names_in(field), accounts: named_in(field).into_iter().filter_map(account).collect() }
    }
}

/// A name without the at sign before or after it.
pub(crate) fn bare(name: &str) -> &str {
    name.trim().trim_matches('@')
}

impl Library {
    /// Whether a field may name somebody: it is no name of a service or a team.
    pub(crate) fn is_somebody(&self, name: &str) -> bool {
        self.service_or_team(bare(name)).is_none()
    }

    /// The service, or else the team, of this name that has a page.
    pub fn service_or_team(&self, name: &str) -> Option<(Dimension, &Term)> {
        let find =
            |(dimension, terms): (Dimension, &Terms)| Some((dimension, self.term(dimension, &terms.resolve(name))?));
        let config = &self.config;
        [(Dimension::Services, &config.services), (Dimension::Teams, &config.teams)].into_iter().find_map(find)
    }

    /// The configured label of a service or team; the name itself where none is configured.
    pub fn configured_label(&self, name: &str) -> String {
        let label = |terms: &Terms| terms.get(&terms.resolve(name)).map(|term| term.label.clone());
        label(&self.config.services).or_else(|| label(&self.config.teams)).unwrap_or_else(|| name.to_owned())
    }
}
