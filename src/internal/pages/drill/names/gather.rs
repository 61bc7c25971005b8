//! Decides what is a name: distinguishes people from roles and groups, and handles that resemble a name from other words.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::library::{Library, ending, is_whole, parts, people, reads_as_name};

/// The names of people in a library, while they are being collected.
#[derive(Debug, Default)]
pub struct Gathered {
    pub parts: HashSet<String>,
    pub handles: HashSet<String>,
    pub whole: BTreeSet<String>,
    /// The endings of the parts.
    endings: HashSet<String>,
    /// Names that have been added already.
    met: HashSet<String>,
}

impl Gathered {
    /// Everybody whom a review of the library names.
    pub fn of(library: &Library) -> Self {
        let mut names = Self::default();
        // The same people occur in many reviews.
        let mut groups = HashMap::new();
        let mut is_somebody = |name| !*groups.entry(name).or_insert_with(|| library.service_or_team(name).is_some());
        for name in library.reviews.iter().flat_map(people).filter(|name| is_somebody(name)) {
            names.add(name);
        }
        let owners = library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref());
        for name in library.reviews.iter().flat_map(super::found) {
            names.add(&name);
        }
        for owner in owners.filter(|owner| is_somebody(owner)) {
            names.owner(owner);
        }
        names
    }

    pub fn add(&mut self, name: &str) {
        if self.met.contains(name) {
            return;
        }
        self.met.insert(name.to_owned());
        if is_whole(name) {
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
        self.endings.extend(lower.iter().map(|part| ending(part).to_owned()));
        self.parts.extend(parts.into_iter().map(str::to_owned));
    }

    /// Adds the owner of an action: a name, a handle, or a group. A single word counts as a handle if it resembles a known
    /// name.
    pub fn owner(&mut self, owner: &str) {
        if owner.split_whitespace().count() > 1 {
            self.add(owner);
            return;
        }
        let handle = owner.trim_start_matches('@').to_lowercase();
        if self.endings.contains(ending(&handle)) {
            self.handles.insert(handle);
        }
    }
}
