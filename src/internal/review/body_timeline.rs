//! Reads the section under *Timeline* as timeline entries, each with as much of its time as is certain. In a library with
//! settings, every entry must have a moment, or the section is shown as its author wrote it.

use std::ops::Range;

use jiff::tz::TimeZone;

use super::body_found::{Above, Found};
use super::text::headings;
use super::text::section::Section;
use super::timeline_around::around;
use super::timeline_days::{self, FirstDay};
use super::timeline_moments::{Around, Line, times, zones as zones_of};
use super::timeline_section;
use super::written_day::Day;
use super::written_time;
use super::{Entry, Review, When};
use base::diagnostics::{Code, Diagnostic, Place};
use base::zones::{self, Zone};
use markdown::{Block, Heading, Item, plain_text};

/// Reads the section under `heading` into the review, and its first day into `first_day`; returns a diagnostic if entries or
/// times cannot be read.
pub(super) fn fill(
    review: &mut Review,
    heading: &Heading,
    above: Option<Day>,
    is_foreign: bool,
    first_day: &mut Option<FirstDay>,
) -> Option<Diagnostic> {
    let body = review.body();
    let part = if is_foreign { reach(review, heading) } else { heading.content.clone() };
    let blocks = review.blocks.within(&part);
    let over = Above { half: written_time::half_in(&plain_text(&heading.text)), ..Above::default() };
    let mut found = Found { is_strict: !is_foreign, above: over, ..Found::default() };
    for (n, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading { span, .. } => found.read_heading(span.clone(), &blocks[n + 1..], body),
            _ => found.read(block, body),
        }
    }
    if found.entries.is_empty() && is_foreign && headings::meaning(&heading.text) == Some(Section::Timeline) {
        found.read_untimed(blocks, body);
    }
    if found.entries.is_empty() {
        return Some(match untimed(blocks) {
            Some(item) => unread(
                review,
                item,
                "this item does not begin with a time",
                "begin each item of the list with one, `- 14:02 The first alert`",
            ),
            None => unread(review, &heading.span, "it cannot be read as entries", hint(review)),
        });
    }
    let around = around(review, heading, above, (&found.intro, &found.lines), is_foreign);
    let zones = zones_of(&found.lines, &around);
    review.zone_written = one_zone(&found.lines, &zones);
    let times = times(&found.lines, &around);
    *first_day = timeline_days::first(&found.lines, &times, &zones);
    name_zones_of_ends(&mut found.lines, zones, &review.zone);
    let all_sure = times.iter().all(|(when, _)| when.moment().is_some());
    if !all_sure && !is_foreign {
        return Some(unsure(review, heading, &found.lines, &times, &around));
    }
    // For a day without a time, or a row without both, nothing is missing that its author wrote.
    let is_open = |(line, (when, _)): (&Line, &(When, String))| match when {
        When::Clock { .. } => true,
        When::Unsure => line.time.is_timed(),
        When::Moment(_) | When::Day(_) => false,
    };
    let any_open = found.lines.iter().zip(&times).any(is_open);
    let problem = any_open.then(|| unsure(review, heading, &found.lines, &times, &around));
    let entries = found.lines.iter().zip(times).zip(found.entries);
    let entries = entries.map(|((line, (when, stated)), entry)| finished(line, when, stated, entry)).collect();
    let mut omitted = found.blocks;
    let all_of_section = blocks.len() == omitted.len() && !blocks.iter().any(|b| matches!(b, Block::Heading { .. }));
    review.timeline_blocks.clone_from(&omitted);
    review.timeline_section = timeline_section::place(review, heading, &part).filter(|_| !all_of_section);
    if all_of_section && !heading.text.is_empty() {
        omitted.push(heading.span.clone());
    }
    if !heading.text.is_empty() && (all_of_section || review.timeline_section.is_some()) {
        review.timeline_heading = Some((heading.id.clone(), heading.text.trim().to_owned()));
    }
    review.timeline = entries;
    review.omitted.extend(omitted);
    problem
}

/// The section, and those after it whose headings are times: some authors write days at the level of the timeline's own
/// heading.
fn reach(review: &Review, heading: &Heading) -> Range<usize> {
    let mut content = heading.content.clone();
    let headings = &review.outline.headings;
    let first = headings.partition_point(|next| next.span.start < heading.content.end);
    for next in headings.iter().skip(first) {
        if next.span.start < content.end {
            continue;
        }
        let is_time = written_time::read(&next.text).is_some_and(|time| time.clock.is_some() || time.rest.is_empty());
        if !is_time {
            break;
        }
        content.end = next.content.end;
    }
    content
}

