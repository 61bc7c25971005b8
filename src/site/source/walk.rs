//! Finding the files.

use base::text::shown;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{CONFIG_FILE, POLICY_FILE, SourceFile, Sources, is_review, read_file};
use base::diagnostics::{Code, Diagnostic, Place, Warned};
use base::yaml::Document;

/// Folders that are never part of the library, such as the one that the site is written to.
pub type Skip = Vec<PathBuf>;

/// Folders of Jekyll collections, which are read in foreign libraries.
const COLLECTIONS: [&str; 5] = ["_posts", "_incidents", "_postmortems", "_issues", "_reviews"];

/// Reads the folder at `root`. Names that begin with `.` or `_` are skipped, and so are the folders of `skip`.
pub fn walk(root: &Path, skip: &Skip) -> Warned<Sources> {
    let mut problems = Vec::new();
    let mut sources = Sources { root: root.to_path_buf(), ..Sources::default() };
    let Ok(home) = root.canonicalize() else {
        let message = format!("there is no library at `{}`", shown(root));
        let hint = "name the folder that holds your reviews, or make one with `debrief init DIR`";
        problems.push(Diagnostic::new(Code::UnreadableFile, message).hint(hint));
        return Warned::new(sources, problems);
    };
    let skip: Vec<_> = skip.iter().filter_map(|dir| dir.canonicalize().ok()).collect();
    // A folder is foreign without settings, or if they say so; but not if it has a policy, which means that it is
    // published.
    let is_there = |name: &str| root.join(name).symlink_metadata().is_ok();
    sources.foreign = !is_there(POLICY_FILE) && (!is_there(CONFIG_FILE) || says_foreign(root));
    let paths = find(root, &home, &skip, sources.foreign, &mut problems);
    let is_one = |path: &String| is_review(path) && (sources.foreign || !is_about_the_folder(path));
    let (reviews, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_one);
    let read: Vec<_> = reviews.par_iter().map(|path| read_file(root, path)).collect();
    for result in read {
        match result {
            Ok(file) => sources.reviews.push(file),
            Err(problem) => problems.push(*problem),
        }
    }
    sources.files = files.into_iter().collect();
    problems.extend([CONFIG_FILE, POLICY_FILE].iter().filter_map(|name| misnamed(root, name, &sources)));
    sources.config = settings(root, CONFIG_FILE, &mut sources, &mut problems);
    sources.policy = settings(root, POLICY_FILE, &mut sources, &mut problems);
    Warned::new(sources, problems)
}

/// Settings that are not read, because their file has nearly the name of one, or the name is that of a folder.
fn misnamed(root: &Path, name: &str, sources: &Sources) -> Option<Diagnostic> {
    let problem = |message: String, at: &str| Diagnostic::new(Code::UnreadableFile, message).at(Place::file(at));
    if root.join(name).is_dir() {
        let message = format!("`{name}` is a folder, so that no settings are read");
        return Some(problem(message, name).hint("rename the folder, and write the settings into a file of this name"));
    }
    let short = name.replace(".yaml", ".yml");
    let is_near =
        |file: &&String| *file != name && (file.eq_ignore_ascii_case(name) || file.eq_ignore_ascii_case(&short));
    let wrong = sources.files.iter().find(is_near)?;
    if sources.files.contains(name) {
        let message = format!("`{wrong}` is not read: `{name}` beside it is");
        let hint = format!("move what it says into `{name}`, and remove it");
        return Some(problem(message, wrong).hint(hint));
    }
    let message = format!("`{wrong}` is not read: its name is `{name}`");
    Some(problem(message, wrong).hint(format!("rename it to `{name}`")))
}

/// Reads a settings file and removes it from the files that a page may refer to.
fn settings(root: &Path, name: &str, sources: &mut Sources, problems: &mut Vec<Diagnostic>) -> Option<SourceFile> {
    if !sources.files.remove(name) {
        return None;
    }
    read_file(root, name).map_err(|problem| problems.push(*problem)).ok()
}

