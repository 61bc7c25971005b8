//! The state of a folder at one moment: for folders that the system cannot watch, and after it has dropped events.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::notice::Notice;

/// Length and modification time of each relevant file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Snapshot {
    /// Reads a root; what cannot be read is skipped.
    pub(super) fn take(root: &Path, notice: &Notice) -> Self {
        let walk = WalkDir::new(root).follow_links(true).into_iter();
        let entries = walk.filter_entry(|e| notice.path(e.path())).filter_map(Result::ok);
        let files = entries.filter(|e| e.file_type().is_file());
        Self(files.filter_map(|e| e.metadata().ok().map(|m| (e.into_path(), (m.len(), m.modified().ok())))).collect())
    }
}
