//! The days and the zone that the clocks of updates are read with.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::review::foreign::keys::{Meaning, meaning};
use crate::review::text::days;
use crate::review::written_day::{self, date};
use crate::review::{Review, stated_zone};
use base::zones::Zone;
use markdown::{Block, plain_text};

/// The first and the last day, and the zone, that a line above the first heading states: `**June 14-15, 2024.** Eastern Daylight Time.`
pub(super) fn above(review: &Review) -> (Option<(Date, Date)>, Option<Zone>) {
    let first = review.outline.headings.iter().find(|heading| plain_text(&heading.text) != review.title);
    let until = first.map_or(0, |heading| heading.span.start);
    for block in review.blocks.within(&(0..until)) {
        let Block::Paragraph { span } = block else { continue };
        let text = plain_text(review.body().get(span.clone()).unwrap_or_default());
        if let Some((day, ended, _)) = written_day::span(text.trim()) {
            let date = |day| date(day, None, None);
            let days = date(day).and_then(|began| Some((began, ended.map_or(Some(began), date)?)));
            return (days, stated_zone::in_note(&text));
        }
    }
    (None, None)
}

/// The days on which the front matter says that the incident began and ended.
pub(super) fn of_keys(review: &Review, zone: Option<&Zone>) -> Option<(Date, Date)> {
    // A moment has the day of the clock that the updates are written with.
    let of_moment = |at: Option<Timestamp>| match (at, zone) {
        (Some(at), Some(Zone::One(zone))) => Some(at.to_zoned(zone.clone()).date()),
        _ => None,
    };
    let of = |wanted: &[Meaning]| {
        let is_wanted = |key: &str| meaning(key).is_some_and(|meaning| wanted.contains(&meaning));
        review.extra.iter().filter(|(key, _)| is_wanted(key)).find_map(|(_, value)| days::read(value))
    };
    let began = of(&[Meaning::Date, Meaning::Started]).or_else(|| of_moment(review.moments.started))?;
    let ended = of(&[Meaning::Resolved]).or_else(|| of_moment(review.moments.resolved));
    ended.filter(|ended| *ended >= began).map(|ended| (began, ended))
}
