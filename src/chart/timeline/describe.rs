//! The plot in words, for those who do not see it.

use std::cmp::Ordering;

use super::model::Timeline;
use super::story::{End, Story};
use crate::chart::clockface;
use crate::text::{count, duration};

/// `Timeline of TITLE`.
pub(in crate::chart) fn title(timeline: &Timeline) -> String {
    format!("Timeline of {}", crate::chart::measure::one_line(&timeline.title))
}

/// How many entries, from when to when, how long, the worst point, who knew first.
pub(super) fn description(timeline: &Timeline, story: &Story) -> String {
    let zone = &timeline.zone;
    let full = |at| format!("{} {}", clockface::in_full(at, zone), clockface::zone_name(at, zone));
    let end = story.end.at();
    let length = duration(end.duration_since(story.start).as_secs());
    let entries = count(story.points.len(), "entry", "entries");
    let began = if timeline.times.moments.started.is_some() { "started" } else { "was first recorded" };
    let (start, end) = (full(story.start), full(end));
    let course = match story.end {
        End::Resolved(_) => {
            format!("{entries}. The disruption {began} on {start}, and service was restored {length} later, on {end}.")
        }
        End::Mitigated(_) => {
            format!("{entries}. The disruption {began} on {start}, and was mitigated {length} later, on {end}.")
        }
        End::Open(_) => {
            format!(
                "{entries}. The disruption {began} on {start}; the last record is from {end}, and no end is recorded."
            )
        }
    };
    [Some(course), worst(timeline, story), knowledge(timeline)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// When it was at its worst, if it got worse at all.
fn worst(timeline: &Timeline, story: &Story) -> Option<String> {
    let entry = story.points.get(story.worst()?)?.entry;
    let time = clockface::time(entry.at, &timeline.zone);
    Some(format!("It was at its worst from {time} (entry {}).", entry.number))
}

/// Who knew first, and by how much.
fn knowledge(timeline: &Timeline) -> Option<String> {
    let time = |at| clockface::time(at, &timeline.zone);
    Some(match (timeline.first_outside, timeline.first_inside) {
        (Some(outside), Some(inside)) => {
            let apart = duration(inside.duration_since(outside).abs().as_secs());
            match inside.cmp(&outside) {
                Ordering::Greater => format!("It was known outside {apart} before anyone inside knew."),
                Ordering::Less => format!("It was known inside {apart} before anyone outside knew."),
                Ordering::Equal => "It was known inside and outside at the same time.".to_owned(),
            }
        }
        (Some(at), None) => format!("It was first known outside at {}.", time(at)),
        (None, Some(at)) => format!("It was first known inside at {}.", time(at)),
        (None, None) => return None,
    })
}
