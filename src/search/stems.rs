//! Turns words into terms by the stemmers of `elasticlunr`, after a library's words are counted.
//!
//! Accents are removed before words are counted, so that `Storung` finds `Störung`; but stemmers need the original
//! spelling. So the spellings of each word are counted as well, and the most common one is stemmed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use elasticlunr::Pipeline;

use super::language::Language;
use super::order::order;
use super::postings::{BODY, Holders, Posting, Postings, Term};
use super::words::{lower, placed_as_written};

/// The spellings of each word, with counts.
#[derive(Debug, Default)]
pub(crate) struct Written(HashMap<String, BTreeMap<String, u32>>);

impl Written {
    /// Counts the words of a text.
    pub(crate) fn count(&mut self, text: &str) {
        for (token, written) in placed_as_written(text) {
            if !token.chars().all(char::is_alphabetic) {
                continue;
            }
            if !self.0.contains_key(&token) {
                self.0.insert(token.clone(), BTreeMap::new());
            }
            let Some(ways) = self.0.get_mut(&token) else { continue };
            *ways.entry(written).or_default() += 1;
        }
    }

    /// Adds what another part counted.
    pub(crate) fn extend(&mut self, other: Self) {
        #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
        for (token, ways) in other.0 {
            let own = self.0.entry(token).or_default();
            for (written, count) in ways {
                *own.entry(written).or_default() += count;
            }
        }
    }

    /// The most common spelling of each word.
    fn usual(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(token, ways)| {
            let usual = ways.iter().min_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
            (token.as_str(), usual.map_or(token.as_str(), |(written, _)| written))
        })
    }
}

/// The pipeline of `elasticlunr` for a language, without the trimmer, because our words are already trimmed.
fn pipeline(language: Language) -> Option<Pipeline> {
    let mut stock = elasticlunr::lang::from_code(language.code()?)?.make_pipeline();
    let queue = stock.queue.split_off(1);
    Some(Pipeline { queue })
}

/// Turns postings of words into postings of terms.
pub(crate) fn stemmed(counted: Postings, written: &Written, language: Language) -> Postings {
    let Some(pipeline) = pipeline(language) else { return counted };
    let term = |written: &str| pipeline.run(vec![written.to_owned()]).pop().map(|term| lower(&term));
    let usual: HashMap<&str, &str> = written.usual().collect();
    // The browser is told the terms of the words in its lexicon only, so that any other word must be its own term.
    let own = |token: &str, term: String| if Language::Other.is_written(token) { term } else { token.to_owned() };
    let known = usual.iter().map(|(token, written)| (*token, term(written).map(|term| own(token, term))));
    let known: HashMap<&str, Option<String>> = known.collect();
    let Postings { terms, words, mut lengths, headings, .. } = counted;
    let mut stop = BTreeSet::new();
    let mut renamed = Vec::with_capacity(terms.len());
    for Term { text, holders } in terms {
        match known.get(text.as_str()) {
            Some(None) => {
                for posting in &holders[BODY] {
                    if let Some(length) = lengths.get_mut(posting.document as usize) {
                        *length -= posting.count;
                    }
                }
                stop.insert(text);
            }
            Some(Some(term)) => renamed.push(Term { text: term.clone(), holders }),
            None => renamed.push(Term { text, holders }),
        }
    }
    renamed.sort_by(|a, b| order(&a.text, &b.text));
    let mut terms: Vec<Term> = Vec::with_capacity(renamed.len());
    for term in renamed {
        match terms.last_mut().filter(|last| last.text == term.text) {
            Some(last) => join(&mut last.holders, term.holders),
            None => terms.push(term),
        }
    }
    let words = words.into_iter().filter(|word| !stop.contains(&word.text)).map(|mut word| {
        word.own_term = known.get(word.text.as_str()).cloned().flatten().filter(|term| *term != word.text);
        word.written =
            usual.get(word.text.as_str()).filter(|usual| **usual != word.text).map(|usual| (*usual).to_owned());
        word
    });
    Postings { terms, words: words.collect(), lengths, stop, headings }
}

/// Joins the documents of two words of one term.
fn join(all: &mut Holders, more: Holders) {
    for (all, more) in all.iter_mut().zip(more) {
        all.extend(more);
        all.sort_by_key(|posting| posting.document);
        all.dedup_by(|next, kept| {
            let is_same = next.document == kept.document;
            *kept = Posting { count: kept.count + if is_same { next.count } else { 0 }, ..*kept };
            is_same
        });
    }
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::super::catalogue::{Document, Section};
    use super::super::collect::collect;
    use super::super::language::Language;
    use super::super::postings::{BODY, Posting};

    fn terms(language: Language, texts: &[&str]) -> Vec<String> {
        let postings = collect(documents(texts).into_par_iter(), language);
        postings.terms.into_iter().map(|term| term.text).collect()
    }

    fn documents(texts: &[&str]) -> Vec<Document> {
        let document = |text: &&str| Document {
            sections: vec![Section { text: (*text).into(), ..Section::default() }],
            ..Document::default()
        };
        texts.iter().map(document).collect()
    }

    #[test]
    fn words_are_stemmed_as_people_write_them() {
        assert_eq!(
            terms(Language::German, &["Die Störungen der Leitung db-07"]),
            ["db", "db-07", "leitung", "storung"]
        );
        assert_eq!(
            terms(Language::French, &["Les serveurs de la VM et du bus b ont été arrêtés"]),
            ["arret", "b", "bus", "serveur", "vm"]
        );
        // Russian endings contain a letter that folding changes.
        assert_eq!(terms(Language::Russian, &["новый", "новая"]), ["нов"]);
        assert_eq!(terms(Language::Other, &["Störungen"]), ["storungen"]);
    }

    #[test]
    fn postings_of_one_term_are_counted_together() {
        let postings =
            collect(documents(&["Störung, Störungen, die Störung", "Störungen"]).into_par_iter(), Language::German);
        let term = postings.terms.iter().find(|term| term.text == "storung").unwrap();
        assert_eq!(term.holders[BODY], [Posting { document: 0, count: 3 }, Posting { document: 1, count: 1 }]);
        assert_eq!(postings.lengths, [3, 1]);
        assert!(postings.stop.contains("die"));
        let words: Vec<_> = postings.words.iter().map(|word| (word.text.as_str(), word.term())).collect();
        assert_eq!(words, [("storung", "storung"), ("storungen", "storung")]);
    }

    #[test]
    fn the_way_that_stands_most_often_decides() {
        // `für` is a stop word, `Fur` is a name; folded they are the same word.
        let is_found = |text| terms(Language::German, &[text]).contains(&"fur".to_owned());
        assert!(is_found("Fur Fur für") && !is_found("für für Fur"));
    }
}
