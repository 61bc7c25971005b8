//! Files of the last commit that are no longer in the folder.
//!
//! In: a history, and which files are there. Out: the others, with their committed text. Git is run only if there are any, and
//! reads only what is committed: it would start programs of the repository's own to compare the folder itself.

use std::path::Path;

use super::{History, git};

/// A review that was committed and is no longer in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its path in the library.
    pub path: String,
    /// Its text in the last commit.
    pub text: String,
}

impl History {
    /// Finds the reviews of the last commit for which `is_there` is false, and keeps them; see [`History::missing`].
    pub fn look_for_missing(&mut self, root: &Path, is_there: impl Fn(&str) -> bool) {
        let paths: Vec<&str> = self.committed.iter().map(String::as_str).filter(|path| !is_there(path)).collect();
        self.missing = if paths.is_empty() { Vec::new() } else { read(root, &paths) };
    }

    /// Whether the last commit has a file.
    #[must_use]
    pub fn is_committed(&self, path: &str) -> bool {
        self.committed.contains(path)
    }

    /// The reviews of the last commit that are no longer in the folder, by path.
    #[must_use]
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }
}

/// The committed texts of files. One that is not in the commit after all, because a merge deleted it, is left out, and so is one
/// that is not UTF-8.
fn read(root: &Path, paths: &[&str]) -> Vec<Missing> {
    let texts = git::committed(root, paths);
    let missing = |(path, text): (&&str, Option<Vec<u8>>)| {
        Some(Missing { path: (*path).to_owned(), text: String::from_utf8(text?).ok()? })
    };
    paths.iter().zip(texts).filter_map(missing).collect()
}
