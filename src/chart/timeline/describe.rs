//! The plot in words, for screen readers.

use std::cmp::Ordering;

use super::model::Timeline;
use super::story::{End, Story};
use crate::clockface;
use base::text::{count, duration};

/// `Timeline of TITLE`.
pub(crate) fn title(timeline: &Timeline) -> String {
    format!("Timeline of {}", crate::measure::one_line(&timeline.title))
}

/// The number of entries, start and end, the length, the worst point, who knew first.
pub(super) fn description(timeline: &Timeline, story: &Story) -> String {
    let zone = &timeline.zone;
    let full = |at| format!("{} {}", clockface::in_full(at, zone), clockface::zone_over(at, at, zone));
    let end = story.end.at();
    let length = duration(end.duration_since(story.start).as_secs());
    let entries = count(story.points.len(), "entry", "entries");
    let began = if timeline.times.moments.started.is_some() { "started" } else { "was first recorded" };
    let (start, end) = (full(story.start), full(end));
    let subject = timeline.times.measure.subject();
    let ended = if timeline.times.measure.recovers() { "service was restored" } else { "it was over" };
    let course = match story.end {
        End::Resolved(_) => format!("{entries}. {subject} {began} on {start}, and {ended} {length} later, on {end}."),
        End::Mitigated(_) => {
            format!("{entries}. {subject} {began} on {start}, and was mitigated {length} later, on {end}.")
        }
        End::Open(_) => {
            format!("{entries}. {subject} {began} on {start}; the last record is from {end}, and no end is recorded.")
        }
    };
    let phases = crate::phase_bar::summary(&timeline.times).map(|words| words + ".");
    let flat =
        (!story.has_height()).then(|| "No entry states an effect, so there are marks on a line only.".to_owned());
    [Some(course), phases, flat, worst(timeline, story), knowledge(timeline)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// When it was at its worst, if it got worse after the start.
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
            let by = format!("It was known outside by {}", time(outside));
            match inside.cmp(&outside) {
                Ordering::Equal => format!("{by}, when those inside were told."),
                _ => format!("{by}, and inside from {}.", time(inside)),
            }
        }
        (Some(at), None) => format!("It was known outside by {}.", time(at)),
        (None, Some(at)) => format!("It was first known inside at {}.", time(at)),
        (None, None) => return None,
    })
}
