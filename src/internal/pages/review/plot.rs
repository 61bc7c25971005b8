//! The plotted timeline, the table beneath it, and the phase bar.

use std::collections::BTreeMap;

use super::{Clocks, TimelineRow, TimelineView, read_from, toc};
use crate::pages::at::At;
use crate::pages::prose::Prose;
use crate::review::{Actor, DetectionSource, Entry, Review, beside};
use base::phases::Part;
use base::text::{Lines, capitalised, duration};
use chart::Effect;
use jiff::Timestamp;
use markdown::plain_text;

/// The timeline of a review; `None` if it has no entry and fewer than two moments.
pub fn timeline(at: At<'_>, i: usize, ids: &BTreeMap<&'static str, String>) -> Option<TimelineView> {
    let review = &at.library().reviews[i];
    let plotted = plotted(review, |entry| plain_text(&entry.what));
    let plot = chart::figure(&plotted, "plot", Some("entry."));
    if plot.is_none() && review.timeline.is_empty() {
        return None;
    }
    let prose = Prose::new(at, i);
    let started = review.moments.started.or_else(|| review.timeline.iter().find_map(Entry::moment));
    let clocks = Clocks::of(review);
    let mut day = None;
    let lines = at.library().config.foreign.then(|| Lines::of(&review.text));
    let line = |entry: &Entry| read_from::number(review, lines.as_ref()?, entry.origin?);
    let beside = beside(review);
    let shown = |texts: &[String]| Some(prose.blocks(&texts.join("\n\n"), None)).filter(|html| !html.trim().is_empty());
    let (below, anchors) = (by_entry(beside.below), by_entry(beside.ids));
    let rows = review.timeline.iter().enumerate().map(|(n, entry)| TimelineRow {
        number: n + 1,
        more_html: below.get(&n).and_then(|texts| shown(texts)),
        anchors: anchors.get(&n).cloned().unwrap_or_default(),
        line: line(entry),
        day: clocks.new_day(entry, &mut day),
        ..row(review, prose, entry, started, &clocks)
    });
    let own_heading = || (toc::id(ids, "timeline"), "Timeline".to_owned());
    let (anchor, heading) = review.timeline_heading.clone().unwrap_or_else(own_heading);
    Some(TimelineView {
        anchor,
        heading,
        before_html: shown(&beside.before),
        after_html: shown(&beside.after),
        written_html: shown(&beside.told),
        plot_html: plot,
        has_path: plotted.has_effects(),
        rows: rows.collect(),
        has_who: review.timeline.iter().any(|entry| entry.who.is_some()),
        has_evidence: review.timeline.iter().any(|entry| entry.evidence.is_some()),
        has_effect: review.timeline.iter().any(|entry| entry.effect.is_stated()),
        has_phase: review.timeline.iter().any(|entry| entry.phase.is_some()),
        clock: clocks.heading(),
        zone_note: clocks.note(),
    })
}

/// Texts by the entry that each belongs to, in order.
fn by_entry(texts: Vec<(usize, String)>) -> BTreeMap<usize, Vec<String>> {
    let mut all: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (entry, text) in texts {
        all.entry(entry).or_default().push(text);
    }
    all
}

fn row(
    review: &Review,
    prose: Prose<'_>,
    entry: &Entry,
    started: Option<jiff::Timestamp>,
    clocks: &Clocks<'_>,
) -> TimelineRow {
    let since = entry.moment().zip(started).map(|(at, started)| at.as_second() - started.as_second());
    let actor = entry.actor.and_then(|actor| Actor::ALL.into_iter().find(|(_, a)| *a == actor));
    TimelineRow {
        number: 0,
        at: clocks.shown(entry),
        day: None,
        since: since.filter(|seconds| *seconds > 0).map(|seconds| format!("+{}", duration(seconds))),
        turning: turning(review, entry),
        phase: entry.phase.map(|phase| phase.name().to_owned()),
        kind: actor.map(|(key, _)| key.to_owned()),
        impact: entry.effect.key().to_owned(),
        what_html: prose.inline(&entry.what),
        more_html: None,
        anchors: Vec::new(),
        who: entry.who.clone(),
        evidence_html: entry.evidence.as_deref().map(|text| prose.inline(text)),
        line: None,
    }
}

/// The name of the moment that an entry matches to the minute. Of several entries of that minute it is the first whose effect fits: the
/// disruption does not start with what helped, nor end with what made it worse.
fn turning(review: &Review, entry: &Entry) -> Option<String> {
    let minute = |at: Timestamp| at.as_second().div_euclid(60);
    let own = minute(entry.moment()?);
    let moments = review.moments.in_order();
    let (name, _) = moments.iter().find(|(_, at)| at.is_some_and(|at| minute(at) == own))?;
    let unfit = match *name {
        "started" => Some(Effect::Positive),
        "mitigated" | "resolved" => Some(Effect::Negative),
        _ => None,
    };
    let same = || review.timeline.iter().filter(|other| other.moment().is_some_and(|at| minute(at) == own));
    let first = same().find(|other| Some(other.effect) != unfit).or_else(|| same().next())?;
    std::ptr::eq(first, entry).then(|| capitalised(name))
}

/// The data for the chart. If customers reported the incident, they knew of it by the moment of detection at the latest.
fn plotted(review: &Review, label: impl Fn(&Entry) -> String) -> chart::Timeline {
    let outside = review.detection.as_ref().is_some_and(|d| d.source == Some(DetectionSource::Customer));
    let detected = review.moments.detected;
    let entry = |(n, entry): (usize, &Entry)| {
        let at = entry.moment()?;
        Some(chart::Entry { at, number: n + 1, effect: entry.effect, label: label(entry) })
    };
    chart::Timeline {
        title: review.title.clone(),
        zone: review.zone_of_timeline().clone(),
        times: review.times(),
        entries: review.timeline.iter().enumerate().filter_map(entry).collect(),
        first_outside: detected.filter(|_| outside),
        first_inside: detected,
    }
}

/// Only the plot; `id` must be unique on its page.
pub fn figure(review: &Review, id: &str) -> Option<String> {
    chart::figure(&plotted(review, |entry| plain_text(&entry.what)), id, None)
}

/// The plot for a slide; `id` must be unique on its page.
pub fn slide(review: &Review, id: &str) -> Option<String> {
    chart::slide(&plotted(review, |entry| plain_text(&entry.what)), id)
}

/// A miniature plot for use in a line of text.
pub fn mini(review: &Review) -> Option<String> {
    // It has no labels.
    chart::mini(&plotted(review, |_| String::new()))
}

/// One bar with the phases to scale.
pub fn phase_bar(review: &Review) -> Option<String> {
    chart::phase_figure(&review.times(), "phases")
}

/// A sentence on what the phases are drawn from; `None` if there is no phase bar.
pub fn phases_note(review: &Review) -> Option<&'static str> {
    let times = review.times();
    let bands = times.bands();
    if bands.is_empty() {
        return None;
    }
    let has = |part| bands.iter().any(|band| band.part == part);
    Some(match (times.moments.identified, times.identified()) {
        (Some(_), _) => "The review says when it was known what to do.",
        (None, Some(_)) => {
            "When it was known what to do is not stated; the first entry that the author placed in remediation stands for it."
        }
        (None, None) if has(Part::ResponseAndRemediation) => {
            "When it was known what to do is not stated, so response and remediation are one."
        }
        (None, None) => "When it was known what to do is not stated.",
    })
}
