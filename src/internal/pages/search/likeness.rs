//! The words of all reviews, counted once: for the files of the search, and for related reviews.
//!
//! Both are computed on first use, in parallel and outside their cells: a worker thread that waits for a cell could be one that
//! the computation of its value waits for.

use std::collections::{BTreeMap, HashMap};

use crate::library::{Related, never_telling, related};
use crate::pages::Site;
use crate::pages::route::review_path;
use ::search::{Catalogue, Counted, Files, Settings};
use site::output::OutPath;

impl Site {
    /// Computes in advance what many pages need: the related reviews.
    pub fn prepare(&self) {
        self.related();
    }

    /// All files of the search, for whoever needs each once: they are not kept.
    pub fn search(&self) -> impl Iterator<Item = (OutPath, Vec<u8>)> {
        self.make_search().into_all().filter_map(|(path, bytes)| Some((OutPath::new(&path).ok()?, bytes)))
    }

    /// All files of the search.
    pub(crate) fn search_files(&self) -> &Files {
        self.search.get().unwrap_or_else(|| {
            let made = self.make_search();
            self.search.get_or_init(|| made)
        })
    }

    fn make_search(&self) -> Files {
        let settings = self.search_settings();
        let counted = self.counted.lock().ok().and_then(|mut counted| counted.take());
        let (catalogue, counted) = counted.unwrap_or_else(|| self.count(&settings));
        Files::counted(catalogue, counted, &settings)
    }

    /// For each review, the best related ones, best first.
    pub(crate) fn related(&self) -> &[Vec<Related>] {
        self.related.get().unwrap_or_else(|| {
            let (catalogue, counted) = self.count(&self.search_settings());
            let mut never = never_telling(&self.library);
            never.extend(shared_headings(&catalogue));
            let alike = counted.alike(&never);
            let made = related(&self.library, &alike, &self.places(&catalogue));
            // The files of the search come next, of the same words.
            if let Ok(mut kept) = self.counted.lock() {
                *kept = Some((catalogue, counted));
            }
            self.related.get_or_init(|| made)
        })
    }

    fn count(&self, settings: &Settings) -> (Catalogue, Counted) {
        let catalogue = self.catalogue();
        let counted = Counted::of(&catalogue, settings.language);
        (catalogue, counted)
    }

    /// The review of each document.
    fn places(&self, catalogue: &Catalogue) -> Vec<usize> {
        let reviews = self.library.reviews.iter().enumerate();
        let places: HashMap<String, usize> = reviews.map(|(place, review)| (review_path(&review.id), place)).collect();
        catalogue.documents().iter().filter_map(|document| places.get(&document.url).copied()).collect()
    }
}

/// Headings that several reviews have come from a template and say nothing about any of them.
fn shared_headings(catalogue: &Catalogue) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for section in catalogue.documents().iter().flat_map(|document| &document.sections) {
        *counts.entry(section.heading.as_str()).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(heading, _)| heading).collect()
}
