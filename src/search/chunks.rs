//! Terms in files of a few kilobytes: a query loads only those with its terms.
//!
//! ```text
//! chunk    = term*
//! term     = text (shared with the term before), mask of fields, length of what follows, field*
//! field    = number of documents, posting*
//! posting  = difference from the document before · 2, plus 1 if a count follows; the count
//! ```
//!
//! Boundaries are chosen by the digest of a term, once a file is large enough. So one more review changes only the
//! files with its terms, and does not shift the boundaries of others.

use sha2::{Digest, Sha256};

use super::bytes::{Reader, number, push_number, push_text};
use super::order::order;
use super::postings::{FIELDS, Holders, Posting, Term};

/// The least size of a file, except for the last. Smaller files would hardly save a query any bytes, because the postings
/// of its own terms are most of what it loads.
const SMALLEST: usize = 2 << 10;
/// The average size of files beyond the smallest.
const USUAL: u64 = 2 << 10;
/// The largest size of a file, unless a single term is larger.
const LARGEST: usize = 8 << 10;

/// The terms from `start` on, up to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The shortest prefix of its first term that is greater than the last term before it.
    pub(crate) start: String,
    pub(crate) bytes: Vec<u8>,
}

/// Splits sorted terms into chunks.
pub(crate) fn chunks(terms: &[Term]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut before = "";
    for term in terms {
        let body = body(&term.holders);
        let size = term.text.len() + body.len() + 4;
        let begins = chunks.last().is_none_or(|chunk| {
            let length = chunk.bytes.len();
            length + size > LARGEST || (length >= SMALLEST && is_border(&term.text, size))
        });
        if begins {
            chunks.push(Chunk { start: start(before, &term.text), bytes: Vec::new() });
        }
        if let Some(chunk) = chunks.last_mut() {
            push_text(&mut chunk.bytes, if begins { "" } else { before }, &term.text);
            push_number(&mut chunk.bytes, mask(&term.holders));
            push_number(&mut chunk.bytes, number(body.len()));
            chunk.bytes.extend(body);
        }
        before = &term.text;
    }
    chunks
}

/// The index of the only chunk that can contain a term.
pub(crate) fn place(starts: &[String], term: &str) -> usize {
    starts.partition_point(|start| order(start, term).is_le()).saturating_sub(1)
}

/// Whether a file begins at a term. The probability is proportional to the size of the term, so that files have the
/// average size. The size is rounded up to a power of two, so that one more posting rarely changes the result.
fn is_border(term: &str, size: usize) -> bool {
    let digest = Sha256::digest(term.as_bytes());
    let hash = digest.iter().take(4).fold(0_u64, |hash, byte| (hash << 8) | u64::from(*byte));
    hash * USUAL < (size.next_power_of_two() as u64) << 32
}

/// The shortest prefix of a term that is greater than `before`.
fn start(before: &str, term: &str) -> String {
    let ends = term.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.into_iter().find(|end| order(&term[..*end], before).is_gt());
    term[..end.unwrap_or(term.len())].to_owned()
}

/// The documents of a term in few bytes.
pub(crate) fn packed(holders: &Holders) -> Vec<u8> {
    let mut out = Vec::new();
    push_number(&mut out, mask(holders));
    out.extend(body(holders));
    out
}

/// The documents that [`packed`] was given.
pub(crate) fn unpacked(bytes: &[u8]) -> Holders {
    let mut reader = Reader(bytes);
    let mask = reader.number();
    mask.and_then(|mask| read_body(reader, mask)).unwrap_or_default()
}

fn mask(holders: &Holders) -> u32 {
    holders.iter().enumerate().filter(|(_, postings)| !postings.is_empty()).map(|(field, _)| 1 << field).sum()
}

