//! A site that is being written beside the current one.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;

use super::error::Doing;
use super::folders::{Folders, Names};
use super::lock::Lock;
use super::manifest::Manifest;
use super::modes::Modes;
use super::new_file::{copy_with_time, write_new};
use super::path::MANIFEST;
use super::place::{Place, remove_tree};
use super::replace::Replacement;
use super::survey::survey;
use super::swap::swap;
use super::{OutPath, OutputError, Target};

/// A site that is being written. If dropped without [`Stage::commit`], it is removed and the old site is unchanged.
#[derive(Debug)]
pub struct Stage {
    before: Manifest,
    names: Names,
    folders: Folders,
    modes: Modes,
    done: Mutex<Done>,
    bytes: AtomicU64,
    keep: Keep,
    // The order matters: the staged or replaced site must be removed while the lock is still held.
    leftovers: Leftovers,
    _lock: Lock,
}

/// The modification times of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// An unchanged file keeps its time; a new one has the time of writing. All have the mode that the umask gives.
    #[default]
    Unchanged,
    /// Every file and folder has this time and the usual mode, so that neither reveals anything.
    Times(SystemTime),
}

/// Whether a file differs from the old site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The old site had no such file, or a different one.
    Anew,
    /// The old site had the same bytes; the file is kept with its time.
    Unchanged,
}

/// What a build changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or differ.
    pub written: usize,
    /// Files that were kept.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have, sorted; without those that are named by their content.
    pub removed: Vec<OutPath>,
    /// The size of the whole site, including kept files.
    pub bytes: u64,
}

#[derive(Debug, Default)]
struct Done {
    anew: BTreeSet<OutPath>,
    kept: BTreeSet<OutPath>,
}

impl Stage {
    pub(super) fn begin(Target { place, before, lock }: Target) -> Result<Self, OutputError> {
        let leftovers = Leftovers(place);
        let folders = Folders::begin(&leftovers.0.staging)?;
        let modes = Modes::of_new(&leftovers.0.staging)?;
        let (names, done, bytes) = (Names::default(), Mutex::default(), AtomicU64::new(0));
        Ok(Self { before, names, folders, modes, done, bytes, keep: Keep::default(), leftovers, _lock: lock })
    }

    /// Sets the handling of modification times.
    #[must_use]
    pub fn with(mut self, keep: Keep) -> Self {
        self.keep = keep;
        self
    }

    /// Writes one file of the new site; may be called from many threads at once.
    ///
    /// # Errors
    /// If the path, or one that is the same file on some systems, was written already, or if the disk refuses.
    pub fn write(&self, path: &OutPath, bytes: &[u8]) -> Result<Written, OutputError> {
        self.names.take(path)?;
        let is_same = self.before.has(path) && holds(&path.under(&self.leftovers.0.target), bytes);
        if !is_same || self.keep != Keep::Unchanged {
            let new = path.under(&self.leftovers.0.staging);
            self.folders.make_for(path)?;
            write_new(&new, bytes)?;
            if let Keep::Times(time) = self.keep {
                set_time(&new, time)?;
            }
        }
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let (list, written) =
            if is_same { (&mut done.kept, Written::Unchanged) } else { (&mut done.anew, Written::Anew) };
        list.insert(path.clone());
        Ok(written)
    }

