//! Lists: all by date, those of a service, those of a year; the overviews; the search page and the 404 page.

use super::address::Address;
use super::at::{About, At};
use super::made::Words;
use super::views::{Card, Group, Layout, Link, ListPage, OverviewPage, Pager, SearchPage, TermCard};
use base::links::{PAGE, pages};
use clearance::Slug;

pub(crate) fn home(at: At<'_>, number: usize) -> (Layout, ListPage) {
    let all: Vec<_> = (0..at.site.postmortems.len()).collect();
    let title = at.title();
    let page = i128::try_from(number + 1).unwrap_or_default();
    let own = if number == 0 { title.clone() } else { Words::from("All postmortems, page ").and(Words::number(page)) };
    let about = about("home", own, Words::from(&at.site.masthead.description), Vec::new());
    (at.layout(about), list(at, "", title, &all, number, Address::Home))
}

pub(crate) fn service(at: At<'_>, slug: &Slug, number: usize) -> Option<(Layout, ListPage)> {
    let service = at.site.shelves.service(slug)?;
    let label = Words::from(&service.label);
    let description = Words::from("Postmortems of incidents that touched ").and(label.clone()).and(".");
    let crumbs = vec![at.home_crumb(), at.link("Services", &Address::Services)];
    let to = |number| Address::Service(slug.clone(), number);
    let page = list(at, "Service", label.clone(), &service.postmortems, number, to);
    Some((at.layout(about("list", label, description, crumbs)), page))
}

pub(crate) fn year(at: At<'_>, year: i16, number: usize) -> Option<(Layout, ListPage)> {
    let postmortems = at.site.shelves.year(year)?;
    let label = Words::number(year);
    let description = Words::from("Postmortems of incidents in ").and(label.clone()).and(".");
    let crumbs = vec![at.home_crumb(), at.link("Years", &Address::Years)];
    let page = list(at, "Year", label.clone(), postmortems, number, |number| Address::Year(year, number));
    Some((at.layout(about("list", label, description, crumbs)), page))
}

pub(crate) fn services(at: At<'_>) -> (Layout, OverviewPage) {
    overview(at, "Services", "What was touched, service by service.", at.service_cards())
}

pub(crate) fn years(at: At<'_>) -> (Layout, OverviewPage) {
    overview(at, "Years", "Every postmortem, year by year.", at.year_cards())
}

fn overview(at: At<'_>, heading: &'static str, lead: &'static str, terms: Vec<TermCard>) -> (Layout, OverviewPage) {
    let about = about("overview", heading.into(), lead.into(), vec![at.home_crumb()]);
    (at.layout(about), OverviewPage { heading, lead, terms })
}

pub(crate) fn search(at: At<'_>) -> (Layout, SearchPage) {
    let about = About { listed: false, ..about("search", "Search".into(), Words::default(), vec![at.home_crumb()]) };
    (at.layout(about), SearchPage { browse: browse(at) })
}

/// The 404 page. A server shows it at any address, so its links are absolute.
pub(crate) fn missing(at: At<'_>) -> (Layout, SearchPage) {
    let about = About { listed: false, ..about("missing", "Page not found".into(), Words::default(), Vec::new()) };
    (at.layout(about), SearchPage { browse: browse(at) })
}

pub(crate) fn browse(at: At<'_>) -> Vec<Link> {
    vec![at.home_crumb(), at.link("By service", &Address::Services), at.link("By year", &Address::Years)]
}

fn about(class: &'static str, title: Words, description: Words, breadcrumbs: Vec<Link>) -> About {
    About { title, description, class, breadcrumbs, listed: true, data: None, image: None }
}

fn list(
    at: At<'_>,
    kind: &'static str,
    heading: Words,
    postmortems: &[usize],
    number: usize,
    to: impl Fn(usize) -> Address,
) -> ListPage {
    let (total, pages) = (postmortems.len(), pages(postmortems.len()));
    let start = (number * PAGE).min(total);
    let end = (start + PAGE).min(total);
    let digits = |n: usize| Words::number(i128::try_from(n).unwrap_or_default());
    let pager = (pages > 1).then(|| Pager {
        number: number + 1,
        pages,
        words: Words::from("Postmortems ")
            .and(digits(start + 1))
            .and(" to ")
            .and(digits(end))
            .and(" of ")
            .and(digits(total)),
        newer: (number > 0).then(|| at.to(&to(number - 1))),
        older: (number + 1 < pages).then(|| at.to(&to(number + 1))),
    });
    // A single service or year needs no list to choose from.
    let choices = |cards: Vec<TermCard>| if cards.len() > 1 { cards } else { Vec::new() };
    ListPage {
        kind,
        heading,
        counts: Words::count(total, "postmortem", "postmortems"),
        groups: groups(at, &postmortems[start..end]),
        pager,
        services: choices(at.service_cards()),
        years: choices(at.year_cards()),
    }
}

fn groups(at: At<'_>, postmortems: &[usize]) -> Vec<Group> {
    let year = |i: &usize| at.site.postmortems.get(*i).map(|p| p.date.year());
    let group = |of_year: &[usize]| {
        let number = of_year.first().and_then(year)?;
        let cards: Vec<Card> = of_year.iter().filter_map(|i| at.card(*i)).collect();
        Some(Group { year: Words::number(number), href: at.to(&Address::Year(number, 0)), cards })
    };
    postmortems.chunk_by(|a, b| year(a) == year(b)).filter_map(group).collect()
}
