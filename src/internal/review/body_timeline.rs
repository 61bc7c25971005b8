//! What stands under *Timeline* becomes timeline entries, each at its moment. A section of which a moment is not sure stays as its
//! author wrote it.

use std::ops::Range;

use super::body_entries::{self, Written};
use super::timeline_moments::{Around, Line, day_first, moments};
use super::written_day::{self, Day};
use super::written_time::{self, Half};
use super::{Entry, Review, infer};
use base::diagnostics::{Code, Diagnostic, Place};
use base::zones::{self, Zone};
use markdown::{Block, Heading, blocks_in, plain_text};

/// Reads the section under `heading` into the review; gives the diagnostic when nothing there can be read.
pub(super) fn fill(review: &mut Review, heading: &Heading) -> Option<Diagnostic> {
    let body = review.body();
    let blocks = blocks_in(body, heading.content.clone());
    let mut found = Found::default();
    let mut above = Above::default();
    let mut intro = String::new();
    for block in &blocks {
        let (read, span) = match block {
            Block::List { items, span, .. } => (body_entries::list(items), span),
            Block::Table { header, rows, span } => {
                (body_entries::table(header, rows.iter().map(|row| row.cells.as_slice())), span)
            }
            Block::Paragraph { span } => {
                let text = body.get(span.clone()).unwrap_or_default();
                let read = body_entries::paragraph(text);
                if read.is_none() && found.entries.is_empty() {
                    intro.push_str(text);
                    intro.push(' ');
                }
                (read, span)
            }
            Block::Heading { span, .. } => {
                above.read(body.get(span.clone()).unwrap_or_default());
                continue;
            }
            Block::Other { .. } => continue,
        };
        if let Some(read) = read {
            found.add(read, &mut above);
            found.blocks.push(span.clone());
        }
    }
    if found.entries.is_empty() {
        return Some(unread(review, &heading.span, "it cannot be read as entries", hint(review)));
    }
    let around = around(review, heading, &intro);
    let moments = moments(&found.lines, &around);
    let Some(entries) = at(found.entries, &moments) else {
        return Some(unsure(review, heading, &found.lines, &around));
    };
    let mut omitted = found.blocks;
    review.timeline_blocks.clone_from(&omitted);
    let all_of_section = blocks.iter().filter(|b| !matches!(b, Block::Heading { .. })).count() == omitted.len();
    if all_of_section && !blocks.iter().any(|b| matches!(b, Block::Heading { .. })) {
        omitted.push(heading.span.clone());
        review.timeline_heading = Some((heading.id.clone(), heading.text.trim().to_owned()));
    }
    review.timeline = entries;
    review.omitted.extend(omitted);
    None
}

/// Entries at their moments, where each has one.
fn at(entries: Vec<Entry>, moments: &[Option<jiff::Timestamp>]) -> Option<Vec<Entry>> {
    entries.into_iter().zip(moments).map(|(entry, at)| Some(Entry { at: (*at)?, ..entry })).collect()
}

#[derive(Default)]
struct Found {
    lines: Vec<Line<'static>>,
    entries: Vec<Entry>,
    blocks: Vec<Range<usize>>,
}

impl Found {
    fn add(&mut self, read: Vec<(Written, Entry)>, above: &mut Above) {
        for (time, entry) in read {
            self.lines.push(Line { time, heading: above.day.take(), half: above.half });
            self.entries.push(entry);
        }
    }
}

/// What the sub-heading above says.
#[derive(Default)]
struct Above {
    day: Option<Day>,
    half: Option<Half>,
}

impl Above {
    fn read(&mut self, heading: &str) {
        let text = plain_text(heading);
        self.half = written_time::half_in(&text);
        self.day = written_day::stated_in(&text).or(self.day);
    }
}

/// What the document says of day, year and zone.
fn around(review: &Review, heading: &Heading, intro: &str) -> Around {
    let days = written_day::all_in(review.body());
    let said = written_day::stated_in(&heading.text).or_else(|| written_day::stated_in(intro));
    let zone = zones::stated_in(&heading.text)
        .or_else(|| zones::stated_in(&plain_text(intro)))
        .or_else(|| review.zone_is_stated.then(|| Zone::One(review.zone.clone())));
    let in_zone = match &zone {
        Some(Zone::One(zone)) => zone.clone(),
        _ => review.zone.clone(),
    };
    let first = review.moments.started.or(review.moments.detected).map(|at| at.to_zoned(in_zone).date());
    let in_path = infer::date_in_path(&review.source);
    let in_text = infer::date_in_text(review, &mut Vec::new());
    let day_first = day_first(&days);
    let near = first.or(in_path).or(in_text).or(review.date);
    let said = said.and_then(|day| super::timeline_moments::date(day, near, day_first));
    let filed = match (in_path, in_text) {
        (Some(path), Some(text)) => (path == text).then_some(path),
        // The day of a file's name may be that of its writing: other days near to it in the text leave that open.
        (Some(path), None) => {
            let full = days.iter().filter_map(|day| if let Day::Full(day) = day { Some(*day) } else { None });
            let near: Vec<_> = full.filter(|day| (*day - path).get_days().abs() <= 30).collect();
            (near.is_empty() || near.contains(&path)).then_some(path)
        }
        (None, text) => text,
    };
    Around { day: first.or(said).or(filed), near, zone, day_first }
}

fn hint(review: &Review) -> &'static str {
    if review.date.is_none() && review.moments.started.is_none() {
        "give the review a date (`times.started`, or a file name that begins with the day), so that clock times have one"
    } else {
        "write it as a list whose items begin with a time, `- 14:02 The first alert`, or as a table with a `Time` column"
    }
}

/// Says why the moments of a section are not sure.
fn unsure(review: &Review, heading: &Heading, lines: &[Line<'_>], around: &Around) -> Diagnostic {
    let own = lines.iter().filter(|line| line.time.clock.is_some()).map(|line| &line.time.zone);
    let zone = own.clone().find(|zone| zone.is_none()).map_or_else(|| own.flatten().next(), |_| around.zone.as_ref());
    match zone {
        Some(Zone::Several(name)) => unread(
            review,
            &heading.span,
            &format!("the zone `{name}` means several"),
            "write the offset beside it, as in `CST (UTC-6)`, or give the review a `timezone: America/Chicago`",
        ),
        None => unread(
            review,
            &heading.span,
            "the zone of its times is not stated",
            "name it in the heading, `Timeline (UTC)`, or give the review a `timezone: Europe/Berlin`",
        ),
        Some(Zone::One(zone)) if zones::is_seasonal(zone) => unread(
            review,
            &heading.span,
            "the day of an entry is not sure, or its zone is not that of the season",
            "write the offset beside the zone, as in `PDT (UTC-7)`, or give the review a `timezone: America/Los_Angeles`",
        ),
        Some(_) => unread(review, &heading.span, "the day of an entry is not sure", hint(review)),
    }
}

fn unread(review: &Review, span: &Range<usize>, why: &str, hint: &str) -> Diagnostic {
    let span = review.body_start + span.start..review.body_start + span.end;
    Diagnostic::new(Code::UnreadTimeline, format!("this timeline is shown as it stands: {why}"))
        .at(Place::new(&review.source, &review.text, span))
        .hint(hint)
}
