//! The day of an incident, from a label, the title, the timeline, the file's name, or the first paragraphs, in this order.
//!
//! In: a review whose timeline has been read. Out: its day, with its place and certainty. A day that may be another one, such
//! as that of a post about the incident, is replaced by one that the text gives for the incident.

use jiff::civil::Date;

use super::front_matter::Deferred;
use crate::review::happened::tells_of_failure;
use crate::review::labelled::day::by_label;
use crate::review::labelled::mail::is_mail;
use crate::review::labelled::note;
use crate::review::languages::names;
use crate::review::languages::timelines::BEFORE_DAY;
use crate::review::languages::words::words;
use crate::review::origin::{Certainty, Fact, Origin};
use crate::review::text::headings::{Label, is_possible_actions, label};
use crate::review::text::label_line::is_label_line;
use crate::review::text::section::Section;
use crate::review::timeline_around::{self, day_first_in};
use crate::review::timeline_days::FirstDay;
use crate::review::writing_day::said_in;
use crate::review::written_day::{self, Day, date as date_near};
use crate::review::{Review, infer};
use base::diagnostics::Diagnostic;
use base::text::sentences;
use markdown::{Block, plain_text};

/// Most days between the incident and its review, for a day in the text to count.
const LONGEST: i32 = 62;

/// A label without more words may be the day of writing, if that is at most this many days after the incident.
const LATEST: i32 = 31;

/// Sets the day if the moments do not give one.
pub(in crate::review) fn fill(
    review: &mut Review,
    deferred: &Deferred,
    written: Option<Date>,
    first: Option<FirstDay>,
    problems: &mut Vec<Diagnostic>,
) {
    let moments = &review.moments;
    if moments.started.or(moments.detected).or(moments.resolved).is_some() || deferred.day.is_some() {
        return;
    }
    let in_path = infer::date_in_path(&review.source);
    let day_first = day_first_in(review);
    // Of a mail the label tells the day of writing.
    let is_mail = is_mail(review);
    let of_mail = written.filter(|_| is_mail);
    let filed = deferred.post.or(review.published).or(of_mail).or(in_path).or(written);
    let label = by_label(review, deferred.post.is_some() || is_mail, day_first);
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
    if deferred.starts {
        return;
    }
    if let Some((date, origin)) = in_title(review, day_first) {
        return match first.filter(|first| is_misprinted(date, first, in_path)) {
            Some(first) => {
                let origin = timeline_origin(review);
                set(review, first.day, origin);
            }
            None => set(review, date, Some(origin)),
        };
    }
    let of_timeline = match (filed, first) {
        // The day of a file or a post may be the day of writing.
        (Some(filed), Some(first)) if first.day < filed => Some(first.day),
        // Steps of many days without a clock: any of them may be meant.
        (None, Some(first)) => Some(first.day).filter(|_| first.has_clocks || first.is_short),
        _ => None,
    };
    if let Some(day) = of_timeline {
        let origin = timeline_origin(review);
        return set(review, day, origin);
    }
    let is_post = deferred.post.is_some() || review.published.is_some() || is_mail;
    if first.is_none()
        && let Some((date, origin, until)) = in_prose(review, filed)
        && (is_post || [None, Some(date), until].contains(&in_path))
    {
        return set(review, date, Some(origin));
    }
    if first.is_none()
        && let Some((date, origin)) = filed.and_then(|filed| in_title_before(review, filed))
    {
        return set(review, date, Some(origin));
    }
    if let Some(date) = review.date.filter(|date| in_path == Some(*date)) {
        set(review, date, Some(Origin::of_file_name()));
    }
}

