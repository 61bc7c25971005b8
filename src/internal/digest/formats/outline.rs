//! A digest as parts, entries and lines of plain text: what plain text and Markdown are written from.

use super::words::Words;
use super::{Address, title};
use crate::digest::{Digest, PATTERN_DAYS, day, days, happened, place_of_meeting, time_of_meeting};
use crate::library::{Dimension, Library};
use base::text::count;

/// The whole message.
pub(super) struct Outline {
    /// `Nine Sounds: week 47, 2026`.
    pub(super) title: String,
    pub(super) lead: Vec<String>,
    pub(super) parts: Vec<Part>,
    /// What the link is called, and its address.
    pub(super) page: (&'static str, String),
}

/// A heading and its entries.
#[derive(Default)]
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) entries: Vec<Entry>,
    /// How many more entries the page has, in words.
    pub(super) more: Option<String>,
}

/// A review, an action, a question.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    /// One line of details.
    pub(super) facts: String,
    /// A label, which may be empty, and a text.
    pub(super) lines: Vec<(&'static str, Words)>,
}

/// Most characters from an old review.
const SHORT: usize = 240;

/// Builds the outline of a digest. Parts without entries are left out.
pub(super) fn outline(library: &Library, digest: &Digest, address: Address<'_>) -> Outline {
    let write = Writer { library, digest, address };
    let week = digest.week;
    let mut lead = vec![days(digest.first, digest.last)];
    lead.extend(digest.quiet.clone());
    lead.extend(Some(format!("{}.", digest.counts)).filter(|_| !digest.counts.is_empty()));
    lead.extend(digest.added.as_ref().map(|words| format!("{words}.")));
    lead.extend(digest.held_over.as_ref().map(|words| format!("{words}.")));
    lead.extend(digest.excluded.as_ref().map(|words| format!("{words}.")));
    let mut parts = vec![write.lesson(), write.cards("Since the last meeting", &digest.late)];
    parts.push(write.cards("New reviews", &digest.new));
    parts.push(write.cards("Near misses and game days", &digest.signals));
    parts.extend([write.revised(), write.saved(), write.patterns(), write.archive(), write.questions()]);
    parts.extend(write.actions());
    parts.push(write.agenda());
    parts.retain(|part| !part.entries.is_empty());
    Outline { title: title(library, week), lead, parts, page: address.week(digest) }
}

pub(super) struct Writer<'a> {
    pub(super) library: &'a Library,
    pub(super) digest: &'a Digest,
    pub(super) address: Address<'a>,
}

