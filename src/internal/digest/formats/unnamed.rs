//! The texts of a message without the names of people: a message goes further than the site does.
//!
//! In: the reviews of a digest. Out: texts in which the team stands where a person is named whom one of these reviews lists, or who
//! owns an action of it. In doubt, a word is replaced.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::{Dimension, Library, PARTICLES, is_word, parts, people, reads_as_name};

/// In place of somebody whose team is not known.
const NOBODYS: &str = "a colleague";

/// The words of names, and what replaces them.
pub(super) struct Unnamed {
    teams: BTreeMap<String, String>,
}

impl Unnamed {
    pub(super) fn of(library: &Library, reviews: impl Iterator<Item = usize>) -> Self {
        // `Mast` may be a service, and somebody's name: the texts mean the service.
        let places = [Dimension::Services, Dimension::Teams].into_iter().flat_map(|kind| library.terms_of(kind));
        let places: BTreeSet<_> = places.flat_map(|term| parts(&term.label)).collect();
        let mut teams = BTreeMap::new();
        let mut add = |name: &str, team: Option<&str>| {
            let handle = name.trim().trim_start_matches('@');
            let is_handle = !handle.contains(char::is_whitespace) && !handle.starts_with(char::is_uppercase);
            let words: Vec<_> = if is_handle { vec![handle] } else { parts(handle).collect() };
            if library.service_or_team(handle).is_none() && (is_handle || reads_as_name(handle)) {
                let words = words.into_iter().filter(|word| !places.contains(word));
                teams.extend(words.map(|word| (word.to_owned(), team.unwrap_or(NOBODYS).to_owned())));
            }
        };
        for i in reviews {
            let review = &library.reviews[i];
            let team = library.terms_held(Dimension::Teams, i).next().map(|term| term.label.as_str());
            for name in people(review).flat_map(|names| names.split(", ")) {
                add(name, team);
            }
            for action in &review.actions {
                let own = library.team_of(i, action).map(|term| term.label.as_str());
                action.owner.iter().for_each(|owner| add(owner, own.or(team)));
            }
        }
        Self { teams }
    }

    /// The text with teams in place of names. A name of several words becomes one team.
    pub(super) fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(is_word) {
            let (before, from) = rest.split_at(at);
            let Some((team, length)) = self.name_at(from) else {
                let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
                out.extend([before, &from[..end]]);
                rest = &from[end..];
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
        }
        out.push_str(rest);
        out
    }

    /// The team of the name with which a text begins, and the length of the name.
    fn name_at(&self, text: &str) -> Option<(&str, usize)> {
        let word = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
        let mut length = word(text);
        let team = self.teams.get(&text[..length])?.as_str();
        loop {
            let behind = &text[length..];
            let Some(next) = behind.strip_prefix([' ', '-', '.']) else { break };
            let end = word(next);
            let particles = PARTICLES.contains(&&next[..end]).then(|| next[end..].strip_prefix(' ')).flatten();
            let (name, skipped) = match particles {
                Some(name) => (name, end + 2),
                None => (next, 1),
            };
            let end = word(name);
            if end == 0 || !self.teams.contains_key(&name[..end]) {
                break;
            }
            length += skipped + end;
        }
        Some((team, length))
    }
}

#[cfg(test)]
mod tests {
    use super::Unnamed;

    #[test]
    fn a_team_stands_where_a_person_was_named() {
        let pair = |(name, team): (&str, &str)| (name.to_owned(), team.to_owned());
        let names = [("Inga", "Watch"), ("Moe", "Watch"), ("Ana", "a colleague"), ("asilva", "Keel")];
        let unnamed = Unnamed { teams: names.into_iter().map(pair).collect() };
        for (text, wanted) in [
            ("Inga Moe restarts it, Moe's way", "Watch restarts it, Watch's way"),
            ("Ana rings. Then Ana sleeps", "A colleague rings. Then a colleague sleeps"),
            ("Ask @asilva.", "Ask Keel."),
            ("Inga van Moe", "Watch"),
            ("Ingas analysis; anA", "Ingas analysis; anA"),
            ("", ""),
        ] {
            assert_eq!(unnamed.text(text), wanted, "{text}");
        }
    }
}
