//! A folder that a site may be written to, locked for this build.

use std::path::Path;
use std::time::Duration;

use super::lock::Lock;
use super::manifest::Manifest;
use super::place::{List, Place};
use super::survey::survey;
use super::{OutputError, Stage};

/// How long a build waits for another build of the same target.
const PATIENCE: Duration = Duration::from_secs(5);

/// A checked and locked target.
#[derive(Debug)]
pub struct Target {
    pub(super) place: Place,
    pub(super) before: Manifest,
    pub(super) lock: Lock,
}

impl Target {
    /// Locks a folder for writing. It must not exist (it and the folders above will be created), be empty, or contain
    /// only our files.
    ///
    /// Leftovers of a killed build beside it are cleaned up. If the target is a link, it is followed, and the link
    /// stays.
    ///
    /// # Errors
    /// If it contains anything that we did not write, is not a folder, cannot be swapped, or is still in use by another
    /// build.
    pub fn open(folder: &Path) -> Result<Self, OutputError> {
        Self::open_within(folder, List::Inside, PATIENCE)
    }

    /// The same for a site that contains only its pages: the manifest is kept beside it.
    ///
    /// # Errors
    /// As [`Target::open`].
    pub fn open_bare(folder: &Path) -> Result<Self, OutputError> {
        Self::open_within(folder, List::Beside, PATIENCE)
    }

    /// Whether an existing folder has a list of files, as a site has. Nothing is locked or changed.
    #[must_use]
    pub fn is_site(folder: &Path) -> bool {
        is_listed(folder, List::Inside)
    }

    /// The same, for a list beside the folder.
    #[must_use]
    pub fn is_bare_site(folder: &Path) -> bool {
        is_listed(folder, List::Beside)
    }

    /// [`Target::open`] with another waiting time, for a list in either place.
    pub(super) fn open_within(folder: &Path, list: List, patience: Duration) -> Result<Self, OutputError> {
        let place = Place::resolve(folder, list)?;
        let lock = Lock::take(&place, patience)?;
        place.recover()?;
        if place.is_mount_point()? {
            return Err(OutputError::MountPoint { target: place.asked });
        }
        let before = if place.target_exists()? { survey(&place)? } else { Manifest::default() };
        Ok(Self { place, before, lock })
    }

    /// How many pages the existing site has in subfolders of a folder: `reviews` counts `reviews/a/index.html`.
    #[must_use]
    pub fn pages_in(&self, folder: &str) -> usize {
        let is_page = |path: &&super::OutPath| {
            let below = path.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            below.is_some_and(|rest| rest.matches('/').count() == 1 && rest.ends_with("/index.html"))
        };
        self.before.files.iter().filter(is_page).count()
    }

    /// Begins a new site.
    ///
    /// # Errors
    /// If the staging folder cannot be created.
    pub fn stage(self) -> Result<Stage, OutputError> {
        Stage::begin(self)
    }
}

fn is_listed(folder: &Path, list: List) -> bool {
    folder.is_dir() && Place::resolve(folder, list).is_ok_and(|place| place.list.is_file())
}
