//! Names of people that a library knows, so that a page can do without them.
//!
//! In: every review's `people`, the `who` of its timeline, the owners of its actions. Out: words that are part of a
//! name, and handles. A name that stands in a text alone cannot be known; pages that leave names out say so.
//!
//! [`gather`] says what is a name, [`beginnings`] and [`whole`] where one may stand in a text, whatever the number of
//! names: a page asks for every text it shows, and most hold none.

mod beginnings;
mod gather;
mod whole;

use std::collections::HashSet;

use crate::library::Library;
use beginnings::Beginnings;
use gather::Gathered;
use whole::Whole;

pub use gather::{PARTICLES, parts};

/// Words that are part of somebody's name.
#[derive(Debug)]
pub struct Names {
    /// `Kwabena`, `Ofosuhene`; as written.
    parts: HashSet<String>,
    /// `kofosuhene`, `kwabena.ofosuhene`; lower case.
    handles: HashSet<String>,
    /// Words that parts and handles begin with.
    beginnings: Beginnings,
    /// Names in scripts that have no capitals and no spaces.
    whole: Whole,
}

/// What a word of a text is made of; anything else parts words.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '\u{301}'
}

impl Names {
    /// Everybody whom a review of the library names.
    pub fn of(library: &Library) -> Self {
        Self::from(Gathered::of(library))
    }

    /// Where the first word stands that may begin a name, a handle or both: nothing before it does.
    pub fn first_in(&self, text: &str) -> Option<usize> {
        self.beginnings.first_in(text)
    }

    /// A name that is looked for as it stands, where a text holds one.
    pub fn whole_in(&self, text: &str) -> Option<&str> {
        self.whole.first_of(text)
    }

    /// Whether a word is part of a name, also in capitals.
    pub fn is_part(&self, word: &str) -> bool {
        let loud = || word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase);
        self.parts.contains(word) || (loud() && self.parts.contains(&titled(word)))
    }

    /// Whether a word is somebody's handle; in any case.
    pub fn is_handle(&self, word: &str) -> bool {
        let loud = word.chars().any(|c| !c.is_ascii_lowercase() && c.is_alphabetic());
        if loud { self.handles.contains(&word.to_lowercase()) } else { self.handles.contains(word) }
    }
}

impl From<Gathered> for Names {
    fn from(Gathered { parts, handles, whole, .. }: Gathered) -> Self {
        let beginnings = Beginnings::of(parts.iter().chain(&handles).map(String::as_str));
        Self { beginnings, whole: Whole::of(whole), parts, handles }
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

#[cfg(test)]
impl Names {
    /// Names without a library.
    pub fn listed(names: &[&str], owners: &[&str]) -> Self {
        let mut known = Gathered::default();
        for name in names {
            known.add(name);
        }
        for owner in owners {
            known.owner(owner);
        }
        Self::from(known)
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
        let names = Names::listed(&["Mina Sørlie", "Bo"], &["msorlie", "sre", "bo", "robo"]);
        assert!(names.is_handle("msorlie") && names.is_handle("bo"));
        assert!(!names.is_handle("sre") && !names.is_handle("robo"));
    }
}
