//! The dimensions by which reviews are looked up: severity, tag, service, team, factor, kind and year.

use std::collections::BTreeSet;

use crate::review::Review;
use base::text::slug;
use site::config::{Config, Terms};

/// One way to look up reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    Severity,
    Kinds,
    Services,
    Teams,
    Tags,
    Factors,
    Years,
}

impl Dimension {
    pub const ALL: [Self; 7] =
        [Self::Severity, Self::Kinds, Self::Services, Self::Teams, Self::Tags, Self::Factors, Self::Years];

    /// The folder of its pages.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Kinds => "kinds",
            Self::Services => "services",
            Self::Teams => "teams",
            Self::Tags => "tags",
            Self::Factors => "factors",
            Self::Years => "years",
        }
    }

    /// The name of one of its terms.
    pub fn one(self) -> &'static str {
        match self {
            Self::Severity => "Severity",
            Self::Kinds => "Kind",
            Self::Services => "Service",
            Self::Teams => "Team",
            Self::Tags => "Tag",
            Self::Factors => "Contributing factor",
            Self::Years => "Year",
        }
    }

    /// The name of its terms together.
    pub fn many(self) -> &'static str {
        match self {
            Self::Severity => "Severities",
            Self::Kinds => "Kinds",
            Self::Services => "Services",
            Self::Teams => "Teams",
            Self::Tags => "Tags",
            Self::Factors => "Contributing factors",
            Self::Years => "Years",
        }
    }

    /// The terms of a review, as (slug, label).
    pub fn of(self, review: &Review, config: &Config) -> Vec<(String, String)> {
        let listed = |names: &[String], terms: &Terms| {
            names.iter().map(|name| (terms.resolve(name), name.clone())).collect::<Vec<_>>()
        };
        match self {
            Self::Severity => review.severity.iter().map(|key| (key.clone(), key.clone())).collect(),
            Self::Kinds => vec![(slug(&review.kind), review.kind.clone())],
            Self::Services => listed(&review.services, &config.services),
            Self::Teams => listed(&review.teams, &config.teams),
            Self::Tags => listed(&review.tags, &config.tags),
            Self::Years => review.date.iter().map(|d| (d.year().to_string(), d.year().to_string())).collect(),
            Self::Factors => {
                let mut seen = BTreeSet::new();
                let named = review.factors.iter().filter_map(|factor| factor.name.as_ref());
                named.map(|name| (slug(name), name.clone())).filter(|(slug, _)| seen.insert(slug.clone())).collect()
            }
        }
    }
}

/// One severity, tag, service, team, factor, kind or year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub slug: String,
    pub label: String,
    pub description: String,
    /// For a service: the slug of the team that runs it.
    pub team: Option<String>,
    /// Newest first.
    pub reviews: Vec<usize>,
    /// Open actions of its reviews.
    pub open_actions: usize,
}

/// The terms that the configuration lists, so that each has a page even before its first review.
pub(super) fn listed(dimension: Dimension, config: &Config) -> Vec<Term> {
    let of = |terms: &Terms| {
        let term = |slug: &str| {
            let term = terms.get(slug)?;
            let team = term.team.as_ref().map(|team| config.teams.resolve(team));
            Some(blank(slug, &term.label, &term.description, team))
        };
        terms.slugs().filter_map(term).collect()
    };
    match dimension {
        Dimension::Severity => {
            config.severities.iter().map(|s| blank(&slug(&s.key), &s.label, &s.meaning, None)).collect()
        }
        Dimension::Kinds => config.kinds.iter().map(|k| blank(&slug(&k.key), &k.label, &k.description, None)).collect(),
        Dimension::Services => of(&config.services),
        Dimension::Teams => of(&config.teams),
        Dimension::Tags => of(&config.tags),
        Dimension::Factors | Dimension::Years => Vec::new(),
    }
}

/// A term that no review has yet.
pub(super) fn blank(slug: &str, label: &str, description: &str, team: Option<String>) -> Term {
    Term {
        slug: slug.to_owned(),
        label: label.to_owned(),
        description: description.to_owned(),
        team,
        reviews: vec![],
        open_actions: 0,
    }
}
