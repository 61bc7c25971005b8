//! Which library a command works on: every command finds it in the same way, by searching parent folders as git does.
//!
//! In: the folder or file that was given, or nothing. Out: the folder of the library, relative to the working folder. Refuses a
//! path that does not exist, and a working folder without a library in it or above it.

mod folders;
pub(super) mod paths;

pub(super) use self::folders::{above, holds_markdown};

use std::path::{Component, Path, PathBuf};

use self::folders::{is_library, libraries_below, near};
use crate::cli::{Exit, Terminal};
use crate::paths::{slashed, tidy};
use base::text::shown;
use site::output::reason;
use site::source::{CONFIG_FILE, is_review};

/// The library of a working folder that is not one itself: a project, such as this one, keeps it beside its code.
const USUAL: &str = "content";

/// A library and its path.
#[derive(Debug, Clone)]
pub(super) struct Library {
    /// Relative to the working folder; `.` for the working folder itself.
    pub(super) root: PathBuf,
    /// The absolute path with links resolved.
    whole: PathBuf,
    /// The path from the library to the working folder, with a final `/`, if the working folder is in it; otherwise empty.
    inside: String,
}

/// Why no library was found, and what to do.
#[derive(Debug)]
pub(super) struct NoLibrary {
    pub(super) message: String,
    pub(super) hint: String,
}

impl Library {
    /// The given library, or the one that contains the given folder or file; without a path, that of the working folder.
    ///
    /// # Errors
    /// The problem with the path, and what to do.
    pub(super) fn find(named: Option<&Path>) -> Result<Self, NoLibrary> {
        let here = whole(Path::new("."))?;
        let Some(named) = named else { return Self::around(&here) };
        let typed = whole(named)?;
        let folder = if typed.is_dir() { typed.as_path() } else { typed.parent().unwrap_or(&typed) };
        let library = match above(folder) {
            Some(library) => library,
            None if typed.is_file() && !is_of_a_library(&typed) && !holds_markdown(folder) => {
                let message = format!("`{}` is no Markdown, and no library is around it", shown(named));
                return Err(NoLibrary { message, hint: NAME_ONE.to_owned() });
            }
            None if folder.parent().is_none() => return Err(whole_disk(folder)),
            None => folder,
        };
        // As it was typed, so that messages name it in the same way.
        let root = if library == typed { tidy(named) } else { way(&here, library) };
        Ok(Self { root, inside: inside(&here, library), whole: library.to_path_buf() })
    }

    /// The same; a problem has been reported.
    ///
    /// # Errors
    /// The exit code of the command.
    pub(super) fn find_or_say(named: Option<&Path>, terminal: &Terminal) -> Result<Self, Exit> {
        Self::find(named).map_err(|problem| {
            terminal.fail(&problem.message, Some(&problem.hint));
            Exit::Usage
        })
    }

    /// The same for a command that writes reviews, which does not turn another folder into a library.
    ///
    /// # Errors
    /// The exit code of the command.
    pub(super) fn to_write_to(named: Option<&Path>, terminal: &Terminal) -> Result<Self, Exit> {
        let library = Self::find_or_say(named, terminal)?;
        if library.is_one() {
            return Ok(library);
        }
        let root = shown(&library.root);
        terminal.fail(&format!("`{root}` is no library yet"), Some(&format!("make it one with `debrief init {root}`")));
        Err(Exit::Usage)
    }

    /// The library of the working folder: the folder itself, one above it, or `content` in it.
    fn around(here: &Path) -> Result<Self, NoLibrary> {
        if here.parent().is_none() && !is_library(here) {
            return Err(whole_disk(here));
        }
        let usual = here.join(USUAL);
        let found = above(here).map(Path::to_path_buf);
        let found = found.or_else(|| usual.join(CONFIG_FILE).is_file().then_some(usual));
        let below = if found.is_some() { Vec::new() } else { libraries_below(here) };
        // A library further down has settings that its files would be read without; `.` names the folder all the same.
        let found = found.or_else(|| (below.is_empty() && holds_markdown(here)).then(|| here.to_path_buf()));
        let Some(whole) = found else {
            let hint = match below.first() {
                Some(one) => format!("name the library that is meant, such as `{one}`, or go into it"),
                None => "name the folder that holds your reviews, or make one with `debrief init reviews`".to_owned(),
            };
            let message = format!(
                "there is no library in `{}`: no `{CONFIG_FILE}` here or above{}",
                shown(here),
                if below.is_empty() { ", and no Markdown" } else { "" }
            );
            return Err(NoLibrary { message, hint });
        };
        Ok(Self { root: way(here, &whole), inside: inside(here, &whole), whole })
    }

