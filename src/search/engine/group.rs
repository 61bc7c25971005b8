//! What a query asks for, word by word.

/// A word, and all that it may mean.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Group {
    pub(crate) label: String,
    /// Its stem; empty for a typed identifier.
    pub(crate) term: String,
    pub(crate) ways: Vec<Way>,
    /// Its lines in a paste of several, from 1.
    pub(crate) lines: Vec<usize>,
}

/// Terms that all have to be there; if they are a phrase, next to each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Way {
    pub(crate) terms: Vec<String>,
    pub(crate) weight: f64,
    pub(crate) phrase: Option<String>,
}

impl Group {
    /// Adds a way of one term, unless it is there.
    pub(crate) fn add(&mut self, term: String, weight: f64) {
        if self.ways.iter().all(|way| way.terms.first() != Some(&term)) {
            self.ways.push(Way { terms: vec![term], weight, phrase: None });
        }
    }
}
