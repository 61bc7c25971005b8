//! The texts of a message without the names of people: a message goes further than the site does.
//!
//! In: the reviews of a digest. Out: texts in which the team stands where a person is named whom one of these reviews lists, or who
//! owns an action of it. In doubt, a word is replaced.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::library::{
    Dimension, Known, Library, Listed, accounts, bare, is_whole, is_word, names_in, parts, people, whole_words,
    word_end,
};
use base::text::capitalised;

/// In place of somebody whose team is not known.
const NOBODYS: &str = "a colleague";

/// The names of people, and what replaces them.
#[derive(Default)]
pub(super) struct Unnamed {
    known: Known,
    /// The team for each word of a name and each account, in small letters.
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
        let leads = &library.config.meeting.facilitators;
        let mut fields: Vec<(&str, &str)> = leads.iter().map(|field| (field.as_str(), NOBODYS)).collect();
        for i in reviews {
            let review = &library.reviews[i];
            let team = library.terms_held(Dimension::Teams, i).next().map_or(NOBODYS, |term| term.label.as_str());
            fields.extend(people(review).map(|field| (field, team)));
            for action in &review.actions {
                let own = library.team_of(i, action).map_or(team, |term| term.label.as_str());
                fields.extend(action.owner.iter().map(|owner| (owner.as_str(), own)));
            }
        }
        fields.retain(|(field, _)| library.is_somebody(field));
        let listed =
            fields.into_iter().flat_map(|(field, team)| listed_in(field).into_iter().map(move |name| (name, team)));
        Self::of_names(listed.filter(|(name, _)| library.is_somebody(name)), &places)
    }

    /// Names and accounts with the team of each; `places` are words that mean something else.
    fn of_names<'t>(listed: impl Iterator<Item = (String, &'t str)>, places: &BTreeSet<&str>) -> Self {
        let mut unnamed = Self::default();
        for (name, team) in listed {
            unnamed.add(&name, team, places);
        }
        unnamed.known.add_alike(unnamed.handles.keys().map(String::as_str));
        let is_alike = |(handle, _): &(String, String)| unnamed.known.is_handle(handle);
        let (alike, others): (BTreeMap<_, _>, BTreeMap<_, _>) = unnamed.handles.into_iter().partition(is_alike);
        unnamed.teams.extend(alike);
        unnamed.whole.sort_by_key(|(name, _)| Reverse(name.len()));
        Self { handles: others, ..unnamed }
    }

    fn add(&mut self, listed: &str, team: &str, places: &BTreeSet<&str>) {
        let name = bare(listed);
        let with_team = |word: &str| (word.to_owned(), team.to_owned());
        if is_whole(name) {
            self.whole.extend(whole_words(name).map(with_team));
            self.whole.extend([name, name.replace(' ', "").as_str()].map(with_team));
        } else if !names_in(name).is_empty() {
            let name = name.split(' ').filter(|word| !places.contains(word)).collect::<Vec<_>>().join(" ");
            self.known.add(&name);
            self.teams.extend(parts(&name).map(str::to_lowercase).chain(accounts(&name)).map(|word| with_team(&word)));
        } else if !name.contains(char::is_whitespace) && !name.starts_with(char::is_uppercase) {
            let handle = name.to_lowercase();
            if listed.contains('@') {
                self.known.add_handle(&handle);
                self.teams.extend([with_team(&handle)]);
            } else {
                self.handles.extend([with_team(&handle)]);
            }
        }
    }

    /// The text with teams in place of names. A name of several words becomes one team.
    pub(super) fn text(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (place, team) in self.replacements(text).into_iter().rev() {
            out.replace_range(place, &team);
        }
        out
    }

    /// The places of names in a text, in order, and what replaces each. Where the text itself names the team, somebody of the team
    /// did it: "search paged the search team" would be nonsense.
    pub(super) fn replacements(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found: Vec<(Range<usize>, String)> = Vec::new();
        let is_free = |found: &[(Range<usize>, String)], place: &Range<usize>| {
            found.iter().all(|(other, _)| other.end <= place.start || place.end <= other.start)
        };
        let names = |team: &str| {
            let mut places = text.match_indices(team);
            places.any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + team.len()..].starts_with(is_word))
        };
        let instead = |team: &str, before: &str| {
            let before = before.trim_end();
            let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':']);
            let team = if names(team) { NOBODYS } else { team };
            if begins && team == NOBODYS { capitalised(team) } else { team.to_owned() }
        };
        for (name, team) in &self.whole {
            for (at, _) in text.match_indices(name.as_str()) {
                let place = at..at + name.len();
                if is_free(&found, &place) {
                    found.push((place, instead(team, &text[..at])));
                }
            }
        }
        let mut at = 0;
        while let Some(next) = text[at..].find(is_word) {
            at += next;
            let (before, from) = text.split_at(at);
            let Some((team, length)) = self.name_at(before, from) else {
                at += word_end(from);
                continue;
            };
            let start = before.strip_suffix('@').map_or(at, str::len);
            at += length;
            let is_closed = text[at..].strip_prefix('@').is_some_and(|next| !next.starts_with(is_word));
            at += usize::from(is_closed);
            let place = start..at;
            if is_free(&found, &place) {
                found.push((place, instead(team, &text[..start])));
            }
        }
        found.sort_by_key(|(place, _)| place.start);
        found
    }

    /// The team of the name at the start of a text, which continues the text `before`; and the length of the name.
    fn name_at(&self, before: &str, text: &str) -> Option<(&str, usize)> {
        if let Some((length, words)) = self.known.at(before, text) {
            let team = |word: &str| self.teams.get(&word.to_lowercase());
            let team = team(&text[..length]).or_else(|| words.into_iter().find_map(team));
            return Some((team.map_or(NOBODYS, String::as_str), length));
        }
        let length = word_end(text);
        let team = self.handles.get(&text[..length].to_lowercase()).filter(|_| before.ends_with('@'))?;
        Some((team, length))
    }
}

/// The people and accounts that a field names; the field itself if there are none.
fn listed_in(field: &str) -> Vec<String> {
    let Listed { names, accounts } = Listed::of(field);
    let mut listed = names;
    listed.extend(accounts.into_iter().filter(|account| !account.starts_with(char::is_uppercase)));
    if listed.is_empty() { vec![field.to_owned()] } else { listed }
}
