//! Which library a command works on: found the same way by every command, by walking up, as git finds a repository.
//!
//! In: the folder or file that was typed, or nothing. Out: the folder of the library, as a path from the working folder. Refuses a
//! path that does not exist, and a working folder in which and above which there is nothing to read.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use crate::cli::{Exit, Terminal};
use base::diagnostics::Diagnostic;
use base::text::{nearest, shown};
use clearance::Finding;
use site::source::{CONFIG_FILE, POLICY_FILE, is_review};

/// The library of a working folder that is none: where a project keeps it beside its code, as this one does.
const USUAL: &str = "content";

/// A library, and the way there.
#[derive(Debug, Clone)]
pub(super) struct Library {
    /// From the working folder; `.` for the working folder itself.
    pub(super) root: PathBuf,
    /// Without links.
    whole: PathBuf,
    /// The way down to the working folder, with a final `/`, where that lies below.
    inside: String,
}

/// Why there is none, and the way out.
#[derive(Debug)]
pub(super) struct NoLibrary {
    pub(super) message: String,
    pub(super) hint: String,
}

impl Library {
    /// The library that was named, or that a named folder or file lies in; without a name, that of the working folder.
    ///
    /// # Errors
    /// What is wrong, and the way out.
    pub(super) fn find(named: Option<&Path>) -> Result<Self, NoLibrary> {
        let here = whole(Path::new("."))?;
        let Some(named) = named else { return Self::around(&here) };
        let typed = whole(named)?;
        let folder = if typed.is_dir() { typed.as_path() } else { typed.parent().unwrap_or(&typed) };
        let library = above(folder).unwrap_or(folder);
        // As it was typed, so that messages name it so.
        let root = if library == typed { tidy(named) } else { way(&here, library) };
        Ok(Self { root, inside: inside(&here, library), whole: library.to_path_buf() })
    }

    /// The same; what is wrong has been said.
    ///
    /// # Errors
    /// How the command ends.
    pub(super) fn find_or_say(named: Option<&Path>, terminal: &Terminal) -> Result<Self, Exit> {
        Self::find(named).map_err(|problem| {
            terminal.fail(&problem.message, Some(&problem.hint));
            Exit::Usage
        })
    }

    /// The same for a command that writes reviews; a folder that is no library is not made into one by a review.
    ///
    /// # Errors
    /// How the command ends.
    pub(super) fn to_write_to(named: Option<&Path>, terminal: &Terminal) -> Result<Self, Exit> {
        let library = Self::find_or_say(named, terminal)?;
        if library.is_one() {
            return Ok(library);
        }
        let root = shown(&library.root);
        terminal.fail(&format!("`{root}` is no library yet"), Some(&format!("make it one with `debrief init {root}`")));
        Err(Exit::Usage)
    }

    /// The library that the working folder is, or lies in, or holds.
    fn around(here: &Path) -> Result<Self, NoLibrary> {
        let usual = here.join(USUAL);
        let found = above(here).map(Path::to_path_buf);
        let found = found.or_else(|| usual.join(CONFIG_FILE).is_file().then_some(usual));
        let found = found.or_else(|| holds_markdown(here).then(|| here.to_path_buf()));
        let Some(whole) = found else {
            let below = libraries_below(here);
            let hint = match below.first() {
                Some(one) => format!("name the library that is meant, such as `{one}`, or go into it"),
                None => "name the folder that holds your reviews, or make one with `debrief init reviews`".to_owned(),
            };
            let message =
                format!("there is no library in `{}`: no `{CONFIG_FILE}` here or above, and no Markdown", shown(here));
            return Err(NoLibrary { message, hint });
        };
        Ok(Self { root: way(here, &whole), inside: inside(here, &whole), whole })
    }

    /// Whether it is a library, and no folder that nobody wrote a review into.
    pub(super) fn is_one(&self) -> bool {
        is_library(&self.whole) || holds_markdown(&self.whole)
    }

    /// A file or folder in it, as diagnostics name it; empty for the library itself, none for what lies elsewhere.
    pub(super) fn part(&self, path: &Path) -> Result<Option<String>, NoLibrary> {
        let typed = whole(path)?;
        let Ok(part) = typed.strip_prefix(&self.whole) else { return Ok(None) };
        Ok(Some(slashed(part)))
    }

    /// Whether both are one.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.whole == other.whole
    }

    /// The folder that `site` goes into: the working folder, or the library where that one lies in it, so that one library has
    /// one site from wherever in it somebody builds.
    pub(super) fn home(&self) -> PathBuf {
        let inside = whole(Path::new(".")).is_ok_and(|here| here.starts_with(&self.whole));
        if inside && self.root != Path::new(".") { self.root.clone() } else { PathBuf::new() }
    }

    /// A file of the library as somebody in the working folder would name it.
    pub(super) fn named_here(&self, file: &str) -> String {
        if self.root == Path::new(".") || self.whole.join(file).symlink_metadata().is_err() {
            return file.to_owned();
        }
        if let Some(below) = file.strip_prefix(&self.inside).filter(|_| !self.inside.is_empty()) {
            return below.to_owned();
        }
        format!("{}/{file}", slashed(&self.root))
    }

    /// Lets every place be one from the working folder, so that it can be opened from there.
    pub(super) fn show_from_here(&self, problems: &mut [Diagnostic]) {
        for place in problems.iter_mut().filter_map(|problem| problem.place.as_mut()) {
            place.path = self.named_here(&place.path);
        }
    }

    /// The same of findings.
    pub(super) fn findings_from_here(&self, findings: &mut [Finding]) {
        for finding in findings {
            finding.at.path = self.named_here(&finding.at.path);
            if let Some(known) = &mut finding.known_from {
                known.path = self.named_here(&known.path);
            }
        }
    }
}

