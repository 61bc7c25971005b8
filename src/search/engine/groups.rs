//! The words of a query as groups: a document matches a group by any of its ways, a way by all of its terms. The twin of
//! `assets/search/groups.js`, but that no word is half typed here.

use super::super::index::Index;
use super::super::language::{analyze, is_stop};
use super::super::words::{Place, placed};
use super::near::nearest;

const MOST_WORDS: usize = 12;
/// Shorter words are too near to too many.
const SHORTEST_TYPO: usize = 4;
// What is a guess weighs less than what was typed.
const TYPO: f64 = 0.8;
const FAR_TYPO: f64 = 0.5;
const SYNONYM: f64 = 0.4;

/// A word, and all that it may mean.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Group {
    pub(crate) label: String,
    /// Its stem; empty for an identifier.
    term: String,
    pub(crate) ways: Vec<Way>,
    /// Where it stands in a paste, from 1.
    pub(crate) lines: Vec<usize>,
}

/// Terms that all have to be there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Way {
    pub(crate) terms: Vec<String>,
    pub(crate) weight: f64,
}

impl Group {
    /// A term of a paste.
    pub(crate) fn pasted(label: String, term: String, weight: f64, lines: Vec<usize>) -> Self {
        Self { label, term: String::new(), ways: vec![Way { terms: vec![term], weight }], lines }
    }
}

/// The groups of a text, and what was made of its words.
pub(crate) fn groups(index: &Index, text: &str) -> (Vec<Group>, Vec<String>) {
    let (mut groups, mut notes) = (Vec::<Group>::new(), Vec::new());
    for (token, leaves) in parts(text) {
        let made = if leaves.is_empty() {
            vec![word(index, &token, &mut notes)]
        } else if index.term(&token).is_some() {
            let way = Way { terms: vec![token.clone()], weight: 1.0 };
            vec![Group { label: token, ways: vec![way], ..Group::default() }]
        } else {
            leaves.iter().map(|leaf| word(index, leaf, &mut notes)).collect()
        };
        for group in made {
            if groups.len() < MOST_WORDS && groups.iter().all(|other| other.label != group.label) {
                groups.push(group);
            }
        }
    }
    synonyms(index, &mut groups, &mut notes);
    (groups, notes)
}

/// The words and identifiers of a text, these with their parts.
fn parts(text: &str) -> Vec<(String, Vec<String>)> {
    let mut parts: Vec<(String, Vec<String>)> = Vec::new();
    for (token, place) in placed(text) {
        match (place, parts.last_mut()) {
            (Place::Leaf, Some((_, leaves))) if !is_stop(&token) => leaves.push(token),
            (Place::Whole, _) => parts.push((token, Vec::new())),
            _ => {}
        }
    }
    parts.retain(|(token, leaves)| !leaves.is_empty() || !is_stop(token));
    parts
}

fn word(index: &Index, token: &str, notes: &mut Vec<String>) -> Group {
    let term = analyze(token).pop().unwrap_or_default();
    let mut ways = Vec::new();
    if index.term(&term).is_some() {
        ways.push(Way { terms: vec![term.clone()], weight: 1.0 });
    } else if token.chars().all(char::is_alphabetic) && token.chars().count() >= SHORTEST_TYPO {
        let letter = token.chars().next();
        let words = index.words.iter().filter(|word| word.text.chars().next() == letter);
        let near = nearest(token, words.map(|word| (word.text.as_str(), word.documents, word.is_name)));
        for near in &near {
            let terms = analyze(&near.text);
            if ways.iter().all(|way: &Way| way.terms != terms) {
                ways.push(Way { terms, weight: if near.distance > 1 { FAR_TYPO } else { TYPO } });
            }
        }
        if let Some(first) = near.first() {
            notes.push(format!("Results for “{}”, because nothing here says “{token}”.", first.text));
        }
    }
    Group { label: token.to_owned(), term, ways, lines: Vec::new() }
}

/// Other ways to say the same, where one of them is typed.
fn synonyms(index: &Index, groups: &mut [Group], notes: &mut Vec<String>) {
    let mut also: Vec<String> = Vec::new();
    for set in &index.synonyms {
        let set: Vec<(&String, Vec<String>)> = set.iter().map(|text| (text, analyze(text))).collect();
        for at in 0..groups.len() {
            let is_said = |terms: &[String]| {
                !terms.is_empty()
                    && terms.iter().enumerate().all(|(k, term)| groups.get(at + k).is_some_and(|g| g.term == *term))
            };
            let Some((_, said)) = set.iter().find(|(_, terms)| is_said(terms)) else { continue };
            for (text, terms) in set.iter().filter(|(_, terms)| terms != said && !terms.is_empty()) {
                if terms.iter().any(|term| index.term(term).is_none()) {
                    continue;
                }
                for group in groups.iter_mut().skip(at).take(said.len()) {
                    group.ways.push(Way { terms: terms.clone(), weight: SYNONYM });
                }
                if !also.contains(text) {
                    also.push((*text).clone());
                }
            }
        }
    }
    if !also.is_empty() {
        notes.push(format!("Also looked for: {}.", also.join(", ")));
    }
}
