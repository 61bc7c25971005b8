//! Writes single files of a new site.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use super::OutputError;
use super::error::Doing;

/// Creates a file that everybody may read, subject to the umask.
pub(super) fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

/// Writes a file that must not exist; removes it if writing fails.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let mut file = create(path).doing("write", path)?;
    file.write_all(bytes).inspect_err(|_| drop(fs::remove_file(path))).doing("write", path)
}

/// Copies a file that must not exist, with its time.
pub(super) fn copy_with_time(old: &Path, new: &Path) -> Result<(), OutputError> {
    let mut from = File::open(old).doing("read", old)?;
    let mut to = create(new).doing("write", new)?;
    std::io::copy(&mut from, &mut to).doing("write", new)?;
    let time = from.metadata().and_then(|m| m.modified()).doing("read", old)?;
    to.set_modified(time).doing("write", new)
}