fn body(holders: &Holders) -> Vec<u8> {
    let mut out = Vec::new();
    for postings in holders.iter().filter(|postings| !postings.is_empty()) {
        push_number(&mut out, number(postings.len()));
        let mut last = 0;
        for posting in postings {
            let distance = (posting.document - last) << 1;
            last = posting.document;
            if posting.count == 1 {
                push_number(&mut out, distance);
            } else {
                push_number(&mut out, distance | 1);
                push_number(&mut out, posting.count);
            }
        }
    }
    out
}

/// The terms of a chunk; `None` if it is invalid.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<Term>> {
    let mut reader = Reader(bytes);
    let mut terms: Vec<Term> = Vec::new();
    while !reader.is_empty() {
        let text = reader.text(terms.last().map_or("", |term| &term.text))?;
        let mask = reader.number()?;
        let length = reader.number()? as usize;
        let holders = read_body(Reader(reader.take(length)?), mask)?;
        if terms.last().is_some_and(|before| order(&before.text, &text).is_ge()) {
            return None;
        }
        terms.push(Term { text, holders });
    }
    Some(terms)
}

fn read_body(mut reader: Reader<'_>, mask: u32) -> Option<Holders> {
    let mut holders = Holders::default();
    if mask >> FIELDS != 0 {
        return None;
    }
    for (field, postings) in holders.iter_mut().enumerate().filter(|(field, _)| mask >> field & 1 == 1) {
        debug_assert!(field < FIELDS, "a mask has no more bits");
        let mut last = 0_u32;
        for _ in 0..reader.number()? {
            let read = reader.number()?;
            last = last.checked_add(read >> 1)?;
            let count = if read & 1 == 1 { reader.number()? } else { 1 };
            postings.push(Posting { document: last, count });
        }
    }
    reader.is_empty().then_some(holders)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rayon::prelude::*;

    use super::super::catalogue::{Document, Section};
    use super::super::collect::collect;
    use super::super::language::Language;
    use super::{LARGEST, chunks, read};

    fn documents(count: usize) -> Vec<Document> {
        let word = |n: usize, k: usize| format!("word{} ", (n * 7919 + k * k * 31) % 9000);
        let text = |n: usize| (0..120).map(|k| word(n, k)).collect::<Vec<_>>().concat();
        let document = |n| Document {
            title: format!("Review {n}"),
            sections: vec![Section { text: text(n), ..Section::default() }],
            ..Document::default()
        };
        (0..count).map(document).collect()
    }

    #[test]
    fn terms_come_back_from_files_of_their_size() {
        let terms = collect(documents(600).into_par_iter(), Language::English).terms;
        let chunks = chunks(&terms);
        assert!(chunks.len() > 4, "{}", chunks.len());
        assert!(chunks.iter().all(|chunk| chunk.bytes.len() <= LARGEST));
        let read: Vec<_> = chunks.iter().flat_map(|chunk| read(&chunk.bytes).unwrap()).collect();
        assert_eq!(read, terms);
        for pair in chunks.windows(2) {
            assert!(pair[0].start < pair[1].start, "{} {}", pair[0].start, pair[1].start);
        }
    }

    #[test]
    fn one_more_review_leaves_the_borders_where_they_were() {
        let starts = |count| -> BTreeSet<String> {
            chunks(&collect(documents(count).into_par_iter(), Language::English).terms)
                .into_iter()
                .map(|chunk| chunk.start)
                .collect()
        };
        let (before, after) = (starts(600), starts(601));
        let kept = before.intersection(&after).count();
        assert!(kept * 10 >= before.len() * 9, "{kept} of {}", before.len());
    }

    #[test]
    fn what_is_no_chunk_is_refused() {
        let chunk = &chunks(&collect(documents(3).into_par_iter(), Language::English).terms)[0].bytes;
        assert!(read(&[]).is_some_and(|terms| terms.is_empty()));
        assert!(read(&chunk[..chunk.len() - 1]).is_none());
        assert!(read(&[chunk.as_slice(), &[0]].concat()).is_none());
        // The same term twice is out of order.
        assert!(read(&[0, 1, b'a', 0, 0, 0, 1, b'a', 0, 0]).is_none());
    }
}
