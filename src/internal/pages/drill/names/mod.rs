//! The names of people that a library knows, so that they can be left out of a page.
//!
//! In: every review's `people`, the `who` of its timeline, the owners of its actions, the facilitators of the meeting. Out: where
//! a text has a name or a handle. Of a review that lists no people, common given names in its entries count too. Any other name
//! that occurs only in running text cannot be known; pages that leave names out say so.
//!
//! [`gather`] collects names, [`found`] those in entries; [`beginnings`] and [`whole`] find where one may be in
//! a text, in a time that does not depend on the number of names, because a page checks every text that it shows and most contain
//! none.

mod beginnings;
mod found;
mod gather;
mod whole;

use crate::library::{Known, Library};
use beginnings::Beginnings;
use gather::Gathered;
use whole::Whole;

pub use crate::library::{account_end, is_word, names_in, parts, word_end};
pub use found::{called_in, found, handles};

/// The words that are part of somebody's name.
#[derive(Debug)]
pub struct Names {
    known: Known,
    /// The first words of names and handles.
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

    /// The name at the start of a text, which continues the text `before`: its length, and its words.
    pub fn at<'t>(&self, before: &str, text: &'t str) -> Option<(usize, Vec<&'t str>)> {
        self.known.at(before, text)
    }
}

impl From<Gathered> for Names {
    fn from(gathered: Gathered) -> Self {
        let (known, whole) = gathered.finish();
        Self { beginnings: Beginnings::of(known.beginnings()), whole: Whole::of(whole), known }
    }
}

#[cfg(test)]
impl Names {
    /// Names without a library.
    pub fn listed(names: &[&str], owners: &[&str]) -> Self {
        let mut known = Gathered::default();
        for name in names {
            known.field(name, &mut |_| true);
        }
        for owner in owners {
            known.owner(owner, &mut |_| true);
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
            assert!(names.known.is_part(part), "{part}");
        }
        for word in ["fishmonger", "Sanderling", "MV", "Customer", "Support", "van", "kwabena"] {
            assert!(!names.known.is_part(word), "{word}");
        }
        assert!(names.known.is_handle("kofosuhene") && names.known.is_handle("Kwabena.Ofosuhene"));
        assert!(!names.known.is_handle("platform"));
    }

    #[test]
    fn a_handle_that_resembles_a_name_is_one() {
        let names = Names::listed(&["Mina Sørlie", "Bo"], &["msorlie", "sre", "bo", "robo"]);
        assert!(names.known.is_handle("msorlie") && names.known.is_handle("bo"));
        assert!(!names.known.is_handle("sre") && !names.known.is_handle("robo"));
    }
}
