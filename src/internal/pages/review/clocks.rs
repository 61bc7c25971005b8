//! The times in the rows of a timeline, the heading of their column, and the note above it.
//!
//! In: a review. Out: each entry's time as its row shows it. Moments are shown in the zone that the timeline states, with UTC
//! beside them, and days are those of that zone; everything else is shown as its author wrote it, and the note says why.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::RowTime;
use crate::pages::dates;
use crate::review::{Entry, Review, When};

/// How the rows of one review show their times.
pub struct Clocks<'r> {
    review: &'r Review,
    /// That of the whole page.
    zone: &'r TimeZone,
    /// The first and the last moment.
    ends: Option<(Timestamp, Timestamp)>,
    /// Whether every entry has a moment, so that the heading can name the zone.
    all_sure: bool,
}

impl<'r> Clocks<'r> {
    pub fn of(review: &'r Review) -> Self {
        let moments = || review.timeline.iter().filter_map(Entry::moment);
        let ends = moments().min().zip(moments().max());
        let ends = ends.or(review.moments.started.filter(|_| review.timeline.is_empty()).map(|at| (at, at)));
        let zone = review.zone_of_timeline();
        Self { review, zone, ends, all_sure: review.timeline.iter().all(|entry| entry.moment().is_some()) }
    }

    /// `Denver` or `UTC`; `Time` if any row has no moment.
    pub fn heading(&self) -> String {
        match self.ends {
            Some((first, _)) if self.all_sure => dates::place_name(first, self.zone),
            _ => "Time".to_owned(),
        }
    }

    /// Which zone the times are in, and what is missing.
    pub fn note(&self) -> String {
        let timed = || self.review.timeline.iter().map(|entry| entry.when);
        let no_zone = timed().any(|when| matches!(when, When::Clock { zone_is_sure: false, .. }));
        let no_day = timed().any(|when| matches!(when, When::Clock { zone_is_sure: true, .. }));
        let unsure = self.review.timeline.iter().any(|entry| entry.when == When::Unsure && !entry.stated.is_empty());
        let missing = match (no_zone, no_day || unsure) {
            (true, _) => "Zone not stated in full: times stand as written.",
            (false, true) => "Times whose day or clock is not sure stand as written.",
            (false, false) => "",
        };
        let sure = self.ends.map(|(first, last)| dates::zone_note(first, last, self.zone));
        match (sure, missing) {
            (Some(sure), "") => sure,
            // Each row with a moment names its zone itself.
            (_, missing) => missing.to_owned(),
        }
    }

    /// The time of a row.
    pub fn shown(&self, entry: &Entry) -> RowTime {
        let Some(at) = entry.moment() else {
            return RowTime { machine: entry.when.machine(), words: entry.stated.clone(), utc: None, is_moment: false };
        };
        let time = dates::time(at, self.zone);
        let about = if entry.is_about { "about " } else { "" };
        let place = if self.all_sure { String::new() } else { format!(" {}", dates::place_name(at, self.zone)) };
        RowTime {
            machine: Some(time.iso),
            words: about.to_owned() + &time.clock + &place,
            utc: time.utc,
            is_moment: true,
        }
    }

    /// The day of a row if it differs from that of the row above, which is `day`.
    pub fn new_day(&self, entry: &Entry, day: &mut Option<Date>) -> Option<String> {
        let today = match entry.when {
            When::Moment(at) => dates::day(at, self.zone),
            When::Clock { day: Some(today), .. } | When::Day(today) => today,
            When::Clock { day: None, .. } | When::Unsure => return None,
        };
        (day.replace(today) != Some(today)).then(|| dates::words(today))
    }
}
