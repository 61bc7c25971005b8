//! Compares the content of a target with its manifest.

use std::collections::BTreeSet;
use std::path::Path;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::WalkDir;

use super::manifest::Manifest;
use super::path::MANIFEST;
use super::place::Place;
use super::{OutPath, OutputError};

/// Files that macOS and Windows create in folders that are viewed.
const DROPPED_BY_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The files of the site in the target; empty for an empty folder.
///
/// # Errors
/// If it contains anything that is not in the manifest, or files without a manifest.
pub(super) fn survey(place: &Place) -> Result<Manifest, OutputError> {
    let known = Manifest::read(place)?.unwrap_or_default();
    match first_foreign(&place.target, &known)? {
        Some(found) => Err(OutputError::Foreign { target: place.asked.clone(), found }),
        None => Ok(known),
    }
}

/// The first file, folder or link, by name, that is not in the manifest.
fn first_foreign(root: &Path, known: &Manifest) -> Result<Option<String>, OutputError> {
    let folders: BTreeSet<&str> = known.folders().collect();
    let is_known = |name: &str| name == MANIFEST || OutPath::new(name).is_ok_and(|path| known.has(&path));
    let mut first: Option<String> = None;
    let mut walk = WalkDir::new(root).min_depth(1).follow_links(false).into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|error| OutputError::walking(root, error))?;
        let (name, kind) = (name_below(root, entry.path()), entry.file_type());
        let ours = if kind.is_dir() {
            folders.contains(name.as_str())
        } else if kind.is_file() {
            is_known(&name) || DROPPED_BY_SYSTEMS.iter().any(|d| entry.file_name() == *d)
        } else {
            false
        };
        if ours {
            continue;
        }
        if kind.is_dir() {
            walk.skip_current_dir();
        }
        if first.as_ref().is_none_or(|f| name < *f) {
            first = Some(name);
        }
    }
    Ok(first)
}

/// The path in the form of the manifest; some macOS disks return names in another Unicode form than they were given.
fn name_below(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    let name = if cfg!(windows) { below.replace('\\', "/") } else { below.into_owned() };
    match is_nfc_quick(name.chars()) {
        IsNormalized::Yes => name,
        _ => name.nfc().collect(),
    }
}
