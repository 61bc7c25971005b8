//! The library: all reviews that a site shows, with everything derived from more than one of them.
//!
//! In: parsed reviews. Out: a [`Library`], ordered newest first, with indexes, chains and links resolved.
//! Refuses duplicate ids and broken references.

mod alert_slips;
mod assemble;
mod attachments;
mod chain;
mod check;
mod common_words;
mod index;
mod known;
mod links;
mod name_words;
mod names;
mod odd;
mod odd_days;
mod place;
mod published;
mod reference;
mod related;
mod removed_markup;
mod rewind;
mod teams;
mod terms;
mod text_slips;
mod who;
mod word_or_name;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::review::Review;
use base::clock::Clock;
use index::Index;
use reference::Reference;
use site::config::{Config, Kind};

pub use assemble::Show;
pub use assemble::assemble;
pub(crate) use common_words::never_telling;
pub use known::Known;
pub(crate) use links::named;
pub use links::{Target, resolve};
pub use name_words::{
    account_end, accounts, after_at_signs, is_whole, is_word, mentioned, parts, whole_words, word_end,
};
pub(crate) use names::{Listed, bare, people};
pub use odd::TIMES_OF_TEMPLATE;
pub use published::{Dated, Published, published_on};
pub use related::Related;
pub(crate) use related::related;
pub use rewind::{action_on, closed_after};
pub use terms::{Dimension, Term};
pub use who::{AND, Named, is_common, named as named_in, names_in};

/// Everything that a site is made from.
#[derive(Debug)]
pub struct Library {
    pub config: Config,
    pub clock: Clock,
    /// Newest first; reviews are referred to by their index in this list.
    pub reviews: Vec<Review>,
    /// Pages of a folder that are not reviews. Their indices as sources of links follow those of the reviews.
    pub documents: Vec<Review>,
    /// For each review, the day of its publication.
    pub published: Vec<Option<Published>>,
    /// Reviews that are only counted.
    pub restricted: usize,
    /// The days on which the restricted reviews were published, if known.
    pub restricted_on: Vec<Date>,
    /// The number of drafts that are not shown.
    pub drafts_left_out: usize,
    by_id: BTreeMap<String, usize>,
    by_source: BTreeMap<String, usize>,
    /// Reviews that are not shown, by source, with the reason.
    hidden: BTreeMap<String, Hidden>,
    /// Every term of every dimension, and which reviews have it.
    indexes: BTreeMap<Dimension, Index>,
    /// For each review, the reviews of the same recurring failure, oldest first; empty when it does not recur.
    pub chains: Vec<Vec<usize>>,
    /// For each review, the reviews whose text links to it.
    pub backlinks: Vec<Vec<usize>>,
    /// Files of the library that are not reviews.
    files: BTreeSet<String>,
    /// Files that a page refers to, with the index of the first review or document that does, and where it does.
    pub attachments: BTreeMap<String, (usize, Reference)>,
}

/// A review that the site does not show.
#[derive(Debug)]
struct Hidden {
    id: String,
    /// `restricted`, `a draft`, `published later`.
    why: &'static str,
}

impl Library {
    /// The earlier failures that this one is a recurrence of, oldest first.
    pub fn line_of(&self, i: usize) -> Vec<usize> {
        chain::line(self, i)
    }

    /// The id of the review that this one is a recurrence of, if the site shows it.
    pub fn earlier(&self, review: &Review) -> Option<&str> {
        chain::earlier(self, review).map(|earlier| self.reviews[earlier].id.as_str())
    }

    /// Whether a review is about an incident, as any is whose kind the library does not know.
    pub fn is_incident(&self, review: &Review) -> bool {
        self.config.kind(&review.kind).is_none_or(Kind::is_incident)
    }

    /// The key that sorts reviews by their publication: a new one is the last, however old its incident.
    pub fn publication_order(&self, i: usize) -> (Option<Date>, &str) {
        (self.published.get(i).copied().flatten().map(|published| published.on), &self.reviews[i].id)
    }

    /// The index of the review with this id.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.any_by_id(id).filter(|place| *place < self.reviews.len())
    }

    /// The index of the review or document with this id.
    fn any_by_id(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The review at an index, or the document if the index is beyond the reviews.
    pub fn text(&self, place: usize) -> &Review {
        let documents = place.checked_sub(self.reviews.len()).map(|place| &self.documents[place]);
        documents.unwrap_or_else(|| &self.reviews[place])
    }

    /// The terms of one dimension.
    pub fn terms_of(&self, dimension: Dimension) -> &[Term] {
        self.indexes.get(&dimension).map_or(&[], |index| index.terms.as_slice())
    }

    /// The terms that a review has in a dimension, in the author's order.
    pub fn terms_held(&self, dimension: Dimension, review: usize) -> impl Iterator<Item = &Term> {
        let places = self.places_held(dimension, review);
        places.iter().filter_map(move |place| self.terms_of(dimension).get(*place))
    }

    /// Their indices in the dimension's list.
    pub fn places_held(&self, dimension: Dimension, review: usize) -> &[usize] {
        self.indexes.get(&dimension).map_or(&[], |index| index.held(review))
    }

    /// The term of a dimension with this slug.
    pub fn term(&self, dimension: Dimension, slug: &str) -> Option<&Term> {
        let index = self.indexes.get(&dimension)?;
        index.terms.get(*index.places.get(slug)?)
    }
}
