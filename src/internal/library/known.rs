//! Where a text names people who are known: by a whole name, by a part of one that is no common word, or by a handle.
//!
//! In: the names of fields, one by one. Out: how long the name is with which a text begins. A common word, `Grace`, is a name only
//! beside another word of that name, or where it is written like one within a sentence.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::alone::stands_alone;
use super::person::{ending, is_whole, parts, word_end};
use super::who::is_common;
use base::text::capitalised;
use clearance::PARTICLES;

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

    /// Whether a handle resembles a name that was added.
    pub fn resembles(&self, handle: &str) -> bool {
        self.endings.contains(ending(&handle.to_lowercase()))
    }

    pub fn add_handle(&mut self, handle: &str) {
        self.handles.insert(handle.to_lowercase());
    }

    fn open(&mut self, name: &str, parts: &[&str]) {
        let mut before: Vec<String> = Vec::new();
        for word in name.split(|c| !super::is_word(c)).filter(|word| !word.is_empty()) {
            if !parts.contains(&word) {
                before.push(word.to_lowercase());
                continue;
            }
            for from in 0..before.len() {
                self.openings.insert(format!("{} {}", before[from..].join(" "), word.to_lowercase()));
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

    /// The name at the start of a text, which continues the text `before`: its length, and its words.
    pub fn at<'t>(&self, before: &str, text: &'t str) -> Option<(usize, Vec<&'t str>)> {
        let dotted = text.find(|c| !super::is_word(c) && c != '.' && c != '-').unwrap_or(text.len());
        let dotted = text[..dotted].trim_end_matches(['.', '-']);
        if self.is_handle(dotted) {
            return Some((dotted.len(), dotted.split(['.', '-', '_']).collect()));
        }
        let mut words: Vec<&str> = Vec::new();
        let mut opening = String::new();
        let (mut end, mut at) = (0, 0);
        loop {
            let rest = &text[at..];
            let length = word_end(rest);
            let word = &rest[..length];
            let initial = word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase);
            let is_small = || self.small.contains(&word.to_lowercase());
            let belongs = self.belongs(&words, &opening, word);
            if belongs {
                words.push(word);
                end = at + length;
            } else if words.is_empty() && is_small() {
                opening.extend([&word.to_lowercase(), " "]);
            } else if words.is_empty() || !(initial || PARTICLES.contains(&word) || is_small()) {
                break;
            }
            let after = rest[length..].strip_prefix(if initial { "." } else { "" }).unwrap_or(&rest[length..]);
            match next_word(after, belongs) {
                Some(next) => at = text.len() - next.len(),
                None => break,
            }
        }
        let is_name = match words.as_slice() {
            [] => false,
            [one] => self.is_part(one) || self.is_handle(one) || stands_alone(before, one, &text[end..]),
            _ => true,
        };
        is_name.then_some((end, words))
    }

    /// Whether a word continues the words of a name, or begins one behind its small words.
    fn belongs(&self, words: &[&str], opening: &str, word: &str) -> bool {
        let is_known = self.is_part(word);
        match words.last() {
            Some(last) => is_known && self.is_part(last) || self.pairs.contains(&pair(last, word)),
            None if opening.is_empty() => is_known || has(&self.common, word) || self.is_handle(word),
            None => self.openings.contains(&format!("{opening}{}", word.to_lowercase())),
        }
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

/// What follows when the words of a name are separated by one space or hyphen; behind a small word or an initial, `O'Neill`, also
/// by an apostrophe.
fn next_word(after: &str, belongs: bool) -> Option<&str> {
    let apostrophe =
        || ["'", "\u{2019}", "&#39;"].iter().find_map(|mark| after.strip_prefix(mark)).filter(|_| !belongs);
    let next = after.strip_prefix([' ', '-']).or_else(apostrophe)?;
    next.starts_with(super::is_word).then_some(next)
}

/// The accounts that are made of a name: `kofosuhene`, `kwabena.ofosuhene`; none of a name of common words only.
pub fn accounts(name: &str) -> Vec<String> {
    let lower: Vec<String> = parts(name).map(str::to_lowercase).collect();
    let [first, .., last] = lower.as_slice() else { return Vec::new() };
    if clearance::all_common(name) {
        return Vec::new();
    }
    let initial = |word: &str| word.chars().take(1).collect::<String>();
    vec![
        format!("{}{last}", initial(first)),
        format!("{first}{last}"),
        format!("{first}.{last}"),
        format!("{first}_{last}"),
        format!("{first}-{last}"),
        format!("{last}{}", initial(first)),
    ]
}
