//! Completions of a word that is being typed; the same as in `assets/search/groups.js`.

use std::cmp::Reverse;

use super::super::chunks::place;
use super::super::common::spread;
use super::super::index::Index;
use super::super::order::order;
use super::super::word::{Word, shard_of};

const MOST: usize = 6;

impl Index {
    /// The candidates for a mistyped word: all words, or in a large library those with the same first letter that are
    /// unlikely to be typing errors themselves.
    pub(crate) fn words_like<'i>(&'i self, token: &'i str) -> impl Iterator<Item = &'i Word> {
        let is_like = move |word: &&Word| word.is_firm() && shard_of(&word.text) == shard_of(token);
        self.words.iter().filter(move |word| self.words_together || is_like(word))
    }
}

/// The most common words, or otherwise terms, that begin with `token`.
pub(crate) fn completions(index: &Index, token: &str) -> Vec<String> {
    let is_longer = |text: &str| text.len() > token.len() && text.starts_with(token);
    let mut found: Vec<(usize, &str)> = if token.chars().all(char::is_alphabetic) {
        let words = index.words_like(token).filter(|word| is_longer(&word.text));
        words.map(|word| (word.documents as usize, word.text.as_str())).collect()
    } else {
        // Only two files of terms are searched for completions.
        let last = place(&index.starts, token) + 1;
        let terms = index.terms.iter().filter(|term| is_longer(&term.text));
        let near = terms.filter(|term| place(&index.starts, &term.text) <= last);
        near.map(|term| (spread(term), term.text.as_str())).collect()
    };
    let length = |text: &str| text.encode_utf16().count();
    found.sort_by(|a, b| (Reverse(a.0), length(a.1)).cmp(&(Reverse(b.0), length(b.1))).then_with(|| order(a.1, b.1)));
    found.into_iter().take(MOST).map(|(_, text)| text.to_owned()).collect()
}
