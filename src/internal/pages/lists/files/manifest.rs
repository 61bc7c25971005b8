//! The only file of a list with a fixed name.

use serde::Serialize;

/// The version of the format of all files; a script for another version refuses them.
pub(super) const VERSION: u32 = 3;

/// How many files of rows one file names.
pub(super) const BLOCK: usize = 64;

/// `lists/reviews.js` and `lists/actions.js`: the names of the other files.
#[derive(Debug, Serialize)]
pub(super) struct Manifest<'c> {
    pub(super) version: u32,
    pub(super) facets: Vec<String>,
    /// The order of the list itself.
    pub(super) list: Vec<String>,
    /// The order of each column, by its `data-key`.
    pub(super) orders: Vec<(&'c str, Vec<String>)>,
    /// The files that name files of rows: how many rows those have together, and the name. Each of them has the same of its files.
    pub(super) rows: Vec<(usize, String)>,
    /// How many rows each file has, and its name.
    pub(super) words: Vec<(usize, String)>,
}
