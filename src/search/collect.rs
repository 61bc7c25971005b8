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

/// Counts in parallel and joins the counts of neighbours, so that memory grows with the postings only.
pub(crate) fn collect(documents: &[Document], language: Language) -> Postings {
    let parts = documents.par_chunks(STRETCH).enumerate();
    let parts = parts.map(|(n, documents)| Part::of(n * STRETCH, documents, language));
    let Part { mut terms, words, lengths, written } = parts.reduce(Part::default, Part::and);
    for postings in terms.iter_mut().flat_map(|term| &mut term.holders) {
        postings.shrink_to_fit();
    }
    let postings = Postings { terms, words, lengths, stop: BTreeSet::new() };
    if language.has_forms() { stems::stemmed(postings, &written, language) } else { postings }
}

/// Joins two sorted lists; `join` adds the second to the first where both have the same text.
fn merge<T>(first: Vec<T>, second: Vec<T>, text: impl Fn(&T) -> &str, join: impl Fn(&mut T, T)) -> Vec<T> {
    let mut all = Vec::with_capacity(first.len().max(second.len()));
    let mut first = first.into_iter().peekable();
    for item in second {
        while let Some(before) = first.next_if(|before| order(text(before), text(&item)).is_le()) {
            all.push(before);
        }
        match all.last_mut().filter(|last| text(last) == text(&item)) {
            Some(last) => join(last, item),
            None => all.push(item),
        }
    }
    all.extend(first);
    all
}

/// The counts of a word within a part.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    documents: u32,
    /// The last document, counted from 1.
    last: u32,
    is_name: bool,
}

impl Seen {
    fn word(self, text: String) -> Word {
        Word { text, documents: self.documents, is_name: self.is_name, own_term: None, written: None }
    }
}

/// The counts of some documents; terms and words are sorted.
#[derive(Default)]
struct Part {
    terms: Vec<Term>,
    words: Vec<Word>,
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
        let mut terms: Vec<_> = terms.into_iter().map(|(text, holders)| Term { text, holders }).collect();
        let mut words: Vec<_> = words.into_iter().map(|(text, seen)| seen.word(text)).collect();
        terms.sort_unstable_by(|a, b| order(&a.text, &b.text));
        words.sort_unstable_by(|a, b| order(&a.text, &b.text));
        Self { terms, words, lengths, written }
    }

    /// The counts of these documents and of those that follow them.
    fn and(mut self, next: Self) -> Self {
        let more = |all: &mut Term, more: Term| {
            all.holders.iter_mut().zip(more.holders).for_each(|(all, more)| all.extend(more));
        };
        self.terms = merge(self.terms, next.terms, |term| &term.text, more);
        let more = |word: &mut Word, more: Word| {
            word.documents += more.documents;
            word.is_name |= more.is_name;
        };
        self.words = merge(self.words, next.words, |word| &word.text, more);
        self.lengths.extend(next.lengths);
        self.written.extend(next.written);
        self
    }
}

/// Whether the lexicon may contain a word from this field and place. With forms it contains all words, because the
/// browser needs their terms.
pub(crate) fn is_listed(language: Language, field: usize, place: Place) -> bool {
    language.has_forms() || (field != EXPANSION && place != Place::Compound)
}

fn hold(terms: &mut HashMap<String, Holders>, term: &str, field: usize, document: u32) {
    let add = |holders: &mut Holders| {
        let Some(postings) = holders.get_mut(field) else { return };
        match postings.last_mut().filter(|posting| posting.document == document) {
            Some(posting) => posting.count += 1,
            None => postings.push(Posting { document, count: 1 }),
        }
    };
    match terms.get_mut(term) {
        Some(holders) => add(holders),
        None => add(terms.entry(term.to_owned()).or_default()),
    }
}

fn see(words: &mut HashMap<String, Seen>, word: &str, document: u32, is_name: bool) {
    let add = |seen: &mut Seen| {
        seen.is_name |= is_name;
        if seen.last != document + 1 {
            seen.last = document + 1;
            seen.documents += 1;
        }
    };
    match words.get_mut(word) {
        Some(seen) => add(seen),
        None => add(words.entry(word.to_owned()).or_default()),
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
