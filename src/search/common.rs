//! The commonest terms: a paste holds hundreds of words, and these are not worth a file each to ask who has them.

use super::bytes::{Reader, push_text};
use super::postings::{Term, order};

/// How many are told.
const MOST: usize = 1500;

/// In how many documents a term stands, whatever the field.
pub(crate) fn spread(term: &Term) -> usize {
    let mut documents: Vec<u32> = term.holders.iter().flatten().map(|posting| posting.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents.len()
}

/// The terms that most documents hold, in order, each with how many as a power of two.
pub(crate) fn bytes(terms: &[Term]) -> Vec<u8> {
    // By the longest field: near enough, and not every term has to be counted.
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

/// The terms of a file, with their documents to the power of two below.
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
