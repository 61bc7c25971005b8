//! Reads a user's theme from disk.
//!
//! Hidden files are skipped. A link that leads out of the folder is refused, so that a theme cannot publish other files
//! of the machine.

use std::path::Path;

use walkdir::WalkDir;

use crate::source::{CONFIG_FILE, bytes};
use base::diagnostics::{Code, Diagnostic, Place, Warned};

/// A file of a user's theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserFile {
    /// Path relative to the theme, with `/`.
    pub name: String,
    /// Path as shown to people.
    pub shown: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl UserFile {
    /// Whether it is the style sheet that is put together from the settings, whose lines are those of no file that a person wrote.
    #[must_use]
    pub fn is_put_together(&self) -> bool {
        self.is_of_settings() && Path::new(&self.name).extension().is_some_and(|end| end == "css")
    }

    /// Whether it was made from the settings, and no file of the library has its text.
    #[must_use]
    pub fn is_of_settings(&self) -> bool {
        self.shown == CONFIG_FILE
    }
}

/// All files of the folder at `root`, sorted by name, and diagnostics for those that could not be read. `named` is where the settings
/// name the folder.
pub(super) fn read(root: &Path, named: Option<&Place>) -> Warned<Vec<UserFile>> {
    let at = |problem: Diagnostic| match named {
        Some(place) => problem.at(place.clone()),
        None => problem,
    };
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let real_root = match root.canonicalize() {
        Ok(path) if path.is_dir() => path,
        Ok(_) => return Warned::new(files, vec![at(unreadable(&slashed(root), "this is no folder"))]),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Warned::new(files, vec![at(unreadable(&slashed(root), "there is no such folder"))]);
        }
        Err(error) => return Warned::new(files, vec![at(unreadable(&slashed(root), &error.to_string()))]),
    };
    let mut walk = WalkDir::new(root).follow_links(true).sort_by_file_name().min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root);
                problems.push(unreadable(&slashed(path), &cause(&error)));
                continue;
            }
        };
        let folder = entry.file_type().is_dir();
        if entry.file_name().to_string_lossy().starts_with('.') {
            if folder {
                walk.skip_current_dir();
            }
            continue;
        }
        let shown = slashed(entry.path());
        if entry.path_is_symlink() && !leads_inside(entry.path(), &real_root) {
            if folder {
                walk.skip_current_dir();
            }
            problems.push(
                Diagnostic::new(Code::BadSymlink, "a link of the theme leads out of its folder")
                    .at(Place::file(&shown))
                    .hint("put a copy of the file into the theme"),
            );
            continue;
        }
        if folder {
            continue;
        }
        match bytes(entry.path()) {
            Ok(bytes) => {
                let name = slashed(entry.path().strip_prefix(root).unwrap_or(entry.path()));
                files.push(UserFile { name, shown, bytes });
            }
            // The kind of a file is all that is refused as input.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {
                problems.push(unreadable(&shown, &error.to_string()).hint("move it out of the folder of the theme"));
            }
            Err(error) => problems.push(unreadable(&shown, &error.to_string())),
        }
    }
    Warned::new(files, problems)
}

fn leads_inside(path: &Path, real_root: &Path) -> bool {
    path.canonicalize().is_ok_and(|real| real.starts_with(real_root))
}

fn cause(error: &walkdir::Error) -> String {
    match error.io_error() {
        Some(io) => io.to_string(),
        None => "the link leads back to a folder that holds it".to_owned(),
    }
}

fn unreadable(shown: &str, why: &str) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile, format!("the theme could not be read: {why}")).at(Place::file(shown)).hint(
        "`theme:` in debrief.yaml names a folder of the library, as `./theme`; leave it out for the default theme",
    )
}

/// A path with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}
