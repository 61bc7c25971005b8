//! Lists: all by date, those of a service, those of a year; the overviews; the search page and the 404 page.

use super::address::Address;
use super::at::{About, At};
use super::made::Words;
use super::views::{Card, Group, Layout, Link, ListPage, OverviewPage, Pager, SearchPage, TermCard};
use base::links::ListPage as Page;
use clearance::Slug;

pub(crate) fn home(at: At<'_>, number: usize) -> (Layout, ListPage) {
    let all: Vec<_> = (0..at.site.postmortems.len()).collect();
    let title = at.title();
    let own = if number == 0 { title.clone() } else { page_title("All postmortems".into(), number) };
    let crumbs = if number == 0 { Vec::new() } else { vec![at.home_crumb()] };
    let about = about("home", own, Words::from(&at.site.masthead.description), crumbs);
    (at.layout(about), list(at, "", title, &all, number, Address::Home))
}

pub(crate) fn service(at: At<'_>, slug: &Slug, number: usize) -> Option<(Layout, ListPage)> {
    let service = at.site.indexes.service(slug)?;
    let label = Words::from(&service.label);
    let description = Words::from("Postmortems of incidents that touched ").and(label.clone()).and(".");
    let to = |number| Address::Service(slug.clone(), number);
    let mut crumbs = vec![at.home_crumb(), at.link("Services", &Address::Services)];
    crumbs.extend((number > 0).then(|| at.link(label.clone(), &to(0))));
    let page = list(at, "Service", label.clone(), &service.postmortems, number, to);
    Some((at.layout(about("list", page_title(label, number), description, crumbs)), page))
}

pub(crate) fn year(at: At<'_>, year: i16, number: usize) -> Option<(Layout, ListPage)> {
    let postmortems = at.site.indexes.year(year)?;
    let label = Words::number(year);
    let description = Words::from("Postmortems of incidents in ").and(label.clone()).and(".");
    let to = |number| Address::Year(year, number);
    let mut crumbs = vec![at.home_crumb(), at.link("Years", &Address::Years)];
    crumbs.extend((number > 0).then(|| at.link(label.clone(), &to(0))));
    let page = list(at, "Year", label.clone(), postmortems, number, to);
    Some((at.layout(about("list", page_title(label, number), description, crumbs)), page))
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

/// The title of a page of a list.
fn page_title(list: Words, number: usize) -> Words {
    if number == 0 { list } else { list.and(", page ").and(digits(number)) }
}

fn digits(n: usize) -> Words {
    Words::number(i128::try_from(n).unwrap_or_default())
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
    let (total, page) = (postmortems.len(), Page::of(postmortems.len(), number));
    let all = Words::count(total, "postmortem", "postmortems");
    let words = match page.from_oldest {
        None => Words::from("The newest ").and(digits(page.entries.len())).and(" of ").and(all.clone()),
        Some((first, last)) => Words::from("Postmortems ")
            .and(digits(first))
            .and(" to ")
            .and(digits(last))
            .and(", counted from the oldest"),
    };
    let pager = page.has_others().then(|| Pager {
        words: words.clone(),
        newer: page.newer.map(|number| at.to(&to(number))),
        older: page.older.map(|number| at.to(&to(number))),
    });
    // Pages that are numbered from the oldest show only what one more postmortem does not change.
    let is_first = number == 0;
    let (services, years) = if is_first { (at.service_cards(), at.year_cards()) } else { (Vec::new(), Vec::new()) };
    // A single service or year needs no list to choose from.
    let choices = |cards: Vec<TermCard>| if cards.len() > 1 { cards } else { Vec::new() };
    ListPage {
        kind,
        heading,
        counts: if is_first { all } else { words },
        groups: groups(at, postmortems.get(page.entries).unwrap_or_default()),
        pager,
        services: choices(services),
        years: choices(years),
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
