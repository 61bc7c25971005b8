//! A page's path, and everything that a view links to, relative to it.

use super::lists::TermCard;
use super::pieces::{Card, Link, SeverityView, StatusView};
use super::route::{Format, list_path, review_path, term_path};
use super::shell::{FeedLink, PageView};
use super::{Site, dates};
use crate::digest::kinds;
use crate::library::{Dimension, Library, Term};
use crate::review::Status;
use base::links;
use base::text::{count, duration, first_sentences, slug};

/// A page of a site, given by its path.
#[derive(Clone, Copy)]
pub(super) struct At<'s> {
    pub(super) site: &'s Site,
    pub(super) path: &'s str,
}

/// The data of a page for the base template.
pub(super) struct About {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) class: &'static str,
    pub(super) breadcrumbs: Vec<Link>,
    pub(super) feeds: Vec<FeedLink>,
}

/// The page that a server shows for any address that does not exist.
pub(super) const MISSING: &str = "404.html";

/// Most characters of a lesson in a card or a row: three lines of a column. The review's page has all of it.
pub(super) const TEASER: usize = 240;

impl<'s> At<'s> {
    pub(super) fn library(&self) -> &'s Library {
        &self.site.library
    }

    /// The address of a path of the site: relative, except on the 404 page, which a server shows at any address.
    pub(super) fn to(&self, path: &str) -> String {
        if self.path == MISSING { self.absolute(path) } else { links::relative(self.path, path) }
    }

    fn absolute(&self, path: &str) -> String {
        links::absolute(self.library().config.base_url.as_deref(), path)
    }

    pub(super) fn link(&self, label: impl Into<String>, path: &str) -> Link {
        Link { label: label.into(), href: self.to(path) }
    }

    /// The view of this page for the base template.
    pub(super) fn page(&self, about: About) -> PageView {
        PageView {
            title: about.title,
            description: about.description,
            root: if self.path == MISSING { self.absolute("") } else { links::root(self.path) },
            class: about.class,
            breadcrumbs: about.breadcrumbs,
            feeds: about.feeds,
        }
    }

    pub(super) fn home_crumb(&self) -> Link {
        self.link("Home", "index.html")
    }

    /// The feed of a folder of the site; an empty folder is the root.
    pub(super) fn feed(&self, folder: &str, title: &str) -> FeedLink {
        let path = |format: Format| match folder {
            "" => format.file().to_owned(),
            folder => format!("{folder}/{}", format.file()),
        };
        FeedLink { title: title.to_owned(), atom: self.to(&path(Format::Atom)), json: self.to(&path(Format::Json)) }
    }

    /// A link to the page of a term.
    pub(super) fn to_term(self, dimension: Dimension, term: &Term) -> Link {
        self.link(term.label.as_str(), &term_path(dimension, &term.slug))
    }

    pub(super) fn term_link(&self, dimension: Dimension, slug: &str) -> Link {
        let label = self.library().term(dimension, slug).map_or(slug, |term| term.label.as_str());
        self.link(label, &term_path(dimension, slug))
    }

    /// Links to the terms that a review has in a dimension.
    pub(super) fn terms_of(&self, dimension: Dimension, review: usize) -> Vec<Link> {
        self.library().terms_held(dimension, review).map(|term| self.to_term(dimension, term)).collect()
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

    pub(super) fn review_link(&self, i: usize) -> Link {
        let review = &self.library().reviews[i];
        self.link(review.title.clone(), &review_path(&review.id))
    }

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
        let key = if dimension == Dimension::Severity { self.severity(&term.slug) } else { None };
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
            severity: key,
            kinds: self.kinds_in_words(&term.reviews),
            strip: None,
        }
    }

    /// The severities of the scale, worst first.
    pub(super) fn scale(&self) -> Vec<SeverityView> {
        self.library().config.severities.iter().filter_map(|severity| self.severity(&severity.key)).collect()
    }

    /// `37 incidents, 5 near misses`: the reviews by kind, without kinds that have none.
    pub(super) fn kinds_in_words(&self, reviews: &[usize]) -> String {
        kinds(self.library(), reviews)
    }

    /// Links to the overviews of all indexes, and to the list of all reviews.
    pub(super) fn browse(&self) -> Vec<Link> {
        let mut links = vec![self.link("All reviews", "reviews/index.html")];
        links.extend(Dimension::ALL.map(|d| self.link(d.many(), &list_path(d.folder(), 0))));
        links.push(self.link("Actions", "actions/index.html"));
        links.push(self.link("Weekly digests", "digests/index.html"));
        links
    }
}

/// The facets of tables and of the search, with the dimension of each.
pub(super) const FACETS: [(&str, Dimension); 6] = [
    ("severity", Dimension::Severity),
    ("kind", Dimension::Kinds),
    ("service", Dimension::Services),
    ("team", Dimension::Teams),
    ("tag", Dimension::Tags),
    ("year", Dimension::Years),
];

pub(super) fn status(status: Status) -> StatusView {
    let key = Status::ALL.into_iter().find(|(_, s)| *s == status).map_or("not_stated", |(key, _)| key);
    StatusView { key: key.to_owned(), label: status.label().to_owned() }
}
