//! Lists of weeks: all of them, and the pages of months and quarters, with what happened in them and what was published.

use std::collections::BTreeMap;

use super::{DigestsPage, FactLine, HappenedRow, PeriodPage, WeekRow, YearView, parts, period_link, week_link};
use crate::digest::{self, Fresh, Period, Week, added, counts, headline, kinds};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::pieces::Link;
use crate::pages::route::period_path;
use crate::pages::shell::PageView;
use base::text::{count, duration};

/// Most lessons on the page of a month, and most reviews in a list of it.
const MONTH: (usize, usize) = (5, 25);
/// The same of a quarter.
const QUARTER: (usize, usize) = (8, 40);

pub fn all(at: At<'_>) -> (PageView, DigestsPage) {
    let mut by_year: BTreeMap<i16, Vec<Week>> = BTreeMap::new();
    for week in at.site.calendar.pages() {
        by_year.entry(week.year()).or_default().push(week);
    }
    let year = |(year, weeks): (i16, Vec<Week>)| {
        let links = |wanted: fn(&Period) -> bool| {
            let periods = at.site.calendar.periods().rev().filter(|period| period.year() == year && wanted(period));
            periods.map(|period| at.link(period.short(), &period_path(period))).collect()
        };
        YearView {
            year,
            quarters: links(|period| matches!(period, Period::Quarter(..))),
            months: links(|period| matches!(period, Period::Month(..))),
            weeks: weeks.iter().rev().map(|week| row(at, *week)).collect(),
        }
    };
    for period in at.site.calendar.periods() {
        by_year.entry(period.year()).or_default();
    }
    let about = About {
        title: "Weekly digests".to_owned(),
        description: "What each week added to the library.".to_owned(),
        class: "digests",
        breadcrumbs: vec![at.home_crumb()],
        feeds: vec![at.feed("digests", "Weekly digests")],
    };
    let page = DigestsPage {
        years: by_year.into_iter().rev().map(year).collect(),
        this_week: at.link("This week", "this-week/index.html"),
        feed: at.feed("digests", "Weekly digests"),
    };
    (at.page(about), page)
}

fn row(at: At<'_>, week: Week) -> WeekRow {
    let (library, calendar) = (at.library(), &at.site.calendar);
    let words = calendar.events(week).map(|events| {
        let parts = [Some(counts(library, events, &[])).filter(|words| !words.is_empty()), added(events)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    });
    let words = words.filter(|words| !words.is_empty());
    WeekRow {
        week: week_link(at, week),
        days: digest::days(week.first(calendar.start), week.last(calendar.start)),
        words: words.unwrap_or_else(|| "Nothing new".to_owned()),
        review: headline(library, calendar, week).map(|(i, _)| at.review_link(i)),
    }
}

pub fn period(at: At<'_>, period: Period) -> (PageView, PeriodPage) {
    let (library, calendar) = (at.library(), &at.site.calendar);
    let weeks = calendar.weeks_of(period);
    let past = digest::retrospect(library, calendar, period);
    let (most, named) = if matches!(period, Period::Month(..)) { MONTH } else { QUARTER };
    let card = |review: &usize| parts::card(at, &Fresh::of(library, *review));
    let periods: Vec<_> = all_like(at, period).collect();
    let here = periods.iter().position(|other| *other == period).unwrap_or(0);
    let beside = |place: Option<usize>| place.and_then(|place| periods.get(place)).map(|p| period_link(at, *p));
    let happened_words = said("happened", library, &past.happened);
    let about = About {
        title: period.words(),
        description: happened_words.clone(),
        class: "digests",
        breadcrumbs: vec![at.home_crumb(), at.link("Weekly digests", "digests/index.html")],
        feeds: vec![at.feed("digests", "Weekly digests")],
    };
    let page = PeriodPage {
        title: period.words(),
        days: digest::days(past.first, past.last),
        happened_words,
        published_words: said("came out", library, &past.published),
        happened: past.happened.iter().take(named).map(|i| happened(at, *i)).collect(),
        happened_more: past.happened.len().saturating_sub(named),
        year: at.term_link(Dimension::Years, &period.year().to_string()),
        facts: past.facts.iter().map(|(label, text)| FactLine { label, text: text.clone() }).collect(),
        published: past.published.iter().take(named).map(|i| at.review_link(*i)).collect(),
        published_more: past.published.len().saturating_sub(named),
        hits: past.lessons.iter().take(most).map(card).collect(),
        patterns: past.again.iter().map(|pattern| parts::pattern(at, pattern, "")).collect(),
        around: around(at, period),
        weeks: weeks.iter().rev().map(|week| row(at, *week)).collect(),
        older: beside(here.checked_sub(1)),
        newer: beside(here.checked_add(1)),
    };
    (at.page(about), page)
}

/// `7 reviews happened in it: 5 incidents, 2 near misses`.
fn said(verb: &str, library: &crate::library::Library, reviews: &[usize]) -> String {
    match reviews.len() {
        0 => format!("No review {verb} in it"),
        n => format!("{} {verb} in it: {}", count(n, "review", "reviews"), kinds(library, reviews)),
    }
}

fn happened(at: At<'_>, i: usize) -> HappenedRow {
    let card = at.card(i);
    let review = &at.library().reviews[i];
    let what = digest::happened(review);
    HappenedRow {
        review: at.review_link(i),
        date: card.date,
        severity: card.severity,
        kind: (card.kind_key != site::config::INCIDENT).then_some(card.kind),
        harm: digest::harm_of(review).map(duration),
        impact: digest::affected(review, what.as_deref()).or(what),
    }
}

/// Every month, or every quarter, that has a page.
fn all_like(at: At<'_>, period: Period) -> impl Iterator<Item = Period> {
    let is_month = matches!(period, Period::Month(..));
    at.site.calendar.periods().filter(move |other| matches!(other, Period::Month(..)) == is_month)
}

/// The quarter of a month; the months of a quarter.
fn around(at: At<'_>, period: Period) -> Vec<Link> {
    let is_around = |other: &Period| {
        let ((first, last), (from, to)) = (period.days(), other.days());
        *other != period && (first <= from && to <= last || from <= first && last <= to)
    };
    let mut links: Vec<_> = at.site.calendar.periods().filter(is_around).map(|p| period_link(at, p)).collect();
    links.push(at.link("All weeks", "digests/index.html"));
    links
}
