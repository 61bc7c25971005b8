//! Updates of a status page as a timeline: sections such as `Update on July 18`, `Update 17:30 UTC: it runs`, and paragraphs such
//! as `**Resolved** - Mar 5, 16:20 UTC - it runs`; messages of a chat and comments of a ticket.
//!
//! In: a review of a folder without settings, that has no timeline. Out: its updates as entries, the oldest first. The text
//! stays where it stands.

mod days;
mod messages;
mod paragraphs;
mod posted;
mod sections;
#[cfg(test)]
mod tests;

use jiff::civil::{Date, Time};

use super::body_timeline::finished;
use super::infer::date_in_path;
use super::origin::Certainty;
use super::timeline_around::{day_first_in, in_title};
use super::timeline_moments::{Around, Line, times};
use super::written_time::WrittenTime;
use super::{Entry, Fact, Origin, Review, When, when};
use base::zones::Zone;
use messages::messages;
use paragraphs::paragraphs;
use posted::posted;
use sections::sections;

/// A single update may be an addition to a text of another kind.
const FEWEST: usize = 2;

/// A time as written, what happened, and where it stands.
type Update = (WrittenTime, Entry, usize);

/// Fills the timeline with the updates, if there are at least two.
pub(super) fn fill(review: &mut Review) {
    let forms: [fn(&Review) -> Vec<Update>; 4] = [sections, posted, paragraphs, messages];
    let Some(mut updates) = forms.iter().map(|form| form(review)).find(|found| !found.is_empty()) else { return };
    // Those of a status page name nobody.
    let is_chat = updates.iter().all(|(_, entry, _)| entry.who.is_some());
    let Some(first) = updates.first().map(|(.., at)| Origin::named(*at)) else { return };
    let near = review.date.or_else(|| date_in_path(&review.source));
    let line = |time: &WrittenTime| Line { time: time.clone(), in_day: true, ..Line::default() };
    let mut lines: Vec<_> = updates.iter().map(|(time, ..)| line(time)).collect();
    let (said, zone) = days::above(review);
    let zone_of_lines = lines.iter().find_map(|line| line.time.zone.clone()).or_else(|| zone.clone());
    let of_title = || if is_chat { in_title(review, day_first_in(review)).map(|day| (day, day)) } else { None };
    let began_and_ended = days::of_keys(review, zone_of_lines.as_ref()).or(said).or_else(of_title);
    let day = began_and_ended.map(|(began, _)| began);
    let around = Around { near, day, zone, day_first: day_first_in(review), ..Around::default() };
    let mut whens = times(&lines, &around);
    // Over midnight the clocks tell the order and the days only where they end on the day on which the incident did.
    if let Some((began, ended)) = began_and_ended.filter(|(began, ended)| began != ended) {
        let ends = |whens: &[(When, String)], lines: &[Line]| {
            let days: Vec<_> = whens.iter().zip(lines).map(|((when, _), line)| day_of(*when, line, &around)).collect();
            days.first() == Some(&Some(began)) && days.last() == Some(&Some(ended))
        };
        if !ends(&whens, &lines) {
            lines.reverse();
            updates.reverse();
            whens = times(&lines, &around);
        }
        if !ends(&whens, &lines) {
            let around = Around { day: None, ..around };
            lines.reverse();
            updates.reverse();
            whens = times(&lines, &around);
        }
    }
    let entries = lines.iter().zip(whens).zip(updates);
    review.timeline = entries
        .map(|((line, (when, stated)), (_, entry, at))| {
            let origin = Some(Origin { at: Some(at), ..first });
            Entry { origin, ..finished(line, when, stated, entry) }
        })
        .collect();
    review.is_of_updates = true;
    if review.date.is_none() {
        date_from_entries(review);
    }
    when::in_order(&mut review.timeline, Entry::moment);
    let known: Vec<_> = review.timeline.iter().filter_map(|entry| place(entry.when)).collect();
    if known.windows(2).all(|pair| pair[0] >= pair[1]) && known.first() != known.last() {
        review.timeline.reverse();
    }
}

/// Takes the day of the first entry, if all are of that day.
fn date_from_entries(review: &mut Review) {
    let mut days = review.timeline.iter().map(|entry| entry.when.day());
    let Some(first) = days.next().flatten().filter(|first| days.all(|day| day == Some(*first))) else { return };
    review.date = Some(first);
    let origin = review.timeline.first().and_then(|entry| entry.origin);
    review.origins.extend(origin.map(|origin| (Fact::Date, Origin { certainty: Certainty::Implied, ..origin })));
}

/// The part of a time by which it is compared where it is no moment.
fn place(when: When) -> Option<(Date, Option<Time>)> {
    match when {
        When::Day(day) => Some((day, None)),
        When::Clock { day, time, .. } => Some((day?, Some(time))),
        When::Moment(_) | When::Unsure => None,
    }
}

/// The day of an update, in the zone that it is written in.
fn day_of(when: When, line: &Line, around: &Around) -> Option<Date> {
    match (when, line.time.zone.as_ref().or(around.zone.as_ref())) {
        (When::Moment(at), Some(Zone::One(zone))) => Some(at.to_zoned(zone.clone()).date()),
        (when, _) => when.day(),
    }
}
