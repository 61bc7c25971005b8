//! Several timelines in one file, as where it tells of the incidents of a week.
//!
//! In: the headings of a review, and the timeline that was read before. Out: the day above each timeline, and all of them as one list.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::labelled::{lines, ranked};
use super::languages::names;
use super::text::days;
use super::timeline_around::day_first_in;
use super::timeline_days::FirstDay;
use super::written_day::{self, Day};
use super::{Entry, Review};
use markdown::Heading;

/// Most timelines of one file.
pub(super) const TIMELINES: usize = 50;

/// A timeline that was read before the next one of the same file.
pub(super) struct Told {
    timeline: Vec<Entry>,
    blocks: Vec<Range<usize>>,
    heading: Option<(String, String)>,
    section: Option<Range<usize>>,
    zone_written: Option<TimeZone>,
    first_day: Option<FirstDay>,
}

impl Told {
    /// Takes it from the review.
    pub(super) fn take(review: &mut Review, first_day: Option<FirstDay>) -> Self {
        Self {
            timeline: std::mem::take(&mut review.timeline),
            blocks: std::mem::take(&mut review.timeline_blocks),
            heading: review.timeline_heading.take(),
            section: review.timeline_section.take(),
            zone_written: review.zone_written.take(),
            first_day,
        }
    }

    /// Puts it before what has been read since.
    pub(super) fn put_before(self, review: &mut Review, first_day: &mut Option<FirstDay>) {
        if self.timeline.is_empty() {
            return;
        }
        // Times of two zones are written in none.
        let is_one_zone = review.timeline.is_empty() || review.zone_written == self.zone_written;
        review.zone_written = self.zone_written.filter(|_| is_one_zone);
        let is_only = review.timeline.is_empty();
        review.timeline.splice(0..0, self.timeline);
        review.timeline_blocks.splice(0..0, self.blocks);
        // Of several timelines each section stays where it is.
        review.timeline_heading = self.heading.filter(|_| is_only || self.section.is_none());
        review.timeline_section = self.section.filter(|_| is_only);
        let is_earlier = |first: &FirstDay| first_day.is_none_or(|next| first.day <= next.day);
        if let Some(first) = self.first_day.filter(is_earlier) {
            *first_day = Some(first);
        }
    }
}

/// For each heading the one that it stands under.
pub(super) fn parents(headings: &[Heading]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let parent = |(n, heading): (usize, &Heading)| {
        while open.last().is_some_and(|last| headings[*last].level >= heading.level) {
            open.pop();
        }
        let parent = open.last().copied();
        open.push(n);
        parent
    };
    headings.iter().enumerate().map(parent).collect()
}

/// The day in the nearest heading above that has one, or in a label below it. What stands below the first heading is of the whole file.
pub(super) fn day_above(review: &Review, headings: &[Heading], parents: &[Option<usize>], of: usize) -> Option<Day> {
    let parent = |n: &usize| parents.get(*n).copied().flatten();
    let labelled_in = |n: usize| {
        if n == 0 {
            return None;
        }
        let mut lines = lines::within(review, headings[n].own.clone());
        lines.find_map(|(_, line)| labelled_day(review, line)).map(Day::Full)
    };
    std::iter::successors(parent(&of), parent)
        .find_map(|n| written_day::stated_in(&headings[n].text).or_else(|| labelled_in(n)))
}

/// Whether sections of different days have facts of their own below labels: each tells of another incident.
pub(super) fn tells_several(review: &Review) -> bool {
    const KINDS: [&str; 5] = ["label severity", "label started", "label resolved", "label duration", "column priority"];
    let has_fact = |heading: &Heading| {
        let labels = lines::within(review, heading.content.clone()).filter_map(|(_, line)| ranked::parts(line));
        labels.into_iter().any(|(label, _)| KINDS.iter().any(|kind| names::is(kind, &label)))
    };
    let day =
        |heading: &Heading| written_day::stated_in(&heading.text).filter(|_| heading.level > 1 && has_fact(heading));
    let mut days = review.outline.headings.iter().filter_map(day);
    let first = days.next();
    days.any(|day| Some(day) != first)
}

/// The date that follows a label in a line.
fn labelled_day(review: &Review, line: &str) -> Option<Date> {
    let (label, value) = ranked::parts(line)?;
    let kinds = ["label day of the incident", "label date", "label started"];
    // The whole body is read for the order of its days, so only where there is such a label.
    kinds.iter().any(|kind| names::is(kind, &label)).then(|| days::read_in(&value, day_first_in(review))).flatten()
}
