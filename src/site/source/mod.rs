//! The library folder, read once. The only module that reads it.
//!
//! In: a path. Out: [`Sources`], sorted by path, whatever order the disk gives; diagnostics for all that cannot be read.
//! Refuses symbolic links that leave the library and never skips in silence: a file that cannot be read is an error.

mod endings;
mod read;
mod walk;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::history::History;

pub use endings::{is_review, without_ending};
pub use read::{names_in, read_file};
pub use walk::{Skip, is_read, walk};

/// A text file of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the library, with `/`.
    pub path: String,
    /// The whole content, as it is on disk (a byte-order mark and CR LF stay, so that places hold).
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
    /// Whether the folder was written for something else: there is neither a `debrief.yaml` nor a `redaction.yaml`, or the first says so.
    pub foreign: bool,
    /// `debrief.yaml` at the root.
    pub config: Option<SourceFile>,
    /// What git knows of the files; empty until somebody asks it.
    pub history: History,
    /// `redaction.yaml` at the root.
    pub policy: Option<SourceFile>,
}

impl Sources {
    /// Takes reviews out of the library; a page may still refer to their files.
    pub fn leave_out(&mut self, is_left_out: impl Fn(&str) -> bool) {
        let reviews = std::mem::take(&mut self.reviews);
        let (out, reviews): (Vec<_>, Vec<_>) = reviews.into_iter().partition(|file| is_left_out(&file.path));
        self.reviews = reviews;
        self.files.extend(out.into_iter().map(|file| file.path));
    }

    /// The bytes of one of `files`.
    ///
    /// # Errors
    /// When the file can no longer be read.
    pub fn bytes(&self, path: &str) -> std::io::Result<Vec<u8>> {
        read::bytes(&self.root.join(path))
    }
}

/// The name of the configuration file.
pub const CONFIG_FILE: &str = "debrief.yaml";

/// The name of the file that says what the public edition may hold.
pub const POLICY_FILE: &str = "redaction.yaml";
