//! Swapping the staged site with the old one.
//!
//! On Linux and macOS the two folders exchange their names in one system call (`renameat2` with `RENAME_EXCHANGE`,
//! `renamex_np` with `RENAME_SWAP`): at any moment a page comes from one complete site, even if the build is killed. On
//! other systems, and on disks without this call, the old site is renamed first and then the new one. Between these two
//! renames there is no site for some microseconds; if the build is killed exactly there, the next build moves the old
//! site back first.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::OutputError;
use super::error::Doing;
use super::place::Place;

/// Gives the staged site the target's name. The replaced site is then at `staging` or `old`, to be removed.
pub(super) fn swap(place: &Place) -> Result<(), OutputError> {
    let result = if place.target_exists()? {
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

/// Renames the old site, then the new one; if the second rename fails, the old site is moved back.
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