/// An entry with its time. If that is a moment, the end of a time span is put before the text.
pub(super) fn finished(line: &Line, when: When, stated: String, entry: Entry) -> Entry {
    let until = line.time.until.as_ref().filter(|_| when.moment().is_some());
    let until = until.map(|end| format!("(until {end}) ")).unwrap_or_default();
    Entry { when, stated, is_about: line.time.is_about, what: until + &entry.what, ..entry }
}

/// The zone of all lines that have a clock, if it is one.
fn one_zone(lines: &[Line], zones: &[Option<Zone>]) -> Option<TimeZone> {
    let mut zones =
        lines.iter().zip(zones).filter(|(line, _)| line.time.clock.is_some()).map(|(_, zone)| zone.as_ref());
    let first = zones.next()??;
    let Zone::One(zone) = first else { return None };
    zones.all(|other| other == Some(first)).then(|| zone.clone())
}

/// Ends of time spans are shown in the author's words; this adds the zone to each if the page shows times in another zone.
fn name_zones_of_ends(lines: &mut [Line], zones: Vec<Option<Zone>>, shown: &TimeZone) {
    for (line, zone) in lines.iter_mut().zip(zones) {
        let zone = zone.filter(|zone| *zone != Zone::One(shown.clone())).map(|zone| zones::words(&zone));
        if let (Some(end), Some(zone)) = (line.time.until.as_mut(), zone) {
            end.push(' ');
            end.push_str(&zone);
        }
    }
}

/// The first item without a time in a list of which at least half have one: most likely it was mistyped.
fn untimed(blocks: &[Block]) -> Option<&Range<usize>> {
    let is_timed = |item: &&Item| written_time::read(&item.source).is_some_and(|time| time.is_timed());
    blocks.iter().find_map(|block| {
        let Block::List { items, .. } = block else { return None };
        let timed = items.iter().filter(is_timed).count();
        items
            .iter()
            .find(|item| !is_timed(item))
            .filter(|_| timed > 0 && 2 * timed >= items.len())
            .map(|item| &item.span)
    })
}

fn hint(review: &Review) -> &'static str {
    if review.date.is_none() && review.moments.started.is_none() {
        "give the review a date (`times.started`, or a file name that begins with the day), so that clock times have one"
    } else {
        "write it as a list whose items begin with a time, `- 14:02 The first alert`, or as a table with a `Time` column"
    }
}

/// Says that a timeline is one too many of its file.
pub(super) fn left_out(review: &Review, heading: &Heading, most: usize) -> Diagnostic {
    unread(
        review,
        &heading.span,
        &format!("only the first {most} timelines of a file are read"),
        "write each incident as a file of its own",
    )
}

/// A diagnostic that says why the times of a section are not certain.
fn unsure(review: &Review, heading: &Heading, lines: &[Line], times: &[(When, String)], around: &Around) -> Diagnostic {
    let own = lines.iter().filter(|line| line.time.clock.is_some()).map(|line| &line.time.zone);
    let zone = own.clone().find(|zone| zone.is_none()).map_or_else(|| own.flatten().next(), |_| around.zone.as_ref());
    let zone_is_open = times.iter().any(|(when, _)| matches!(when, When::Clock { zone_is_sure: false, .. }));
    match zone {
        Some(Zone::Several(name)) => unread(
            review,
            &heading.span,
            &format!("the zone `{name}` means several"),
            "write its offset from UTC after it in brackets, as in `CET (UTC+1)`, or give the review the `timezone:` of its place, such as `Europe/Berlin`",
        ),
        None if lines.iter().any(|line| line.time.clock.is_some()) => unread(
            review,
            &heading.span,
            "the zone of its times is not stated",
            "name it in the heading, `Timeline (UTC)`, or give the review a `timezone: Europe/Berlin`",
        ),
        Some(Zone::One(zone)) if zones::is_seasonal(zone) && zone_is_open => unread(
            review,
            &heading.span,
            "its zone is not that of the season",
            "write the offset beside the zone, as in `PDT (UTC-7)`, or give the review a `timezone: America/Los_Angeles`",
        ),
        _ => unread(review, &heading.span, "the day of an entry is not sure", hint(review)),
    }
}

fn unread(review: &Review, span: &Range<usize>, why: &str, hint: &str) -> Diagnostic {
    let span = review.body_start + span.start..review.body_start + span.end;
    Diagnostic::new(Code::UnreadTimeline, format!("this timeline is shown as it stands: {why}"))
        .at(Place::new(&review.source, &review.text, span))
        .hint(hint)
}
