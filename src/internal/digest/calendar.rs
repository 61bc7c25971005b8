//! What happened in which week, for all weeks. Built in one pass over the library, so that a page costs no more in a library of
//! five hundred weeks than in one of five.
//!
//! It contains nothing after today: a site built for a day in the past shows only what was known then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use jiff::civil::{Date, Weekday};

use super::decisions::{Decisions, is_high};
use super::events::Events;
use super::turns::Turns;
use super::{Period, Week};
use crate::library::{Library, Published};
use crate::review::Action;

/// Two centuries of weeks, up to the current one: a mistyped year must not make more pages.
const MOST_WEEKS: i64 = 10_400;

/// An action with a due date, and the days between which readers could see it as open.
#[derive(Debug, Clone, Copy)]
struct Deadline {
    due: Date,
    review: usize,
    action: usize,
    from: Option<Date>,
    until: Option<Date>,
    /// Whether its priority is high.
    is_high: bool,
}

/// Every week of a library.
#[derive(Debug)]
pub struct Calendar {
    /// The day that weeks begin on.
    pub start: Weekday,
    today: Date,
    events: BTreeMap<Week, Events>,
    /// Weeks that contain anything, even only a due date, and the current week.
    weeks: BTreeSet<Week>,
    /// Weeks that hold nothing, of a library that has a meeting: each says whether it was held.
    quiet: BTreeSet<Week>,
    /// Which review of the archive is told in each week that has nothing else.
    turns: Turns,
    /// What each week decides on.
    decisions: Decisions,
    /// The day on which the library had its first review.
    began: Option<Date>,
    /// Reviews by the day of the incident.
    happened: BTreeMap<Date, Vec<usize>>,
    /// The months and quarters of these weeks, and of the days on which an incident happened or its review was published.
    periods: BTreeSet<Period>,
    /// By due date, then by the ids of their reviews.
    deadlines: Vec<Deadline>,
}

impl Calendar {
    pub fn of(library: &Library) -> Self {
        let (start, today) = (library.config.week_start, library.clock.today);
        let mut calendar = Self {
            start,
            today,
            events: BTreeMap::new(),
            weeks: BTreeSet::from([Week::of(today, start)]),
            quiet: BTreeSet::new(),
            turns: Turns::default(),
            decisions: Decisions::default(),
            began: library.published.iter().flatten().map(|published| published.known).min(),
            happened: BTreeMap::new(),
            periods: BTreeSet::new(),
            deadlines: Vec::new(),
        };
        for i in 0..library.reviews.len() {
            calendar.review(library, i);
        }
        for on in &library.restricted_on {
            if let Some(events) = calendar.at(*on) {
                events.restricted += 1;
            }
        }
        calendar.quiet = calendar.without_events(library);
        for week in calendar.weeks.clone() {
            calendar.periods.extend([Period::month_of(week), Period::quarter_of(week)]);
        }
        calendar.deadlines.sort_by_key(|d| (d.due, library.reviews[d.review].id.as_str(), d.action));
        calendar.turns = Turns::take(library, &calendar);
        calendar.decisions = Decisions::take(library, &calendar);
        calendar
    }

    fn review(&mut self, library: &Library, i: usize) {
        let review = &library.reviews[i];
        let published = library.published[i].map(|published| published.on);
        if published.is_some_and(|on| on > self.today) {
            return;
        }
        if let Some(events) = published.and_then(|on| self.at(on)) {
            events.new.push(i);
        }
        let is_of_earlier_week = |p: &Published| Week::of(p.known, self.start) != Week::of(p.on, self.start);
        let added = library.published[i].filter(is_of_earlier_week).map(|published| published.known);
        if let Some(events) = added.and_then(|on| self.at(on)) {
            events.added.push(i);
        }
        let dates = review.date.into_iter().chain(published).filter(|date| *date <= self.today);
        self.periods.extend(dates.flat_map(Period::both_of));
        if let Some(date) = review.date {
            self.happened.entry(date).or_default().push(i);
        }
        // Changes made before the review was published are part of what was published.
        for (r, revision) in review.revisions.iter().enumerate() {
            if published.is_none_or(|on| revision.on >= on)
                && let Some(events) = self.at(revision.on)
            {
                events.revised.push((i, r));
            }
        }
        for (a, action) in review.actions.iter().enumerate() {
            self.action(published, (i, a), action);
        }
    }

    fn action(&mut self, published: Option<Date>, (review, place): (usize, usize), action: &Action) {
        // What was done before the review came out belongs to the week of the review.
        let ended = match (action.closed, published) {
            (Some(closed), Some(published)) if closed < published => Some((published, true)),
            (closed, _) => closed.map(|on| (on, false)),
        };
        if let Some((on, is_before)) = ended
            && let Some(events) = self.at(on)
        {
            let group = if is_before { &mut events.closed_before } else { &mut events.closed };
            group.push((review, place));
        }
        let gone = !action.status.is_open() && action.closed.is_none();
        let Some(due) = action.due.filter(|_| !gone) else { return };
        let (until, is_high) = (action.closed, is_high(action));
        self.deadlines.push(Deadline { due, review, action: place, from: published, until, is_high });
        if due <= self.today && published.is_none_or(|on| due >= on) {
            self.weeks.insert(Week::of(due, self.start));
        }
    }

    /// The weeks since the library began, up to the current one.
    pub(super) fn since_it_began(&self) -> impl Iterator<Item = Week> + use<> {
        let current = self.current();
        let first = self.began.map(|began| Week::of(began, self.start).max(current.plus(-MOST_WEEKS)));
        let weeks = first.into_iter().flat_map(|first| (0..=MOST_WEEKS).map(move |n| first.plus(n)));
        weeks.take_while(move |week| *week <= current)
    }

