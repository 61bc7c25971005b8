//! Finds content in search files that is not from the catalogue. A scan of bytes cannot find text in compressed files,
//! so all files are read and compared with the texts of their documents.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::analyzer::Analyzer;
use super::catalogue::{Catalogue, Document};
use super::collect::{collect, fields, is_listed};
use super::forms::Forms;
use super::fragment::Fragment;
use super::index::Index;
use super::synonyms::Settings;
use super::words::placed;

/// Something in the files that should not be there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Foreign {
    /// Where it is, in words: ``search terms of `reviews/x/index.html` ``.
    pub place: String,
    /// What it is; empty for a file that cannot be read.
    pub value: String,
}

/// Everything in the files below `search/` that does not come from the catalogue and the shipped settings: terms,
/// words, texts, labels, and files that are invalid or not part of the search. `files` are all files of the site, by
/// path.
#[must_use]
pub fn foreign(files: &BTreeMap<&str, &[u8]>, catalogue: &Catalogue) -> Vec<Foreign> {
    let item = |place: String, value: &str| Foreign { place, value: value.to_owned() };
    let own = |path: &&str| path.starts_with("search/") && path.as_bytes().ends_with(b".js");
    let (index, known) = match Index::read_all(|path| files.get(path).copied()) {
        Ok(read) => read,
        Err(path) => return vec![item(format!("`{path}`, which cannot be read"), "")],
    };
    let stray = files.keys().filter(|path| own(path) && !known.contains(**path));
    let mut found: Vec<_> = stray.map(|path| item(format!("`{path}`, which is no file of the search"), "")).collect();
    let documents = catalogue.documents();
    let (forms, strange) = forms(&index, documents);
    found.extend(strange);
    found.extend(terms(&index, documents, &forms));
    found.extend(words(&index, documents));
    found.extend(fragments(&index, documents));
    let values = catalogue.facets().iter().flat_map(|facet| {
        let values = facet.values.iter().flat_map(|value| [value.key.as_str(), value.label.as_str()]);
        [facet.key, facet.label].into_iter().chain(values)
    });
    let settings = Settings::default();
    let given: BTreeSet<&str> = values.chain(settings.synonyms.iter().flatten().map(String::as_str)).collect();
    let strange = index.texts_of_all().into_iter().filter(|text| !given.contains(text));
    found.extend(strange.map(|text| item("search labels".to_owned(), text)));
    found.sort();
    found.dedup();
    found
}

/// The forms of words in the texts, and those in the files that differ from them.
fn forms(index: &Index, documents: &[Document]) -> (Forms, Vec<Foreign>) {
    if !index.language.has_forms() {
        return (Forms::default(), Vec::new());
    }
    let given = collect(documents.par_iter(), index.language);
    let forms = Forms::of(index.language, &given.words, index.words_together, given.stop);
    let item = |place: &str, value: &str| Foreign { place: place.to_owned(), value: value.to_owned() };
    let others = index.forms.endings.iter().filter(|ending| !forms.endings.contains(ending));
    let mut found: Vec<_> = others.map(|ending| item("search endings", ending)).collect();
    found.extend(index.forms.stop.difference(&forms.stop).map(|word| item("search words", word)));
    let wrong = index.words.iter().filter(|word| forms.term(&word.text) != Some(word.term()));
    found.extend(wrong.map(|word| item("search words", word.term())));
    (forms, found)
}

fn terms(index: &Index, documents: &[Document], forms: &Forms) -> Vec<Foreign> {
    let mut analyzer = Analyzer::with(index.language, forms);
    let mut terms = |document| fields(document).iter().flat_map(|text| analyzer.terms(text)).collect();
    let given: Vec<BTreeSet<String>> = documents.iter().map(&mut terms).collect();
    let mut found = Vec::new();
    let mut all = BTreeSet::new();
    for term in &index.terms {
        all.insert(term.text.as_str());
        for posting in term.holders.iter().flatten() {
            let number = posting.document as usize;
            if given.get(number).is_some_and(|terms| terms.contains(&term.text)) {
                continue;
            }
            let of = documents.get(number).map_or("no document", |document| &document.url);
            found.push(Foreign { place: format!("search terms of `{of}`"), value: term.text.clone() });
        }
        if term.holders.iter().all(Vec::is_empty) {
            found.push(Foreign { place: "search terms of no document".to_owned(), value: term.text.clone() });
        }
    }
    let common = index.common.iter().map(|(text, _)| text).filter(|text| !all.contains(text.as_str()));
    // A prefix of a term reveals no more than the term.
    let begins = |start: &&String| {
        let from = index.terms.partition_point(|term| super::order::order(&term.text, start).is_lt());
        !index.terms.get(from).is_some_and(|term| term.text.starts_with(start.as_str()))
    };
    let starts = index.starts.iter().filter(begins);
    let place = || "search terms of no document".to_owned();
    found.extend(common.chain(starts).map(|text| Foreign { place: place(), value: text.clone() }));
    found
}

fn words(index: &Index, documents: &[Document]) -> Vec<Foreign> {
    let language = index.language;
    let texts = documents.iter().flat_map(|document| fields(document).into_iter().enumerate());
    let listed = texts.flat_map(|(field, text)| {
        let is_here = move |place| is_listed(language, field, place);
        placed(&text).into_iter().filter(move |(token, place)| is_here(*place) && language.is_written(token))
    });
    let given: BTreeSet<String> = listed.map(|(token, _)| token).collect();
    let strange = index.words.iter().filter(|word| !given.contains(&word.text));
    strange.map(|word| Foreign { place: "search words".to_owned(), value: word.text.clone() }).collect()
}

fn fragments(index: &Index, documents: &[Document]) -> Vec<Foreign> {
    let mut found = Vec::new();
    for (n, fragment) in index.fragments.iter().enumerate() {
        let wanted = documents.get(n).cloned().map(Fragment::from);
        if wanted.as_ref() != Some(fragment) {
            let of = documents.get(n).map_or("no document", |document| &document.url);
            found.push(Foreign { place: format!("search text of `{of}`"), value: fragment.title.clone() });
        }
    }
    found
}
