//! Corrects typing errors: to a word that no document has, neither itself nor by a synonym, adds those that may have been meant. The
//! same as in `assets/search/groups.js`.

use super::super::analyzer::Analyzer;
use super::super::index::Index;
use super::group::Group;
use super::near::nearest;

/// Shorter words are similar to too many others.
const SHORTEST: usize = 4;
// Weights of guesses, lower than that of the word that was typed.
const TYPO: f64 = 0.8;
const FAR_TYPO: f64 = 0.5;

/// Adds similar words to the groups, and a note for each group that they were added to.
pub(crate) fn add_corrections(
    index: &Index,
    analyzer: &mut Analyzer<'_>,
    groups: &mut [Group],
    notes: &mut Vec<String>,
) {
    for group in groups.iter_mut().filter(|group| group.ways.is_empty()) {
        let token = group.label.clone();
        let is_word = token.chars().count() >= SHORTEST && token.chars().all(char::is_alphabetic);
        if !is_word || index.language.is_weak(&token) {
            continue;
        }
        // A paste learns the terms of a few first letters only; now that of this word is known.
        let own = analyzer.term(&token).filter(|term| index.term(term).is_some()).map(str::to_owned);
        if let Some(term) = own {
            group.add(term, 1.0);
            continue;
        }
        let words = index.words_like(&token).map(|word| (word.text.as_str(), word.documents, word.is_name));
        let near = nearest(&token, words);
        if let Some(first) = near.first() {
            notes.push(format!("Results for “{}”, because nothing here says “{token}”.", first.text));
        }
        for near in near {
            let term = analyzer.term(&near.text).unwrap_or_default().to_owned();
            group.add(term, if near.distance > 1 { FAR_TYPO } else { TYPO });
        }
    }
}
