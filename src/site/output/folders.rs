//! The names of a site that is being written: detects conflicts, and creates each folder once.

use std::collections::{BTreeSet, HashMap};
use std::fs::DirBuilder;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::Doing;
use super::path::clash_key;
use super::{OutPath, OutputError};

/// Every name taken so far, by clash key, with its spelling and kind.
#[derive(Debug, Default)]
pub(super) struct Names(Mutex<HashMap<String, (String, Kind)>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

impl Names {
    /// Takes a file's name and those of its folders.
    ///
    /// # Errors
    /// If a name is already taken on a disk that ignores case or Unicode forms, or is both a file and a folder.
    pub(super) fn take(&self, path: &OutPath) -> Result<(), OutputError> {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Innermost first: the folders above a known folder are known as well.
        for folder in path.folders().rev() {
            match names.get(&clash_key(folder)) {
                Some((spelt, Kind::Folder)) if spelt == folder => break,
                Some((spelt, _)) => return Err(OutputError::Clash { first: spelt.clone(), second: path.clone() }),
                None => {}
            }
        }
        let key = path.clash_key();
        if let Some((first, _)) = names.get(&key) {
            return Err(OutputError::Clash { first: first.clone(), second: path.clone() });
        }
        names.insert(key, (path.to_string(), Kind::File));
        for folder in path.folders() {
            names.entry(clash_key(folder)).or_insert_with(|| (folder.to_owned(), Kind::Folder));
        }
        Ok(())
    }
}

/// The folders created so far below a root.
#[derive(Debug)]
pub(super) struct Folders {
    root: PathBuf,
    made: Mutex<BTreeSet<String>>,
}

impl Folders {
    /// Creates the root, which must not exist.
    pub(super) fn begin(root: &Path) -> Result<Self, OutputError> {
        builder().create(root).doing("create", root)?;
        Ok(Self { root: root.to_owned(), made: Mutex::default() })
    }

    /// Creates the missing folders of a file.
    pub(super) fn make_for(&self, path: &OutPath) -> Result<(), OutputError> {
        let missing: Vec<_> = {
            let made = self.made();
            path.folders().rev().take_while(|f| !made.contains(*f)).collect()
        };
        // Folders are created without holding the lock: two threads may try to create the same folder, and the second
        // finds it existing.
        for folder in missing.into_iter().rev() {
            let place = self.root.join(folder);
            match builder().create(&place) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error).doing("create", place),
                _ => self.made().insert(folder.to_owned()),
            };
        }
        Ok(())
    }

    fn made(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Creates folders that everybody may read, subject to the umask.
fn builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o755);
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clash(first: &str, second: &str) -> bool {
        let names = Names::default();
        names.take(&OutPath::new(first).unwrap()).unwrap();
        names.take(&OutPath::new(second).unwrap()).is_err()
    }

    #[test]
    fn names_that_meet_on_some_disk_clash_on_every_disk() {
        assert!(clash("a/b", "a/b"));
        assert!(clash("a/b", "A/b"));
        assert!(clash("Tags/one", "tags/two"), "one folder, two spellings");
        assert!(clash("caf\u{e9}", "cafe\u{301}"));
        assert!(clash("a", "a/b"), "a file that is also a folder");
        assert!(clash("a/b/c", "a/B"));
        assert!(!clash("a/b", "a/c"));
        assert!(!clash("a/b", "ab"));
    }

    #[test]
    fn a_refused_name_takes_nothing() {
        let names = Names::default();
        let path = |p| OutPath::new(p).unwrap();
        names.take(&path("x")).unwrap();
        assert!(names.take(&path("x/deep/y")).is_err());
        names.take(&path("X2/Deep")).unwrap();
    }
}
