//! Which library is meant by the files and folders that were named, and which part of it.

use base::text::shown;
use std::path::PathBuf;

use super::library::{Library, NoLibrary};

/// A library, or some of its files.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) library: Library,
    /// Files and folders in it, as diagnostics name them; empty for the whole of it.
    parts: Vec<String>,
}

impl Selection {
    /// The library that was named, or that all paths lie in.
    ///
    /// # Errors
    /// What is wrong with the paths, and the way out.
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

    /// Whether what is said of this file of the library was asked for.
    pub(super) fn holds(&self, file: &str) -> bool {
        let below = |part: &String| file.strip_prefix(part.as_str()).is_some_and(|rest| rest.starts_with('/'));
        self.parts.is_empty() || self.parts.iter().any(|part| part == file || below(part))
    }

    /// Whether only some files were named.
    pub(super) fn is_part(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The Markdown files that were named and are none of `read`: whoever names one wants it looked at.
    pub(super) fn unread<'s>(&'s self, read: impl Fn(&str) -> bool + 's) -> impl Iterator<Item = &'s str> {
        let markdown = |part: &&str| site::source::is_review(part);
        self.parts.iter().map(String::as_str).filter(markdown).filter(move |part| !read(part))
    }
}

fn elsewhere(path: &std::path::Path, library: &Library, first: Option<&PathBuf>) -> NoLibrary {
    let first = first.map_or_else(|| shown(&library.root), |first| shown(first));
    NoLibrary {
        message: format!("`{first}` and `{}` lie in different libraries", shown(path)),
        hint: "check one library at a time; a library is a folder with a `debrief.yaml`".to_owned(),
    }
}
