//! A document of the key: the facts that a careful reader finds in it.

use std::fs;
use std::path::Path;

use serde::Deserialize;

/// The facts of one document.
#[derive(Debug, Deserialize)]
pub struct Known {
    /// The folder and path.
    pub file: String,
    pub language: String,
    /// `review`, or the kind of page that it is instead.
    pub kind: String,
    pub title: Option<String>,
    pub date: Option<String>,
    /// As written.
    pub severity: Option<String>,
    pub scale: Option<String>,
    pub timeline: bool,
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Whether only the first entries are listed here.
    #[serde(default)]
    pub entries_cut: bool,
    #[serde(default)]
    pub actions: Vec<Action>,
    #[serde(default)]
    pub factors: Vec<String>,
    #[serde(default)]
    pub lessons: Vec<String>,
    #[serde(default)]
    pub well: Vec<String>,
    #[serde(default)]
    pub lucky: Vec<String>,
}

/// An entry of a timeline: its moment in UTC, or its day and time as far as they are stated, and its first words.
#[derive(Debug, Deserialize)]
pub struct Entry {
    pub at: Option<String>,
    pub day: Option<String>,
    pub clock: Option<String>,
    #[serde(default)]
    pub says: String,
}

/// An action: its first words, whether the document says that it is done, and who it is given to (empty: nobody), if noted.
#[derive(Debug, Deserialize)]
pub struct Action {
    pub says: String,
    pub done: Option<Done>,
    pub owner: Option<String>,
}

/// `true`, `false` or `dropped`.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub enum Done {
    Said(bool),
    InWords(String),
}

impl Known {
    pub fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("text");
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// The folder that it comes from.
    pub fn organisation(&self) -> &str {
        self.file.split(['+', '/']).next().unwrap_or_default()
    }
}
