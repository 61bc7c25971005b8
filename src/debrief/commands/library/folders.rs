//! What stands in folders and above them: libraries, Markdown files, similar names.

use std::ffi::OsStr;
use std::path::Path;

use walkdir::WalkDir;

use crate::paths::{slashed, tidy};
use base::text::{nearest, shown};
use site::source::{CONFIG_FILE, POLICY_FILE, is_review};

/// The nearest folder, from `folder` upwards, that is a library.
pub(in crate::commands) fn above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| is_library(folder))
}

/// Whether a folder has settings or a policy.
pub(super) fn is_library(folder: &Path) -> bool {
    [CONFIG_FILE, POLICY_FILE].iter().any(|name| folder.join(name).is_file())
}

/// A similar name in the folder of a path that does not exist.
pub(super) fn near(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = names_in(folder);
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(shown(&tidy(&folder.join(near))))
}

/// The libraries in a folder that is none, as paths in it.
pub(super) fn libraries_below(folder: &Path) -> Vec<String> {
    let files = files_below(folder, 4).filter(|entry| entry.file_name() == CONFIG_FILE);
    let folders = files.filter_map(|entry| Some(slashed(entry.path().parent()?.strip_prefix(folder).ok()?)));
    folders.filter(|name| !name.is_empty()).collect()
}

/// The files in a folder down to a depth, in order; folders such as `node_modules` are skipped.
fn files_below(folder: &Path, depth: usize) -> impl Iterator<Item = walkdir::DirEntry> {
    let own = |name: &OsStr| {
        let name = name.to_string_lossy();
        !name.starts_with(['.', '_']) && !["node_modules", "target", "site"].contains(&&*name)
    };
    let entries = WalkDir::new(folder).min_depth(1).max_depth(depth).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(move |entry| own(entry.file_name())).filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file())
}

/// The names in a folder, sorted, without hidden ones.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    names.filter(|name| !name.starts_with('.')).collect()
}

/// Whether there is a Markdown file that may be a review.
pub(in crate::commands) fn holds_markdown(folder: &Path) -> bool {
    files_below(folder, 6).any(|entry| is_review(&entry.file_name().to_string_lossy()))
}
