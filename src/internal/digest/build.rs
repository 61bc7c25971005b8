//! A week put together.

use super::{Calendar, Choice, Digest, Events, Featured, Fresh, Minutes, Revised, Saved, Week};
use super::{actions, agenda, archive, kinds, lesson, patterns, questions};
use crate::internal::library::Library;
use crate::internal::review::{ActionStatus, Points};
use crate::text::count;

/// Points of what went well, in all; in a week with more, each review has its first.
const SAVED: usize = 12;

/// The digest of a week.
pub(in crate::internal) fn digest(library: &Library, calendar: &Calendar, week: Week) -> Digest {
    let nothing = Events::default();
    let events = calendar.events(week).unwrap_or(&nothing);
    let as_of = calendar.as_of(week);
    let fresh = |review: usize| Fresh {
        review,
        dated: library.published[review].map(|published| published.dated),
        revisions: revisions_of(events, review),
        open_actions: actions::open_on(library, review, as_of),
    };
    let sorted = lesson::by_weight(library, &events.new);
    let mut late = late(library, calendar, week);
    let featured = lesson::lesson(library, calendar, week, &late, fresh);
    let told = featured.as_ref().map(|featured| featured.fresh.review);
    late.retain(|i| Some(*i) != told);
    let others = sorted.iter().filter(|i| Some(**i) != told).map(|i| fresh(*i));
    let is_incident = |fresh: &Fresh| {
        let kind = &library.reviews[fresh.review].kind;
        library.config.kind(kind).is_none_or(crate::config::Kind::is_incident)
    };
    let (new, signals): (Vec<_>, Vec<_>) = others.partition(is_incident);
    let mut shown = sorted.clone();
    shown.extend(told);
    let (saved, saved_total) = saved(library, &sorted);
    let agenda = agenda::agenda(library, week, featured.iter().map(|f| &f.fresh).chain(&new).chain(&signals));
    let mut digest = Digest {
        week,
        first: week.first(calendar.start),
        last: week.last(calendar.start),
        as_of,
        counts: counts(library, events),
        excluded: excluded(events.restricted),
        quiet: quiet(events, featured.as_ref(), week > calendar.current()),
        revised: revised(events),
        late,
        patterns: patterns::patterns(library, &sorted, as_of),
        actions: actions::followed(library, calendar, week, &sorted),
        archive: archive::archive(library, calendar, week, &shown, &shown),
        lesson: featured,
        new,
        signals,
        saved,
        saved_total,
        agenda,
        minutes: Minutes::default(),
        questions: Vec::new(),
    };
    digest.minutes = agenda::minutes(&digest, &library.config.meeting);
    digest.questions = questions::questions(library, &digest);
    digest
}

fn revisions_of(events: &Events, review: usize) -> Vec<usize> {
    events.revised.iter().filter(|(i, _)| *i == review).map(|(_, revision)| *revision).collect()
}

/// Reviews that were known before this week and changed in it. One that also came out in it stands among the new, with
/// its revisions on its card.
fn revised(events: &Events) -> Vec<Revised> {
    let mut found: Vec<Revised> = Vec::new();
    for (review, revision) in events.revised.iter().filter(|(review, _)| !events.new.contains(review)) {
        match found.last_mut().filter(|last| last.review == *review) {
            Some(last) => last.revisions.push(*revision),
            None => found.push(Revised { review: *review, revisions: vec![*revision] }),
        }
    }
    found
}

/// Reviews of last week that came out after its meeting: nobody has gone through them yet.
fn late(library: &Library, calendar: &Calendar, week: Week) -> Vec<usize> {
    let last = week.plus(-1);
    let met = last.day(library.config.meeting.weekday, calendar.start);
    let after = |i: &usize| library.published[*i].is_some_and(|published| published.on > met);
    let new = calendar.events(last).map_or(&[][..], |events| &events.new);
    lesson::by_weight(library, &new.iter().copied().filter(after).collect::<Vec<_>>())
}

/// What went well, then luck, review by review.
fn saved(library: &Library, reviews: &[usize]) -> (Vec<Saved>, usize) {
    let of = |points: &Points, review: usize, luck: bool, most: usize| {
        let texts = points.items.iter().take(most).map(|point| point.text.clone());
        texts.map(|text| Saved { review, text, luck }).collect::<Vec<_>>()
    };
    let all = |most: usize| {
        let both = reviews.iter().flat_map(|i| {
            let review = &library.reviews[*i];
            [of(&review.went_well, *i, false, most), of(&review.got_lucky, *i, true, most)].concat()
        });
        both.collect::<Vec<_>>()
    };
    let every = all(usize::MAX);
    let total = every.len();
    let mut saved = if total > SAVED { all(1) } else { every };
    saved.truncate(SAVED);
    (saved, total)
}

/// `3 new reviews: 2 incidents, 1 near miss; 1 revised; 4 actions closed`; empty for a week without any of these.
pub(in crate::internal) fn counts(library: &Library, events: &Events) -> String {
    let new = events.new.len();
    let revised = revised(events).len();
    let action = |(i, a): &(usize, usize)| library.reviews[*i].actions[*a].status;
    let declined = events.closed.iter().filter(|place| action(place) == ActionStatus::WontDo).count();
    let done = events.closed.len() - declined;
    let parts = [
        (new > 0).then(|| format!("{}: {}", count(new, "new review", "new reviews"), kinds(library, &events.new))),
        (revised > 0).then(|| count(revised, "review revised", "reviews revised")),
        (done > 0).then(|| count(done, "action closed", "actions closed")),
        (declined > 0).then(|| format!("{declined} decided against")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn excluded(restricted: usize) -> Option<String> {
    let words = if restricted == 1 { "is not listed" } else { "are not listed" };
    (restricted > 0).then(|| format!("{} {words}", count(restricted, "restricted review", "restricted reviews")))
}

fn quiet(events: &Events, featured: Option<&Featured>, to_come: bool) -> Option<String> {
    if !events.new.is_empty() {
        return None;
    }
    let instead = match featured.map(|featured| featured.choice) {
        Some(Choice::Archive) => " The lesson is one of the archive, whose turn it is.",
        Some(Choice::Late) => " The lesson is of a review that came out after last week’s meeting.",
        Some(Choice::Revised) => " The lesson is of a review that was revised.",
        _ => "",
    };
    let said = if to_come { "This week has not begun." } else { "Nothing new this week." };
    Some(format!("{said}{instead}"))
}
