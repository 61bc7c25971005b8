//! Counts the terms and the words of the documents.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use ahash::AHashMap;
use rayon::prelude::*;

use super::analyzer::Analyzer;
use super::bytes::number;
use super::catalogue::Document;
use super::join::{self, Held, Seen};
use super::language::Language;
use super::postings::{BODY, EXPANSION, FIELDS, Holders, META, Posting, Postings};
use super::stems::{self, Written};
use super::words::{self, Place};

/// The number of documents in one unit of parallel work.
const STRETCH: usize = 128;

/// Counts in parallel, and then joins the counts of all parts.
pub(crate) fn collect<D>(documents: impl IndexedParallelIterator<Item = D>, language: Language) -> Postings
where
    D: Borrow<Document> + Send,
{
    let parts = documents.chunks(STRETCH).enumerate();
    let parts: Vec<Part> = parts.map(|(n, documents)| Part::of(n * STRETCH, documents, language)).collect();
    let count = |of: fn(&Part) -> usize| parts.iter().map(of).sum();
    let mut terms = Vec::with_capacity(count(|part| part.terms.len()));
    let mut words = Vec::with_capacity(count(|part| part.words.len()));
    let (mut lengths, mut written, mut headings) = (Vec::new(), Written::default(), BTreeMap::new());
    for part in parts {
        terms.extend(part.terms);
        words.extend(part.words);
        lengths.extend(part.lengths);
        written.extend(part.written);
        for (heading, count) in part.headings {
            *headings.entry(heading).or_default() += count;
        }
    }
    let words = join::words(words);
    let postings = Postings { terms: join::terms(terms), words, lengths, stop: BTreeSet::new(), headings };
    if language.has_forms() { stems::stemmed(postings, &written, language) } else { postings }
}

/// What a part knows of a token. It is looked up once for each place where it stands.
struct Token {
    /// The number of its term; `None` if it is not indexed.
    term: Option<usize>,
    /// Whether the lexicon may contain it.
    is_written: bool,
    seen: Seen,
    /// The last document where it was seen, counted from 1.
    last: u32,
}

impl Token {
    fn see(&mut self, document: u32, is_name: bool) {
        self.seen.is_name |= is_name;
        if self.last != document + 1 {
            self.last = document + 1;
            self.seen.documents += 1;
        }
    }
}

/// The counts of some documents.
struct Part {
    terms: Vec<Held>,
    words: Vec<(Box<str>, Seen)>,
    lengths: Vec<u32>,
    written: Written,
    headings: BTreeMap<String, u32>,
}

impl Part {
    fn of(first: usize, documents: Vec<impl Borrow<Document>>, language: Language) -> Self {
        let (mut tokens, mut terms) = (AHashMap::<String, Token>::default(), Terms::new(language));
        let mut lengths = Vec::with_capacity(documents.len());
        let (mut written, mut headings) = (Written::default(), BTreeMap::new());
        for (n, document) in documents.into_iter().enumerate() {
            let (document, number) = (document.borrow(), number(first + n));
            for heading in document.sections.iter().map(|section| section.heading.as_str()).collect::<BTreeSet<_>>() {
                *headings.entry(heading.to_owned()).or_default() += 1;
            }
            let mut length = 0;
            for (field, text) in fields(document).iter().enumerate() {
                if language.has_forms() {
                    written.count(text);
                }
                for (text, place) in words::placed(text) {
                    let token = tokens.entry(text).or_insert_with_key(|text| terms.token(text));
                    if token.is_written && is_listed(language, field, place) {
                        token.see(number, field == META);
                    }
                    let Some(term) = token.term else { continue };
                    length += u32::from(field == BODY);
                    terms.hold(term, field, number);
                }
            }
            lengths.push(length);
        }
        let words = tokens.into_iter().filter(|(_, token)| token.seen.documents > 0);
        let mut words: Vec<_> = words.map(|(text, token)| (text.into(), token.seen)).collect();
        words.shrink_to_fit();
        Self { terms: terms.held(number(first)), words, lengths, written, headings }
    }
}

/// The terms of a part.
struct Terms {
    analyzer: Analyzer<'static>,
    numbers: AHashMap<String, usize>,
    holders: Vec<Holders>,
}

impl Terms {
    fn new(language: Language) -> Self {
        Self { analyzer: Analyzer::new(language), numbers: AHashMap::default(), holders: Vec::new() }
    }

    /// A token that has not been seen before.
    fn token(&mut self, text: &str) -> Token {
        let Self { analyzer, numbers, holders } = self;
        let term = analyzer.term(text).map(|term| {
            numbers.get(term).copied().unwrap_or_else(|| {
                let number = holders.len();
                holders.push(Holders::default());
                numbers.insert(term.to_owned(), number);
                number
            })
        });
        Token { term, is_written: self.analyzer.language.is_written(text), seen: Seen::default(), last: 0 }
    }

    fn hold(&mut self, term: usize, field: usize, document: u32) {
        let Some(postings) = self.holders.get_mut(term).and_then(|holders| holders.get_mut(field)) else { return };
        match postings.last_mut().filter(|posting| posting.document == document) {
            Some(posting) => posting.count += 1,
            None => postings.push(Posting { document, count: 1 }),
        }
    }

    fn held(self, first: u32) -> Vec<Held> {
        let Self { numbers, holders, .. } = self;
        numbers.into_iter().map(|(text, number)| Held::new(text, &holders[number], first)).collect()
    }
}

/// Whether the lexicon may contain a word from this field and place. With forms it contains all words, because the
/// browser needs their terms.
pub(crate) fn is_listed(language: Language, field: usize, place: Place) -> bool {
    language.has_forms() || (field != EXPANSION && place != Place::Compound)
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
    use rayon::prelude::*;

    use super::super::catalogue::{Document, Section};
    use super::super::language::Language;
    use super::super::order::order;
    use super::{BODY, META, Posting, collect};

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
        let postings = collect(documents.par_iter(), Language::English);
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
