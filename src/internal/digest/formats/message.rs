//! A digest as a short message: what happened, the lesson, when and where the meeting is, and three links. No person is named: their teams are.

use super::unnamed::Unnamed;
use super::words::Words;
use super::{Address, title};
use crate::digest::{Change, Choice, Digest, Featured, Fresh, days, facts, place_of_meeting, weekday};
use crate::library::Library;
use crate::review::{ActionStatus, Review};
use base::text::count;

/// The text before the links.
pub(super) struct Message {
    /// `Nine Sounds: week 47, 2026`.
    pub(super) title: String,
    /// The days of the week, and how many reviews were published in it.
    pub(super) lead: String,
    /// `The lesson of the week`, and the title of the review that it comes from.
    pub(super) lesson: Option<(&'static str, String)>,
    /// A label and a text, in reading order; the least important come last.
    pub(super) lines: Vec<(&'static str, Words)>,
    /// When and where the meeting is.
    pub(super) meeting: Option<String>,
    /// At most three.
    pub(super) links: Vec<(&'static str, String)>,
}

/// A label with its text, which still names people, and the most characters to tell of it.
struct Line {
    label: &'static str,
    words: Words,
    most: usize,
}

impl Line {
    fn whole(label: &'static str, words: impl Into<Words>) -> Self {
        Self { label, words: words.into(), most: usize::MAX }
    }

    fn within(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

/// Most characters of one text.
const LONG: usize = 420;
const SHORT: usize = 240;
/// Most lessons, and most titles of other reviews.
const LESSONS: usize = 3;
const TITLES: usize = 5;
/// Actions that are named.
const ACTIONS: usize = 2;

pub(super) fn message(library: &Library, digest: &Digest, address: Address<'_>) -> Message {
    let week = digest.week;
    let mut lead = vec![days(digest.first, digest.last)];
    lead.extend(digest.quiet.clone().map(|words| words.trim_end_matches('.').to_owned()));
    lead.extend(Some(digest.counts.clone()).filter(|counts| !counts.is_empty()));
    lead.extend(digest.added.clone());
    lead.extend(digest.held_over.clone());
    let mut lines = digest.lesson.as_ref().map(|featured| story_lines(library, featured)).unwrap_or_default();
    // Three links are enough for a message: the first of them has these.
    lines.extend(others(library, digest));
    let told = digest.stories().map(|fresh| fresh.review);
    // What changed after the last time is told in the words of another review.
    let again = digest.lesson.iter().filter_map(|featured| featured.fresh.story.again.as_ref());
    let named = told.chain(again.flat_map(|again| &again.changed).map(|(review, _)| *review));
    let unnamed = Unnamed::of(library, named);
    // A name that is cut in two would not be found any more.
    let written = |line: Line| (line.label, line.words.with(|text| unnamed.replacements(text)).within(line.most));
    let lines = lines.into_iter().map(written).collect();
    let mut links = vec![address.week(digest)];
    links.extend(
        digest
            .lesson
            .as_ref()
            .map(|featured| ("The whole review", address.review(&library.reviews[featured.fresh.review].id))),
    );
    let is_held = digest.agenda.occasion.is_some();
    let place = digest.agenda.link.clone().filter(|_| is_held).map(|link| ("Where we meet", link));
    links.push(place.unwrap_or_else(|| ("All actions", address.of(&["actions"]))));
    Message {
        title: title(library, week),
        lead: format!("{}.", lead.join(". ").trim_end_matches('.')),
        lesson: digest
            .lesson
            .as_ref()
            .map(|featured| (featured.choice.heading(), unnamed.text(&library.reviews[featured.fresh.review].title))),
        lines,
        meeting: meeting(library, digest),
        links,
    }
}

fn story_lines(library: &Library, featured: &Featured) -> Vec<Line> {
    let review = &library.reviews[featured.fresh.review];
    let story = &featured.fresh.story;
    let mut lines = vec![Line::whole("Facts", facts(library, &featured.fresh, false).join(" · "))];
    lines.push(Line::whole("What happened", story.happened_words()));
    lines.extend(story.affected.clone().map(|text| Line::whole("Who was affected", text).within(SHORT)));
    lines.extend(story.again.as_ref().map(|again| Line::whole("It came back", again.words.clone())));
    lines.extend(story.later.as_ref().map(|later| Line::whole("It came back later", later.words.clone())));
    lines.extend(story.again.as_ref().and_then(|again| {
        let done = again.changed.iter().filter(|(_, action)| action.status == ActionStatus::Done);
        let done: Vec<_> = done.map(|(i, action)| library.reviews[*i].words_of(&action.title)).collect();
        (!done.is_empty()).then(|| Line::whole("Changed after the last time", done.join("; ")).within(SHORT))
    }));
    let surprise = review.surprises.items.first();
    lines.extend(surprise.map(|point| Line::whole("Surprise", Words::of(review, &point.text)).within(LONG)));
    let lessons = review.learnings.items.iter().take(LESSONS);
    lines.extend(lessons.map(|point| Line::whole("Lesson", Words::of(review, &point.text)).within(LONG)));
    lines.extend(changes(review, featured).map(|(label, words)| Line::whole(label, words)));
    lines.push(Line::whole("Why this one", featured.why.clone()));
    lines
}

/// How many actions there are, and the first two. Of a new review, what was decided against changes nothing.
fn changes(review: &Review, featured: &Featured) -> Option<(&'static str, String)> {
    let is_old = featured.choice == Choice::Archive;
    let is_change = |change: &&Change| is_old || change.action.status != ActionStatus::WontDo;
    let changes: Vec<_> = featured.fresh.story.changes.iter().filter(is_change).collect();
    let named: Vec<_> = changes.iter().take(ACTIONS).map(|change| change.words(review)).collect();
    let label = if is_old { "What became of its actions" } else { "What changes" };
    let more = changes.len().saturating_sub(ACTIONS);
    let more = if more > 0 { format!("; {more} more") } else { String::new() };
    (!named.is_empty())
        .then(|| (label, format!("{}: {}{more}", count(changes.len(), "action", "actions"), named.join("; "))))
}

/// The titles of the other reviews of the page: those that are told in the meeting, then those that are to be read.
fn others(library: &Library, digest: &Digest) -> Vec<Line> {
    let first = digest.lesson.as_ref().map(|featured| featured.fresh.review);
    let all = digest.stories().filter(|fresh| Some(fresh.review) != first);
    let (told, read): (Vec<_>, Vec<_>) = all.partition(|fresh| fresh.story.minutes > 0 && !fresh.story.unmet);
    let read_label = if digest.agenda.is_skipped { "Also, on the page of this week" } else { "To read" };
    let named = |label: &'static str, reviews: &[&Fresh]| {
        let mut titles: Vec<_> =
            reviews.iter().take(TITLES).map(|fresh| library.reviews[fresh.review].title.clone()).collect();
        let more = reviews.len().saturating_sub(TITLES);
        titles.extend((more > 0).then(|| count(more, "more review", "more reviews")));
        (!titles.is_empty()).then(|| Line::whole(label, titles.join("; ")))
    };
    [named("Also told", &told), named(read_label, &read)].into_iter().flatten().collect()
}

/// `Learning hour: Thursday 19 November 2026, 14:00 to 15:00, Europe/Copenhagen`; or that there is none this week, and when the
/// next one is.
fn meeting(library: &Library, digest: &Digest) -> Option<String> {
    let agenda = &digest.agenda;
    if let Some(occasion) = agenda.occasion {
        return Some(format!("{}: {}", agenda.name, place_of_meeting(library, occasion)));
    }
    let next = agenda.next.map(|next| format!(" The next is on {}.", weekday(next.start.date())));
    agenda.is_skipped.then(|| format!("{} {}.{}", agenda.name, agenda.why_not(), next.unwrap_or_default()))
}
