//! Which library is meant by the files and folders that were named, and which part of it.

use std::path::{Path, PathBuf};

use super::request;
use site::source::CONFIG_FILE;

/// A library, or some of its files.
#[derive(Debug)]
pub(super) struct Selection {
    pub(super) library: PathBuf,
    /// Files and folders in it, as diagnostics name them; empty for the whole of it.
    parts: Vec<String>,
}

impl Selection {
    /// The library that all paths lie in: the nearest folder above that holds a `debrief.yaml`, else the folder itself, or
    /// that of a file.
    ///
    /// # Errors
    /// What is wrong with the paths, and the way out.
    pub(super) fn of(paths: &[PathBuf]) -> Result<Self, (String, &'static str)> {
        let [first, others @ ..] = paths else {
            return Ok(Self { library: request::library(None), parts: Vec::new() });
        };
        let (library, whole) = library_of(first)?;
        if others.is_empty() && whole == library {
            // As it was typed: messages then name it so.
            return Ok(Self { library: first.clone(), parts: Vec::new() });
        }
        let mut parts = Vec::new();
        for path in paths {
            let (other, whole) = library_of(path)?;
            if other != library {
                let message = format!("`{}` and `{}` lie in different libraries", first.display(), path.display());
                return Err((message, "check one library at a time; a library is a folder with a `debrief.yaml`"));
            }
            let part = whole.strip_prefix(&library).unwrap_or(&whole);
            parts.push(part.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
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
}

/// The library of a file or folder, and the file or folder itself, both without links.
fn library_of(path: &Path) -> Result<(PathBuf, PathBuf), (String, &'static str)> {
    let whole = std::fs::canonicalize(path).map_err(|error| {
        (format!("`{}` cannot be read: {error}", path.display()), "name a library, or files and folders in one")
    })?;
    let folder = if whole.is_dir() { whole.as_path() } else { whole.parent().unwrap_or(&whole) };
    let library = folder.ancestors().find(|folder| folder.join(CONFIG_FILE).is_file()).unwrap_or(folder);
    Ok((library.to_path_buf(), whole))
}
