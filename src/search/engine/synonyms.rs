//! Adds synonyms to the words of a query or of a long question; the same as in `assets/search/groups.js`.

use super::super::analyzer::Analyzer;
use super::super::index::Index;
use super::group::{Group, Way};

/// The weight of a synonym.
const SYNONYM: f64 = 0.5;

/// Adds synonyms that occur in the library to the groups, and a note that names them.
pub(crate) fn add_synonyms(index: &Index, analyzer: &mut Analyzer<'_>, groups: &mut [Group], notes: &mut Vec<String>) {
    let mut ways = |set: &Vec<String>| -> Vec<(String, Vec<String>)> {
        set.iter().map(|text| (text.clone(), analyzer.terms(text))).filter(|(_, terms)| !terms.is_empty()).collect()
    };
    let sets: Vec<_> = index.synonyms.iter().map(&mut ways).collect();
    let mut also: Vec<String> = Vec::new();
    for at in 0..groups.len() {
        for set in &sets {
            let is_said = |(_, terms): &&(String, Vec<String>)| {
                terms.iter().enumerate().all(|(k, term)| groups.get(at + k).is_some_and(|group| group.term == *term))
            };
            let Some((_, said)) = set.iter().find(is_said) else { continue };
            for (text, terms) in set.iter().filter(|(_, terms)| terms != said) {
                if terms.iter().any(|term| index.term(term).is_none()) {
                    continue;
                }
                let phrase = text.contains(char::is_whitespace).then(|| text.clone());
                for group in groups.iter_mut().skip(at).take(said.len()) {
                    group.ways.push(Way { terms: terms.clone(), weight: SYNONYM, phrase: phrase.clone() });
                }
                if !also.contains(text) {
                    also.push(text.clone());
                }
            }
        }
    }
    if !also.is_empty() {
        notes.push(format!("Also looked for: {}.", also.join(", ")));
    }
}
