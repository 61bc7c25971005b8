//! A digest as parts, entries and lines of plain text: what plain text and Markdown are written from.

use super::words::Words;
use super::{Address, title};
use crate::digest::{
    Change, Choice, Digest, Featured, Fresh, PATTERN_DAYS, Seen, day, days, facts, happened, place_of_meeting,
    time_of_meeting,
};
use crate::library::{Dimension, Library};
use crate::review::{ActionStatus, Points, Review};
use base::text::{count, slug};

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

/// Most reviews in one part of a message; the page has all.
const CARDS: usize = 12;

/// Shown if a presented review has no lesson; otherwise the lesson would seem to have been left out.
const NO_LESSON: &str = "The review names none.";

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

    fn facts(&self, fresh: &Fresh) -> String {
        facts(self.library, fresh, true).join(" · ")
    }

    /// A presented review with its story, or a listed one with its lesson.
    fn card(&self, fresh: &Fresh) -> Entry {
        let review = &self.library.reviews[fresh.review];
        let mut lines = self.story(fresh);
        if fresh.story.minutes > 0 {
            lines.extend(Self::learned(review));
            lines.extend(self.changes(fresh, false));
        } else {
            lines.extend(review.learnings.items.first().map(|point| ("Lesson", Words::of(review, &point.text))));
        }
        lines.extend(self.notes(fresh.review, &fresh.revisions));
        lines.extend(fresh.story.questions.iter().map(|question| ("Ask", question.as_str().into())));
        Entry { facts: self.facts(fresh), lines, ..self.review(fresh.review) }
    }

    /// What happened, who was affected, and whether it came back.
    fn story(&self, fresh: &Fresh) -> Vec<(&'static str, Words)> {
        let story = &fresh.story;
        let mut lines = vec![("What happened", Words::from(story.happened_words()))];
        lines.extend(story.affected.clone().map(|text| ("Who was affected", text.into())));
        if let Some(again) = &story.again {
            lines.push(("It came back", again.words.clone().into()));
            for (i, action) in &again.changed {
                let done = action.status == ActionStatus::Done;
                lines.push((
                    if done { "Changed after the last time" } else { "Still open from the last time" },
                    Words::of(&self.library.reviews[*i], &action.title),
                ));
            }
        }
        lines.extend(story.later.as_ref().map(|later| ("It came back later", later.words.clone().into())));
        lines.extend(story.new_to.clone().map(|text| ("New to", text.into())));
        lines
    }

    /// Every surprise and lesson of a presented review.
    fn learned(review: &Review) -> Vec<(&'static str, Words)> {
        let said = |label, points: &Points| {
            points.items.iter().map(|point| (label, Words::of(review, &point.text))).collect::<Vec<_>>()
        };
        let none = review.learnings.items.is_empty().then(|| ("Lesson", NO_LESSON.into()));
        said("Surprise", &review.surprises).into_iter().chain(said("Lesson", &review.learnings)).chain(none).collect()
    }

    /// The contributing factors, in a line.
    fn factors(&self, i: usize) -> Option<(&'static str, Words)> {
        let labels: Vec<_> = self.library.terms_held(Dimension::Factors, i).map(|term| term.label.as_str()).collect();
        (!labels.is_empty()).then(|| ("Contributing factors", labels.join(", ").into()))
    }

    /// What a review changes, an action a line; of an old one, what was done since.
    fn changes(&self, fresh: &Fresh, is_old: bool) -> Vec<(&'static str, Words)> {
        let review = &self.library.reviews[fresh.review];
        let label = |change: &Change| match change.action.status {
            _ if is_old => "What became of its actions",
            ActionStatus::WontDo => "What does not change",
            _ => "What changes",
        };
        let words = |change: &Change| match change.action.reason.as_deref().map(|reason| review.words_of(reason)) {
            Some(reason) if !reason.is_empty() => format!("{}: {reason}", change.words(review)),
            _ => change.words(review),
        };
        fresh.story.changes.iter().map(|change| (label(change), words(change).into())).collect()
    }

    fn notes(&self, i: usize, revisions: &[usize]) -> Vec<(&'static str, Words)> {
        let review = &self.library.reviews[i];
        let revisions = revisions.iter().filter_map(|r| review.revisions.get(*r));
        let note =
            |revision: &crate::review::Revision| Words::of(review, &format!("{}: {}", day(revision.on), revision.note));
        revisions.map(|revision| ("Revised", note(revision))).collect()
    }

    fn lesson(&self) -> Part {
        let Some(featured) = &self.digest.lesson else { return Part::default() };
        Part { heading: featured.choice.heading().to_owned(), entries: vec![self.depth(featured)], ..Part::default() }
    }

    fn depth(&self, featured: &Featured) -> Entry {
        let i = featured.fresh.review;
        let review = &self.library.reviews[i];
        let mut lines = self.story(&featured.fresh);
        lines.extend(self.factors(i));
        lines.extend(Self::learned(review));
        lines.extend(self.changes(&featured.fresh, featured.choice == Choice::Archive));
        let named: Vec<_> = featured.applies_to.iter().map(|name| self.library.configured_label(name)).collect();
        lines.extend((!named.is_empty()).then(|| ("Applies to", named.join(", ").into())));
        let asked: Vec<_> = featured.asked_of.iter().map(|name| self.library.configured_label(name)).collect();
        lines.extend((!asked.is_empty()).then(|| ("Its open questions name", asked.join(", ").into())));
        lines.extend(featured.seen.as_ref().map(|seen| ("Seen elsewhere", self.seen(seen).into())));
        lines.extend(self.notes(i, &featured.fresh.revisions));
        lines.push(("Why this one", featured.why.clone().into()));
        lines.extend(featured.fresh.story.questions.iter().map(|question| ("Ask", question.as_str().into())));
        Entry { facts: self.facts(&featured.fresh), lines, ..self.review(i) }
    }

    /// `“Silence treated as good news” was also seen in Fares, Gangway and 3 more`.
    fn seen(&self, seen: &Seen) -> String {
        let services = self.library.terms_of(Dimension::Services);
        let named: Vec<_> =
            seen.first().filter_map(|place| services.get(place)).map(|service| service.label.as_str()).collect();
        let more = if seen.more() > 0 { format!(" and {} more", seen.more()) } else { String::new() };
        format!("“{}” was also seen in {}{more}", seen.factor, named.join(", "))
    }

    fn cards(&self, heading: &str, reviews: &[Fresh]) -> Part {
        let rest = reviews.len().saturating_sub(CARDS);
        let more = (rest > 0).then(|| format!("{rest} more on the page"));
        Part { heading: heading.to_owned(), entries: reviews.iter().take(CARDS).map(|f| self.card(f)).collect(), more }
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

/// A name for the library that may be used in an id.
pub(super) fn name_of(library: &Library) -> String {
    let name = slug(&library.config.title);
    let plain = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(32).collect::<String>();
    let plain = plain.trim_matches('-').to_owned();
    if plain.is_empty() { "library".to_owned() } else { plain }
}