impl Writer<'_> {
    /// A review with its title and address.
    pub(super) fn review(&self, i: usize) -> Entry {
        let review = &self.library.reviews[i];
        Entry { title: Some(review.title.clone()), url: Some(self.address.review(&review.id)), ..Entry::default() }
    }

    pub(super) fn notes(&self, i: usize, revisions: &[usize]) -> Vec<(&'static str, Words)> {
        let review = &self.library.reviews[i];
        let revisions = revisions.iter().filter_map(|r| review.revisions.get(*r));
        let note =
            |revision: &crate::review::Revision| Words::of(review, &format!("{}: {}", day(revision.on), revision.note));
        revisions.map(|revision| ("Revised", note(revision))).collect()
    }

    fn revised(&self) -> Part {
        let revised = &self.digest.revised;
        let entry =
            |r: &crate::digest::Revised| Entry { lines: self.notes(r.review, &r.revisions), ..self.review(r.review) };
        Part { heading: "Revised".to_owned(), entries: revised.iter().map(entry).collect(), more: None }
    }

    fn saved(&self) -> Part {
        let entry = |saved: &crate::digest::Saved| {
            let label = if saved.luck { "What saved us" } else { "What went well" };
            let words = Words::of(&self.library.reviews[saved.review], &saved.text);
            Entry { lines: vec![(label, words)], ..self.review(saved.review) }
        };
        let heading = "What went well, what saved us".to_owned();
        let rest = self.digest.saved_total - self.digest.saved.len();
        let more = (rest > 0).then(|| format!("{rest} more in the new reviews"));
        Part { heading, entries: self.digest.saved.iter().map(entry).collect(), more }
    }

    fn patterns(&self) -> Part {
        let entry = |pattern: &crate::digest::Pattern| {
            let term = &self.library.terms_of(pattern.dimension)[pattern.term];
            let (named, more) = pattern.named();
            let mut titles: Vec<_> = named.iter().map(|i| self.library.reviews[*i].title.clone()).collect();
            titles.extend((more > 0).then(|| format!("{more} more")));
            Entry {
                title: Some(term.label.clone()),
                url: Some(self.address.of(&[pattern.dimension.folder(), &term.slug])),
                facts: format!("{} in {PATTERN_DAYS} days", count(pattern.reviews.len(), "review", "reviews")),
                lines: vec![("", titles.join("; ").into())],
            }
        };
        let heading = "Seen again".to_owned();
        Part { heading, entries: self.digest.patterns.iter().map(entry).collect(), more: None }
    }

    fn archive(&self) -> Part {
        let archive = &self.digest.archive;
        let entry = |i: usize, facts: String| {
            let review = &self.library.reviews[i];
            let what = happened(review).map(|text| ("What happened", Words::from(text).within(SHORT)));
            let lesson = review.lesson.clone().map(|text| ("Lesson", Words::from(text).within(SHORT)));
            let lines = what.into_iter().chain(lesson).collect();
            Entry { facts, lines, ..self.review(i) }
        };
        let year = |i: &usize| {
            entry(*i, self.library.reviews[*i].date.map(|on| format!("This week in {}", on.year())).unwrap_or_default())
        };
        let mut entries: Vec<_> = archive.years.iter().map(year).collect();
        entries.extend(archive.pick.as_ref().map(|pick| {
            let label =
                |(dimension, place): &(Dimension, usize)| self.library.terms_of(*dimension)[*place].label.clone();
            let shared: Vec<_> = pick.shared.iter().take(3).map(label).collect();
            let with = pick.with.map(|i| format!(" with “{}”", self.library.reviews[i].title));
            entry(pick.review, format!("In common{}: {}", with.unwrap_or_default(), shared.join(", ")))
        }));
        Part { heading: "From the archive".to_owned(), entries, ..Part::default() }
    }

    fn agenda(&self) -> Part {
        let agenda = &self.digest.agenda;
        let next = agenda.next.map(|next| ("Next", time_of_meeting(next).into()));
        let heading = "The meeting".to_owned();
        let Some(occasion) = agenda.occasion else {
            if !agenda.is_skipped {
                return Part::default();
            }
            let mut lines = vec![("", Words::from(agenda.why_not_alone()))];
            lines.extend(next);
            let entry = Entry { title: Some(agenda.name.clone()), lines, ..Entry::default() };
            return Part { heading, entries: vec![entry], ..Part::default() };
        };
        let item =
            |item: &crate::digest::Item| ("", format!("{} {} ({} min)", item.at, item.what, item.minutes).into());
        let mut lines: Vec<(&'static str, Words)> = agenda.items.iter().map(item).collect();
        let facilitator = agenda.facilitator.as_deref().or(agenda.no_facilitator);
        lines.extend(facilitator.map(|name| ("Facilitator", name.into())));
        lines.extend(agenda.presentations.iter().map(|presentation| {
            let title = &self.library.reviews[presentation.review].title;
            let (minutes, who) = (presentation.minutes, presentation.presenters.words());
            ("Story", format!("{title} ({minutes} min), {who}").into())
        }));
        lines.extend(next);
        let when = place_of_meeting(self.library, occasion);
        let entry = Entry { title: Some(agenda.name.clone()), url: agenda.link.clone(), facts: when, lines };
        Part { heading, entries: vec![entry], ..Part::default() }
    }

    fn questions(&self) -> Part {
        let entry = |question: &crate::digest::Question| Entry {
            lines: vec![("", question.text.as_str().into())],
            ..Entry::default()
        };
        let heading = self.digest.talk().to_owned();
        Part { heading, entries: self.digest.questions.iter().map(entry).collect(), ..Part::default() }
    }
}
