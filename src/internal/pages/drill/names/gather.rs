//! Collects the people whom a library names, however its fields are written.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::library::{Known, Library, Listed, bare, is_whole, people, whole_words};

/// The names of people in a library, while they are being collected.
#[derive(Debug, Default)]
pub struct Gathered {
    pub known: Known,
    pub whole: BTreeSet<String>,
    /// Accounts that fields name; those that resemble a name are handles.
    accounts: BTreeSet<String>,
    /// Fields that have been added already.
    met: HashSet<String>,
}

impl Gathered {
    /// Everybody whom a review of the library, or its meeting, names.
    pub fn of(library: &Library) -> Self {
        let mut names = Self::default();
        // The same people occur in many reviews.
        let mut met = HashMap::new();
        let mut is_somebody =
            |name: &str| *met.entry(name.to_owned()).or_insert_with_key(|name| library.is_somebody(name));
        let leads = library.config.meeting.facilitators.iter().map(String::as_str);
        for field in library.reviews.iter().flat_map(people).chain(leads) {
            names.field(field, &mut is_somebody);
        }
        for name in library.reviews.iter().flat_map(super::found) {
            names.add(&name);
        }
        let owners = library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref());
        for owner in owners {
            names.owner(owner, &mut is_somebody);
        }
        names
    }

    /// Adds everybody whom a field names, unless it is the name of something else.
    pub fn field(&mut self, field: &str, is_somebody: &mut impl FnMut(&str) -> bool) {
        if self.met.contains(field) {
            return;
        }
        self.met.insert(field.to_owned());
        if !is_somebody(field) {
            return;
        }
        let listed = Listed::of(field);
        for name in listed.names {
            if is_somebody(&name) {
                self.add(&name);
            }
        }
        self.accounts.extend(listed.accounts);
    }

    /// Adds the owner of an action: a single word may be a group, and counts as a handle if it resembles a known name.
    pub fn owner(&mut self, owner: &str, is_somebody: &mut impl FnMut(&str) -> bool) {
        if owner.split_whitespace().count() > 1 {
            self.field(owner, is_somebody);
        } else if is_somebody(owner) {
            self.accounts.extend(Listed::of(owner).accounts);
        }
    }

    pub fn add(&mut self, name: &str) {
        if is_whole(name) {
            self.whole.extend(whole_words(name).map(str::to_owned));
        } else {
            self.known.add(name);
        }
    }

    /// What is known of people, and the names that are searched for literally.
    pub fn finish(mut self) -> (Known, BTreeSet<String>) {
        self.known.add_alike(self.accounts.iter().map(|account| bare(account)));
        (self.known, self.whole)
    }
}
