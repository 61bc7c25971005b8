//! Lists of weeks: all of them, and the month and quarter pages with the lessons worth telling again.

use std::collections::{BTreeMap, BTreeSet};

use super::at::{About, At};
use super::digest::{period_link, week_link};
use super::digest_parts as parts;
use super::route::period_path;
use super::views::{DigestsPage, PageView, PeriodPage, WeekRow, YearView};
use crate::internal::digest::{self, Choice, Fresh, Period, Week, counts, headline, kinds, patterns, weight};
use crate::text::count;

/// Lessons that a month, and a quarter, is remembered by.
const MONTH: usize = 5;
const QUARTER: usize = 8;

pub(super) fn all(at: At<'_>) -> (PageView, DigestsPage) {
    let mut by_year: BTreeMap<i16, Vec<Week>> = BTreeMap::new();
    for week in at.site.calendar.weeks() {
        by_year.entry(week.year()).or_default().push(week);
    }
    let year = |(year, weeks): (i16, Vec<Week>)| {
        let links = |period: fn(Week) -> Period| {
            let periods: BTreeSet<_> = weeks.iter().map(|week| period(*week)).collect();
            let link = |period: Period| at.link(period.short(), &period_path(period));
            periods.into_iter().rev().map(link).collect()
        };
        YearView {
            year,
            quarters: links(Period::quarter_of),
            months: links(Period::month_of),
            weeks: weeks.iter().rev().map(|week| row(at, *week)).collect(),
        }
    };
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
    let words = calendar.events(week).map(|events| counts(library, events)).filter(|words| !words.is_empty());
    WeekRow {
        week: week_link(at, week),
        days: digest::days(week.first(calendar.start), week.last(calendar.start)),
        words: words.unwrap_or_else(|| "Nothing new".to_owned()),
        review: headline(library, calendar, week).map(|(i, _)| at.review_link(i)),
    }
}

pub(super) fn period(at: At<'_>, period: Period) -> (PageView, PeriodPage) {
    let (library, calendar) = (at.library(), &at.site.calendar);
    let weeks = period.weeks(calendar);
    let new: Vec<_> = weeks.iter().filter_map(|week| calendar.events(*week)).flat_map(|e| &e.new).copied().collect();
    let most = if matches!(period, Period::Month(..)) { MONTH } else { QUARTER };
    let told = |week: &Week| headline(library, calendar, *week).filter(|(_, choice)| *choice == Choice::New);
    let mut hits: Vec<_> = weeks.iter().filter_map(told).map(|(i, _)| i).collect();
    hits.sort_by_key(|i| (std::cmp::Reverse(weight(library, *i)), library.reviews[*i].id.as_str()));
    let card = |review: &usize| {
        let fresh = Fresh { review: *review, dated: None, revisions: Vec::new(), open_actions: 0 };
        parts::card(at, &fresh)
    };
    let until = weeks.last().map(|week| calendar.as_of(*week));
    let again = until.map(|until| patterns(library, &new, until)).unwrap_or_default();
    let periods: Vec<_> = all_like(at, period).into_iter().collect();
    let here = periods.iter().position(|other| *other == period).unwrap_or(0);
    let beside = |place: Option<usize>| place.and_then(|place| periods.get(place)).map(|p| period_link(at, *p));
    let counts = match new.len() {
        0 => "No review was published".to_owned(),
        n => format!("{}: {}", count(n, "new review", "new reviews"), kinds(library, &new)),
    };
    let about = About {
        title: period.words(),
        description: counts.clone(),
        class: "digests",
        breadcrumbs: vec![at.home_crumb(), at.link("Weekly digests", "digests/index.html")],
        feeds: vec![at.feed("digests", "Weekly digests")],
    };
    let page = PeriodPage {
        title: period.words(),
        counts,
        hits: hits.iter().take(most).map(card).collect(),
        patterns: again.iter().map(|pattern| parts::pattern(at, pattern)).collect(),
        around: around(at, period, &weeks),
        weeks: weeks.iter().rev().map(|week| row(at, *week)).collect(),
        older: beside(here.checked_sub(1)),
        newer: beside(here.checked_add(1)),
    };
    (at.page(about), page)
}

/// Every month, or every quarter, that has a page.
fn all_like(at: At<'_>, period: Period) -> BTreeSet<Period> {
    let of = |week: Week| match period {
        Period::Month(..) => Period::month_of(week),
        Period::Quarter(..) => Period::quarter_of(week),
    };
    at.site.calendar.weeks().map(of).collect()
}

/// The quarter of a month; the months of a quarter.
fn around(at: At<'_>, period: Period, weeks: &[Week]) -> Vec<super::views::Link> {
    let of = |week: &Week| match period {
        Period::Month(..) => Period::quarter_of(*week),
        Period::Quarter(..) => Period::month_of(*week),
    };
    let periods: BTreeSet<_> = weeks.iter().map(of).collect();
    let mut links: Vec<_> = periods.into_iter().map(|period| period_link(at, period)).collect();
    links.push(at.link("All weeks", "digests/index.html"));
    links
}
