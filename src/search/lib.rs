//! Search: the files from which the browser searches a library, and the same search in the program.
//!
//! In: a [`Catalogue`] with one [`Document`] for each review, with only the text that readers may see, and the
//! [`Facet`]s. Out: [`Files`], small scripts under `search/`, of which a query loads only the few that it needs.
//!
//! ```text
//! search/manifest.js   the names of the others; lengths
//! search/r/NAME.js     the names of 32 files of terms, and where each begins
//! search/t/NAME.js     a range of terms and their documents, about 4 kB each; the most common terms
//! search/w/NAME.js     words, not stemmed, by letter, for half-typed and mistyped ones
//! search/s/NAME.js     synonyms by the first letter of their terms
//! search/n/NAME.js     how long each document is; search/d/NAME.js its day
//! search/f/NAME.js     a facet: its values and their documents
//! search/b/NAME.js     the names of the files of 32 documents; search/x/NAME.js one document: card and texts
//! search/q/NAME.js     the names of 128 files of neighbouring words; search/p/NAME.js which documents have them
//! ```
//!
//! All have the same [`envelope`], which works over HTTP and from a folder on disk, and all but the manifest are named
//! by their content. [`Index`] is the same in memory, from a catalogue or from files: [`Index::read`] refuses
//! everything that [`Files::of`] does not make. `docs/search.md` explains how text becomes terms.

mod alike;
mod analyzer;
mod bytes;
mod catalogue;
mod chunks;
mod collect;
mod common;
mod counted;
mod dates;
mod engine;
mod envelope;
mod facet_file;
mod files;
mod foreign_content;
mod forms;
mod fragment;
mod index;
mod join;
mod language;
mod lengths;
mod lexicon;
mod manifest;
mod order;
mod pairs;
mod plain;
mod postings;
mod ranges;
mod stems;
mod synonyms;
#[cfg(test)]
mod tests;
mod weak;
mod word;
mod words;
mod write;

pub use alike::Alike;
pub use analyzer::{analyze, written};
pub use catalogue::{Card, Catalogue, Document, Facet, Label, Section, YEAR, sort_key};
pub use counted::Counted;
pub use engine::{Answer, Hit};
pub use envelope::{name as content_name, open, pack};
pub use files::Files;
pub use foreign_content::{Foreign, foreign};
pub use index::Index;
pub use language::Language;
pub use synonyms::{Settings, shipped};
pub use write::{Take, write};

/// The text of a search file that readers can see: that of a document, a facet or the manifest, and none for the files
/// of terms, which [`foreign`] compares with the texts. `None` for bytes that are not a search file.
#[must_use]
pub fn words_of(script: &[u8]) -> Option<String> {
    let (file, content) = envelope::unpack(script)?;
    let in_words = file == MANIFEST || file.starts_with("x/") || file.starts_with("f/");
    Some(if in_words { String::from_utf8_lossy(&content).into_owned() } else { String::new() })
}

/// The name of the only file that is not named by its content.
const MANIFEST: &str = "manifest";

/// The path of the manifest, relative to the root of the site.
pub const START: &str = "search/manifest.js";

/// Whether a path is in the folder of the search files.
#[must_use]
pub fn is_path(path: &str) -> bool {
    path.starts_with("search/")
}

/// The plain index of `elasticlunr`, for other programs.
pub const PLAIN: &str = "search/elasticlunr.json";
