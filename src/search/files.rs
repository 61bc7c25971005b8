//! All files of the search in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::catalogue::Catalogue;
use super::counted::Counted;
use super::synonyms::Settings;
use super::write::{Take, write};

/// Every file of the search, by its path from the root of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Makes all files, in parallel. The same catalogue makes the same bytes.
    #[must_use]
    pub fn of(catalogue: &Catalogue, settings: &Settings) -> Self {
        let counted = Counted::of(catalogue.documents().par_iter(), settings.language);
        let documents = || catalogue.documents().par_iter().cloned();
        Self::taken(|take| write(documents, catalogue.facets().to_vec(), counted, settings, take))
    }

    /// All files that `write` hands over.
    pub fn taken(write: impl FnOnce(Take<'_>)) -> Self {
        let files = Mutex::new(BTreeMap::new());
        write(&|path, bytes| {
            files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes);
        });
        Self(files.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// All files with their paths, in order.
    pub fn into_all(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.0.into_iter()
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }
}
