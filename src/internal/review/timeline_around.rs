//! The day, the year and the zone that a document gives for its timeline.

use super::timeline_moments::{Around, date, day_first};
use super::written_day::{self, Day};
use super::{Review, infer};
use base::zones::{self, Zone};
use markdown::{Heading, plain_text};

/// Collects the day, year and zone for a timeline.
pub(super) fn around(review: &Review, heading: &Heading, intro: &str) -> Around {
    let days = written_day::all_in(review.body());
    let said = written_day::stated_in(&heading.text).or_else(|| written_day::stated_in(intro));
    let zone = zones::stated_in(&heading.text)
        .or_else(|| zones::stated_in(&plain_text(intro)))
        .or_else(|| review.zone_is_stated.then(|| Zone::One(review.zone.clone())))
        .or_else(|| zone_of_all(review.body()));
    let in_zone = match &zone {
        Some(Zone::One(zone)) => zone.clone(),
        _ => review.zone.clone(),
    };
    let first = review.moments.started.or(review.moments.detected).map(|at| at.to_zoned(in_zone).date());
    let in_path = infer::date_in_path(&review.source);
    let in_text = infer::date_in_text(review, &mut Vec::new());
    let day_first = day_first(&days);
    let near = first.or(in_path).or(in_text).or(review.date);
    let said = said.and_then(|day| date(day, near, day_first));
    let filed = match (in_path, in_text) {
        (Some(path), Some(text)) => (path == text).then_some(path),
        // The day in a file's name may be the day of writing; if the text names other days close to it, the day is not certain.
        (Some(path), None) => {
            let full = days.iter().filter_map(|day| if let Day::Full(day) = day { Some(*day) } else { None });
            let near: Vec<_> = full.filter(|day| (*day - path).get_days().abs() <= 30).collect();
            (near.is_empty() || near.contains(&path)).then_some(path)
        }
        (None, text) => text,
    };
    let start = review.moments.started;
    Around { start, day: first.or(said).or(filed), near, zone, day_first }
}

/// The zone that a line states for all times, anywhere in the body; `None` if two lines differ.
fn zone_of_all(body: &str) -> Option<Zone> {
    let lines = body.lines().filter(|line| line.contains("All times") || line.contains("all times"));
    let mut zones = lines.filter_map(|line| zones::stated_in(&plain_text(line)));
    let first = zones.next()?;
    zones.all(|zone| zone == first).then_some(first)
}
