//! The indexes: by severity, tag, service, team, factor, kind and year.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::config::{Config, Terms};
use crate::internal::review::Review;
use crate::text::slug;

/// One way to look up reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::internal) enum Dimension {
    Severity,
    Kinds,
    Services,
    Teams,
    Tags,
    Factors,
    Years,
}

impl Dimension {
    pub(in crate::internal) const ALL: [Self; 7] =
        [Self::Severity, Self::Kinds, Self::Services, Self::Teams, Self::Tags, Self::Factors, Self::Years];

    /// The folder of its pages.
    pub(in crate::internal) fn folder(self) -> &'static str {
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

    /// What one of its terms is called.
    pub(in crate::internal) fn one(self) -> &'static str {
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

    /// What they are called together.
    pub(in crate::internal) fn many(self) -> &'static str {
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
    pub(in crate::internal) fn of(self, review: &Review, config: &Config) -> Vec<(String, String)> {
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
pub(in crate::internal) struct Term {
    pub(in crate::internal) slug: String,
    pub(in crate::internal) label: String,
    pub(in crate::internal) description: String,
    /// For a service: the slug of the team that runs it.
    pub(in crate::internal) team: Option<String>,
    /// Newest first.
    pub(in crate::internal) reviews: Vec<usize>,
    /// Actions of its reviews that are still open.
    pub(in crate::internal) open_actions: usize,
}

/// Every term that a review names or the configuration lists.
pub(super) fn collect(reviews: &[Review], config: &Config) -> BTreeMap<Dimension, Vec<Term>> {
    let terms = Dimension::ALL.into_par_iter().map(|dimension| (dimension, terms_of(dimension, reviews, config)));
    terms.collect::<Vec<_>>().into_iter().collect()
}

fn terms_of(dimension: Dimension, reviews: &[Review], config: &Config) -> Vec<Term> {
    let mut found: BTreeMap<String, Term> = BTreeMap::new();
    for term in listed(dimension, config) {
        found.insert(term.slug.clone(), term);
    }
    for (i, review) in reviews.iter().enumerate() {
        for (slug, label) in dimension.of(review, config) {
            let term = found.entry(slug.clone()).or_insert_with(|| blank(&slug, &label, "", None));
            term.reviews.push(i);
            term.open_actions += review.open_actions();
        }
    }
    if dimension == Dimension::Factors {
        // A sentence of one review's text is no heading that others would look under.
        found.retain(|_, term| term.reviews.len() > 1 || !reviews[term.reviews[0]].factors_from_body);
    }
    let mut terms: Vec<_> = found.into_values().collect();
    let scale = |term: &Term| match dimension {
        Dimension::Severity => config.severities.iter().position(|s| slug(&s.key) == term.slug),
        Dimension::Kinds => config.kinds.iter().position(|k| slug(&k.key) == term.slug),
        _ => None,
    };
    match dimension {
        Dimension::Years => terms.sort_by(|a, b| b.slug.cmp(&a.slug)),
        Dimension::Severity | Dimension::Kinds => terms.sort_by_key(|term| scale(term).unwrap_or(usize::MAX)),
        _ => terms.sort_by(|a, b| (a.label.to_lowercase(), &a.slug).cmp(&(b.label.to_lowercase(), &b.slug))),
    }
    terms
}

/// The places of the terms of each review.
pub(super) fn held(
    terms: &BTreeMap<Dimension, Vec<Term>>,
    places: &Places,
    reviews: &[Review],
    config: &Config,
) -> BTreeMap<Dimension, Vec<Vec<usize>>> {
    let of = |dimension: Dimension, review: &Review| {
        let slugs = dimension.of(review, config).into_iter();
        slugs.filter_map(|(slug, _)| places.get(&dimension)?.get(&slug).copied()).collect()
    };
    let all = terms.par_iter().map(|(d, _)| (*d, reviews.iter().map(|review| of(*d, review)).collect()));
    all.collect::<Vec<_>>().into_iter().collect()
}

/// The place of each term in its list, by slug.
pub(super) type Places = BTreeMap<Dimension, HashMap<String, usize>>;

/// Looks up every term once.
pub(super) fn places(terms: &BTreeMap<Dimension, Vec<Term>>) -> Places {
    let of = |list: &Vec<Term>| list.iter().enumerate().map(|(place, term)| (term.slug.clone(), place)).collect();
    terms.iter().map(|(dimension, list)| (*dimension, of(list))).collect()
}

/// The terms that the configuration lists, so that each has its page even before the first review.
fn listed(dimension: Dimension, config: &Config) -> Vec<Term> {
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

fn blank(slug: &str, label: &str, description: &str, team: Option<String>) -> Term {
    Term {
        slug: slug.to_owned(),
        label: label.to_owned(),
        description: description.to_owned(),
        team,
        reviews: vec![],
        open_actions: 0,
    }
}
