//! Where a site is on disk, and the names beside it that a build uses.
//!
//! Beside `site/internal` a build uses `site/.debrief-staging-internal`, `.debrief-old-internal` and
//! `.debrief-lock-internal`. They are siblings because only a rename within one folder is always atomic. Anything under
//! the first two names was left by a killed build and may be removed.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::OutputError;
use super::error::Doing;
use super::path::MANIFEST;

/// The resolved target and its siblings.
#[derive(Debug)]
pub(super) struct Place {
    /// The path as requested, for messages.
    pub(super) asked: PathBuf,
    /// The folder with links resolved: if the target is a link, the link stays and the folder that it points to is
    /// swapped.
    pub(super) target: PathBuf,
    pub(super) staging: PathBuf,
    pub(super) old: PathBuf,
    pub(super) lock: PathBuf,
    /// The path of the manifest.
    pub(super) list: PathBuf,
}

/// Where the manifest is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// In its root.
    Inside,
    /// In the folder above, so that the site contains only what readers see.
    Beside,
}

impl Place {
    /// Resolves the target; creates the folders above it.
    pub(super) fn resolve(asked: &Path, list: List) -> Result<Self, OutputError> {
        let not_a_folder = |what| OutputError::NotAFolder { target: asked.to_owned(), what };
        let plain: PathBuf = asked.components().collect();
        let target = match fs::symlink_metadata(&plain) {
            Ok(_) => match fs::canonicalize(&plain) {
                Ok(real) if real.is_dir() => real,
                Ok(_) => return Err(not_a_folder("a file")),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Err(not_a_folder("a symbolic link to nothing"));
                }
                Err(error) => return Err(error).doing("open", asked),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let absolute = std::path::absolute(&plain).doing("find", asked)?;
                let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
                    return Err(not_a_folder("no name of a folder"));
                };
                fs::create_dir_all(parent).doing("create", parent)?;
                fs::canonicalize(parent).doing("find", parent)?.join(name)
            }
            Err(error) => return Err(error).doing("open", asked),
        };
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(not_a_folder("the root of a disk"));
        };
        let sibling = |prefix: &str| {
            let mut sibling = OsString::from(prefix);
            sibling.push(name);
            parent.join(sibling)
        };
        let (staging, old) = (sibling(".debrief-staging-"), sibling(".debrief-old-"));
        let list = match list {
            List::Inside => target.join(MANIFEST),
            List::Beside => sibling(".debrief-manifest-"),
        };
        Ok(Self { asked: asked.to_owned(), staging, old, lock: sibling(".debrief-lock-"), list, target })
    }

    /// Cleans up after a killed build: an old site that was moved aside is moved back, everything else is removed.
    ///
    /// The caller must hold the lock.
    pub(super) fn recover(&self) -> Result<(), OutputError> {
        if is_there(&self.old)? && !is_there(&self.target)? {
            fs::rename(&self.old, &self.target).doing("bring back", &self.target)?;
        }
        remove_tree(&self.staging).doing("clear away", &self.staging)?;
        remove_tree(&self.old).doing("clear away", &self.old)
    }

    /// Whether the target exists.
    pub(super) fn target_exists(&self) -> Result<bool, OutputError> {
        is_there(&self.target)
    }

    /// Whether the target is a mount point, or on another disk than its siblings would be.
    #[cfg(unix)]
    pub(super) fn is_mount_point(&self) -> Result<bool, OutputError> {
        use std::os::unix::fs::MetadataExt;
        let disk = |path: &Path| fs::metadata(path).map(|m| m.dev()).doing("open", path);
        let Some(parent) = self.target.parent().filter(|_| self.target.exists()) else { return Ok(false) };
        Ok(disk(parent)? != disk(&self.target)? || is_mounted(&self.target))
    }

    /// On other systems the swap itself fails.
    #[cfg(not(unix))]
    pub(super) fn is_mount_point(&self) -> Result<bool, OutputError> {
        Ok(false)
    }
}

/// Whether something is mounted there, also a folder of the same disk, as containers do; where nobody can tell, the swap finds out.
#[cfg(target_os = "linux")]
fn is_mounted(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, path, AtFlags::empty(), StatxFlags::empty())
        .is_ok_and(|there| there.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_mounted(_: &Path) -> bool {
    false
}

fn is_there(path: &Path) -> Result<bool, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).doing("open", path),
    }
}

/// Removes a folder and its content, in parallel; a missing folder is not an error.
#[expect(
    clippy::disallowed_methods,
    reason = "folders are removed here alone: staging, and the site that was replaced"
)]
pub(super) fn remove_tree(root: &Path) -> io::Result<()> {
    fn folders_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        Ok(entries.iter().filter(|e| e.file_type().is_ok_and(|t| t.is_dir())).map(fs::DirEntry::path).collect())
    }
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    };
    if fs::symlink_metadata(root).is_ok_and(|m| m.is_dir()) {
        let inner = folders_in(root)?.iter().map(|folder| folders_in(folder)).collect::<io::Result<Vec<_>>>()?.concat();
        inner.par_iter().try_for_each(|folder| gone(fs::remove_dir_all(folder)))?;
    }
    gone(fs::remove_dir_all(root))
}
