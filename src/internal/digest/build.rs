//! Builds the digest of a week.

use jiff::civil::Date;

use super::revised::revised;
use super::{Agenda, Calendar, Choice, Digest, Events, Featured, Fresh, Minutes, Saved, Week};
use super::{actions, agenda, archive, day, kinds, lesson, patterns, plus, questions, series, story, timing};
use crate::library::Library;
use crate::review::{ActionStatus, Points};
use base::text::count;

/// Most points that went well to list in all; if a week has more, each review contributes its first.
const SAVED: usize = 12;

/// The digest of a week.
pub fn digest(library: &Library, calendar: &Calendar, week: Week) -> Digest {
    let nothing = Events::default();
    let events = calendar.events(week).unwrap_or(&nothing);
    let as_of = calendar.as_of(week);
    let fresh = |review: usize| Fresh {
        review,
        dated: library.published[review].map(|published| published.dated),
        revisions: revisions_of(events, review),
        open_actions: actions::open_on(library, review, as_of),
        story: story::story(library, review, as_of),
    };
    let sorted = lesson::by_weight(library, &events.new, as_of);
    let (late, met) = late(library, calendar, week);
    let featured = lesson::lesson(library, calendar, week, &late, fresh);
    let of_lesson = featured.as_ref().map(|featured| featured.fresh.review);
    let is_other = |i: &&usize| Some(**i) != of_lesson;
    // Reviews that have waited longest are presented first.
    let order: Vec<usize> = late.iter().chain(&sorted).filter(is_other).copied().collect();
    let is_incident = |fresh: &Fresh| {
        let kind = &library.reviews[fresh.review].kind;
        library.config.kind(kind).is_none_or(site::config::Kind::is_incident)
    };
    let (new, signals): (Vec<_>, Vec<_>) = sorted.iter().filter(is_other).map(|i| fresh(*i)).partition(is_incident);
    let shown: Vec<_> = sorted.iter().copied().chain(of_lesson).chain(late.iter().copied()).collect();
    // What came back tells of the times before.
    let before = shown.iter().flat_map(|i| library.line_of(*i));
    let shown: Vec<_> = before.chain(shown.iter().copied()).collect();
    let both: Vec<_> = late.iter().chain(&sorted).copied().collect();
    let (saved, saved_total) = saved(library, &sorted);
    let mut digest = Digest {
        week,
        first: week.first(calendar.start),
        last: week.last(calendar.start),
        as_of,
        counts: counts(library, events),
        excluded: excluded(events.restricted),
        added: added(events),
        held_over: held_over(late.len(), met),
        quiet: quiet(events, featured.as_ref(), calendar, week),
        revised: revised(events),
        late: late.iter().filter(is_other).map(|i| fresh(*i)).collect(),
        patterns: patterns::patterns(library, &sorted, plus(as_of, -patterns::WITHIN), as_of),
        actions: actions::followed(library, calendar, week, &both),
        archive: archive::archive(library, calendar, week, &both, &shown),
        lesson: featured,
        new,
        signals,
        saved,
        saved_total,
        agenda: Agenda::default(),
        minutes: Minutes::default(),
        questions: Vec::new(),
    };
    let (blocks, minutes) = timing::share_out(&mut digest, &library.config.meeting, &order);
    digest.minutes = minutes;
    digest.agenda = agenda::agenda(library, &digest, blocks, calendar.is_before(week));
    digest.questions = questions::of_week(library, &digest);
    let unmet = digest.agenda.is_skipped;
    digest.stories_mut().for_each(|fresh| fresh.story.unmet = unmet);
    let old = digest.lesson.as_ref().filter(|lesson| lesson.choice == Choice::Archive).map(|old| old.fresh.review);
    for fresh in digest.stories_mut().filter(|fresh| fresh.story.minutes > 0) {
        fresh.story.questions = questions::of_story(library, fresh, old == Some(fresh.review));
    }
    digest
}

