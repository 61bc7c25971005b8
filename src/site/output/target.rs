//! A folder that a site may be written to, and is being written to by nobody else.

use std::path::Path;
use std::time::Duration;

use super::lock::Lock;
use super::manifest::Manifest;
use super::place::{List, Place};
use super::survey::survey;
use super::{OutputError, Stage};

/// How long a build waits for another one to leave the same target.
const PATIENCE: Duration = Duration::from_secs(5);

/// A checked and locked target.
#[derive(Debug)]
pub struct Target {
    pub(super) place: Place,
    pub(super) before: Manifest,
    pub(super) lock: Lock,
}

impl Target {
    /// Takes a folder for writing: it is absent (it and the folders above it will be made), empty, or wholly ours.
    ///
    /// What a killed build left beside it is put right. A target that is a link is followed, and the link stays.
    ///
    /// # Errors
    /// When it holds anything that we did not write, is no folder, cannot be swapped, or stays in use by another build.
    pub fn open(folder: &Path) -> Result<Self, OutputError> {
        Self::open_within(folder, List::Inside, PATIENCE)
    }

    /// The same for a site that holds nothing but its pages: the list of our files stands beside it.
    ///
    /// # Errors
    /// As [`Target::open`].
    pub fn open_bare(folder: &Path) -> Result<Self, OutputError> {
        Self::open_within(folder, List::Beside, PATIENCE)
    }

    /// The same with another patience.
    pub(super) fn open_within(folder: &Path, list: List, patience: Duration) -> Result<Self, OutputError> {
        let place = Place::resolve(folder, list)?;
        let lock = Lock::take(&place, patience)?;
        place.recover()?;
        if place.is_mount_point()? {
            return Err(OutputError::MountPoint { target: place.asked });
        }
        let before = if place.stands()? { survey(&place)? } else { Manifest::default() };
        Ok(Self { place, before, lock })
    }

    /// How many pages the site that stands there has in folders of this one: `reviews` for `reviews/a/index.html`.
    #[must_use]
    pub fn pages_in(&self, folder: &str) -> usize {
        let is_page = |path: &&super::OutPath| {
            let below = path.as_str().strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            below.is_some_and(|rest| rest.matches('/').count() == 1 && rest.ends_with("/index.html"))
        };
        self.before.files.iter().filter(is_page).count()
    }

    /// Begins a site from nothing.
    ///
    /// # Errors
    /// When the staging folder cannot be made.
    pub fn stage(self) -> Result<Stage, OutputError> {
        Stage::begin(self)
    }
}
