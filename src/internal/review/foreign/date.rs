//! The day of an incident, from a label, the title, the timeline, the file's name, or the first paragraphs, in this order.
//!
//! In: a review whose timeline has been read. Out: its day, with its place and certainty. A day that may be another one, such
//! as that of a post about the incident, is replaced by one that the text gives for the incident.

use jiff::civil::Date;

use super::front_matter::Told;
use super::header::labelled;
use super::{days, is_label_line};
use crate::review::infer::{Found, note};
use crate::review::languages::names;
use crate::review::languages::timelines::BEFORE_DAY;
use crate::review::origin::{Certainty, Fact, Origin};
use crate::review::timeline_days::FirstDay;
use crate::review::timeline_moments::date as date_near;
use crate::review::written_day::{self, Day};
use crate::review::{Review, infer};
use base::diagnostics::Diagnostic;
use markdown::{Block, blocks_in, plain_text};

/// Labels that always mean the day of the incident, not of a post.
const SURE_DATES: [&str; 6] =
    ["date of incident", "incident date", "date of the incident", "date of outage", "outage date", "date occurred"];

/// Most days between the incident and its review, for a day in the text to count.
const LONGEST: i32 = 62;

/// A label without more words may be the day of writing, if that is at most this many days after the incident.
const LATEST: i32 = 31;

/// Sets the day if the moments do not give one.
pub(in crate::review) fn fill(
    review: &mut Review,
    told: &Told,
    first: Option<FirstDay>,
    problems: &mut Vec<Diagnostic>,
) {
    let moments = &review.moments;
    if moments.started.or(moments.detected).or(moments.resolved).is_some() || told.day.is_some() {
        return;
    }
    let in_path = infer::date_in_path(&review.source);
    let filed = told.post.or(in_path);
    let label = by_label(review, told.post.is_some());
    if let Some((date, found, is_sure)) = label {
        // A day in the middle of a timeline is not its beginning either.
        let is_late = |first: &FirstDay| (date - first.day).get_days() <= LATEST || date <= first.last;
        let before = first.filter(|first| first.day < date && is_late(first) && !is_sure);
        if let Some(first) = before {
            let origin = timeline_origin(review);
            return set(review, first.day, origin);
        }
        if review.date != Some(date) {
            problems.push(note(review, &found, &format!("date {date}")));
        }
        return set(review, date, Some(Origin::named(found.start)));
    }
    if told.starts {
        return;
    }
    if let Some((date, origin)) = in_title(review) {
        return set(review, date, Some(origin));
    }
    let of_timeline = match (filed, first) {
        // The day of a file or a post may be the day of writing.
        (Some(filed), Some(first)) if first.day < filed => Some(first.day),
        // In a timeline of days without times, any of them may be the incident's.
        (None, Some(first)) => Some(first.day).filter(|_| first.has_clocks),
        _ => None,
    };
    if let Some(day) = of_timeline {
        let origin = timeline_origin(review);
        return set(review, day, origin);
    }
    if first.is_none()
        && let Some((date, origin)) = in_prose(review, filed)
        && (in_path.is_none() || told.post.is_some() || in_path == Some(date))
    {
        return set(review, date, Some(origin));
    }
    if let Some(date) = review.date.filter(|date| in_path == Some(*date)) {
        set(review, date, Some(Origin::of_file_name()));
    }
}

fn set(review: &mut Review, date: Date, origin: Option<Origin>) {
    if origin.is_some_and(|origin| !origin.is_fact()) {
        return;
    }
    review.date = Some(date);
    review.origins.retain(|(fact, _)| *fact != Fact::Date);
    review.origins.extend(origin.map(|origin| (Fact::Date, origin)));
}

fn timeline_origin(review: &Review) -> Option<Origin> {
    let first = review.timeline.iter().find_map(|entry| entry.origin)?;
    Some(Origin { certainty: Certainty::Implied, ..first })
}

/// The day after a label, and whether the label means the day of the incident.
fn by_label(review: &Review, is_post: bool) -> Option<(Date, Found, bool)> {
    let is_day = |value: &str| days::read(value).is_some();
    let sure = labelled(review, &SURE_DATES, is_day).map(|found| (found, true));
    let any = || labelled(review, names::of("label date"), is_day).map(|found| (found, false));
    let (found, is_sure) = sure.or_else(|| if is_post { None } else { any() })?;
    Some((days::read(&found.value)?, found, is_sure))
}

/// The only full date in the title.
fn in_title(review: &Review) -> Option<(Date, Origin)> {
    let day = full(&written_day::all_in(&review.title))?;
    let at = review.outline.headings.first().map_or(0, |heading| heading.span.start);
    review.title_is_stated.then_some((day, Origin::implied(at)))
}

fn full(days: &[Day]) -> Option<Date> {
    let mut full = days.iter().filter_map(|day| if let Day::Full(day) = day { Some(*day) } else { None });
    let first = full.next()?;
    full.all(|day| day == first).then_some(first)
}

/// The days on which something began or happened: at the start of the text, or after a word such as *on* or *since*.
fn began(text: &str) -> Vec<Day> {
    const LONGEST_WORD: usize = 16;
    let mut days: Vec<_> = written_day::leading(text.trim_start()).map(|(day, _)| day).into_iter().collect();
    let starts = text.match_indices(' ').map(|(at, _)| at + 1);
    for start in starts {
        let lead: Vec<_> = text[..start].chars().rev().take(LONGEST_WORD).collect();
        let before = lead.into_iter().rev().collect::<String>().to_lowercase();
        if !BEFORE_DAY
            .iter()
            .any(|word| before.strip_suffix(word).is_some_and(|lead| !lead.ends_with(char::is_alphanumeric)))
        {
            continue;
        }
        days.extend(written_day::leading(&text[start..]).map(|(day, _)| day));
    }
    days
}

/// The day in the first paragraph that has one; a day without a year is taken to be shortly before the post.
fn in_prose(review: &Review, filed: Option<Date>) -> Option<(Date, Origin)> {
    const PARAGRAPHS: usize = 6;
    const BYTES: usize = 4_000;
    let body = review.body();
    let end = body.char_indices().map(|(at, _)| at).find(|at| *at >= BYTES).unwrap_or(body.len());
    let paragraphs = blocks_in(body, 0..end).into_iter().filter_map(|block| match block {
        Block::Paragraph { span } => Some(span),
        _ => None,
    });
    let texts = paragraphs.map(|span| (plain_text(&body[span.clone()]), span.start));
    let mut told = texts.filter(|(text, _)| !is_label_line(text)).take(PARAGRAPHS);
    let (days, at) = told.find_map(|(text, at)| {
        let days = began(&text);
        (!days.is_empty()).then_some((days, at))
    })?;
    let near = |day: &Day| match day {
        Day::Full(day) => Some(*day),
        Day::OfYear { .. } => date_near(*day, filed, None),
        Day::Figures { .. } => None,
    };
    let all: Vec<_> = days.iter().filter_map(near).collect();
    let first = *all.first()?;
    // In a post, the first day is certain enough; in a review with several days, none is.
    let is_one = all.iter().all(|day| *day == first);
    let certainty = match filed {
        Some(filed) if first <= filed && (filed - first).get_days() <= LONGEST => Certainty::Implied,
        None if is_one => Certainty::Implied,
        _ => Certainty::Guessed,
    };
    Some((first, Origin { at: Some(at), certainty }))
}
