//! Names of people that a library knows, so that a page can do without them.
//!
//! In: every review's `people`, the `who` of its timeline, the owners of its actions. Out: words that are part of a
//! name, and handles. A name that stands in a text alone cannot be known; pages that leave names out say so.

use std::collections::{BTreeSet, HashSet};

use crate::internal::library::{Dimension, Library};
use crate::internal::review::Review;

/// Words that are part of somebody's name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// `Kwabena`, `Ofosuhene`; as written.
    parts: HashSet<String>,
    /// `kofosuhene`, `kwabena.ofosuhene`; lower case.
    handles: HashSet<String>,
    /// Names in scripts that have no capitals and no spaces, whole.
    whole: BTreeSet<String>,
}

/// Capitalised words of roles and groups, which no name holds.
const NO_NAMES: [&str; 22] = [
    "Team",
    "The",
    "On",
    "Call",
    "On-call",
    "Desk",
    "Support",
    "Office",
    "Duty",
    "Manager",
    "Engineer",
    "Engineering",
    "Ops",
    "Operations",
    "Security",
    "Vendor",
    "Customer",
    "Customers",
    "Platform",
    "Service",
    "Group",
    "Nobody",
];

/// The shortest word that is taken for part of a name; an initial says nothing alone.
const SHORTEST: usize = 2;

impl Names {
    /// Everybody whom a review of the library names.
    pub(super) fn of(library: &Library) -> Self {
        let mut names = Self::default();
        for review in &library.reviews {
            for name in people(review) {
                if !is_group(library, name) {
                    names.add(name);
                }
            }
        }
        for owner in library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref()) {
            if !is_group(library, owner) {
                names.owner(owner);
            }
        }
        names
    }

    fn add(&mut self, name: &str) {
        if !has_capitals(name) && name.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && !c.is_lowercase()) {
            self.whole.extend(name.split_whitespace().filter(|word| word.chars().nth(1).is_some()).map(str::to_owned));
            return;
        }
        if !reads_as_name(name) {
            return;
        }
        let parts: Vec<_> = parts(name).collect();
        let lower: Vec<String> = parts.iter().map(|part| part.to_lowercase()).collect();
        if let [first, .., last] = lower.as_slice() {
            let initial = |word: &str| word.chars().take(1).collect::<String>();
            self.handles.extend([
                format!("{}{last}", initial(first)),
                format!("{first}{last}"),
                format!("{first}.{last}"),
                format!("{first}_{last}"),
                format!("{first}-{last}"),
                format!("{last}{}", initial(first)),
            ]);
        }
        self.parts.extend(parts.into_iter().map(str::to_owned));
    }

    /// An owner is a name, a handle, or a group; a single word is a handle where it resembles a name that is known.
    fn owner(&mut self, owner: &str) {
        if owner.split_whitespace().count() > 1 {
            self.add(owner);
            return;
        }
        let handle = owner.trim_start_matches('@').to_lowercase();
        let alike = |part: &String| {
            let part = part.to_lowercase();
            let same = part.chars().rev().zip(handle.chars().rev()).take_while(|(a, b)| a == b).count();
            same > 3 || handle == part
        };
        if self.parts.iter().any(alike) {
            self.handles.insert(handle);
        }
    }

    /// Whether a word is part of a name, also in capitals.
    pub(super) fn is_part(&self, word: &str) -> bool {
        // Every word of every kit comes by here: only one in capitals is written anew.
        let loud = || word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase);
        self.parts.contains(word) || (loud() && self.parts.contains(&titled(word)))
    }

    /// Whether a word is somebody's handle; in any case.
    pub(super) fn is_handle(&self, word: &str) -> bool {
        let loud = word.chars().any(|c| !c.is_ascii_lowercase() && c.is_alphabetic());
        if loud { self.handles.contains(&word.to_lowercase()) } else { self.handles.contains(word) }
    }

    /// Names that are looked for as they stand.
    pub(super) fn whole(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().map(String::as_str)
    }
}

/// `OFOSUHENE` as `Ofosuhene`; anything else as it is.
fn titled(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if word.chars().all(char::is_uppercase) => first.to_string() + &chars.as_str().to_lowercase(),
        _ => word.to_owned(),
    }
}

fn people(review: &Review) -> impl Iterator<Item = &str> {
    let listed = review.people.rows().flat_map(|(_, names)| names).map(String::as_str);
    listed.chain(review.timeline.iter().filter_map(|entry| entry.who.as_deref()))
}

/// The words of a name that begin with a capital.
pub(super) fn parts(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\u{301}');
    words.filter(|word| word.chars().count() >= SHORTEST && word.starts_with(char::is_uppercase))
}

fn has_capitals(name: &str) -> bool {
    name.chars().any(|c| c.is_uppercase() || c.is_lowercase())
}

/// `Kwabena Ofosuhene`, `Ana`; not `the fishmonger`, `crew of MV Sanderling`, `Payments on-call`, `Customer Support`.
fn reads_as_name(name: &str) -> bool {
    let words: Vec<_> = name.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let first = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    let small = words.iter().filter(|word| !capital(word)).all(|word| PARTICLES.contains(word));
    first && small && words.len() <= 5 && !words.iter().any(|word| NO_NAMES.contains(word))
}

/// Small words inside names.
pub(super) const PARTICLES: [&str; 13] =
    ["van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "bin", "al", "el"];

/// A team or service of the library.
fn is_group(library: &Library, name: &str) -> bool {
    let config = &library.config;
    [(Dimension::Teams, &config.teams), (Dimension::Services, &config.services)]
        .into_iter()
        .any(|(dimension, terms)| library.term(dimension, &terms.resolve(name)).is_some())
}

#[cfg(test)]
impl Names {
    /// Names without a library.
    pub(super) fn listed(names: &[&str], owners: &[&str]) -> Self {
        let mut known = Self::default();
        for name in names {
            known.add(name);
        }
        for owner in owners {
            known.owner(owner);
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_told_from_roles() {
        let names = Names::listed(
            &["Kwabena Ofosuhene", "Ludwig van Beek", "the fishmonger", "crew of MV Sanderling", "Customer Support"],
            &["kofosuhene", "platform"],
        );
        for part in ["Kwabena", "Ofosuhene", "Beek", "OFOSUHENE"] {
            assert!(names.is_part(part), "{part}");
        }
        for word in ["fishmonger", "Sanderling", "MV", "Customer", "Support", "van", "kwabena"] {
            assert!(!names.is_part(word), "{word}");
        }
        assert!(names.is_handle("kofosuhene") && names.is_handle("Kwabena.Ofosuhene"));
        assert!(!names.is_handle("platform"));
    }

    #[test]
    fn a_handle_that_resembles_a_name_is_one() {
        let names = Names::listed(&["Mina Sørlie"], &["msorlie", "sre"]);
        assert!(names.is_handle("msorlie") && !names.is_handle("sre"));
    }
}
