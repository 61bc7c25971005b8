//! The words of all reviews, counted once: for the files of the search, and for related reviews.
//!
//! Both are computed on first use, in parallel and outside their cells: a worker thread that waits for a cell could be one that
//! the computation of its value waits for.

use rayon::prelude::*;

use super::page::{day, document, facets};
use crate::library::{Library, Related, never_telling, related};
use crate::pages::Site;
use crate::pages::route::review_path;
use ::search::{Counted, Document, Files, Take, sort_key, write};
use site::output::OutPath;

impl Site {
    /// Computes in advance what many pages need: the related reviews.
    pub fn prepare(&self) {
        self.related();
    }

    /// Hands over each file of the search as soon as it is made, from several threads at once. None is kept: those of 10,000 reviews
    /// take 70 MB.
    pub fn write_search(&self, take: impl Fn(&OutPath, &[u8]) + Sync) {
        self.make_search(&|path, bytes| {
            if let Ok(path) = OutPath::new(path) {
                take(&path, &bytes);
            }
        });
    }

    /// All files of the search.
    pub(crate) fn search_files(&self) -> &Files {
        self.search.get().unwrap_or_else(|| {
            let made = Files::taken(|take| self.make_search(take));
            self.search.get_or_init(|| made)
        })
    }

    fn make_search(&self, take: Take<'_>) {
        let settings = self.search_settings();
        let counted = self.counted.lock().ok().and_then(|mut counted| counted.take());
        let places = places(&self.library);
        let counted = counted.unwrap_or_else(|| self.count(&places));
        write(|| self.documents(&places), facets(&self.library), counted, &settings, take);
    }

    /// For each review, the best related ones, best first.
    pub(crate) fn related(&self) -> &[Vec<Related>] {
        self.related.get().unwrap_or_else(|| {
            let places = places(&self.library);
            let counted = self.count(&places);
            let alike = counted.alike(&never_telling(&self.library));
            let made = related(&self.library, &alike, &places);
            // The files of the search come next, of the same words.
            if let Ok(mut kept) = self.counted.lock() {
                *kept = Some(counted);
            }
            self.related.get_or_init(|| made)
        })
    }

    fn count(&self, places: &[usize]) -> Counted {
        Counted::of(self.documents(places), self.search_settings().language)
    }

    /// The documents of the search. Each is made for its words and made again for its file: kept in between, those of 10,000
    /// reviews would take 115 MB.
    fn documents(&self, places: &[usize]) -> impl IndexedParallelIterator<Item = Document> {
        places.par_iter().map(|place| document(&self.library.reviews[*place], &self.library))
    }
}

/// The review of each document, in the order of the catalogue.
fn places(library: &Library) -> Vec<usize> {
    let mut places: Vec<usize> = (0..library.reviews.len()).collect();
    places.sort_by_cached_key(|place| {
        let review = &library.reviews[*place];
        sort_key(day(review), review_path(&review.id))
    });
    places
}
