//! Adds synonyms to the words of a query or of a long question; the same as in `assets/search/groups.js`.

use super::super::analyzer::Analyzer;
use super::super::common::spread;
use super::super::index::Index;
use super::super::word::shard_of;
use super::group::{Group, Way};

/// The weight of a synonym.
const SYNONYM: f64 = 0.6;
/// How many terms words and synonyms may have together: a browser loads a file for each.
const MOST: usize = 20;
/// A word that more than these documents and more than one in ten have finds enough by itself.
const FEW: usize = 10;

/// Synonyms of the words at a place of the query.
struct Said {
    documents: usize,
    at: usize,
    words: usize,
    text: String,
    terms: Vec<String>,
}

/// Adds synonyms to the groups, those of the rarest words first, and a note that names them.
pub(crate) fn add_synonyms(index: &Index, analyzer: &mut Analyzer<'_>, groups: &mut [Group], notes: &mut Vec<String>) {
    let mut found = said(index, analyzer, groups);
    found.sort_by_key(|said| said.documents);
    let mut left = MOST.saturating_sub(groups.iter().filter(|group| !index.language.is_weak(&group.label)).count());
    found.retain(|said| {
        let fits = said.terms.len() <= left;
        left -= if fits { said.terms.len() } else { 0 };
        fits
    });
    found.sort_by_key(|said| said.at);
    let mut also: Vec<String> = Vec::new();
    for Said { at, words, text, terms, .. } in found {
        let phrase = text.contains(char::is_whitespace).then(|| text.clone());
        for group in groups.iter_mut().skip(at).take(words) {
            group.ways.push(Way { terms: terms.clone(), weight: SYNONYM, phrase: phrase.clone() });
        }
        if !also.contains(&text) {
            also.push(text);
        }
    }
    if !also.is_empty() {
        notes.push(format!("Also looked for: {}.", also.join(", ")));
    }
}

/// The synonyms of all words that are neither weak nor common, in the order of the query.
fn said(index: &Index, analyzer: &mut Analyzer<'_>, groups: &[Group]) -> Vec<Said> {
    let mut ways = |texts: &[String]| -> Vec<(String, Vec<String>)> {
        texts.iter().map(|text| (text.clone(), analyzer.terms(text))).filter(|(_, terms)| !terms.is_empty()).collect()
    };
    let mut found: Vec<Said> = Vec::new();
    for (at, first) in groups.iter().enumerate() {
        for set in index.synonyms.get(shard_of(&first.term)).into_iter().flatten() {
            let (here, others) = (ways(&set.here), ways(&set.others));
            let is_said = |(_, terms): &&(String, Vec<String>)| {
                terms.iter().enumerate().all(|(k, term)| groups.get(at + k).is_some_and(|group| group.term == *term))
            };
            let Some((_, own)) = here.iter().chain(&others).find(is_said) else { continue };
            // `out of memory` begins with a weak word; one that has no other is not looked for.
            let strong = groups.iter().skip(at).take(own.len()).filter(|group| !index.language.is_weak(&group.label));
            let Some(documents) = strong.map(|group| index.term(&group.term).map_or(0, spread)).min() else { continue };
            if documents > FEW && documents * 10 > index.documents() {
                continue;
            }
            // `connection pool` is found by `pool` anyway.
            for (text, terms) in here.iter().filter(|(_, terms)| !own.iter().all(|term| terms.contains(term))) {
                if found.iter().all(|other| other.at != at || other.terms != *terms) {
                    found.push(Said { documents, at, words: own.len(), text: text.clone(), terms: terms.clone() });
                }
            }
        }
    }
    found
}