/// Whether the day in the title is misprinted: the file's name and the timeline agree upon another. A timeline that begins earlier than
/// the title says does not show that: its first rows may be of a cause.
fn is_misprinted(title: Date, first: &FirstDay, in_path: Option<Date>) -> bool {
    first.has_clocks && title != first.day && in_path == Some(first.day)
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

/// The only day that the title names in full.
fn in_title(review: &Review, day_first: Option<bool>) -> Option<(Date, Origin)> {
    let at = review.outline.headings.first().map_or(0, |heading| heading.span.start);
    Some((timeline_around::in_title(review, day_first)?, Origin::implied(at)))
}

/// The only day that the title names, without its year, where that is at most [`LONGEST`] days before the day of writing:
/// `Outage of September 26`.
fn in_title_before(review: &Review, filed: Date) -> Option<(Date, Origin)> {
    let day = written_day::stated_in(&review.title).filter(|_| review.title_is_stated)?;
    let date = date_near(day, Some(filed), None)?;
    let at = review.outline.headings.first().map_or(0, |heading| heading.span.start);
    ((0..=LONGEST).contains(&(filed - date).get_days())).then(|| (date, Origin::implied(at)))
}

/// A day on which something is said to have begun or been, and the day up to which it went on.
type Began = (Day, Option<Day>);

/// Such days: at the start of the text, or after a word such as *on* or *since*.
fn began(text: &str) -> Vec<Began> {
    const LONGEST_WORD: usize = 20;
    let mut days: Vec<_> = read_span(text.trim_start()).into_iter().collect();
    let starts = text.match_indices(' ').map(|(at, _)| at + 1);
    for start in starts {
        let lead: Vec<_> = text[..start].chars().rev().take(LONGEST_WORD).collect();
        let before = lead.into_iter().rev().collect::<String>().to_lowercase();
        let is_before = |word: &str| {
            before.trim_end().strip_suffix(word.trim_end()).is_some_and(|lead| !lead.ends_with(char::is_alphanumeric))
        };
        // The day of a meeting about it is another one.
        let is_of_meeting = || names::of("meeting before a day").iter().any(|name| is_before(name));
        if BEFORE_DAY.iter().any(|word| is_before(word)) && !is_of_meeting() {
            days.extend(read_span(&text[start..]));
        }
    }
    days
}

/// The day of the first sentence about a failure that names one in full and no other: further down may be the day of a cause.
fn of_failure(text: &str) -> Option<Began> {
    let is_told = |one: &&str| tells_of_failure(one) && !names::is_within("meeting before a day", &words(one));
    let day = |one: &str| {
        let all = written_day::all_in(one);
        let first = *all.first().filter(|day| matches!(day, Day::Full(_)))?;
        all.iter().all(|other| *other == first).then_some((first, None))
    };
    sentences(text).filter(is_told).find_map(day)
}

/// `November 11`, and with its end `November 11 and November 15, 2025`.
fn read_span(text: &str) -> Option<Began> {
    let (day, until, _) = written_day::span(text)?;
    Some((day, until))
}

/// Whether a place stands below a heading of what came later: tasks, lessons, questions.
fn is_later(review: &Review, at: usize) -> bool {
    review.outline.headings.iter().filter(|heading| heading.content.contains(&at)).any(|heading| {
        let is_told = |label| matches!(label, Label::Field(Section::Summary | Section::Timeline | Section::Factors));
        label(&heading.text).is_some_and(|label| !is_told(label)) || is_possible_actions(&heading.text)
    })
}

/// The only day in the whole text about a failure, where the first paragraphs name it outside of a label.
fn only_day(review: &Review) -> Option<(Date, Origin, Option<Date>)> {
    const PARAGRAPHS: usize = 2;
    let mentioned = review.mentioned();
    let mut full = mentioned.full.iter();
    let day = *full.next().filter(|_| full.next().is_none())?;
    let is_one = mentioned.days.iter().all(|other| date_near(*other, Some(day), None) == Some(day));
    let paragraphs = review.blocks.all().iter().filter_map(|block| match block {
        Block::Paragraph { span } => Some(span.clone()),
        _ => None,
    });
    let mut named = paragraphs.take(PARAGRAPHS).filter(|span| {
        let text = plain_text(&review.body()[span.clone()]);
        !is_label_line(&text)
            && said_in(&text, || None).is_none()
            && written_day::all_in(&text).contains(&Day::Full(day))
    });
    // A text that nothing fails in names a day for other reasons.
    let is_about_failure = || tells_of_failure(&review.title) || tells_of_failure(&plain_text(review.body()));
    let at = named.next().filter(|_| is_one && is_about_failure())?.start;
    Some((day, Origin::implied(at), None))
}

/// The day that the first paragraphs tell of: the only one in its paragraph; one without a year is of the days before the post. The day
/// up to which it went on is given beside it.
fn in_prose(review: &Review, filed: Option<Date>) -> Option<(Date, Origin, Option<Date>)> {
    const PARAGRAPHS: usize = 6;
    const BYTES: usize = 4_000;
    let body = review.body();
    let paragraphs = review.blocks.within(&(0..BYTES)).iter().filter_map(|block| match block {
        Block::Paragraph { span } => Some(span),
        _ => None,
    });
    let texts = paragraphs.filter(|span| !is_later(review, span.start));
    let texts = texts.map(|span| (plain_text(&body[span.clone()]), span.start));
    let is_told = |text: &str| !is_label_line(text) && said_in(text, || None).is_none();
    let mut prose = texts.filter(|(text, _)| is_told(text)).take(PARAGRAPHS);
    let told = prose.find_map(|(text, at)| {
        let mut days = began(&text);
        // Lines with labels are a header.
        let is_prose = || !body[at..].lines().take_while(|line| !line.trim().is_empty()).any(is_label_line);
        if days.is_empty() && is_prose() {
            days.extend(of_failure(&text));
        }
        (!days.is_empty()).then_some((days, at))
    });
    let Some((days, at)) = told else { return only_day(review) };
    let near = |day: Day| match day {
        Day::Full(day) => Some(day),
        Day::OfYear { .. } => date_near(day, filed, None),
        Day::Figures { .. } => None,
    };
    let all: Vec<_> = days.iter().filter_map(|(day, until)| Some((near(*day)?, until.and_then(near)))).collect();
    let (first, until) = *all.first()?;
    // Of a post the first day that it tells; of a review that names several, none.
    let is_one = all.len() == days.len() && all.iter().all(|(day, _)| *day == first);
    let certainty = match filed {
        Some(filed) if first <= filed && (filed - first).get_days() <= LONGEST => Certainty::Implied,
        None if is_one => Certainty::Implied,
        _ => Certainty::Guessed,
    };
    Some((first, Origin { at: Some(at), certainty }, until))
}

#[cfg(test)]
mod tests {
    use super::began;

    #[test]
    fn the_day_of_a_meeting_is_not_that_of_the_incident() {
        assert_eq!(began("The preview on May 1, 2026 was down.").len(), 1);
        assert!(began("We asked why in the review on May 1, 2026.").is_empty());
    }
}
