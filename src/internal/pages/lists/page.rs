//! Lists of reviews: the pages of a term, and those of the list of all reviews.

use std::collections::BTreeMap;

use super::filters::filters;
use super::{FilterGroup, Pager, StripView, TermCard, TermPage, only_shown, page_of, page_title, rows, strips};
use crate::library::{Dimension, Term};
use crate::pages::at::{About, At};
use crate::pages::cards::FACETS;
use crate::pages::plan::WITH_FEEDS;
use crate::pages::route::{REVIEWS_LIST, list_path, term_folder};
use crate::pages::shell::PageView;
use base::text::count;
use site::output::Failure;

pub fn term(at: At<'_>, dimension: Dimension, t: usize, number: usize) -> Result<(PageView, TermPage), Failure> {
    let term = at.library().terms_of(dimension).get(t).ok_or(Failure::Missing)?;
    let folder = term_folder(dimension, &term.slug);
    // The card of the term would count its reviews, once for each page of the list.
    let heading = at.term_label(dimension, term).to_owned();
    let feed = WITH_FEEDS.contains(&dimension).then(|| at.feed(&folder, &format!("{}: {heading}", dimension.one())));
    let mut crumbs = vec![at.home_crumb(), at.link(dimension.many(), &list_path(dimension.folder(), 0))];
    crumbs.extend((number > 0).then(|| at.link(heading.as_str(), &list_path(&folder, 0))));
    let about = About {
        title: page_title(&format!("{heading} – {}", dimension.one()), number),
        description: term.description.clone(),
        class: "term",
        breadcrumbs: crumbs,
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
        heading: page_title(&heading, number),
        description: term.description.clone(),
        severity: at.term_severity(dimension, term),
        team: term.team.as_deref().map(|team| at.term_link(Dimension::Teams, team)),
        counts: rows.counts,
        strip: first_page(number, || strips::head(at, &term.reviews)),
        scale: at.scale(),
        open_actions: if number == 0 { term.open_actions } else { 0 },
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
    let mut crumbs = vec![at.home_crumb()];
    crumbs.extend((number > 0).then(|| at.link("All reviews", &list_path("reviews", 0))));
    let open = || at.library().reviews.iter().map(crate::review::Review::open_actions).sum();
    let about = About {
        title: page_title("All reviews", number),
        description: "Every review, newest first.".to_owned(),
        class: "term",
        breadcrumbs: crumbs,
        feeds: vec![feed.clone()],
    };
    let page = TermPage {
        dimension: "reviews",
        dimension_label: String::new(),
        heading: page_title("All reviews", number),
        description: String::new(),
        severity: None,
        team: None,
        counts: rows.counts,
        strip: first_page(number, || strips::head(at, &reviews)),
        scale: at.scale(),
        open_actions: if number == 0 { open() } else { 0 },
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

/// A strip on the first page of a list. The other pages show nothing that one more review changes.
fn first_page(number: usize, strip: impl FnOnce() -> Option<StripView>) -> Option<StripView> {
    if number == 0 { strip() } else { None }
}

/// One page of a list.
struct Rows {
    html: String,
    pager: Option<Pager>,
    /// Of the whole list on the first page, of its own rows on every other.
    counts: String,
    filters: Vec<FilterGroup>,
    twin: Option<String>,
}

impl Rows {
    fn new(at: At<'_>, reviews: &[usize], n: usize, folder: &str, own: Option<Dimension>) -> Result<Self, Failure> {
        let (shown, pager) = page_of(at, reviews, n, folder, "reviews");
        let filters = if n > 0 || reviews.len() < 5 { Vec::new() } else { filters(at, reviews, own) };
        let counts = match &pager {
            Some(pager) if n > 0 => pager.words.clone(),
            _ => counts(at, reviews),
        };
        let twin = pager.as_ref().filter(|_| n == 0).map(|_| at.to(REVIEWS_LIST));
        let html = rows(at, shown, !filters.is_empty())?;
        Ok(Self { html: if n > 0 { only_shown(&html) } else { html }, pager, counts, filters, twin })
    }
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
