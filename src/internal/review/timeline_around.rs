//! The day, the year and the zone that a document gives for its timeline.

use super::labelled::mail::is_mail;
use super::labelled::{self, TOP_LINES};
use super::languages::names::{self, is_day_first};
use super::languages::words::words;
use super::stated_zone;
use super::timeline_moments::{Around, Line};
use super::written_day::{self, Day, date, day_first};
use super::written_time::{self, WrittenTime};
use super::{Fact, Review, infer};
use base::zones::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use markdown::{Heading, plain_text};

/// What the document says of day, year and zone.
///
/// `above` is the day of a heading that the timeline stands under; `found` are what is said before its first line, and its lines.
pub(super) fn around(
    review: &Review,
    heading: &Heading,
    above: Option<Day>,
    found: (&str, &[Line]),
    is_foreign: bool,
) -> Around {
    let (intro, lines) = found;
    let mentioned = review.mentioned();
    let day_first = if is_foreign { day_first_in(review) } else { day_first(&mentioned.days) };
    let said = written_day::stated_in(&heading.text).or_else(|| written_day::stated_in(intro)).or(above);
    let zone = stated_zone::in_heading(&heading.text)
        .or_else(|| stated_zone::in_note(intro))
        .or_else(|| review.zone_is_stated.then(|| Zone::One(review.zone.clone())))
        .or_else(|| mentioned.zone.clone())
        .or_else(|| if is_foreign { stated_zone::in_labels(review, lines) } else { None });
    let in_zone = match &zone {
        Some(Zone::One(zone)) => zone.clone(),
        _ => review.zone.clone(),
    };
    // Where nobody states a zone, the day of a moment is the one that its label has.
    let has_zone = zone.is_some() || !is_foreign;
    let first = review.moments.started.or(review.moments.detected).filter(|_| has_zone);
    let first = first.map(|at| at.to_zoned(in_zone).date());
    let in_path = infer::date_in_path(&review.source);
    let in_title = if is_foreign { in_title(review, day_first) } else { None };
    // That of a mail is the day of writing.
    let is_of_incident = || is_foreign && !is_mail(review);
    let in_label = || if is_of_incident() { labelled::day::labelled_day(review, day_first) } else { None };
    let in_text = infer::date_in_text(review, &mut Vec::new()).or_else(in_label);
    let near = first.or(in_path).or(in_text).or(in_title).or(review.date);
    let said = said.and_then(|day| date(day, near, day_first));
    let said_otherwise = |day: Date| in_title.is_some_and(|title| title != day);
    let filed = match (in_path, in_text) {
        (Some(path), Some(text)) => (path == text).then_some(path),
        // The title tells the day of the incident, a file's name may tell that of its writing.
        (Some(path), None) if said_otherwise(path) => in_title,
        // So may it where other days near to it stand in the text.
        (Some(path), None) => {
            let is_near = |day: &Date| (*day - path).get_days().abs() <= 30;
            let others =
                mentioned.full.range(..path).next_back().into_iter().chain(mentioned.full.range(path..).next());
            (mentioned.full.contains(&path) || !others.into_iter().any(is_near)).then_some(path)
        }
        (None, Some(text)) if said_otherwise(text) => None,
        (None, text) => text.or(in_title),
    };
    // The day that the text tells the incident of, or a key of the front matter, where nothing else names one. That of a file's name,
    // which stands in no text, may be the day of writing.
    let is_told = review.day_is_of_key || review.origins.iter().any(|(fact, _)| *fact == Fact::Date);
    let told = || review.date.filter(|day| is_foreign && is_told && in_path != Some(*day));
    let is_silent = [in_text, in_title].iter().all(Option::is_none);
    let filed = filed.or_else(|| if is_silent { told() } else { None });
    let start = review.moments.started.or_else(|| start_in(review, first.or(said).or(filed)));
    Around { start, day: first.or(said).or(filed), near, zone, day_first }
}

/// Whether days in figures begin with the day: what the document shows, else its language.
pub(super) fn day_first_in(review: &Review) -> Option<bool> {
    const NAMES: usize = 2;
    day_first(&review.mentioned().days).or_else(|| {
        let named = review.outline.headings.iter().filter(|heading| is_day_first(&words(&heading.text)));
        (named.take(NAMES).count() == NAMES).then_some(true)
    })
}

/// The only day that a title names in full.
pub(super) fn in_title(review: &Review, day_first: Option<bool>) -> Option<Date> {
    let days = written_day::begun_in(&review.title);
    let mut full = days.into_iter().filter_map(|day| date(day, None, day_first));
    let first = full.next().filter(|_| review.title_is_stated)?;
    full.all(|day| day == first).then_some(first)
}

/// The text after `=`, `:` or a form of *to be*.
fn is_that(text: &str) -> Option<&str> {
    let verb = || text.split_once(' ').filter(|(word, _)| names::is("is", &word.to_lowercase())).map(|(_, rest)| rest);
    text.strip_prefix(['=', ':']).or_else(verb)
}

/// The moment from which times such as `T+15` are counted, as a line at the top states it: `T0 = 19:30 UTC`, `T0 is 19:30 UTC`,
/// `on 5 March 2026 at 19:30 UTC (T0)`.
fn start_in(review: &Review, day: Option<Date>) -> Option<Timestamp> {
    const MARKS: [&str; 3] = ["T0", "T+0", "T-0"];
    /// Most bytes of a written day, clock and zone.
    const LONGEST: usize = 80;
    let moment = |time: &WrittenTime, day: Option<Date>| {
        let Some(Zone::One(zone)) = &time.zone else { return None };
        let day = time.day.and_then(|said| date(said, day, None)).or(day)?;
        zone.to_ambiguous_timestamp(day.to_datetime(time.hours(None)?)).unambiguous().ok()
    };
    let after = |line: &str| {
        let rest = MARKS.iter().find_map(|mark| line.split_once(mark).map(|(_, rest)| rest.trim_start().to_owned()))?;
        moment(&written_time::read(is_that(&rest)?.trim_start())?, day)
    };
    let before = |line: &str| {
        let plain = plain_text(line);
        let lead = MARKS.iter().chain(["T"].iter()).find_map(|mark| {
            let (lead, inner) = plain[..plain.find(&format!("{mark})"))?].rsplit_once('(')?;
            inner.is_empty().then_some(lead).or_else(|| inner.ends_with(' ').then_some(lead))
        })?;
        let of_sentence = written_day::stated_in(lead).and_then(|said| date(said, day, None));
        let is_near = |(at, c): &(usize, char)| c.is_ascii_digit() && lead.len() - at <= LONGEST;
        let time = lead.char_indices().filter(is_near).find_map(|(at, _)| {
            let is_word = !lead[..at].ends_with(char::is_alphanumeric);
            written_time::read(&lead[at..]).filter(|time| is_word && time.clock.is_some() && time.rest.is_empty())
        })?;
        moment(&time, of_sentence.or(day))
    };
    review.body().lines().take(TOP_LINES).find_map(|line| after(line).or_else(|| before(line)))
}
