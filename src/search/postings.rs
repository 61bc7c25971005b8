//! The documents of each term, by field, with counts.

use std::collections::{BTreeMap, BTreeSet};

use super::order::order;
use super::word::Word;

/// The number of fields of a document, each with its own weight: title, learnings, meta, body, expansion.
pub(crate) const FIELDS: usize = 5;

/// The index of the field with names of services, tags and the like.
pub(crate) const META: usize = 2;
/// The index of the field with the text of the page.
pub(crate) const BODY: usize = 3;
/// The index of the field with words that are on no page.
pub(crate) const EXPANSION: usize = 4;

/// A document that contains a term, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    pub(crate) count: u32,
}

/// The documents of a term by field, sorted.
pub(crate) type Holders = [Vec<Posting>; FIELDS];

/// A term and its documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) text: String,
    pub(crate) holders: Holders,
}

/// The postings of a library; terms and words are in UTF-16 order, which is that of JavaScript.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Postings {
    pub(crate) terms: Vec<Term>,
    pub(crate) words: Vec<Word>,
    /// Terms in the body of each document.
    pub(crate) lengths: Vec<u32>,
    /// Words that are left out, in a language with forms.
    pub(crate) stop: BTreeSet<String>,
    /// How many documents have each heading.
    pub(crate) headings: BTreeMap<String, u32>,
}

/// Finds a term by its text.
pub(crate) fn find<'t>(terms: &'t [Term], text: &str) -> Option<&'t Term> {
    terms.get(terms.binary_search_by(|term| order(&term.text, text)).ok()?)
}
