//! The files from which `lists.js` sorts and filters a list of several pages.
//!
//! In: the [`Columns`] of a list, and the HTML of each row. Out: small scripts under `lists/`, of which the browser loads only
//! what it shows.
//!
//! ```text
//! lists/reviews.js         manifest: the names of the others; lists/actions.js likewise
//! lists/reviews/NAME.js    one of: facets, for each value the rows that have it
//!                                  an order, for some thousand rows their rank in a column
//!                                  the words of some hundred rows, for finding words
//!                                  the names of 64 files of rows
//!                                  the HTML of about sixteen rows, for showing them
//! ```
//!
//! Rows are numbered from the end of the library: the oldest review first. Where files of ranks, rows and words begin is chosen
//! by the ids of reviews ([`borders`]). So one more review adds a file or changes one, and an edited title changes one of rows, one
//! of words, and of the order of titles what is between its old place and its new one. All but the manifests are named by their
//! content, and the envelope is that of the search.

mod borders;
mod columns;
mod manifest;

pub use columns::{Columns, Facts, Key, ranks};

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;

use manifest::{BLOCK, Manifest, VERSION};
use site::output::Failure;

/// Files by their path from the root of the site.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Makes the files of the list `name`, with the HTML of each row.
    ///
    /// # Errors
    /// The first row that cannot be made.
    pub fn of<H>(name: &str, columns: &Columns<'_>, html: H) -> Result<Self, Failure>
    where
        H: Fn(usize) -> Result<String, Failure> + Sync,
    {
        let folder = format!("lists/{name}");
        let mut files = Self::default();
        let (chunks, parts) = (borders::rows(&columns.reviews), borders::words(&columns.reviews));
        let content = |chunk: &Range<usize>| Ok(json(&chunk.clone().map(&html).collect::<Result<Vec<_>, _>>()?));
        let contents: Result<Vec<_>, Failure> = chunks.par_iter().map(content).collect();
        let of_rows = files.add(&folder, contents?);
        let words = |part: &Range<usize>| json(&columns.words.get(part.clone()).unwrap_or_default());
        let of_words = files.add(&folder, parts.iter().map(words).collect());
        let of_ranks = borders::ranks(&columns.reviews);
        let ranks = |ranks: &Vec<usize>| {
            of_ranks.iter().map(|part| json(&ranks.get(part.clone()).unwrap_or_default())).collect()
        };
        let orders = columns.orders.iter().map(|(key, of)| (*key, files.add(&folder, ranks(of)))).collect();
        let of_rows = named(&chunks, of_rows);
        let blocks = of_rows.chunks(BLOCK);
        let sizes: Vec<usize> = blocks.clone().map(|block| block.iter().map(|(rows, _)| rows).sum()).collect();
        let blocks = files.add(&folder, blocks.map(|block| json(&block)).collect());
        let manifest = Manifest {
            version: VERSION,
            facets: files.add(&folder, vec![json(&columns.rows_of_facets())]).concat(),
            list: files.add(&folder, vec![json(&columns.list)]).concat(),
            orders,
            rows: sizes.into_iter().zip(blocks).collect(),
            words: named(&parts, of_words),
        };
        files.put(&folder, search::pack(&folder, &json(&manifest)));
        Ok(files)
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The files of both.
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Packs contents into files of a folder and returns their names.
    fn add(&mut self, folder: &str, contents: Vec<Vec<u8>>) -> Vec<String> {
        let pack = |content: Vec<u8>| {
            let name = search::content_name(&content);
            let file = format!("{folder}/{name}");
            let packed = search::pack(&file, &content);
            (name, file, packed)
        };
        let packed: Vec<_> = contents.into_par_iter().map(pack).collect();
        let put = |(name, file, bytes): (String, String, Vec<u8>)| {
            self.put(&file, bytes);
            name
        };
        packed.into_iter().map(put).collect()
    }

    fn put(&mut self, file: &str, bytes: Vec<u8>) {
        self.0.insert(format!("{file}.js"), bytes);
    }
}

/// How many rows each file has, and its name.
fn named(ranges: &[Range<usize>], names: Vec<String>) -> Vec<(usize, String)> {
    ranges.iter().map(ExactSizeIterator::len).zip(names).collect()
}

/// Columns have only texts, numbers and lists of them, so that this cannot fail.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
