//! The one file with a fixed name: what the others are called, and what every query needs.

use serde::{Deserialize, Serialize};

use super::language::Language;

/// The form of all files; a script that knows another refuses them.
pub(crate) const VERSION: u32 = 1;

/// Documents whose names stand in one file.
pub(crate) const BLOCK: usize = 32;

/// `search/manifest.js`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) version: u32,
    /// How many documents there are.
    pub(crate) documents: usize,
    /// Of the bodies.
    pub(crate) average: f64,
    pub(crate) levels: Vec<u32>,
    /// The name of the file of lengths.
    pub(crate) lengths: String,
    /// The name of the file of days.
    pub(crate) dates: String,
    /// Where each file of terms begins.
    pub(crate) starts: Vec<String>,
    /// Their names, one after the other.
    pub(crate) terms: String,
    /// Letter and name of each file of words.
    pub(crate) words: Vec<(String, String)>,
    /// The name of the file of the commonest terms.
    pub(crate) common: String,
    /// Key, label and name of each facet.
    pub(crate) facets: Vec<(String, String, String)>,
    /// The names of the files that hold the names of the documents' files, one after the other.
    pub(crate) fragments: String,
    /// Ways to say the same.
    pub(crate) synonyms: Vec<Vec<String>>,
    /// How words become terms.
    pub(crate) language: Language,
    /// Words that are too common to look for, where the language alone does not say them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) stop: Vec<String>,
    /// What is cut off the words of such a language, for words that no file tells.
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
