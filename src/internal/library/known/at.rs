//! The name at a place of a text.

use super::{Known, has, pair};
use crate::library::word_or_name::stands_alone;
use crate::library::{is_word, word_end};
use clearance::PARTICLES;

impl Known {
    /// The name at the start of a text, which continues the text `before`: its length, and its words.
    pub fn at<'t>(&self, before: &str, text: &'t str) -> Option<(usize, Vec<&'t str>)> {
        let dotted = text.find(|c| !is_word(c) && c != '.' && c != '-').unwrap_or(text.len());
        let dotted = text[..dotted].trim_end_matches(['.', '-']);
        if self.is_handle(dotted) {
            return Some((dotted.len(), dotted.split(['.', '-', '_']).collect()));
        }
        let mut words: Vec<&str> = Vec::new();
        let mut opening = String::new();
        let mut is_apart = false;
        let (mut end, mut at) = (0, 0);
        loop {
            let rest = &text[at..];
            let length = word_end(rest);
            let word = &rest[..length];
            let initial = word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase);
            let is_small = || self.small.contains(&word.to_lowercase());
            let belongs = self.belongs(&words, is_apart, &opening, word);
            if belongs {
                words.push(word);
                end = at + length;
                is_apart = false;
            } else if words.is_empty() && opening.len() < self.longest && is_small() {
                opening.extend([&word.to_lowercase(), " "]);
            } else if words.is_empty() || !(initial || PARTICLES.contains(&word) || is_small()) {
                break;
            } else {
                is_apart |= !initial;
            }
            let after = rest[length..].strip_prefix(if initial { "." } else { "" }).unwrap_or(&rest[length..]);
            match next_word(after, belongs) {
                Some(next) => at = text.len() - next.len(),
                None => break,
            }
        }
        let is_name = match words.as_slice() {
            [] => false,
            // `de la Page`: nobody else writes the small words of a name before it.
            [_] if !opening.is_empty() => true,
            [one] => self.is_part(one) || self.is_handle(one) || stands_alone(before, one, &text[end..]),
            _ => true,
        };
        is_name.then_some((end, words))
    }

    /// Whether a word continues the words of a name, or begins one after its small words. A small word between two words, as in
    /// `Ana y Ben`, joins only words of one name.
    fn belongs(&self, words: &[&str], is_apart: bool, opening: &str, word: &str) -> bool {
        let is_part = self.is_part(word);
        let is_known = || is_part || has(&self.common, word);
        match words.last() {
            Some(last) => {
                is_part && !is_apart && self.is_part(last) || is_known() && self.pairs.contains(&pair(last, word))
            }
            None if opening.is_empty() => is_known() || self.is_handle(word),
            None => self.openings.contains(&format!("{opening}{}", word.to_lowercase())),
        }
    }
}

/// What follows when the words of a name are separated by one space or hyphen; after a small word or an initial, `O'Neill`, also
/// by an apostrophe.
fn next_word(after: &str, belongs: bool) -> Option<&str> {
    let apostrophe =
        || ["'", "\u{2019}", "&#39;"].iter().find_map(|mark| after.strip_prefix(mark)).filter(|_| !belongs);
    let next = after.strip_prefix([' ', '-']).or_else(apostrophe)?;
    next.starts_with(is_word).then_some(next)
}
