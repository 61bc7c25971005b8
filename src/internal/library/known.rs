//! Where a text names people who are known: by a whole name, by a part of one that is no common word, or by a handle.
//!
//! In: the names of fields, one by one. Out: how long the name is with which a text begins. A common word, `Grace`, is a name only
//! beside another word of that name, or where it is written like one within a sentence.

mod at;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::name_words::{accounts, ending, is_whole, is_word, parts};
use super::who::is_common;
use base::text::capitalised;

/// The words by which people are known.
#[derive(Debug, Default)]
pub struct Known {
    /// `Kwabena`, `Ofosuhene`: names wherever they stand, as written.
    words: HashSet<String>,
    /// `Grace`, `Hope`: words of sentences as well.
    common: HashSet<String>,
    /// Any two words of one name, in small letters: `grace hope`.
    pairs: HashSet<String>,
    /// What is small before a word of a name, with that word: `van der beek`, `o neill`.
    openings: HashSet<String>,
    /// The bytes of the longest opening.
    longest: usize,
    /// The words of the openings: `van`, `der`, `o`.
    small: HashSet<String>,
    /// `kofosuhene`, `kwabena.ofosuhene`; lower case.
    handles: HashSet<String>,
    /// The endings of the words.
    endings: HashSet<String>,
}

impl Known {
    /// Adds a name of a script with capitals.
    pub fn add(&mut self, name: &str) {
        if is_whole(name) {
            return;
        }
        let all: Vec<_> = parts(name).collect();
        for part in &all {
            // `ZEBULON QUIST` and `zebulon quist` are also written in the usual way.
            let usual = usual(part);
            let words = if is_common(&usual) { &mut self.common } else { &mut self.words };
            words.extend([(*part).to_owned(), usual]);
            self.endings.insert(ending(&part.to_lowercase()).to_owned());
            let others = all.iter().filter(|other| *other != part);
            self.pairs.extend(others.map(|other| pair(part, other)));
        }
        self.open(name, &all);
        self.handles.extend(accounts(name));
    }

    /// Adds the accounts that resemble a name that was added.
    pub fn add_alike<'a>(&mut self, accounts: impl Iterator<Item = &'a str>) {
        for account in accounts.map(str::to_lowercase) {
            if self.endings.contains(ending(&account)) {
                self.handles.insert(account);
            }
        }
    }

    pub fn add_handle(&mut self, handle: &str) {
        self.handles.insert(handle.to_lowercase());
    }

    fn open(&mut self, name: &str, parts: &[&str]) {
        let mut before: Vec<String> = Vec::new();
        for word in name.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
            if !parts.contains(&word) {
                before.push(word.to_lowercase());
                continue;
            }
            for from in 0..before.len() {
                let opening = format!("{} {}", before[from..].join(" "), word.to_lowercase());
                self.longest = self.longest.max(opening.len());
                self.openings.insert(opening);
            }
            self.small.extend(before.drain(..));
        }
    }

    /// Everything that may begin a name.
    pub fn beginnings(&self) -> impl Iterator<Item = &str> + Clone {
        let words = self.words.iter().chain(&self.common).chain(&self.small);
        words.chain(&self.handles).map(String::as_str)
    }

    /// Whether a word is part of a name and no common word, also if it is all in capitals.
    pub fn is_part(&self, word: &str) -> bool {
        has(&self.words, word)
    }

    /// Whether a word is somebody's handle, ignoring case.
    pub fn is_handle(&self, word: &str) -> bool {
        let loud = word.chars().any(|c| !c.is_ascii_lowercase() && c.is_alphabetic());
        if loud { self.handles.contains(&word.to_lowercase()) } else { self.handles.contains(word) }
    }
}

/// Whether words have a word as it is, or in the usual way if it is all in capitals.
fn has(words: &HashSet<String>, word: &str) -> bool {
    let loud = || word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase);
    words.contains(word) || (loud() && words.contains(&usual(word)))
}

/// `OFOSUHENE` and `ofosuhene` as `Ofosuhene`; anything else unchanged.
fn usual(word: &str) -> String {
    let loud = word.chars().all(char::is_uppercase);
    if loud { capitalised(&word.to_lowercase()) } else { capitalised(word) }
}

fn pair(one: &str, other: &str) -> String {
    format!("{} {}", one.to_lowercase(), other.to_lowercase())
}
