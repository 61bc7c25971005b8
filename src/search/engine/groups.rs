//! The words of a query as groups: a document matches a group by any of its ways, a way by all of its terms. The same
//! as `assets/search/groups.js`.

use super::super::analyzer::Analyzer;
use super::super::index::Index;
use super::super::words::{Place, ends_in_word, placed};
use super::complete::completions;
use super::corrections::add_corrections;
use super::group::Group;
use super::synonyms::add_synonyms;

const MOST_WORDS: usize = 12;
/// A shorter text is the prefix of too many words.
const SHORTEST_PREFIX: usize = 3;
// Weights of guesses, lower than that of the word that was typed.
const BESIDE: f64 = 0.4;
const INSTEAD: f64 = 0.9;
/// The weight of a weak word.
const WEAK: f64 = 0.2;

/// The groups of a text, and what was made of its words. `open` says that the last word may be half typed.
pub(crate) fn groups(index: &Index, text: &str, open: bool) -> (Vec<Group>, Vec<String>) {
    let mut analyzer = index.analyzer();
    let mut notes = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for part in parts(text, open, &analyzer) {
        for group in part.groups(index, &mut analyzer) {
            if groups.len() < MOST_WORDS && groups.iter().all(|other| other.label != group.label) {
                groups.push(group);
            }
        }
    }
    add_synonyms(index, &mut analyzer, &mut groups, &mut notes);
    add_corrections(index, &mut analyzer, &mut groups, &mut notes);
    (groups, notes)
}

/// The message for a text without any indexed word; `assets/search/view.js` has the same.
pub(crate) fn nothing_to_look_for(text: &str) -> &'static str {
    if placed(text).is_empty() {
        "There is no word in this to look for. Type an error text, a service or what users saw."
    } else {
        "Words this common stand in every text, so they are not looked for. Add one that tells: an error text, a service, \
         what users saw."
    }
}

/// A word or an identifier of a text.
struct Part {
    token: String,
    /// The words of an identifier.
    leaves: Vec<String>,
    /// Whether it may be incomplete.
    open: bool,
}

fn parts(text: &str, open: bool, analyzer: &Analyzer<'_>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut is_last_given = false;
    // Parts of a run that is too long for the index are words of their own.
    for run in text.split_whitespace() {
        let first = parts.len();
        for (token, place) in placed(run) {
            if place == Place::Whole {
                parts.push(Part { token, leaves: Vec::new(), open: false });
            } else if place == Place::Leaf
                && !analyzer.is_stop(&token)
                && let Some(part) = parts.get_mut(first..).and_then(<[Part]>::last_mut)
            {
                part.leaves.push(token);
            }
        }
        is_last_given = parts.len() > first;
    }
    if let Some(part) = parts.last_mut().filter(|_| open && is_last_given && ends_in_word(text)) {
        part.open = true;
    }
    parts.retain(|part| !part.leaves.is_empty() || !analyzer.is_stop(&part.token));
    parts
}

impl Part {
    fn groups(&self, index: &Index, analyzer: &mut Analyzer<'_>) -> Vec<Group> {
        if self.leaves.is_empty() {
            return vec![word(index, analyzer, &self.token, self.open)];
        }
        // An identifier is searched as a whole if the library contains it, otherwise by its parts.
        let term = analyzer.term(&self.token).unwrap_or_default().to_owned();
        let mut whole = Group { label: self.token.clone(), ..Group::default() };
        if index.term(&term).is_some() {
            whole.add(term, 1.0);
        }
        if self.open {
            let weight = if whole.ways.is_empty() { INSTEAD } else { BESIDE };
            for text in completions(index, &self.token) {
                whole.add(analyzer.term(&text).unwrap_or_default().to_owned(), weight);
            }
        }
        if !whole.ways.is_empty() {
            return vec![whole];
        }
        let last = self.leaves.len() - 1;
        let leaf = |(n, leaf): (usize, &String)| word(index, analyzer, leaf, self.open && n == last);
        self.leaves.iter().enumerate().map(leaf).collect()
    }
}

fn word(index: &Index, analyzer: &mut Analyzer<'_>, token: &str, open: bool) -> Group {
    let term = analyzer.term(token).unwrap_or_default().to_owned();
    let mut group = Group { label: token.to_owned(), term: term.clone(), ..Group::default() };
    if index.term(&term).is_some() {
        group.add(term, if index.language.is_weak(token) { WEAK } else { 1.0 });
    }
    if open && token.chars().count() >= SHORTEST_PREFIX {
        let weight = if group.ways.is_empty() { INSTEAD } else { BESIDE };
        for text in completions(index, token) {
            group.add(analyzer.term(&text).unwrap_or_default().to_owned(), weight);
        }
    }
    group
}
