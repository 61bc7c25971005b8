//! Counts the terms and the words of the documents.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::analyzer::Analyzer;
use super::bytes::number;
use super::catalogue::Document;
use super::language::Language;
use super::order::order;
use super::postings::{BODY, EXPANSION, FIELDS, Holders, META, Posting, Postings, Term};
use super::stems::{self, Written};
use super::word::Word;
use super::words::{self, Place};

/// The number of documents in one unit of parallel work.
const STRETCH: usize = 128;

/// Counts in parallel and joins the results, so that memory grows with the postings only.
pub(crate) fn collect(documents: &[Document], language: Language) -> Postings {
    let parts = documents.par_chunks(STRETCH).enumerate();
    let parts: Vec<Part> = parts.map(|(n, documents)| Part::of(n * STRETCH, documents, language)).collect();
    let (mut terms, mut words, mut lengths, mut written) = (Vec::new(), Vec::new(), Vec::new(), Written::default());
    for part in parts {
        terms.extend(part.terms);
        words.extend(part.words);
        lengths.extend(part.lengths);
        written.extend(part.written);
    }
    // The sort is stable, so the postings of a term stay in the order of documents.
    terms.par_sort_by(|(a, _), (b, _)| order(a, b));
    words.par_sort_by(|(a, _), (b, _)| order(a, b));
    let (terms, words) = (join_terms(terms), join_words(words));
    let postings = Postings { terms, words, lengths, stop: BTreeSet::new() };
    if language.has_forms() { stems::stemmed(postings, &written, language) } else { postings }
}

fn join_terms(found: Vec<(String, Holders)>) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for (text, holders) in found {
        match terms.last_mut().filter(|term| term.text == text) {
            Some(term) => term.holders.iter_mut().zip(holders).for_each(|(all, more)| all.extend(more)),
            None => terms.push(Term { text, holders }),
        }
    }
    terms
}

fn join_words(found: Vec<(String, Seen)>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (text, seen) in found {
        match words.last_mut().filter(|word| word.text == text) {
            Some(word) => {
                word.documents += seen.documents;
                word.is_name |= seen.is_name;
            }
            None => words.push(Word {
                text,
                documents: seen.documents,
                is_name: seen.is_name,
                own_term: None,
                written: None,
            }),
        }
    }
    words
}

/// The counts of a word within a part.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    documents: u32,
    /// The last document, counted from 1.
    last: u32,
    is_name: bool,
}

/// The result of one unit of work.
struct Part {
    terms: Vec<(String, Holders)>,
    words: Vec<(String, Seen)>,
    lengths: Vec<u32>,
    written: Written,
}

impl Part {
    fn of(first: usize, documents: &[Document], language: Language) -> Self {
        let mut analyzer = Analyzer::new(language);
        let (mut terms, mut words) = (HashMap::<String, Holders>::new(), HashMap::<String, Seen>::new());
        let mut lengths = Vec::with_capacity(documents.len());
        let mut written = Written::default();
        for (n, document) in documents.iter().enumerate() {
            let number = number(first + n);
            let mut length = 0;
            for (field, text) in fields(document).iter().enumerate() {
                if language.has_forms() {
                    written.count(text);
                }
                for (token, place) in words::placed(text) {
                    if is_listed(language, field, place) && language.is_written(&token) {
                        see(&mut words, &token, number, field == META);
                    }
                    let Some(term) = analyzer.term(&token) else { continue };
                    length += u32::from(field == BODY);
                    hold(&mut terms, term, field, number);
                }
            }
            lengths.push(length);
        }
        let (mut terms, mut words): (Vec<_>, Vec<_>) = (terms.into_iter().collect(), words.into_iter().collect());
        terms.sort_unstable_by(|(a, _), (b, _)| order(a, b));
        words.sort_unstable_by(|(a, _), (b, _)| order(a, b));
        Self { terms, words, lengths, written }
    }
}

/// Whether the lexicon may contain a word from this field and place. With forms it contains all words, because the
/// browser needs their terms.
pub(crate) fn is_listed(language: Language, field: usize, place: Place) -> bool {
    language.has_forms() || (field != EXPANSION && place != Place::Compound)
}

fn hold(terms: &mut HashMap<String, Holders>, term: &str, field: usize, document: u32) {
    if !terms.contains_key(term) {
        terms.insert(term.to_owned(), Holders::default());
    }
    let Some(postings) = terms.get_mut(term).and_then(|holders| holders.get_mut(field)) else { return };
    match postings.last_mut().filter(|posting| posting.document == document) {
        Some(posting) => posting.count += 1,
        None => postings.push(Posting { document, count: 1 }),
    }
}

fn see(words: &mut HashMap<String, Seen>, word: &str, document: u32, is_name: bool) {
    if !words.contains_key(word) {
        words.insert(word.to_owned(), Seen::default());
    }
    let Some(seen) = words.get_mut(word) else { return };
    seen.is_name |= is_name;
    if seen.last != document + 1 {
        seen.last = document + 1;
        seen.documents += 1;
    }
}

/// The texts of the fields; headings and texts of the body are on separate lines, so that no word is joined across
/// them.
pub(crate) fn fields(document: &Document) -> [String; FIELDS] {
    let mut body = String::new();
    for section in &document.sections {
        for text in [&section.heading, &section.text] {
            body.push_str(text);
            body.push('\n');
        }
    }
    let [title, learnings, meta, expansion] =
        [&document.title, &document.learnings, &document.meta, &document.expansion].map(Clone::clone);
    [title, learnings, meta, body, expansion]
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::{Document, Section};
    use super::super::language::Language;
    use super::{BODY, META, Posting, collect, order};

    #[test]
    fn terms_are_counted_by_field_and_document() {
        let document = |title: &str, meta: &str, text: &str| Document {
            title: title.into(),
            meta: meta.into(),
            sections: vec![Section { heading: "Impact".into(), text: text.into(), ..Section::default() }],
            ..Document::default()
        };
        // More than one unit of work.
        let mut documents = vec![document("Pools", "farebox", "pool pooled pool")];
        documents.extend((0..300).map(|_| document("Else", "", "the pool")));
        let postings = collect(&documents, Language::English);
        let pool = postings.terms.iter().find(|term| term.text == "pool").unwrap();
        assert_eq!(pool.holders[0], [Posting { document: 0, count: 1 }]);
        assert_eq!(pool.holders[BODY].len(), 301);
        assert_eq!(pool.holders[BODY][0], Posting { document: 0, count: 3 });
        assert!(pool.holders[BODY].is_sorted_by_key(|posting| posting.document));
        assert_eq!(postings.terms.iter().find(|t| t.text == "farebox").unwrap().holders[META].len(), 1);
        assert!(postings.terms.is_sorted_by(|a, b| order(&a.text, &b.text).is_lt()));
        // `the` is not counted, `impact` is.
        assert_eq!(postings.lengths[..2], [4, 2]);
        let words: Vec<_> = postings.words.iter().map(|w| (w.text.as_str(), w.documents, w.is_name)).collect();
        let wanted = [("else", 300, false), ("farebox", 1, true), ("impact", 301, false), ("pool", 301, false)];
        assert_eq!(words[..4], wanted);
    }
}
