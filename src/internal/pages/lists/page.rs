//! Indexes: the overview of a dimension, the pages of a term, and the list of all reviews.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{FilterGroup, FilterOption, OverviewPage, Pager, StripView, TermCard, TermPage, rows, strips};
use crate::library::{Dimension, Term};
use crate::pages::at::{About, At, FACETS};
use crate::pages::plan::WITH_FEEDS;
use crate::pages::route::{PAGE, REVIEWS_LIST, list_path, pages, term_folder};
use crate::pages::shell::PageView;
use base::text::count;
use site::output::Failure;

pub fn overview(at: At<'_>, dimension: Dimension) -> (PageView, OverviewPage) {
    let axis = strips::axis(at);
    let mut terms: Vec<_> = at.library().terms_of(dimension).iter().collect();
    let has_order = matches!(dimension, Dimension::Severity | Dimension::Kinds | Dimension::Years);
    if !has_order {
        // Most reviews first, then the latest; ties stay in alphabetical order.
        let latest = |term: &Term| term.reviews.iter().find_map(|i| at.library().reviews[*i].date);
        terms.sort_by_cached_key(|term| Reverse((term.reviews.len(), latest(term))));
    }
    let card = |term| {
        let mut card = at.term_card(dimension, term);
        card.strip = strips::row(at, axis, &term.reviews);
        card
    };
    let terms: Vec<_> = terms.into_iter().map(card).collect();
    let all: Vec<_> = (0..at.library().reviews.len()).collect();
    let (lead, empty) = words(dimension);
    let about = About {
        title: dimension.many().to_owned(),
        description: lead.to_owned(),
        class: "overview",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    let page = OverviewPage {
        dimension: dimension.folder(),
        heading: dimension.many().to_owned(),
        lead: lead.to_owned(),
        terms,
        order: match dimension {
            _ if has_order => "",
            Dimension::Teams => {
                "Most reviews first, then the latest. A review of two teams counts in both rows; an action counts once."
            }
            _ => {
                "Most reviews first, then the latest. A review counts in every row that it stands in, and so do its actions."
            }
        },
        strip: strips::head(at, &all),
        scale: at.scale(),
        empty: empty.to_owned(),
    };
    (at.page(about), page)
}

/// The description of an index, and its text if it is empty.
fn words(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Severity => ("How bad it was, worst first.", "No severity is listed."),
        Dimension::Kinds => ("Incidents, and the weak signals beside them.", "No kind is listed."),
        Dimension::Services => ("What was touched, service by service.", "No review names a service yet."),
        Dimension::Teams => ("Whose services were touched. No ranking.", "No review names a team yet."),
        Dimension::Tags => ("What reviews are about.", "No review has a tag yet."),
        Dimension::Factors => {
            ("What contributed, by how many reviews name it.", "No review names a contributing factor yet.")
        }
        Dimension::Years => ("Reviews by year.", "No review has a date yet."),
    }
}

pub fn term(at: At<'_>, dimension: Dimension, t: usize, number: usize) -> Result<(PageView, TermPage), Failure> {
    let term = at.library().terms_of(dimension).get(t).ok_or(Failure::Missing)?;
    let folder = term_folder(dimension, &term.slug);
    let card = at.term_card(dimension, term);
    let heading = card.label.clone();
    let feed = WITH_FEEDS.contains(&dimension).then(|| at.feed(&folder, &format!("{}: {heading}", dimension.one())));
    let about = About {
        title: format!("{heading} – {}", dimension.one()),
        description: term.description.clone(),
        class: "term",
        breadcrumbs: vec![at.home_crumb(), at.link(dimension.many(), &list_path(dimension.folder(), 0))],
        feeds: feed.clone().into_iter().collect(),
    };
    let facet = FACETS.iter().find(|(_, d)| *d == dimension).map(|(name, _)| *name);
    let query = facet.map_or_else(
        || format!("q={}", base::links::encode(&heading)),
        |name| format!("{name}={}", base::links::encode(&term.slug)),
    );
    let rows = Rows::new(at, &term.reviews, number, &folder, Some(dimension))?;
    let page = TermPage {
        dimension: dimension.folder(),
        dimension_label: dimension.one().to_owned(),
        heading,
        description: term.description.clone(),
        severity: card.severity,
        team: term.team.as_deref().map(|team| at.term_link(Dimension::Teams, team)),
        counts: counts(at, &term.reviews),
        strip: first_page(number, || strips::head(at, &term.reviews)),
        scale: at.scale(),
        open_actions: card.open_actions,
        filters: rows.filters,
        twin_href: rows.twin,
        within: format!("{}:{}", facet_name(dimension), term.slug),
        rows_html: rows.html,
        pager: rows.pager,
        feed,
        search_href: format!("{}?{query}", at.to("search/index.html")),
        together: if number == 0 { together(at, dimension, term) } else { Vec::new() },
        empty: "No review yet.".to_owned(),
    };
    Ok((at.page(about), page))
}

