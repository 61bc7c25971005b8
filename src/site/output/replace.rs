//! Files written over, whole or not at all.
//!
//! Each is written in full beside the one that it replaces before any takes its place, so that a disk that is full changes none of them.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::OutputError;
use super::error::Doing;

/// A file that is written in full, but not yet moved to its place.
#[derive(Debug)]
pub(super) struct Replacement {
    file: NamedTempFile,
    path: PathBuf,
}

impl Replacement {
    /// Writes the bytes beside the file. An existing file gives its mode and its owner; a new one may be read by
    /// everybody, subject to the umask.
    pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<Self, OutputError> {
        // A link stays one; what it leads to is replaced.
        let target = match fs::symlink_metadata(path) {
            Ok(there) if there.is_symlink() => fs::canonicalize(path).doing("write", path)?,
            _ => path.to_owned(),
        };
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".debrief-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let mut file = builder.tempfile_in(folder).doing("write", path)?;
        file.as_file_mut().write_all(bytes).doing("write", path)?;
        if let Ok(there) = fs::metadata(&target) {
            copy_owner_and_mode(file.as_file(), &there).doing("write", path)?;
        }
        Ok(Self { file, path: target })
    }

    /// Moves it to its place.
    pub(super) fn put(self) -> Result<(), OutputError> {
        self.file.persist(&self.path).map_err(|error| error.error).doing("write", &self.path)?;
        Ok(())
    }
}

/// Gives a file the mode of another one and, where that is allowed, its owner.
fn copy_owner_and_mode(file: &File, there: &fs::Metadata) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Somebody else's file stays theirs where a superuser writes it; nobody else may give one away.
        let _ = fchown(file, Some(there.uid()), Some(there.gid()));
    }
    file.set_permissions(there.permissions())
}
