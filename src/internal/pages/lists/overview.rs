//! The overview of a dimension: all its terms with their number of reviews.
//!
//! A long overview has rows only for the terms at its top, and then the names of all, from A to Z. Its script finds and sorts the rows of
//! all from the same files that the lists of reviews have.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::files::{Columns, Facts, Files, Key};
use super::rows::{AWAY, with_mark};
use super::{OverviewPage, TermCount, TermRow, strips};
use crate::library::{Dimension, Term};
use crate::pages::at::{About, At};
use crate::pages::route::{PAGE, overview_list, pages, term_path};
use crate::pages::shell::PageView;
use site::output::Failure;

/// Whether a dimension has more terms than an overview has rows for.
pub fn is_long(at: At<'_>, dimension: Dimension) -> bool {
    pages(at.library().terms_of(dimension).len()) > 1
}

/// The terms of a dimension in the order of its overview.
fn in_order(at: At<'_>, dimension: Dimension) -> Vec<&Term> {
    let mut terms: Vec<_> = at.library().terms_of(dimension).iter().collect();
    if !has_order(dimension) {
        // Most reviews first, then the latest; ties stay in alphabetical order.
        let latest = |term: &Term| term.reviews.iter().find_map(|i| at.library().reviews[*i].date);
        terms.sort_by_cached_key(|term| Reverse((term.reviews.len(), latest(term))));
    }
    terms
}

/// Whether the terms have an order of their own.
fn has_order(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Severity | Dimension::Kinds | Dimension::Years)
}

pub fn overview(at: At<'_>, dimension: Dimension) -> (PageView, OverviewPage) {
    let axis = strips::axis(at);
    let (in_order, is_long) = (in_order(at, dimension), is_long(at, dimension));
    let shown = if is_long { PAGE } else { in_order.len() };
    let card = |term| {
        let mut card = at.term_card(dimension, term);
        card.strip = strips::row(at, axis, &term.reviews);
        card
    };
    let (lead, empty) = words(dimension);
    let about = About {
        title: dimension.many().to_owned(),
        description: lead.to_owned(),
        class: "overview",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    let terms: Vec<_> = in_order.iter().copied().take(shown).map(card).collect();
    let head = strips::head(at, &(0..at.library().reviews.len()).collect::<Vec<_>>());
    let strip = head.map(|head| strips::explain_rows(head, terms.iter().filter_map(|term| term.strip.as_ref())));
    let page = OverviewPage {
        dimension: dimension.folder(),
        heading: dimension.many().to_owned(),
        lead: lead.to_owned(),
        terms,
        by_count: !has_order(dimension),
        order: order(dimension, is_long.then_some((shown, in_order.len()))),
        all: if is_long { all(at, dimension) } else { Vec::new() },
        twin_href: is_long.then(|| at.to(&overview_list(dimension))),
        strip,
        scale: at.scale(),
        empty: empty.to_owned(),
    };
    (at.page(about), page)
}

/// How the rows are sorted, and how many of how many there are if not all are shown.
fn order(dimension: Dimension, part: Option<(usize, usize)>) -> String {
    let counted = match dimension {
        Dimension::Teams => "A review of two teams counts in both rows; an action counts once.",
        _ => "A review counts in every row that it stands in, and so do its actions.",
    };
    match part {
        Some((shown, of)) if dimension == Dimension::Years => format!("The latest {shown} of {of} years."),
        Some((shown, of)) if has_order(dimension) => format!("The first {shown} of {of}."),
        None if has_order(dimension) => String::new(),
        None => format!("Most reviews first, then the latest. {counted}"),
        Some((shown, of)) => format!("The {shown} of {of} with the most reviews. {counted}"),
    }
}

/// All terms by name.
fn all(at: At<'_>, dimension: Dimension) -> Vec<TermCount> {
    let count = |term| TermCount {
        label: at.term_label(dimension, term).to_owned(),
        href: at.to(&term_path(dimension, &term.slug)),
        count: term.reviews.len(),
    };
    let mut all: Vec<_> = at.library().terms_of(dimension).iter().map(count).collect();
    all.sort_by_cached_key(|term| term.label.to_lowercase());
    all
}

/// The columns that an overview can be sorted by.
const SORTED_BY: [&str; 4] = ["name", "reviews", "latest", "open"];

/// The files for sorting and filtering the rows of a long overview.
pub fn overview_files(at: At<'_>, dimension: Dimension) -> Result<Files, Failure> {
    let (away, axis) = (At { path: AWAY, ..at }, strips::axis(at));
    let terms = at.library().terms_of(dimension);
    let place: BTreeMap<_, _> =
        in_order(at, dimension).into_iter().enumerate().map(|(n, term)| (term.slug.as_str(), n)).collect();
    let facts = |term| {
        let card = away.term_card(dimension, term);
        Facts {
            review: &term.slug,
            facets: Vec::new(),
            keys: vec![
                Key::text(&card.label),
                Key::number(card.count),
                card.latest_iso.as_deref().and_then(Key::text),
                Key::number(card.open_actions),
            ],
            words: vec![card.label, card.description],
        }
    };
    let list = terms.iter().map(|term| place.get(term.slug.as_str()));
    let columns = Columns::of(&SORTED_BY, terms.iter().map(facts).collect(), list);
    Files::of(dimension.folder(), &columns, |n| {
        let mut term = away.term_card(dimension, &terms[n]);
        term.strip = strips::row(at, axis, &terms[n].reviews);
        Ok(with_mark(&at.site.text("shared/term_row.html", &BTreeMap::from([("row", TermRow { term })]))?))
    })
}

/// The description of an index, and its text if it is empty.
fn words(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Severity => ("How bad it was, worst first.", "No severity is listed."),
        Dimension::Kinds => ("Incidents, and the weak signals beside them.", "No kind is listed."),
        Dimension::Services => (
            "What was touched, service by service.",
            "No review names a service yet. A line such as “services: [checkout]” in the front matter of a review names one.",
        ),
        Dimension::Teams => (
            "Whose services were touched. No ranking.",
            "No review names a team yet. A line such as “teams: [payments]” in the front matter of a review names one.",
        ),
        Dimension::Tags => (
            "What reviews are about.",
            "No review has a tag yet. A line such as “tags: [dns]” in the front matter of a review adds one.",
        ),
        Dimension::Factors => (
            "What contributed, by how many reviews name it.",
            "No review names a contributing factor yet. A list under the heading “Contributing factors” names them.",
        ),
        Dimension::Years => ("Reviews by year.", "No review has a date yet."),
    }
}
