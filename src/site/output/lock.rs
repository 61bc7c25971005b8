//! One build at a time for one target.
//!
//! It is a file lock of the system on a file beside the target, so that it is released when the process ends in any
//! way.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::thread;
use std::time::{Duration, Instant};

use super::OutputError;
use super::error::Doing;
use super::place::Place;

/// The interval at which a waiting build tries again.
const ASK_EVERY: Duration = Duration::from_millis(20);

/// Held while a build may change the target; released on drop.
#[derive(Debug)]
pub(super) struct Lock {
    #[cfg_attr(not(unix), expect(dead_code, reason = "held for its lock"))]
    path: std::path::PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock, waiting as long as `patience` for another build to end.
    pub(super) fn take(place: &Place, patience: Duration) -> Result<Self, OutputError> {
        let began = Instant::now();
        loop {
            let path = &place.lock;
            let file = OpenOptions::new().create(true).write(true).truncate(false).open(path).doing("create", path)?;
            match file.try_lock() {
                Ok(()) if is_still(&file, path) => return Ok(Self { path: path.clone(), _file: file }),
                // The other build removed the file after we had opened it, so our lock is useless: try again.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if began.elapsed() < patience => thread::sleep(ASK_EVERY),
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy { target: place.asked.clone() }),
                // Some network disks have no locks; a build there runs without one.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { path: path.clone(), _file: file });
                }
                Err(TryLockError::Error(error)) => return Err(error).doing("lock", path),
            }
        }
    }
}

/// Whether the path still refers to the opened file.
#[cfg(unix)]
fn is_still(file: &File, path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |m: io::Result<std::fs::Metadata>| m.map(|m| (m.dev(), m.ino())).ok();
    let ours = identity(file.metadata());
    ours.is_some() && ours == identity(std::fs::metadata(path))
}

#[cfg(not(unix))]
fn is_still(_: &File, _: &std::path::Path) -> bool {
    true
}

/// The file is removed while the lock is still held; a waiting build notices this by comparing file identities. On
/// systems without these the file stays.
#[cfg(unix)]
impl Drop for Lock {
    fn drop(&mut self) {
        // If it cannot be removed, the next build uses it.
        let _ = std::fs::remove_file(&self.path);
    }
}