impl Digest {
    /// The heading of the part of the meeting in which everybody speaks about their own services.
    pub fn talk(&self) -> &'static str {
        if self.lesson.is_some() { "Does this apply to us?" } else { "What nearly went wrong?" }
    }

    /// Every review that is presented or listed, in the order of the page.
    pub fn stories(&self) -> impl Iterator<Item = &Fresh> {
        self.lesson.iter().map(|featured| &featured.fresh).chain(&self.late).chain(&self.new).chain(&self.signals)
    }

    fn stories_mut(&mut self) -> impl Iterator<Item = &mut Fresh> {
        let first = self.lesson.iter_mut().map(|featured| &mut featured.fresh);
        first.chain(&mut self.late).chain(&mut self.new).chain(&mut self.signals)
    }
}

fn revisions_of(events: &Events, review: usize) -> Vec<usize> {
    events.revised.iter().filter(|(i, _)| *i == review).map(|(_, revision)| *revision).collect()
}

/// Reviews that came out since the last meeting and before this week, which nobody has gone through yet, and the day of it.
fn late(library: &Library, calendar: &Calendar, week: Week) -> (Vec<usize>, Option<Date>) {
    let config = &library.config;
    let first = week.first(calendar.start);
    let met = series::meeting_of(config, week).and_then(|this| series::meeting_before(config, this.start.date()));
    let Some(met) = met else { return (Vec::new(), None) };
    let waited = |i: &usize| library.published[*i].is_some_and(|published| published.on > met && published.on < first);
    let weeks = calendar.between(Week::of(met, calendar.start), week);
    let waiting: Vec<_> = weeks.flat_map(|events| &events.new).copied().filter(waited).collect();
    (
        lesson::by_weight(library, &waiting, calendar.as_of(week)),
        Some(met).filter(|met| calendar.began().is_none_or(|began| *met >= began)),
    )
}

fn held_over(late: usize, met: Option<Date>) -> Option<String> {
    let (came, told) = if late == 1 { ("review", "is told now") } else { ("reviews", "are told now") };
    // Before the library began, nobody met over it.
    let since =
        met.map_or_else(|| "before this week".to_owned(), |met| format!("after the last meeting, on {}", day(met)));
    (late > 0).then(|| format!("{late} {came} came out {since}, and {told}"))
}

/// `17 older reviews were added`.
pub fn added(events: &Events) -> Option<String> {
    let words = match events.added.len() {
        0 => return None,
        1 => "older review was added",
        _ => "older reviews were added",
    };
    Some(format!("{} {words}", events.added.len()))
}

/// What went well, then luck, for each review.
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
pub fn counts(library: &Library, events: &Events) -> String {
    let new = events.new.len();
    let revised = revised(events).len();
    let action = |(i, a): &(usize, usize)| library.reviews[*i].actions[*a].status;
    let declined = events.closed.iter().filter(|place| action(place) == ActionStatus::WontDo).count();
    let done = events.closed.len() - declined;
    let parts = [
        (new > 0).then(|| format!("{}: {}", count(new, "new review", "new reviews"), kinds(library, &events.new))),
        (revised > 0).then(|| count(revised, "review revised", "reviews revised")),
        (done > 0).then(|| count(done, "action closed", "actions closed")),
        (declined > 0).then(|| match done {
            0 => format!("{} decided against", count(declined, "action", "actions")),
            _ => format!("{declined} decided against"),
        }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn excluded(restricted: usize) -> Option<String> {
    let words = if restricted == 1 { "is not listed" } else { "are not listed" };
    (restricted > 0).then(|| format!("{} {words}", count(restricted, "restricted review", "restricted reviews")))
}

fn quiet(events: &Events, featured: Option<&Featured>, calendar: &Calendar, week: Week) -> Option<String> {
    if !events.new.is_empty() {
        return None;
    }
    let instead = match featured.map(|featured| featured.choice) {
        Some(Choice::Archive) => " The lesson is from the archive.",
        Some(Choice::Late) => " The lesson is of a review that came out after the last meeting.",
        Some(Choice::Revised) => " The lesson is of a review that was revised.",
        _ => "",
    };
    let said = if week > calendar.current() {
        "This week has not begun."
    } else if calendar.as_of(week) < week.last(calendar.start) {
        "Nothing new this week so far."
    } else {
        "Nothing new this week."
    };
    Some(format!("{said}{instead}"))
}
