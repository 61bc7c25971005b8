//! The names of people that a library knows, so that they can be left out of a page.
//!
//! In: every review's `people`, the `who` of its timeline, the owners of its actions. Out: words that are part of a name, and
//! handles. Of a review that lists no people, common given names in its entries count too. Any other name that occurs only in
//! running text cannot be known; pages that leave names out say so.
//!
//! [`gather`] decides what is a name, [`found`] which words of an entry are; [`beginnings`] and [`whole`] find where one may be in
//! a text, in a time that does not depend on the number of names, because a page checks every text that it shows and most contain
//! none.

mod beginnings;
mod found;
mod gather;
mod whole;

use std::collections::HashSet;

use crate::library::Library;
use beginnings::Beginnings;
use gather::Gathered;
use whole::Whole;

pub use crate::library::{PARTICLES, is_word, parts};
pub use found::found;

/// The words that are part of somebody's name.
#[derive(Debug)]
pub struct Names {
    /// `Kwabena`, `Ofosuhene`; as written.
    parts: HashSet<String>,
    /// `kofosuhene`, `kwabena.ofosuhene`; lower case.
    handles: HashSet<String>,
    /// The first words of parts and handles.
    beginnings: Beginnings,
    /// Names in scripts without capitals and spaces.
    whole: Whole,
}

impl Names {
    /// Everybody whom a review of the library names.
    pub fn of(library: &Library) -> Self {
        Self::from(Gathered::of(library))
    }

    /// The position of the first word that may begin a name or a handle; `None` if no word can.
    pub fn first_in(&self, text: &str) -> Option<usize> {
        self.beginnings.first_in(text)
    }

    /// A name in a script without capitals and spaces that the text contains.
    pub fn whole_in(&self, text: &str) -> Option<&str> {
        self.whole.first_of(text)
    }

    /// Whether a word is part of a name, also if it is all in capitals.
    pub fn is_part(&self, word: &str) -> bool {
        let loud = || word.chars().nth(2).is_some() && !word.chars().any(char::is_lowercase);
        self.parts.contains(word) || (loud() && self.parts.contains(&titled(word)))
    }

    /// Whether a word is somebody's handle, ignoring case.
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

/// `OFOSUHENE` as `Ofosuhene`; anything else unchanged.
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
    fn names_are_distinguished_from_roles() {
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