/// The paths of all files, relative to `root`, sorted.
fn find(root: &Path, home: &Path, skip: &[PathBuf], is_foreign: bool, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let collections = if is_foreign { COLLECTIONS.as_slice() } else { &[] };
    let mut paths = Vec::new();
    // A folder without settings may hold anything, also what is mounted in it.
    let walker = WalkDir::new(root).follow_links(true).same_file_system(is_foreign);
    let mut walker = walker.sort_by_file_name().min_depth(1).into_iter();
    while let Some(entry) = walker.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.extend(walk_problem(root, &error));
                continue;
            }
        };
        let leave = |walker: &mut walkdir::IntoIter| {
            if entry.file_type().is_dir() {
                walker.skip_current_dir();
            }
        };
        let is_collection = entry.file_name().to_str().is_some_and(|name| collections.contains(&name));
        if is_hidden(entry.file_name()) && !is_collection {
            leave(&mut walker);
            continue;
        }
        let shown = relative(root, entry.path());
        if entry.path_is_symlink() && !stays_inside(&entry, home) {
            leave(&mut walker);
            problems.push(
                Diagnostic::new(Code::BadSymlink, format!("`{shown}` is a link that leads out of the library"))
                    .at(Place::file(&shown))
                    .hint("copy what it points to into the library, or rename the link to begin with `_`"),
            );
            continue;
        }
        if entry.file_type().is_dir() {
            if !skip.is_empty() && entry.path().canonicalize().is_ok_and(|path| skip.contains(&path)) {
                walker.skip_current_dir();
            }
            continue;
        }
        if !entry.file_type().is_file() {
            problems.push(
                Diagnostic::new(
                    Code::UnreadableFile,
                    format!("`{shown}` is a pipe, a socket or a device, and no file"),
                )
                .at(Place::file(&shown))
                .hint("move it out of the library, or let its name begin with `_`"),
            );
            continue;
        }
        if entry.path().to_str().is_none() {
            problems.push(
                Diagnostic::new(Code::UnreadableFile, format!("the file name `{shown}` is not UTF-8"))
                    .hint("rename the file: pages are addressed by file name"),
            );
            continue;
        }
        paths.push(shown);
    }
    paths.sort();
    paths
}

/// Whether a name begins with `.` or `_`.
fn is_hidden(name: &OsStr) -> bool {
    matches!(name.as_encoded_bytes().first(), Some(b'.' | b'_'))
}

/// Whether the settings hold `foreign: true`. It decides which files are reviews, so it is read before them.
fn says_foreign(root: &Path) -> bool {
    let Ok(file) = read_file(root, CONFIG_FILE) else { return false };
    let Ok(document) = Document::parse(&file.path, &file.text, 0..file.text.len()) else { return false };
    if document.is_empty() {
        return false;
    }
    let root = document.root();
    root.any_fields(&mut Vec::new()).is_some_and(|fields| fields.flag("foreign", &mut Vec::new()))
}

/// Whether a library with settings reads a file of this path as a review.
#[must_use]
pub fn is_read(path: &str) -> bool {
    is_review(path) && !is_about_the_folder(path) && !path.split('/').any(|part| part.starts_with(['.', '_']))
}

/// Whether a file is about the library's folder itself, such as a README.
fn is_about_the_folder(path: &str) -> bool {
    let stem = path.split('.').next().unwrap_or_default();
    ["readme", "contributing", "changelog"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

fn stays_inside(entry: &DirEntry, home: &Path) -> bool {
    entry.path().canonicalize().is_ok_and(|target| target.starts_with(home))
}

/// `/`-separated on every system.
fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// The diagnostic for an error of the walk; `None` if it concerns a file that is skipped anyway.
fn walk_problem(root: &Path, error: &walkdir::Error) -> Option<Diagnostic> {
    let path = error.path().unwrap_or(root);
    if path.file_name().is_some_and(is_hidden) && path != root {
        return None;
    }
    let shown = relative(root, path);
    let diagnostic = if error.loop_ancestor().is_some() {
        Diagnostic::new(Code::BadSymlink, format!("`{shown}` is a link to a folder that holds it"))
            .hint("remove the link: following it would never end")
    } else if path.is_symlink() {
        Diagnostic::new(Code::BadSymlink, format!("`{shown}` is a link that leads nowhere"))
            .hint("remove the link, or restore what it points to")
    } else {
        let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        Diagnostic::new(Code::UnreadableFile, format!("`{shown}` cannot be read: {why}"))
            .hint("give the user that runs debrief the right to read it")
    };
    Some(diagnostic.at(Place::file(&shown)))
}