    /// Whether it is a library or has any Markdown file that may be a review.
    pub(super) fn is_one(&self) -> bool {
        is_library(&self.whole) || holds_markdown(&self.whole)
    }

    /// The path of a file or folder in the library, as in diagnostics; empty for the library itself, `None` for a path outside.
    pub(super) fn part(&self, path: &Path) -> Result<Option<String>, NoLibrary> {
        let typed = whole(path)?;
        let Ok(part) = typed.strip_prefix(&self.whole) else { return Ok(None) };
        Ok(Some(slashed(part)))
    }

    /// Whether both are the same library.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.whole == other.whole
    }

    /// The folder for `site`: the working folder, or the library if the working folder is in it, so that one library has one
    /// site, from whatever folder in it the site is built.
    pub(super) fn home(&self) -> PathBuf {
        let inside = whole(Path::new(".")).is_ok_and(|here| here.starts_with(&self.whole));
        if inside && self.root != Path::new(".") { self.root.clone() } else { PathBuf::new() }
    }
}

/// The library to search for a review: the given one, or else that of the file, if the review is given as a file.
///
/// # Errors
/// The exit code of the command; a problem has been reported.
pub(super) fn of_review(named: Option<&Path>, review: &str, terminal: &Terminal) -> Result<Library, Exit> {
    let file = Some(Path::new(review)).filter(|file| file.is_file());
    Library::find_or_say(named.or(file), terminal)
}

/// What to do where no library is meant.
const NAME_ONE: &str = "name the folder that holds your reviews, or one of its Markdown files";

/// The root of the file system, which is searched for no reviews: it holds everything.
fn whole_disk(folder: &Path) -> NoLibrary {
    let message = format!("`{}` is the root of the file system, and no library", shown(folder));
    NoLibrary { message, hint: NAME_ONE.to_owned() }
}

/// Whether a file may be part of a library: a review, or its settings.
fn is_of_a_library(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    is_review(&name) || [".yaml", ".yml"].iter().any(|end| name.ends_with(end))
}

/// The path with links resolved; an error names the path as given.
fn whole(path: &Path) -> Result<PathBuf, NoLibrary> {
    std::fs::canonicalize(path).map_err(|error| {
        let typed = shown(path);
        if error.kind() != std::io::ErrorKind::NotFound {
            let hint = "give the user that runs debrief the right to read it".to_owned();
            return NoLibrary { message: format!("`{typed}` cannot be read: {}", reason(&error)), hint };
        }
        let message = format!("there is no file or folder `{typed}`");
        let hint = near(path).map_or_else(
            || "name the folder that holds your reviews, or make one with `debrief init DIR`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        NoLibrary { message, hint }
    })
}

/// The relative path from one folder to another if one contains the other; otherwise the absolute path.
fn way(here: &Path, there: &Path) -> PathBuf {
    if let Ok(below) = there.strip_prefix(here) {
        return tidy(below);
    }
    match here.strip_prefix(there) {
        Ok(below) => below.components().map(|_| Component::ParentDir).collect(),
        Err(_) => there.to_path_buf(),
    }
}

/// The path from `library` down to `here`, with a final `/`; empty if `here` is not in it.
fn inside(here: &Path, library: &Path) -> String {
    let below = here.strip_prefix(library).ok().map(slashed).filter(|below| !below.is_empty());
    below.map_or_else(String::new, |below| below + "/")
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::way;

    #[test]
    fn one_folder_is_named_from_another_as_short_as_it_can_be() {
        let from = |here, there| way(Path::new(here), Path::new(there));
        assert_eq!(from("/a/b/c", "/a"), PathBuf::from("../.."));
        assert_eq!(from("/a", "/a/b"), PathBuf::from("b"));
        assert_eq!(from("/a", "/a"), PathBuf::from("."));
        assert_eq!(from("/a/b", "/c"), PathBuf::from("/c"));
    }
}
