//! The library and the part of it that given files and folders select.

use base::text::shown;
use std::path::PathBuf;

use super::library::{Library, NoLibrary};

/// A library, or some of its files.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) library: Library,
    /// Paths in the library, as in diagnostics; empty for the whole library.
    parts: Vec<String>,
}

impl Selection {
    /// The given library, or the one that contains all paths.
    ///
    /// # Errors
    /// The problem with the paths, and what to do.
    pub(super) fn of(paths: &[PathBuf], named: Option<&PathBuf>) -> Result<Self, NoLibrary> {
        let library = Library::find(named.or(paths.first()).map(PathBuf::as_path))?;
        let mut parts = Vec::new();
        for path in paths {
            let part = library.part(path)?;
            let other = Library::find(Some(path))?;
            let Some(part) = part.filter(|_| named.is_some() || other.is(&library)) else {
                return Err(elsewhere(path, &library, named.or(paths.first())));
            };
            parts.push(part);
        }
        if parts.iter().any(String::is_empty) {
            parts.clear();
        }
        Ok(Self { library, parts })
    }

    /// Whether a file of the library was selected.
    pub(super) fn holds(&self, file: &str) -> bool {
        let below = |part: &String| file.strip_prefix(part.as_str()).is_some_and(|rest| rest.starts_with('/'));
        self.parts.is_empty() || self.parts.iter().any(|part| part == file || below(part))
    }

    /// Whether only a part of the library was selected.
    pub(super) fn is_part(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The selected files that `read` says were not read; their omission must be reported.
    pub(super) fn unread<'s>(&'s self, read: impl Fn(&str) -> bool + 's) -> impl Iterator<Item = &'s str> {
        self.parts.iter().map(String::as_str).filter(|part| self.is_file(part)).filter(move |part| !read(part))
    }

    /// Whether every selected path is a file that `read` says was not read.
    pub(super) fn has_no_review(&self, read: impl Fn(&str) -> bool) -> bool {
        self.is_part() && self.parts.iter().all(|part| self.is_file(part) && !read(part))
    }

    fn is_file(&self, part: &str) -> bool {
        self.library.root.join(part).is_file()
    }
}

fn elsewhere(path: &std::path::Path, library: &Library, first: Option<&PathBuf>) -> NoLibrary {
    let first = first.map_or_else(|| shown(&library.root), |first| shown(first));
    NoLibrary {
        message: format!("`{first}` and `{}` lie in different libraries", shown(path)),
        hint: "check one library at a time; a library is a folder with a `debrief.yaml`".to_owned(),
    }
}
