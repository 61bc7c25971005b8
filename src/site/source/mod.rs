//! The library folder, read once. The only module that reads it, or a file of its theme.
//!
//! In: a path. Out: [`Sources`], always sorted by path; diagnostics for files that cannot be read, which are errors.
//! Refuses symbolic links that leave the library.

mod read;
mod walk;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::history::History;

pub use crate::endings::{is_review, without_ending};
pub(crate) use read::bytes;
use read::open;
pub use read::{names_in, read_file, read_other_file};
pub use walk::{Skip, is_read, walk};

/// A text file of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the library, with `/`.
    pub path: String,
    /// The whole content, as on disk (byte-order mark and CR LF stay, so that places are right).
    pub text: String,
}

/// Everything that was found.
#[derive(Debug, Default)]
pub struct Sources {
    /// The library folder.
    pub root: PathBuf,
    /// Every file that is read as a review, sorted by path.
    pub reviews: Vec<SourceFile>,
    /// Every other file, by path; published only where a page refers to it.
    pub files: BTreeSet<String>,
    /// Whether the folder was not written for this program: it has neither `debrief.yaml` nor `redaction.yaml`, or the
    /// first has `foreign: true`.
    pub foreign: bool,
    /// `debrief.yaml` at the root.
    pub config: Option<SourceFile>,
    /// The git history of the files; empty until it is read.
    pub history: History,
    /// `redaction.yaml` at the root.
    pub policy: Option<SourceFile>,
}

impl Sources {
    /// Removes reviews from the library; pages may still refer to their files.
    pub fn leave_out(&mut self, is_left_out: impl Fn(&str) -> bool) {
        let reviews = std::mem::take(&mut self.reviews);
        let (out, reviews): (Vec<_>, Vec<_>) = reviews.into_iter().partition(|file| is_left_out(&file.path));
        self.reviews = reviews;
        self.files.extend(out.into_iter().map(|file| file.path));
    }

    /// Opens one of `files` and closes it again, to learn whether it can be read.
    ///
    /// # Errors
    /// If it cannot.
    pub fn open(&self, path: &str) -> std::io::Result<()> {
        open(&self.root.join(path))
    }

    /// The bytes of one of `files`.
    ///
    /// # Errors
    /// If the file can no longer be read.
    pub fn bytes(&self, path: &str) -> std::io::Result<Vec<u8>> {
        bytes(&self.root.join(path))
    }
}

/// The name of the configuration file.
pub const CONFIG_FILE: &str = "debrief.yaml";

/// The name of the file with the policy of the public edition.
pub const POLICY_FILE: &str = "redaction.yaml";
