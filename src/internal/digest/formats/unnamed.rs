//! The texts of a message without the names of people: a message goes further than the site does.
//!
//! In: the reviews of a digest. Out: texts in which the team stands where a person is named whom one of these reviews lists, or who
//! owns an action of it. In doubt, a word is replaced.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::library::{Dimension, Library, PARTICLES, ending, is_whole, is_word, parts, people, reads_as_name};
use base::text::MONTHS;

/// In place of somebody whose team is not known.
const NOBODYS: &str = "a colleague";

/// The words of names, and what replaces them.
#[derive(Default)]
pub(super) struct Unnamed {
    /// Words of names as they are written, and handles that resemble a name or are written with an at sign.
    teams: BTreeMap<String, String>,
    /// Other handles: `platform` may be any word, so it is a name only after an at sign.
    handles: BTreeMap<String, String>,
    /// Names in scripts that do not part words, the longest first.
    whole: Vec<(String, String)>,
}

impl Unnamed {
    pub(super) fn of(library: &Library, reviews: impl Iterator<Item = usize>) -> Self {
        // `Mast` may be a service, and somebody's name: the texts mean the service.
        let places = [Dimension::Services, Dimension::Teams].into_iter().flat_map(|kind| library.terms_of(kind));
        let places: BTreeSet<_> = places.flat_map(|term| parts(&term.label)).collect();
        let mut listed: Vec<(&str, &str)> = Vec::new();
        for i in reviews {
            let review = &library.reviews[i];
            let team = library.terms_held(Dimension::Teams, i).next().map_or(NOBODYS, |term| term.label.as_str());
            listed.extend(people(review).flat_map(|names| names.split(", ")).map(|name| (name, team)));
            for action in &review.actions {
                let own = library.team_of(i, action).map_or(team, |term| term.label.as_str());
                listed.extend(action.owner.iter().map(|owner| (owner.as_str(), own)));
            }
        }
        listed.retain(|(name, _)| library.service_or_team(bare(name)).is_none());
        Self::of_names(&listed, &places)
    }

    /// Names with the team of each; `places` are words that mean something else.
    fn of_names(listed: &[(&str, &str)], places: &BTreeSet<&str>) -> Self {
        let mut unnamed = Self::default();
        for (name, team) in listed {
            unnamed.add(name, team, places);
        }
        let endings: BTreeSet<_> = unnamed.teams.keys().map(|word| ending(&word.to_lowercase()).to_owned()).collect();
        let is_alike = |(handle, _): &(String, String)| endings.contains(ending(&handle.to_lowercase()));
        let (alike, others): (BTreeMap<_, _>, BTreeMap<_, _>) = unnamed.handles.into_iter().partition(is_alike);
        unnamed.teams.extend(alike);
        unnamed.whole.sort_by_key(|(name, _)| Reverse(name.len()));
        Self { handles: others, ..unnamed }
    }

    fn add(&mut self, listed: &str, team: &str, places: &BTreeSet<&str>) {
        let name = bare(listed);
        let with_team = |word: &str| (word.to_owned(), team.to_owned());
        if is_whole(name) {
            let words = name.split_whitespace().filter(|word| word.chars().nth(1).is_some());
            self.whole.extend(words.map(with_team));
            self.whole.extend([name, name.replace(' ', "").as_str()].map(with_team));
        } else if reads_as_name(name) {
            self.teams.extend(parts(name).filter(|word| !places.contains(word)).map(with_team));
        } else if !name.contains(char::is_whitespace) && !name.starts_with(char::is_uppercase) {
            let handles = if listed.contains('@') { &mut self.teams } else { &mut self.handles };
            handles.extend([with_team(name)]);
        }
    }

    /// The text with teams in place of names. A name of several words becomes one team.
    pub(super) fn text(&self, text: &str) -> String {
        let text = self.whole.iter().fold(text.to_owned(), |text, (name, team)| text.replace(name.as_str(), team));
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(is_word) {
            let (before, from) = rest.split_at(at);
            let (word, behind) = from.split_at(word_end(from));
            let is_digit = |c: char| c.is_ascii_digit();
            // `3 May 2026` names nobody.
            let is_date = MONTHS.contains(&word)
                && ((before == " " && out.ends_with(is_digit)) || behind.trim_start().starts_with(is_digit));
            let name = if is_date { None } else { self.name_at(from, before.ends_with('@')) };
            let Some((team, length)) = name else {
                out.extend([before, word]);
                rest = behind;
                continue;
            };
            let before = before.strip_suffix('@').unwrap_or(before);
            out.push_str(before);
            let begins = out.trim_end().is_empty() || out.trim_end().ends_with(['.', '!', '?', ':']);
            match team.strip_prefix('a').filter(|_| begins && team == NOBODYS) {
                Some(end) => out.extend(["A", end]),
                None => out.push_str(team),
            }
            rest = &from[length..];
            rest = rest.strip_prefix('@').filter(|next| !next.starts_with(is_word)).unwrap_or(rest);
        }
        out.push_str(rest);
        out
    }

    /// The team of the name with which a text begins, and the length of the name.
    fn name_at(&self, text: &str, is_behind_at_sign: bool) -> Option<(&str, usize)> {
        let mut length = word_end(text);
        let handle = || self.handles.get(&text[..length]).filter(|_| is_behind_at_sign);
        let team = self.teams.get(&text[..length]).or_else(handle)?.as_str();
        loop {
            let behind = &text[length..];
            let Some(next) = behind.strip_prefix([' ', '-', '.']) else { break };
            let end = word_end(next);
            let particles = PARTICLES.contains(&&next[..end]).then(|| next[end..].strip_prefix(' ')).flatten();
            let (name, skipped) = match particles {
                Some(name) => (name, end + 2),
                None => (next, 1),
            };
            let end = word_end(name);
            if end == 0 || !self.teams.contains_key(&name[..end]) {
                break;
            }
            length += skipped + end;
        }
        Some((team, length))
    }
}

/// Where the word ends with which a text begins.
fn word_end(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// A name without the at sign before or after it.
fn bare(name: &str) -> &str {
    name.trim().trim_matches('@')
}
