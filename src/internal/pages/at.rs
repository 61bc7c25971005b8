//! A page's path, and the links of its view, relative to it.

use super::Site;
use super::pieces::Link;
use super::route::{Format, list_path, review_path, term_path};
use super::shell::{FeedLink, PageView};
use crate::library::{Dimension, Library, Term};
use base::links;

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

    pub(super) fn review_link(&self, i: usize) -> Link {
        let review = &self.library().reviews[i];
        self.link(review.title.clone(), &review_path(&review.id))
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