    /// Weeks without anything of their own, if the library has a meeting.
    fn without_events(&self, library: &Library) -> BTreeSet<Week> {
        let has_meeting = library.config.meeting.is_set;
        self.since_it_began().filter(|week| has_meeting && !self.weeks.contains(week)).collect()
    }

    /// The events of the week of a day; none of a day to come.
    fn at(&mut self, on: Date) -> Option<&mut Events> {
        let week = Week::of(on, self.start);
        (on <= self.today).then(|| {
            self.weeks.insert(week);
            let events = self.events.entry(week).or_default();
            events.latest = events.latest.max(Some(on));
            events
        })
    }

    /// The current week.
    pub fn current(&self) -> Week {
        Week::of(self.today, self.start)
    }

    /// Weeks that contain anything, and the current one; oldest first.
    pub fn weeks(&self) -> impl DoubleEndedIterator<Item = Week> {
        self.weeks.iter().copied()
    }

    /// The weeks of a month or a quarter that have a page, oldest first.
    pub fn weeks_of(&self, period: Period) -> Vec<Week> {
        let within = |week: &Week| match period {
            Period::Month(..) => Period::month_of(*week) == period,
            Period::Quarter(..) => Period::quarter_of(*week) == period,
        };
        self.pages().filter(within).collect()
    }

    /// Weeks that have a page: those of [`Self::weeks`] and, in a library that has a meeting, those that hold nothing. Oldest first.
    pub fn pages(&self) -> impl Iterator<Item = Week> {
        self.weeks.union(&self.quiet).copied()
    }

    /// Whether a week has a page.
    pub fn has_week(&self, week: Week) -> bool {
        self.weeks.contains(&week) || self.quiet.contains(&week)
    }

    /// The actions that a week decides on, of those that are `overdue`.
    pub(super) fn decisions(&self, library: &Library, week: Week, overdue: &[(usize, usize)]) -> Vec<(usize, usize)> {
        self.decisions.of(library, week, overdue)
    }

    /// The review of the archive that is told in a week that has nothing else.
    pub(super) fn turn(&self, week: Week) -> Option<usize> {
        self.turns.of(week, self.current())
    }

    /// Whether a week was over before the library had its first review: there was no meeting.
    pub fn is_before(&self, week: Week) -> bool {
        self.began.is_some_and(|began| week.last(self.start) < began)
    }

    /// The day on which the library had its first review.
    pub fn began(&self) -> Option<Date> {
        self.began
    }

    /// Whether a month or a quarter has a page.
    pub fn has_page(&self, period: Period) -> bool {
        self.periods.contains(&period)
    }

    /// Months and quarters that have a page, oldest first, months before quarters.
    pub fn periods(&self) -> impl DoubleEndedIterator<Item = Period> {
        self.periods.iter().copied()
    }

    /// The events of every week, oldest first.
    pub fn all(&self) -> impl Iterator<Item = &Events> {
        self.events.values()
    }

    /// The nearest weeks before and after that have a page.
    pub fn neighbours(&self, week: Week) -> (Option<Week>, Option<Week>) {
        let older = |weeks: &BTreeSet<Week>| weeks.range(..week).next_back().copied();
        let newer = |weeks: &BTreeSet<Week>| weeks.range((Bound::Excluded(week), Bound::Unbounded)).next().copied();
        let both = [&self.weeks, &self.quiet];
        (both.iter().filter_map(|weeks| older(weeks)).max(), both.iter().filter_map(|weeks| newer(weeks)).min())
    }

    /// The events of a week.
    pub fn events(&self, week: Week) -> Option<&Events> {
        self.events.get(&week)
    }

    /// The events of the weeks from `from` up to but not including `to`.
    pub fn between(&self, from: Week, to: Week) -> impl Iterator<Item = &Events> {
        self.events.range(from..to.max(from)).map(|(_, events)| events)
    }

    /// The day on which a week's page is based: the last day of the week, or today if the week is not over.
    pub fn as_of(&self, week: Week) -> Date {
        week.last(self.start).min(self.today)
    }

    /// Reviews of incidents that happened from one day to another, regardless of when they were published.
    pub fn happened(&self, from: Date, to: Date) -> impl Iterator<Item = usize> {
        self.happened.range(from..=to.max(from)).flat_map(|(_, reviews)| reviews).copied()
    }

    /// The first year in which anything happened.
    pub fn first_year(&self) -> Option<i16> {
        self.happened.keys().next().map(|date| date.year())
    }

    /// Actions that were open on `on` and due in a range of days, earliest first, as (review, action).
    pub fn due(&self, on: Date, from: Date, to: Date) -> impl Iterator<Item = (usize, usize)> {
        self.open(on, from, to).map(|d| (d.review, d.action))
    }

    /// Actions that were open on a day and due before it, in the same order, each with whether its priority is high.
    pub(super) fn overdue(&self, on: Date) -> impl Iterator<Item = ((usize, usize), bool)> {
        self.open(on, Date::MIN, on).map(|d| ((d.review, d.action), d.is_high))
    }

    fn open(&self, on: Date, from: Date, to: Date) -> impl Iterator<Item = &Deadline> {
        let first = self.deadlines.partition_point(|d| d.due < from);
        let end = self.deadlines.partition_point(|d| d.due < to);
        let known = move |d: &&Deadline| d.from.is_none_or(|from| from <= on) && d.until.is_none_or(|until| until > on);
        self.deadlines[first..end.max(first)].iter().filter(known)
    }
}
