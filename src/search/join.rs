//! Joins what the parts of a library count. How long each list becomes is known then, so that each gets the room that it needs.

use rayon::prelude::*;

use super::bytes::number;
use super::order::order;
use super::postings::{FIELDS, Holders, Posting, Term};
use super::word::Word;

/// The terms of all parts.
pub(crate) fn terms(mut parts: Vec<Held>) -> Vec<Term> {
    parts.par_sort_unstable_by(|a, b| order(&a.text, &b.text).then_with(|| a.first().cmp(&b.first())));
    let mut terms = Vec::new();
    let mut parts = parts.into_iter().peekable();
    while let Some(first) = parts.next() {
        let mut same = vec![first];
        while let Some(next) = parts.next_if(|next| next.text == same[0].text) {
            same.push(next);
        }
        let of = |field| same.iter().flat_map(move |held: &Held| held.of(field));
        let holders = std::array::from_fn(|field| {
            let mut all = Vec::with_capacity(of(field).count());
            all.extend(of(field));
            all
        });
        terms.push(Term { text: same.swap_remove(0).text.into(), holders });
    }
    terms
}

/// The words of all parts.
pub(crate) fn words(mut parts: Vec<(String, Seen)>) -> Vec<Word> {
    parts.par_sort_unstable_by(|(a, _), (b, _)| order(a, b));
    parts.dedup_by(|(next, more), (text, seen)| {
        let is_same = next == text;
        if is_same {
            seen.documents += more.documents;
            seen.is_name |= more.is_name;
        }
        is_same
    });
    let word = |(text, Seen { documents, is_name })| Word { text, documents, is_name, own_term: None, written: None };
    parts.into_iter().map(word).collect()
}

/// The documents of a part that have a term. A library has hundreds of thousands of these at once.
pub(crate) struct Held {
    text: Box<str>,
    /// By field.
    postings: Box<[Posting]>,
    /// Where the postings of each field end.
    ends: [u32; FIELDS],
}

impl Held {
    pub(crate) fn new(text: String, holders: &Holders) -> Self {
        let mut end = 0;
        let ends = holders.each_ref().map(|postings| {
            end += number(postings.len());
            end
        });
        Self { text: text.into(), postings: holders.concat().into(), ends }
    }

    /// A document, by which parts with the same term are ordered: each has its own documents.
    fn first(&self) -> Option<u32> {
        self.postings.first().map(|posting| posting.document)
    }

    fn of(&self, field: usize) -> impl Iterator<Item = Posting> + '_ {
        let begin = field.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.postings[begin as usize..self.ends[field] as usize].iter().copied()
    }
}

/// Where a word of the lexicon is.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen {
    pub(crate) documents: u32,
    pub(crate) is_name: bool,
}
