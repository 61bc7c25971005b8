//! Errors of writing a site to disk.

use base::text::{shown, visible_name};
use std::io;
use std::path::{Path, PathBuf};

use super::{BadPath, OutPath};

/// Why a site could not be written; in every case the old site is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The target is a file, a link to nothing, or the root of a disk.
    #[error("cannot build into `{}`: it is {what}", shown(.target))]
    NotAFolder {
        /// The requested folder.
        target: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// The target holds something that no build of ours wrote.
    #[error("cannot build into `{}`: it holds `{}`, which is no part of the site", shown(.target), visible_name(.found))]
    Foreign {
        /// The requested folder.
        target: PathBuf,
        /// The first such thing, relative to the target.
        found: String,
    },
    /// The list of the files that we wrote cannot be used.
    #[error("cannot tell which files in `{}` are debrief's: {why}", shown(.target))]
    Manifest {
        /// The requested folder.
        target: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Another build holds the target.
    #[error("another build is writing `{}`", shown(.target))]
    Busy {
        /// The requested folder.
        target: PathBuf,
    },
    /// The target cannot change places with a folder beside it.
    #[error("cannot swap `{}`: it is a mount point, or lies on another disk than the folder that holds it", shown(.target))]
    MountPoint {
        /// The requested folder.
        target: PathBuf,
    },
    /// Two files of the site are the same file on some systems.
    #[error(
        "`{first}` and `{second}` are one file where case or accents are not told apart, or one is a folder of the other"
    )]
    Clash {
        /// The path that came first.
        first: String,
        /// The conflicting path.
        second: OutPath,
    },
    /// An invalid path.
    #[error(transparent)]
    Path(#[from] BadPath),
    /// The system refused.
    #[error("cannot {doing} `{}`: {}", shown(.path), reason(.source))]
    Io {
        /// The attempted action, as a verb.
        doing: &'static str,
        /// The path that it was attempted on.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

impl OutputError {
    /// A folder below `root` could not be read.
    pub(super) fn walking(root: &Path, error: walkdir::Error) -> Self {
        Self::Io { doing: "look into", path: error.path().unwrap_or(root).to_owned(), source: error.into() }
    }

    /// What the user can do about it, if anything.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        use io::ErrorKind as Kind;
        let text = match self {
            Self::NotAFolder { .. } => "choose another folder with --out".to_owned(),
            Self::Foreign { target, found } if found == ".git" || found.starts_with(".git/") => {
                format!(
                    "build into a folder below it, such as `{}`, or choose another --out",
                    shown(&target.join("site"))
                )
            }
            Self::Foreign { target, found }
                if ["internal", "public", "report"].contains(&found.split('/').next().unwrap_or_default()) =>
            {
                format!(
                    "a build of both editions stands there; one edition has a folder of its own, such as `{}`",
                    shown(&target.join("internal"))
                )
            }
            Self::Foreign { found, .. } => {
                format!("move `{}` away, or choose another folder with --out", visible_name(found))
            }
            Self::Manifest { target, .. } => {
                format!("move `{}` away and build again, or choose another folder with --out", shown(target))
            }
            Self::Busy { .. } => "wait for it to end, or choose another folder with --out".to_owned(),
            Self::MountPoint { target } => {
                format!("build into a folder below it, such as `{}`", shown(&target.join("site")))
            }
            Self::Clash { .. } => "rename one of the two in the library".to_owned(),
            Self::Path(_) => "rename it in the library".to_owned(),
            Self::Io { source, .. } => match source.kind() {
                Kind::StorageFull | Kind::QuotaExceeded => {
                    "free some space, or choose another disk with --out".to_owned()
                }
                Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
                    "the site is staged beside the target, so the folder that holds the target must be writable too"
                        .to_owned()
                }
                _ => return None,
            },
        };
        Some(text)
    }
}

/// The system's message without its number; common errors have the same words on every system.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull => "the disk is full".to_owned(),
        Kind::QuotaExceeded => "the disk quota is used up".to_owned(),
        Kind::PermissionDenied => "permission denied".to_owned(),
        Kind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        Kind::InvalidFilename => "the name is too long for this disk, or it cannot store it".to_owned(),
        // A temporary file has a name that says nothing to anybody.
        _ => {
            let inner = error.get_ref().and_then(std::error::Error::source);
            let message = inner.map_or_else(|| error.to_string(), ToString::to_string);
            message.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}

/// Adds the attempted action and its path to a system error.
pub(super) trait Doing<T> {
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, OutputError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, OutputError> {
        self.map_err(|source| OutputError::Io { doing, path: path.into(), source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_quoted_in_plain_words() {
        let shown = |kind: io::ErrorKind| {
            let error = Err::<(), _>(io::Error::from(kind)).doing("write", "site/a").unwrap_err();
            (error.to_string(), error.hint().is_some())
        };
        assert_eq!(shown(io::ErrorKind::StorageFull), ("cannot write `site/a`: the disk is full".to_owned(), true));
        assert_eq!(
            shown(io::ErrorKind::PermissionDenied),
            ("cannot write `site/a`: permission denied".to_owned(), true)
        );
        assert!(!shown(io::ErrorKind::Interrupted).1);
    }
}
