//! One file: for an author to go on from, which is never written over, or a result that was asked for by name.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

/// Whether a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Created {
    /// It was.
    New,
    /// Something stood there already, and stands there still.
    Stood,
}

/// Makes a file, and the folders above it.
///
/// # Errors
/// When the disk refuses.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<Created> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(bytes).map(|()| Created::New),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Created::Stood),
        Err(error) => Err(error),
    }
}

/// Writes a file that was named as the place for a result; one that stands there is written over.
///
/// # Errors
/// When the disk refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    file.write_all(bytes)
}
