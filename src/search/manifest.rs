//! The only file with a fixed name: the names of the others, and the data that every query needs.

use serde::{Deserialize, Serialize};

use super::language::Language;

/// The version of the format of all files; a script for another version refuses them.
pub(crate) const VERSION: u32 = 4;

/// Documents whose names stand in one file.
pub(crate) const BLOCK: usize = 32;

/// `search/manifest.js`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) version: u32,
    /// How many documents there are.
    pub(crate) documents: usize,
    /// The average length of the bodies.
    pub(crate) average: f64,
    pub(crate) levels: Vec<u32>,
    /// The name of the file of lengths.
    pub(crate) lengths: String,
    /// The name of the file of days.
    pub(crate) dates: String,
    /// Where each file of ranges begins.
    pub(crate) starts: Vec<String>,
    /// Their names, concatenated.
    pub(crate) ranges: String,
    /// Letter and name of each file of words.
    pub(crate) words: Vec<(String, String)>,
    /// The name of the file of the commonest terms.
    pub(crate) common: String,
    /// Key, label and name of each facet.
    pub(crate) facets: Vec<(String, String, String)>,
    /// The names of the files with the names of the documents' files, concatenated.
    pub(crate) fragments: String,
    /// How many files of neighbouring words there are, and the names of the files with their names, concatenated.
    pub(crate) pairs: (usize, String),
    /// Letter and name of each file of synonyms.
    pub(crate) synonyms: Vec<(String, String)>,
    /// How words become terms.
    pub(crate) language: Language,
    /// Words that are too common to be indexed, in a language with forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) stop: Vec<String>,
    /// The endings of such a language, for guessing the term of unknown words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) endings: Vec<String>,
}

impl Manifest {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|manifest: &Self| manifest.version == VERSION)
    }
}