/// All reviews, newest first.
pub fn all(at: At<'_>, number: usize) -> Result<(PageView, TermPage), Failure> {
    let reviews: Vec<_> = (0..at.library().reviews.len()).collect();
    let rows = Rows::new(at, &reviews, number, "reviews", None)?;
    let feed = at.feed("", "All reviews");
    let about = About {
        title: "All reviews".to_owned(),
        description: "Every review, newest first.".to_owned(),
        class: "term",
        breadcrumbs: vec![at.home_crumb()],
        feeds: vec![feed.clone()],
    };
    let page = TermPage {
        dimension: "reviews",
        dimension_label: String::new(),
        heading: "All reviews".to_owned(),
        description: String::new(),
        severity: None,
        team: None,
        counts: counts(at, &reviews),
        strip: first_page(number, || strips::head(at, &reviews)),
        scale: at.scale(),
        open_actions: at.library().reviews.iter().map(crate::review::Review::open_actions).sum(),
        filters: rows.filters,
        twin_href: rows.twin,
        within: String::new(),
        rows_html: rows.html,
        pager: rows.pager,
        feed: Some(feed),
        search_href: at.to("search/index.html"),
        together: Vec::new(),
        empty: "No review yet.".to_owned(),
    };
    Ok((at.page(about), page))
}

/// A strip on the first page of a list: with thousands of marks it is larger than the rows, and the same on all pages.
fn first_page(number: usize, strip: impl FnOnce() -> Option<StripView>) -> Option<StripView> {
    if number == 0 { strip() } else { None }
}

/// One page of a list.
struct Rows {
    html: String,
    pager: Option<Pager>,
    filters: Vec<FilterGroup>,
    twin: Option<String>,
}

impl Rows {
    fn new(at: At<'_>, reviews: &[usize], n: usize, folder: &str, own: Option<Dimension>) -> Result<Self, Failure> {
        let (shown, pager) = page_of(at, reviews, n, folder, "Reviews");
        let filters = if reviews.len() < 5 { Vec::new() } else { filters(at, reviews, own) };
        let twin = pager.is_some().then(|| at.to(REVIEWS_LIST));
        Ok(Self { html: rows(at, shown)?, pager, filters, twin })
    }
}

/// The part of a list for one of its pages, and the pager if there is more than one page.
pub fn page_of<'l, T>(at: At<'_>, all: &'l [T], number: usize, folder: &str, noun: &str) -> (&'l [T], Option<Pager>) {
    let (total, pages) = (all.len(), pages(all.len()));
    let start = (number * PAGE).min(total);
    let end = (start + PAGE).min(total);
    let pager = (pages > 1).then(|| Pager {
        number: number + 1,
        pages,
        words: format!("{noun} {} to {end} of {total}", start + 1),
        newer: (number > 0).then(|| at.to(&list_path(folder, number - 1))),
        older: (number + 1 < pages).then(|| at.to(&list_path(folder, number + 1))),
    });
    (&all[start..end], pager)
}

/// The name of the facet of a dimension.
fn facet_name(dimension: Dimension) -> &'static str {
    FACETS.iter().find(|(_, d)| *d == dimension).map_or("factor", |(name, _)| name)
}

/// `12 reviews: 9 incidents, 3 near misses`.
fn counts(at: At<'_>, reviews: &[usize]) -> String {
    let total = count(reviews.len(), "review", "reviews");
    let kinds = at.kinds_in_words(reviews);
    if kinds.is_empty() { total } else { format!("{total}: {kinds}") }
}

/// The filters above a table: every value of its rows, except for the dimension of the list itself.
fn filters(at: At<'_>, reviews: &[usize], own: Option<Dimension>) -> Vec<FilterGroup> {
    let library = at.library();
    let group = |(name, dimension): (&'static str, Dimension)| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for place in reviews.iter().flat_map(|i| library.places_held(dimension, *i)) {
            *counts.entry(*place).or_default() += 1;
        }
        let option = |(place, count): (usize, usize)| {
            let term = library.terms_of(dimension).get(place)?;
            let label = at.term_label(dimension, term).to_owned();
            Some(FilterOption { value: format!("{name}:{}", term.slug), label, count })
        };
        let options: Vec<_> = counts.into_iter().filter_map(option).collect();
        FilterGroup { key: name, label: dimension.one().to_owned(), options }
    };
    FACETS
        .into_iter()
        .filter(|(_, dimension)| Some(*dimension) != own)
        .map(group)
        .filter(|g| g.options.len() > 1)
        .collect()
}

/// Terms that occur most often in the same reviews, at least twice.
fn together(at: At<'_>, dimension: Dimension, term: &Term) -> Vec<TermCard> {
    let library = at.library();
    let mut counts: BTreeMap<(Dimension, usize), usize> = BTreeMap::new();
    for other in [Dimension::Factors, Dimension::Services, Dimension::Tags] {
        for place in term.reviews.iter().flat_map(|i| library.places_held(other, *i)) {
            *counts.entry((other, *place)).or_default() += 1;
        }
    }
    counts.retain(|(other, place), _| *other != dimension || library.terms_of(dimension)[*place].slug != term.slug);
    let mut best: Vec<_> = counts.into_iter().filter(|(_, n)| *n > 1).collect();
    best.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    best.truncate(8);
    let card = |((dimension, place), n): ((Dimension, usize), usize)| {
        let mut card = at.term_card(dimension, library.terms_of(dimension).get(place)?);
        card.count = n;
        card.count_words = count(n, "review", "reviews");
        Some(card)
    };
    best.into_iter().filter_map(card).collect()
}