    /// Replaces the old site by the new one atomically.
    ///
    /// An unchanged site is not replaced, unless another umask gave its files other modes.
    ///
    /// # Errors
    /// If the disk refuses, or if somebody put a file into the target meanwhile; the old site is then still there.
    pub fn commit(self) -> Result<Summary, OutputError> {
        let place = &self.leftovers.0;
        let done = std::mem::take(&mut *self.done.lock().unwrap_or_else(PoisonError::into_inner));
        let Done { anew, kept } = done;
        let (written, unchanged) = (anew.len(), kept.len());
        let now = Manifest::of(anew.into_iter().chain(kept.iter().cloned()));
        let removed: Vec<_> = self.before.files.difference(&now.files).cloned().collect();
        let summary = Summary { written, unchanged, removed, bytes: self.bytes.load(Ordering::Relaxed) };

        let list = now.to_bytes()?;
        let same_list = holds(&place.list, &list);
        if written == 0 && same_list && (self.keep != Keep::Unchanged || self.modes_are_same(&kept)) {
            return Ok(summary);
        }
        match self.keep {
            Keep::Unchanged => kept.par_iter().try_for_each(|path| {
                self.folders.make_for(path)?;
                keep(&path.under(&place.target), &path.under(&place.staging), self.modes)
            })?,
            Keep::Times(time) => set_folder_times(&place.staging, time)?,
        }
        let inside = place.list.starts_with(&place.target);
        if inside {
            let new_list = place.staging.join(MANIFEST);
            if same_list { keep(&place.list, &new_list, self.modes)? } else { write_new(&new_list, &list)? }
        }
        if place.target_exists()? {
            survey(place)?;
        }
        if !inside {
            // Until the folders are swapped the manifest lists the files of both, in case the build is killed.
            replace(&place.list, &self.before.and(&now).to_bytes()?)?;
        }
        swap(place)?;
        if !inside {
            replace(&place.list, &list)?;
        }
        Ok(summary)
    }

    /// Whether files of the old site, and the folders that they are in, have the modes of new ones.
    fn modes_are_same(&self, kept: &BTreeSet<OutPath>) -> bool {
        let target = &self.leftovers.0.target;
        let folders: BTreeSet<_> = kept.iter().flat_map(OutPath::folders).collect();
        self.modes.is_of_folder(target)
            && folders.iter().all(|folder| self.modes.is_of_folder(&target.join(folder)))
            && kept.par_iter().all(|path| self.modes.is_of_file(&path.under(target)))
    }
}

/// Removes the staging folder on drop: the new site if it was not committed, else the replaced site.
///
/// Errors are ignored: the site is complete, and the next build cleans up.
#[derive(Debug)]
struct Leftovers(Place);

impl Drop for Leftovers {
    fn drop(&mut self) {
        let _ = remove_tree(&self.0.staging);
        // Without a target, the old site is the only one; the next build moves it back.
        if self.0.target_exists().is_ok_and(|exists| exists) {
            let _ = remove_tree(&self.0.old);
        }
    }
}

/// Whether a file has exactly these bytes; false if it cannot be read.
#[expect(clippy::disallowed_methods, reason = "output compares with what it wrote before")]
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.len());
    length == Some(bytes.len() as u64) && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Keeps a file of the old site with its time: as a hard link, or as a copy if it has another mode than new files or the disk
/// has no hard links.
fn keep(old: &Path, new: &Path, modes: Modes) -> Result<(), OutputError> {
    if modes.is_of_file(old) && fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    copy_with_time(old, new)
}

/// Writes a file whole or not at all, over one that may be there.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    Replacement::write(path, bytes)?.put()
}

/// Sets a fixed time and the usual mode.
fn set_time(path: &Path, time: SystemTime) -> Result<(), OutputError> {
    let file = OpenOptions::new().write(true).open(path).doing("write", path)?;
    readable(&file).doing("write", path)?;
    file.set_modified(time).doing("write", path)
}

/// The same for all folders, the deepest first, because writing into a folder changes its time.
fn set_folder_times(root: &Path, time: SystemTime) -> Result<(), OutputError> {
    for entry in walkdir::WalkDir::new(root).contents_first(true) {
        let entry = entry.map_err(|error| OutputError::walking(root, error))?;
        if entry.file_type().is_dir() {
            let folder = File::open(entry.path()).doing("open", entry.path())?;
            open_to_all(&folder).doing("write", entry.path())?;
            // Ignored on systems that cannot set the time of a folder.
            let _ = folder.set_modified(time);
        }
    }
    Ok(())
}

#[cfg(unix)]
fn readable(file: &File) -> std::io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))
}

/// Sets the usual mode of a folder, independent of the umask.
#[cfg(unix)]
fn open_to_all(folder: &File) -> std::io::Result<()> {
    folder.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_all(_: &File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn readable(_: &File) -> std::io::Result<()> {
    Ok(())
}