/// The library that a review is looked for in: the one that was named, else that of the file, where the review is one.
///
/// # Errors
/// How the command ends; what is wrong has been said.
pub(super) fn of_review(named: Option<&Path>, review: &str, terminal: &Terminal) -> Result<Library, Exit> {
    let file = Some(Path::new(review)).filter(|file| file.is_file());
    Library::find_or_say(named.or(file), terminal)
}

/// The path without links; what was typed is named where it does not exist.
fn whole(path: &Path) -> Result<PathBuf, NoLibrary> {
    std::fs::canonicalize(path).map_err(|error| {
        let typed = shown(path);
        if error.kind() != std::io::ErrorKind::NotFound {
            let hint = "give the user that runs debrief the right to read it".to_owned();
            return NoLibrary { message: format!("`{typed}` cannot be read: {error}"), hint };
        }
        let message = format!("there is no file or folder `{typed}`");
        let hint = near(path).map_or_else(
            || "name the folder that holds your reviews, or make one with `debrief init DIR`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        NoLibrary { message, hint }
    })
}

/// The nearest folder, from `folder` upward, that says that it is a library.
fn above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| is_library(folder))
}

fn is_library(folder: &Path) -> bool {
    [CONFIG_FILE, POLICY_FILE].iter().any(|name| folder.join(name).is_file())
}

/// What stands beside a path that does not exist and is called nearly so.
fn near(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = names_in(folder);
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(shown(&tidy(&folder.join(near))))
}

fn libraries_below(folder: &Path) -> Vec<String> {
    names_in(folder).into_iter().filter(|name| is_library(&folder.join(name))).collect()
}

/// The names in a folder, sorted, without the hidden ones.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    names.filter(|name| !name.starts_with('.')).collect()
}

/// Whether there is a Markdown file that may be a review; folders of dependencies and the like are not gone through.
fn holds_markdown(folder: &Path) -> bool {
    let own = |name: &OsStr| {
        let name = name.to_string_lossy();
        !name.starts_with(['.', '_']) && !["node_modules", "target", "site"].contains(&&*name)
    };
    let entries = WalkDir::new(folder).min_depth(1).max_depth(6).into_iter();
    let entries = entries.filter_entry(|entry| own(entry.file_name())).filter_map(Result::ok);
    let mut files = entries.filter(|entry| entry.file_type().is_file());
    files.any(|entry| is_review(&entry.file_name().to_string_lossy()))
}

/// The way from one folder to another, where one lies in the other; else the whole path.
fn way(here: &Path, there: &Path) -> PathBuf {
    if let Ok(below) = there.strip_prefix(here) {
        return tidy(below);
    }
    match here.strip_prefix(there) {
        Ok(below) => below.components().map(|_| Component::ParentDir).collect(),
        Err(_) => there.to_path_buf(),
    }
}

/// The way down from a folder to one below it, with a final `/`; empty where it is not below.
fn inside(here: &Path, library: &Path) -> String {
    let below = here.strip_prefix(library).ok().map(slashed).filter(|below| !below.is_empty());
    below.map_or_else(String::new, |below| below + "/")
}

/// With `/` on every system.
fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Without a leading `./` and a final `/`; `.` for nothing.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { PathBuf::from(".") } else { parts }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes files")]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Library, tidy, way};

    #[test]
    fn paths_are_shown_as_short_as_they_can_be() {
        for (typed, tidied) in [("./a/b/", "a/b"), (".", "."), ("./", "."), ("../a", "../a"), ("/x/y/", "/x/y")] {
            assert_eq!(tidy(Path::new(typed)), PathBuf::from(tidied), "{typed}");
        }
        let from = |here, there| way(Path::new(here), Path::new(there));
        assert_eq!(from("/a/b/c", "/a"), PathBuf::from("../.."));
        assert_eq!(from("/a", "/a/b"), PathBuf::from("b"));
        assert_eq!(from("/a", "/a"), PathBuf::from("."));
        assert_eq!(from("/a/b", "/c"), PathBuf::from("/c"));
    }

    #[test]
    fn files_are_named_from_the_working_folder_only_where_they_exist() {
        let folder = tempfile::tempdir().unwrap();
        let library =
            Library { root: PathBuf::from("../mine"), whole: folder.path().to_path_buf(), inside: String::new() };
        assert_eq!(library.named_here("themes/default/x.html"), "themes/default/x.html");
        std::fs::write(folder.path().join("a.md"), "x").unwrap();
        assert_eq!(library.named_here("a.md"), "../mine/a.md");
        let library = Library { root: PathBuf::from("/srv/mine"), ..library };
        assert_eq!(library.named_here("a.md"), "/srv/mine/a.md");
        std::fs::create_dir(folder.path().join("2026")).unwrap();
        std::fs::write(folder.path().join("2026/b.md"), "x").unwrap();
        let library = Library { root: PathBuf::from(".."), inside: "2026/".to_owned(), ..library };
        assert_eq!(
            (library.named_here("2026/b.md"), library.named_here("a.md")),
            ("b.md".to_owned(), "../a.md".to_owned())
        );
    }
}
