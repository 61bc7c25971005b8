//! What cards and rows of lists show of a review or a term.

use super::at::At;
use super::dates;
use super::lists::TermCard;
use super::pieces::{Card, Link, SeverityView, StatusView};
use super::route::term_path;
use crate::digest::kinds;
use crate::library::{Dimension, Term};
use crate::review::Status;
use base::text::{count, duration, first_sentences, slug};

/// Most characters of a lesson in a card or a row: three lines of a column. The review's page has all of it.
pub(super) const TEASER: usize = 240;

/// The facets of tables and of the search, with the dimension of each.
pub(super) const FACETS: [(&str, Dimension); 6] = [
    ("severity", Dimension::Severity),
    ("kind", Dimension::Kinds),
    ("service", Dimension::Services),
    ("team", Dimension::Teams),
    ("tag", Dimension::Tags),
    ("year", Dimension::Years),
];

impl<'s> At<'s> {
    pub(super) fn card(&self, i: usize) -> Card {
        let review = &self.library().reviews[i];
        let Link { label: title, href } = self.review_link(i);
        let kind = self.term_link(Dimension::Kinds, &slug(&review.kind));
        let headline = review.headline();
        Card {
            id: review.id.clone(),
            title,
            href,
            happened: review.happened.clone(),
            lesson: review.lesson.as_deref().map(|lesson| first_sentences(lesson, TEASER)),
            kind_key: review.kind.clone(),
            kind,
            severity: review.severity.as_deref().and_then(|key| self.severity(key)),
            status: status(review.status),
            date: review.date.map(dates::date),
            duration: headline.as_ref().map(|figure| duration(figure.seconds)),
            measure: headline.as_ref().map(|figure| figure.brief),
            duration_seconds: headline.map(|figure| figure.seconds),
            services: self.terms_of(Dimension::Services, i),
            tags: self.terms_of(Dimension::Tags, i),
            open_actions: review.open_actions(),
            facets: self.facets(i),
        }
    }

    /// What a review is found by in lists: `severity:sev1 service:checkout`.
    pub(super) fn facets(&self, review: usize) -> String {
        let mut words = Vec::new();
        for (name, dimension) in FACETS.into_iter().chain([("factor", Dimension::Factors)]) {
            for term in self.library().terms_held(dimension, review) {
                words.push(format!("{name}:{}", term.slug));
            }
        }
        words.join(" ")
    }

    /// The label of a term in a list.
    pub(super) fn term_label(&self, dimension: Dimension, term: &'s Term) -> &'s str {
        let kinds = &self.library().config.kinds;
        let kind = || kinds.iter().find(|kind| slug(&kind.key) == term.slug).map(|kind| kind.label.as_str());
        let kind = if dimension == Dimension::Kinds { kind() } else { None };
        kind.unwrap_or(&term.label)
    }

    pub(super) fn term_card(&self, dimension: Dimension, term: &'s Term) -> TermCard {
        let library = self.library();
        let newest = term.reviews.iter().find_map(|i| library.reviews[*i].date);
        TermCard {
            key: term.slug.clone(),
            label: self.term_label(dimension, term).to_owned(),
            href: self.to(&term_path(dimension, &term.slug)),
            description: term.description.clone(),
            count: term.reviews.len(),
            count_words: count(term.reviews.len(), "review", "reviews"),
            latest: newest.map(dates::words),
            latest_iso: newest.map(|date| date.to_string()),
            open_actions: term.open_actions,
            severity: self.term_severity(dimension, term),
            kinds: self.kinds_in_words(&term.reviews),
            strip: None,
        }
    }

    /// The severity that a term stands for.
    pub(super) fn term_severity(&self, dimension: Dimension, term: &Term) -> Option<SeverityView> {
        if dimension == Dimension::Severity { self.severity(&term.slug) } else { None }
    }

    /// The severities of the scale, worst first.
    pub(super) fn scale(&self) -> Vec<SeverityView> {
        self.library().config.severities.iter().filter_map(|severity| self.severity(&severity.key)).collect()
    }

    /// `37 incidents, 5 near misses`: the reviews by kind, without kinds that have none.
    pub(super) fn kinds_in_words(&self, reviews: &[usize]) -> String {
        kinds(self.library(), reviews)
    }

    pub(super) fn severity(&self, key: &str) -> Option<SeverityView> {
        let (rank, severity) = self.library().config.severity(key)?;
        Some(SeverityView {
            key: severity.key.clone(),
            label: severity.label.clone(),
            role: severity.role.as_str().to_owned(),
            priority: severity.priority.clone(),
            meaning: severity.meaning.clone(),
            rank,
            href: self.to(&term_path(Dimension::Severity, &slug(key))),
        })
    }
}

pub(super) fn status(status: Status) -> StatusView {
    let key = Status::ALL.into_iter().find(|(_, s)| *s == status).map_or("not_stated", |(key, _)| key);
    StatusView { key: key.to_owned(), label: status.label().to_owned() }
}
