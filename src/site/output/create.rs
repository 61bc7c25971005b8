//! Writes one file for an author: `new` and `init` never overwrite existing files; `approve` and `redact --apply`
//! overwrite the file that they were asked to change.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::OutputError;
use super::error::Doing;
use super::replace::Replacement;

/// Whether a file was created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    /// It was created.
    New,
    /// It existed already and was not changed.
    Existed,
}

/// Overwrites a file of the library atomically.
///
/// # Errors
/// If the disk refuses; the old file is then unchanged.
pub fn overwrite(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    overwrite_all(&[(path, bytes)])
}

/// Writes several files over. None is changed before all of them are written beside those that they replace.
///
/// # Errors
/// When the disk refuses; a full one leaves all of them as they were.
pub fn overwrite_all(files: &[(&Path, &[u8])]) -> Result<(), OutputError> {
    let mut ready = Vec::new();
    for (path, bytes) in files {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).doing("create", folder)?;
        }
        if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            // A pipe or a device is written into: a file in its place would take it away from everybody else.
            let written = OpenOptions::new().write(true).open(path).and_then(|mut there| there.write_all(bytes));
            written.doing("write", *path)?;
        } else {
            ready.push(Replacement::write(path, bytes)?);
        }
    }
    ready.into_iter().try_for_each(Replacement::put)
}

/// Creates a file, and the folders above it.
///
/// # Errors
/// When the disk refuses.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<Created> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => match file.write_all(bytes) {
            Ok(()) => Ok(Created::New),
            Err(error) => {
                // An incomplete file would be treated as the author's next time.
                take_back(path);
                Err(error)
            }
        },
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Created::Existed),
        Err(error) => Err(error),
    }
}

/// Removes a file that was just created, because a later step failed. If it cannot be removed, the next run reports it.
pub fn take_back(path: &Path) {
    let _ = fs::remove_file(path);
}
