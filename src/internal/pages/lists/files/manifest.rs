//! The only file of a list with a fixed name.

use serde::Serialize;

/// The version of the format of all files; a script for another version refuses them.
pub(super) const VERSION: u32 = 1;

/// `lists/reviews.js` and `lists/actions.js`: the names of the other files.
#[derive(Debug, Serialize)]
pub(super) struct Manifest<'c> {
    pub(super) version: u32,
    pub(super) facets: String,
    /// The order of the list itself. Rows of one rank are in the order of their numbers, the last first.
    pub(super) list: String,
    /// The order of each column, by its `data-key`.
    pub(super) orders: Vec<(&'c str, String)>,
    /// How many rows each file has, and its name.
    pub(super) rows: Vec<(usize, String)>,
    pub(super) words: Vec<(usize, String)>,
}
