//! The front page.

use super::actions::{is_overdue, open_actions, views};
use super::at::{About, At};
use super::digest;
use super::views::{HomePage, PageView, TermCard};
use crate::internal::library::Dimension;

/// Cards in each list.
const CARDS: usize = 6;
/// Overdue actions named.
const OVERDUE: usize = 5;

pub(super) fn page(at: At<'_>) -> (PageView, HomePage) {
    let library = at.library();
    let config = &library.config;
    let is_incident = |i: &usize| config.kind(&library.reviews[*i].kind).is_none_or(crate::config::Kind::is_incident);
    let all = 0..library.reviews.len();
    let open = open_actions(at);
    let overdue: Vec<_> = open.iter().filter(|(_, action)| is_overdue(at, action)).copied().collect();
    let home = HomePage {
        digest: digest::current(at),
        latest: all.clone().filter(is_incident).take(CARDS).map(|i| at.card(i)).collect(),
        signals: all.clone().filter(|i| !is_incident(i)).take(CARDS).map(|i| at.card(i)).collect(),
        overdue_total: overdue.len(),
        overdue: views(at, &overdue, OVERDUE),
        open_total: open.len(),
        actions_href: at.to("actions/index.html"),
        counts: at.kinds_in_words(&all.collect::<Vec<_>>()),
        severities: terms(at, Dimension::Severity, usize::MAX, 0),
        services: terms(at, Dimension::Services, 10, 1),
        factors: terms(at, Dimension::Factors, 10, 2),
        tags: terms(at, Dimension::Tags, 20, 1),
        years: terms(at, Dimension::Years, usize::MAX, 0),
        browse: at.browse(),
        all_href: at.to("reviews/index.html"),
    };
    let about = About {
        title: config.title.clone(),
        description: config.description.clone(),
        class: "home",
        breadcrumbs: Vec::new(),
        feeds: vec![at.feed("", "All reviews")],
    };
    (at.page(about), home)
}

/// The terms of a dimension that stand in at least `least` reviews: all in their own order, or the `most` frequent.
fn terms(at: At<'_>, dimension: Dimension, most: usize, least: usize) -> Vec<TermCard> {
    let mut terms: Vec<_> = at.library().terms_of(dimension).iter().filter(|t| t.reviews.len() >= least).collect();
    if most < usize::MAX {
        terms.sort_by_key(|term| std::cmp::Reverse(term.reviews.len()));
        terms.truncate(most);
    }
    terms.into_iter().map(|term| at.term_card(dimension, term)).collect()
}
