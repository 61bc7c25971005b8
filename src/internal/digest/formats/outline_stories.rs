//! Reviews as parts of a message: the lesson of the week, and lists of reviews.

use super::outline::{Entry, Part, Writer};
use super::words::Words;
use crate::digest::{Change, Choice, Featured, Fresh, Seen, facts};
use crate::library::Dimension;
use crate::review::{ActionStatus, Points, Review};

/// Most reviews in one part of a message; the page has all.
const CARDS: usize = 12;

/// Shown if a presented review has no lesson; otherwise the lesson would seem to have been left out.
const NO_LESSON: &str = "The review names none.";

impl Writer<'_> {
    pub(super) fn lesson(&self) -> Part {
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

    pub(super) fn cards(&self, heading: &str, reviews: &[Fresh]) -> Part {
        let rest = reviews.len().saturating_sub(CARDS);
        let more = (rest > 0).then(|| format!("{rest} more on the page"));
        Part { heading: heading.to_owned(), entries: reviews.iter().take(CARDS).map(|f| self.card(f)).collect(), more }
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

    fn facts(&self, fresh: &Fresh) -> String {
        facts(self.library, fresh, true).join(" · ")
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
}
