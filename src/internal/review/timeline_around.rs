//! The day, the year and the zone that a document gives for its timeline.

use super::body_found::Found;
use super::labelled::ranked::labelled;
use super::labelled::{day, lines};
use super::languages::names::{self, is_day_first};
use super::languages::words::words;
use super::timeline_moments::{Around, Line};
use super::written_day::{self, Day, date, day_first};
use super::written_time;
use super::{Fact, Review, infer};
use base::zones::{self, Zone};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use markdown::{Heading, plain_text};

/// What the document says of day, year and zone.
///
/// `above` is the day of a heading that the timeline stands under.
pub(super) fn around(
    review: &Review,
    heading: &Heading,
    above: Option<Day>,
    found: &Found,
    is_foreign: bool,
) -> Around {
    let intro = &found.intro;
    let mentioned = review.mentioned();
    let day_first = if is_foreign { day_first_in(review) } else { day_first(&mentioned.days) };
    let said = written_day::stated_in(&heading.text).or_else(|| written_day::stated_in(intro)).or(above);
    let zone = zone_of_heading(&heading.text)
        .or_else(|| zone_of_intro(&plain_text(intro)))
        .or_else(|| review.zone_is_stated.then(|| Zone::One(review.zone.clone())))
        .or_else(|| mentioned.zone.clone())
        .or_else(|| if is_foreign { zone_of_labels(review, &found.lines) } else { None });
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
    let in_label = || if is_foreign { day::labelled_day(review, day_first) } else { None };
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
    // The day that the text tells the incident of, where nothing else names one.
    let told = || review.date.filter(|_| is_foreign && review.origins.iter().any(|(fact, _)| *fact == Fact::Date));
    let is_silent = [in_path, in_text, in_title].iter().all(Option::is_none);
    let filed = filed.or_else(|| if is_silent { told() } else { None });
    let start = review.moments.started.or_else(|| start_in(review, first.or(said).or(filed)));
    Around { start, day: first.or(said).or(filed), near, zone, day_first }
}

/// The zone that a heading states, unless it says that the times are not in it: `Timeline (local, add 7 for UTC)`.
fn zone_of_heading(heading: &str) -> Option<Zone> {
    zones::stated_in(heading).filter(|_| !is_doubted(heading))
}

/// The zone that the first sentence about times states. A sentence that names a zone may be about something else: `The vendor's log is
/// in UTC`.
fn zone_of_intro(intro: &str) -> Option<Zone> {
    const MOST_WORDS: usize = 5;
    let states = |sentence: &&str| {
        let said = words(sentence);
        names::is_within("times", &said) || said.split(' ').count() <= MOST_WORDS
    };
    let sentences = intro.split_inclusive(['.', '。', '\n', ';', ',']).filter(states);
    sentences.filter(|sentence| !is_doubted(sentence)).find_map(zones::stated_in)
}

/// The zone of the labels of the start and the end, where the clock of one of them stands in the timeline.
fn zone_of_labels(review: &Review, lines: &[Line]) -> Option<Zone> {
    let of_kind = |kind: &&str| {
        let found = labelled(review, names::of(kind), |value| {
            written_time::read(value).is_some_and(|time| time.zone.is_some())
        })?;
        let time = written_time::read(&found.value)?;
        Some((time.hours(None)?, time.zone?))
    };
    let stated: Vec<_> = ["label started", "label detected", "label resolved"].iter().filter_map(of_kind).collect();
    let (_, zone) = stated.first()?;
    let is_one = stated.iter().all(|(_, other)| other == zone);
    let is_told = |(clock, _): &(Time, Zone)| lines.iter().any(|line| line.time.hours(line.half) == Some(*clock));
    (is_one && stated.iter().any(is_told)).then(|| zone.clone())
}

/// Whether a text has words of doubt beside the zone that it names: `not UTC`, `2 h ahead of UTC`, `UTC?`.
fn is_doubted(text: &str) -> bool {
    let is_asked =
        || zones::stated_in(text).is_some() && text.trim_end_matches([')', ' ', '*', ':', '.']).ends_with('?');
    names::is_within("doubt", &words(text)) || is_asked()
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
    let days = written_day::all_in(&review.title);
    let mut full = days.into_iter().filter_map(|day| date(day, None, day_first));
    let first = full.next().filter(|_| review.title_is_stated)?;
    full.all(|day| day == first).then_some(first)
}

/// The moment from which times such as `T+15` are counted, as a line at the top states it: `T0 = 19:30 UTC`.
fn start_in(review: &Review, day: Option<Date>) -> Option<Timestamp> {
    const MARKS: [&str; 3] = ["T0", "T+0", "T-0"];
    let behind = |line: &str| {
        let rest = MARKS.iter().find_map(|mark| line.split_once(mark).map(|(_, rest)| rest.trim_start().to_owned()))?;
        let time =
            written_time::read(rest.strip_prefix(['=', ':']).or_else(|| rest.strip_prefix("is "))?.trim_start())?;
        let Some(Zone::One(zone)) = &time.zone else { return None };
        let day = time.day.and_then(|said| date(said, day, None)).or(day)?;
        zone.to_ambiguous_timestamp(day.to_datetime(time.hours(None)?)).unambiguous().ok()
    };
    lines::at_top(review).find_map(|(_, line)| behind(line))
}
