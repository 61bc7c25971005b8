//! The front page.

use std::collections::BTreeSet;

use super::HomePage;
use crate::library::Dimension;
use crate::pages::actions::{is_overdue, open_actions, views};
use crate::pages::at::{About, At};
use crate::pages::lists::{TermCard, strips};
use crate::pages::pieces::Card;
use crate::pages::shell::PageView;
use crate::pages::{digest, document};

/// Most cards in each list.
const CARDS: usize = 6;
/// How many of the newest incidents to choose from; the most severe of them are shown.
const NEWEST: usize = 12;
/// Most overdue actions to list.
const OVERDUE: usize = 5;

pub fn page(at: At<'_>) -> (PageView, HomePage) {
    let library = at.library();
    let config = &library.config;
    let is_incident = |i: &usize| library.is_incident(&library.reviews[*i]);
    let all = 0..library.reviews.len();
    let (digest, of_digest) = digest::current(at);
    let mut lessons: BTreeSet<_> = digest.lesson.iter().cloned().collect();
    let mut cards =
        |reviews: Vec<usize>| reviews.into_iter().map(|i| once(at.card(i), &mut lessons)).collect::<Vec<_>>();
    let others = || all.clone().filter(|i| Some(*i) != of_digest);
    let newest: Vec<_> = others().filter(is_incident).take(NEWEST).collect();
    let (latest_title, latest_rule) = order(at, &newest, of_digest.as_ref().is_some_and(is_incident));
    let latest = cards(by_weight(at, newest));
    let signals = cards(others().filter(|i| !is_incident(i)).take(CARDS).collect());
    let open = open_actions(at);
    let overdue: Vec<_> = open.iter().filter(|(_, action)| is_overdue(at, action)).copied().collect();
    let home = HomePage {
        digest,
        latest_title,
        latest_rule,
        latest,
        signals,
        overdue_total: overdue.len(),
        overdue: views(at, &overdue, OVERDUE),
        open_total: open.len(),
        actions_href: at.to("actions/index.html"),
        strip: strips::head(at, &all.clone().collect::<Vec<_>>()),
        scale: at.scale(),
        counts: at.kinds_in_words(&all.collect::<Vec<_>>()),
        severities: terms(at, Dimension::Severity, usize::MAX, 0),
        services: terms(at, Dimension::Services, 10, 1),
        factors: terms(at, Dimension::Factors, 10, 2),
        tags: terms(at, Dimension::Tags, 20, 1),
        years: terms(at, Dimension::Years, usize::MAX, 0),
        browse: at.browse(),
        documents: document::all(at),
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

/// The heading of the latest incidents, and which of them are shown if not simply the newest.
fn order(at: At<'_>, newest: &[usize], is_one_in_digest: bool) -> (&'static str, Option<String>) {
    if newest.iter().all(|i| at.library().reviews[*i].severity.is_none()) {
        return ("Latest incidents", None);
    }
    let besides = if is_one_in_digest { ", besides the one of this week’s digest" } else { "" };
    let rule = format!("The {CARDS} most severe of the {} newest{besides}.", newest.len());
    ("Latest incidents, most severe first", (newest.len() > CARDS).then_some(rule))
}

/// The most severe first, and among equals the newest; those without a severity last.
fn by_weight(at: At<'_>, mut reviews: Vec<usize>) -> Vec<usize> {
    let library = at.library();
    let rank = |i: &usize| {
        let key = library.reviews[*i].severity.as_deref();
        key.and_then(|key| library.config.severity(key)).map_or(usize::MAX, |(rank, _)| rank)
    };
    reviews.sort_by_key(rank);
    reviews.truncate(CARDS);
    reviews
}

/// Removes the lesson from a card if the page already has the same lesson.
fn once(mut card: Card, lessons: &mut BTreeSet<String>) -> Card {
    card.lesson = card.lesson.filter(|lesson| lessons.insert(lesson.clone()));
    card
}

/// The terms of a dimension with at least `least` reviews: all of them in their own order, or the `most` frequent.
fn terms(at: At<'_>, dimension: Dimension, most: usize, least: usize) -> Vec<TermCard> {
    let mut terms: Vec<_> = at.library().terms_of(dimension).iter().filter(|t| t.reviews.len() >= least).collect();
    if most < usize::MAX {
        terms.sort_by_key(|term| std::cmp::Reverse(term.reviews.len()));
        terms.truncate(most);
    }
    terms.into_iter().map(|term| at.term_card(dimension, term)).collect()
}
