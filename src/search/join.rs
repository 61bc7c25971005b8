//! Joins what the parts of a library count. How long each list becomes is known then, so that each gets the room that it needs.

use rayon::prelude::*;

use super::chunks;
use super::order::order;
use super::postings::{Holders, Term};
use super::word::Word;

/// The terms of all parts, of which the first has the first documents.
pub(crate) fn terms(mut parts: Vec<Held>) -> Vec<Term> {
    // Equal ones come in the order of their documents. A stable sort would need room for all of them once more.
    parts.par_sort_unstable_by(|a, b| order(&a.text, &b.text).then(a.first.cmp(&b.first)));
    let mut terms = Vec::with_capacity(parts.chunk_by(|a, b| a.text == b.text).count());
    let mut parts = parts.into_iter().peekable();
    while let Some(Held { text, packed, .. }) = parts.next() {
        let mut same = vec![chunks::unpacked(&packed)];
        while let Some(next) = parts.next_if(|next| next.text == text) {
            same.push(chunks::unpacked(&next.packed));
        }
        let of = |field: usize| same.iter().map(|holders| holders[field].as_slice()).collect::<Vec<_>>();
        terms.push(Term { text: text.into(), holders: std::array::from_fn(|field| of(field).concat()) });
    }
    terms
}

/// The words of all parts.
pub(crate) fn words(mut parts: Vec<(Box<str>, Seen)>) -> Vec<Word> {
    parts.par_sort_unstable_by(|(a, _), (b, _)| order(a, b));
    parts.dedup_by(|(next, more), (text, seen)| {
        let is_same = next == text;
        if is_same {
            seen.documents += more.documents;
            seen.is_name |= more.is_name;
        }
        is_same
    });
    let word = |(text, Seen { documents, is_name }): (Box<str>, Seen)| Word {
        text: text.into(),
        documents,
        is_name,
        own_term: None,
        written: None,
    };
    parts.into_iter().map(word).collect()
}

/// The documents of a part that have a term, packed: a library has hundreds of thousands of these at once.
pub(crate) struct Held {
    text: Box<str>,
    packed: Box<[u8]>,
    /// The first document of its part.
    first: u32,
}

impl Held {
    pub(crate) fn new(text: String, holders: &Holders, first: u32) -> Self {
        Self { text: text.into(), packed: chunks::packed(holders).into(), first }
    }
}

/// Where a word of the lexicon is.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seen {
    pub(crate) documents: u32,
    pub(crate) is_name: bool,
}
