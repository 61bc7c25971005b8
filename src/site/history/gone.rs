//! Files in the git history that no longer exist in the library.
//!
//! In: the changes of each commit, the newest first. Out: files whose last change was a deletion, with the only file
//! that the same commit added, if there is exactly one: most likely the same text, moved and edited. Also the files that the
//! last commit has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Commit;
use crate::endings::is_review;

/// A file that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The day of the commit.
    pub on: Date,
    /// The only review that the same commit added.
    pub instead: Option<String>,
}

/// The files found so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    gone: BTreeMap<String, Gone>,
    /// Paths whose last change is known.
    seen: BTreeSet<String>,
    /// Whether the last commit has a file, whatever the day.
    is_there: BTreeMap<String, bool>,
    /// The files that the current commit deleted.
    deleted: Vec<String>,
    added: Vec<String>,
}

impl Found {
    /// Takes one line of a commit: `A`, `M`, `D` or `R100` with the path before, and the path. Commits after the day
    /// `until` are ignored.
    pub(super) fn see(&mut self, what: &str, before: Option<&str>, path: &str, commit: &Commit, until: Date) {
        if !is_review(path) && !before.is_some_and(is_review) {
            return;
        }
        self.is_there.entry(path.to_owned()).or_insert(!what.starts_with('D'));
        if let Some(before) = before.filter(|_| what.starts_with('R')) {
            self.is_there.entry(before.to_owned()).or_insert(false);
        }
        if commit.change.on > until {
            return;
        }
        // The old name of a moved file is not deleted.
        if let Some(before) = before.filter(|_| what.starts_with('R')) {
            self.seen.insert(before.to_owned());
        }
        let is_last = self.seen.insert(path.to_owned());
        if what.starts_with('D') && is_last && !commit.is_cut {
            self.gone.insert(path.to_owned(), Gone { on: commit.change.on, instead: None });
            self.deleted.push(path.to_owned());
        }
        if what.starts_with('A') {
            self.added.push(path.to_owned());
        }
    }

    /// Must be called after the last line of a commit.
    pub(super) fn next_commit(&mut self) {
        if let ([deleted], [added]) = (self.deleted.as_slice(), self.added.as_slice())
            && let Some(gone) = self.gone.get_mut(deleted)
        {
            gone.instead = Some(added.clone());
        }
        self.deleted.clear();
        self.added.clear();
    }

    /// What was deleted, and the reviews that the last commit has.
    pub(super) fn finish(mut self) -> (BTreeMap<String, Gone>, BTreeSet<String>) {
        self.next_commit();
        let there = self.is_there.into_iter().filter(|(path, is_there)| *is_there && is_review(path));
        (self.gone, there.map(|(path, _)| path).collect())
    }
}
