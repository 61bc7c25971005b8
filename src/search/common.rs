//! The most common terms: a pasted text has hundreds of words, and the files of common terms should not be loaded for
//! them.

use super::bytes::{Reader, push_text};
use super::order::order;
use super::postings::Term;

/// How many terms are listed.
const MOST: usize = 1500;

/// The number of documents that contain a term in any field.
pub(crate) fn spread(term: &Term) -> usize {
    let mut documents: Vec<u32> = term.holders.iter().flatten().map(|posting| posting.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents.len()
}

/// The most common terms, sorted, each with its number of documents as a power of two.
pub(crate) fn bytes(terms: &[Term]) -> Vec<u8> {
    // By the field with the most documents, which is close enough and avoids counting every term.
    let most = |term: &Term| term.holders.iter().map(Vec::len).max().unwrap_or(0);
    let mut common: Vec<&Term> = terms.iter().filter(|term| most(term) > 2).collect();
    common.sort_by(|a, b| most(b).cmp(&most(a)).then_with(|| order(&a.text, &b.text)));
    common.truncate(MOST);
    common.sort_by(|a, b| order(&a.text, &b.text));
    let mut out = Vec::new();
    let mut before = "";
    for term in common {
        push_text(&mut out, before, &term.text);
        out.push(u8::try_from(spread(term).checked_ilog2().unwrap_or(0)).unwrap_or(0));
        before = &term.text;
    }
    out
}

/// The terms of a file, with their number of documents rounded down to a power of two.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(String, u32)>> {
    let mut reader = Reader(bytes);
    let mut terms: Vec<(String, u32)> = Vec::new();
    while !reader.is_empty() {
        let text = reader.text(terms.last().map_or("", |(text, _)| text))?;
        let documents = 1_u32.checked_shl(u32::from(reader.byte()?))?;
        terms.push((text, documents));
    }
    Some(terms)
}
