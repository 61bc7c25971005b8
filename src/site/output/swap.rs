//! Putting the staged site where the old one stands.
//!
//! On Linux and macOS the two folders exchange their names in one system call (`renameat2` with `RENAME_EXCHANGE`,
//! `renamex_np` with `RENAME_SWAP`): whoever opens a page, at whatever moment, gets it from one whole site or the other,
//! and a kill leaves one of the two under the name. On other systems, and on disks that do not know the call, the old
//! site steps aside and the new one takes its name. Between those two renames there is no site for some microseconds; a
//! build killed exactly there leaves the old one aside, and the next build brings it back before it does anything else.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::OutputError;
use super::error::Doing;
use super::place::Place;

/// Puts the staged site under the target's name. What stood there is afterwards under `staging` or `old`, to be cleared.
pub(super) fn swap(place: &Place) -> Result<(), OutputError> {
    let result = if place.stands()? {
        match exchange(&place.staging, &place.target) {
            Err(error) if is_unknown_call(&error) => step_aside(place),
            result => result,
        }
    } else {
        fs::rename(&place.staging, &place.target)
    };
    match result {
        Err(error) if matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices) => {
            Err(OutputError::MountPoint { target: place.asked.clone() })
        }
        result => result.doing("swap", &place.asked),
    }
}

/// The old site steps aside, the new one takes its place; when that fails the old one steps back.
pub(super) fn step_aside(place: &Place) -> io::Result<()> {
    fs::rename(&place.target, &place.old)?;
    fs::rename(&place.staging, &place.target).or_else(|error| {
        fs::rename(&place.old, &place.target)?;
        Err(error)
    })
}

fn is_unknown_call(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
