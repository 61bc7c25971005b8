//! The modes of a site: those that the umask of the build gives.
//!
//! In: the new, empty folder of a build. Out: whether a file or a folder of the site before has the mode that one of this
//! build gets. Modes are compared with what the disk really gives, because some disks have one mode for everything.

use std::fs;
use std::path::Path;

use super::OutputError;
use super::error::Doing;
use super::new_file::create;

/// The modes that files and folders of this build get.
#[derive(Debug, Clone, Copy)]
pub(super) struct Modes {
    file: u32,
    folder: u32,
}

impl Modes {
    /// The modes that `folder`, new and empty, and a file in it get.
    pub(super) fn of_new(folder: &Path) -> Result<Self, OutputError> {
        let trial = folder.join("mode");
        let file = create(&trial).and_then(|file| file.metadata()).doing("write", &trial)?;
        fs::remove_file(&trial).doing("remove", &trial)?;
        let folder = fs::metadata(folder).doing("read", folder)?;
        Ok(Self { file: mode(&file), folder: mode(&folder) })
    }

    /// Whether a file has the mode of new files.
    pub(super) fn is_of_file(self, path: &Path) -> bool {
        fs::metadata(path).is_ok_and(|there| mode(&there) == self.file)
    }

    /// Whether a folder has the mode of new folders.
    pub(super) fn is_of_folder(self, path: &Path) -> bool {
        fs::metadata(path).is_ok_and(|there| mode(&there) == self.folder)
    }
}

#[cfg(unix)]
fn mode(there: &fs::Metadata) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&there.permissions()) & 0o777
}

#[cfg(not(unix))]
fn mode(_: &fs::Metadata) -> u32 {
    0
}
