//! Builds the digest of a week.

use jiff::civil::Date;

use super::revised::revised;
use super::waiting::Waiting;
use super::{Agenda, Calendar, Choice, Digest, Events, Featured, Fresh, Item, Minutes, Saved, Week};
use super::{actions, agenda, archive, day, kinds, lesson, patterns, plus, questions, story, timing};
use crate::library::Library;
use crate::review::{ActionStatus, Points};
use base::text::count;

/// Most points that went well to list in all; if a week has more, each review contributes its first.
const SAVED: usize = 12;

/// The digest of a week.
pub fn digest(library: &Library, calendar: &Calendar, week: Week) -> Digest {
    let waiting = Waiting::of(library, calendar, week);
    let events = &waiting.events;
    let as_of = calendar.as_of(week);
    let fresh = |review: usize| Fresh {
        review,
        dated: library.published[review].map(|published| published.dated),
        revisions: revisions_of(events, review),
        open_actions: actions::open_on(library, review, as_of),
        story: story::story(library, review, as_of),
    };
    let sorted = lesson::by_weight(library, &events.new, as_of);
    let late = lesson::by_weight(library, &waiting.late, as_of);
    let featured = lesson::lesson(library, calendar, week, &waiting, fresh);
    let of_lesson = featured.as_ref().map(|featured| featured.fresh.review);
    let is_other = |i: &&usize| Some(**i) != of_lesson;
    // Reviews that have waited longest are presented first.
    let order: Vec<usize> = late.iter().chain(&sorted).filter(is_other).copied().collect();
    let is_incident = |fresh: &Fresh| library.is_incident(&library.reviews[fresh.review]);
    let (new, signals): (Vec<_>, Vec<_>) = sorted.iter().filter(is_other).map(|i| fresh(*i)).partition(is_incident);
    let shown: Vec<_> = sorted.iter().copied().chain(of_lesson).chain(late.iter().copied()).collect();
    // What came back tells of the times before.
    let before = shown.iter().flat_map(|i| library.line_of(*i));
    let shown: Vec<_> = before.chain(shown.iter().copied()).collect();
    // Those that are told come first: the lesson, then the others in their order.
    let first: Vec<_> = of_lesson.into_iter().filter(|i| sorted.contains(i) || late.contains(i)).collect();
    let to_tell = [first, order.clone()].concat();
    let (saved, saved_total) = saved(library, &to_tell);
    let mut digest = Digest {
        week,
        has_page: calendar.has_week(week),
        first: week.first(calendar.start),
        last: week.last(calendar.start),
        as_of,
        counts: counts(library, events, &late),
        excluded: excluded(events.restricted),
        added: added(events),
        held_over: None,
        quiet: quiet(events, featured.as_ref(), calendar, week),
        revised: revised(events, &late),
        late: late.iter().filter(is_other).map(|i| fresh(*i)).collect(),
        patterns: patterns::patterns(library, &to_tell, plus(as_of, -patterns::PATTERN_DAYS), as_of),
        actions: actions::followed(library, calendar, week, &waiting, &to_tell),
        archive: archive::archive(library, calendar, week, &to_tell, &shown),
        lesson: featured,
        new,
        signals,
        saved,
        saved_total,
        agenda: Agenda::default(),
        minutes: Minutes::default(),
        questions: Vec::new(),
    };
    let share_out = |digest: &mut Digest| timing::share_out(digest, &library.config.meeting, &order);
    let (mut blocks, mut minutes) = share_out(&mut digest);
    // What lacks an owner or a date is spoken of in the reviews that are told, and which these are is known by now.
    let told: Vec<_> = digest.told().map(|fresh| fresh.review).filter(|i| to_tell.contains(i)).collect();
    let had_actions = !digest.actions.is_empty();
    digest.actions = actions::followed(library, calendar, week, &waiting, &told);
    if had_actions && digest.actions.is_empty() {
        (blocks, minutes) = share_out(&mut digest);
    }
    digest.minutes = minutes;
    digest.held_over = held_over(&digest, &late, waiting.met.filter(|met| calendar.began().is_none_or(|b| *met >= b)));
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

    /// The block of the agenda in which stories are told.
    pub fn stories_block(&self) -> Option<&Item> {
        self.agenda.items.iter().find(|item| item.what == agenda::STORIES)
    }

    /// The block after it, in which everybody speaks.
    pub fn talk_block(&self) -> Option<&Item> {
        self.agenda.items.iter().find(|item| item.what == self.talk())
    }

    /// Those of them that have minutes in the meeting.
    pub fn told(&self) -> impl Iterator<Item = &Fresh> {
        self.stories().filter(|fresh| fresh.story.minutes > 0)
    }

    fn stories_mut(&mut self) -> impl Iterator<Item = &mut Fresh> {
        let first = self.lesson.iter_mut().map(|featured| &mut featured.fresh);
        first.chain(&mut self.late).chain(&mut self.new).chain(&mut self.signals)
    }
}

fn revisions_of(events: &Events, review: usize) -> Vec<usize> {
    events.revised.iter().filter(|(i, _)| *i == review).map(|(_, revision)| *revision).collect()
}

/// `2 reviews came out after the last meeting, on 12 November 2026, and are told now`; how many are told if only some are.
fn held_over(digest: &Digest, late: &[usize], met: Option<Date>) -> Option<String> {
    let told = digest.told().filter(|fresh| late.contains(&fresh.review)).count();
    let be = |n: usize| if n == 1 { "is" } else { "are" };
    let (came, now) = (count(late.len(), "review", "reviews"), late.len() - told);
    // Before the library began, nobody met over it.
    let since =
        met.map_or_else(|| "before this week".to_owned(), |met| format!("after the last meeting, on {}", day(met)));
    let became = match (told, now) {
        (0, 0) => return None,
        (_, 0) => format!(", and {} told now", be(told)),
        (0, _) => format!(", and {} to read", be(now)),
        _ => format!(": {told} {} told now, {now} {} to read", be(told), be(now)),
    };
    Some(format!("{came} came out {since}{became}"))
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

/// `3 new reviews: 2 incidents, 1 near miss; 1 revised; 4 actions closed`; empty for a week without any of these. Revisions of
/// `late` ones are not counted: these are told as new.
pub fn counts(library: &Library, events: &Events, late: &[usize]) -> String {
    let new = events.new.len();
    let revised = revised(events, late).len();
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
