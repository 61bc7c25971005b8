//! Which file system events are a change of the library.
//!
//! Our own reading is not, because each rebuild would then cause the next, nor is the file that our messages go to; nor are
//! editors' temporary files, names that begin with a dot, and the output folder.

use std::path::{Path, PathBuf};

use notify::event::{EventKind, MetadataKind, ModifyKind};

use crate::paths::resolved;

/// What is watched, and what in it is ignored.
#[derive(Debug)]
pub(super) struct Notice {
    pub(super) roots: Vec<PathBuf>,
    pub(super) ignore: Vec<PathBuf>,
    /// The files that our own messages are written to.
    pub(super) messages: Vec<Identity>,
}

/// Distinguishes a file from others: its disk, and its number there.
type Identity = (u64, u64);

impl Notice {
    /// Resolves the paths in the way that the system reports them.
    pub(super) fn new(roots: &[PathBuf], ignore: &[PathBuf]) -> Self {
        let resolve = |paths: &[PathBuf]| paths.iter().map(|path| resolved(path)).collect();
        Self { roots: resolve(roots), ignore: resolve(ignore), messages: messages() }
    }

    /// Whether an event is a relevant change.
    pub(super) fn event(&self, event: &notify::Event) -> bool {
        is_change(event.kind) && event.paths.iter().any(|path| self.path(path))
    }

    /// Whether a path is watched.
    pub(super) fn path(&self, path: &Path) -> bool {
        if self.ignore.iter().any(|ignored| path.starts_with(ignored)) {
            return false;
        }
        let is_watched = self.roots.iter().filter_map(|root| path.strip_prefix(root).ok()).any(|below| {
            let mut parts = below.iter().map(|part| part.to_string_lossy());
            parts.all(|part| !part.starts_with('.') && !is_scratch(&part))
        });
        is_watched && !self.is_ours(path)
    }

    /// Whether our own messages go into the file, as those of `debrief serve > log` do.
    fn is_ours(&self, path: &Path) -> bool {
        !self.messages.is_empty() && identity(path.metadata()).is_some_and(|file| self.messages.contains(&file))
    }
}

/// The files that standard output and standard error go to, if they do.
#[cfg(unix)]
fn messages() -> Vec<Identity> {
    use std::fs::File;
    use std::os::fd::AsFd as _;
    let streams = [std::io::stdout().as_fd().try_clone_to_owned(), std::io::stderr().as_fd().try_clone_to_owned()];
    let files = streams.into_iter().filter_map(Result::ok).map(|stream| File::from(stream).metadata());
    files.filter(|file| file.as_ref().is_ok_and(std::fs::Metadata::is_file)).filter_map(identity).collect()
}

#[cfg(not(unix))]
fn messages() -> Vec<Identity> {
    Vec::new()
}

#[cfg(unix)]
fn identity(file: std::io::Result<std::fs::Metadata>) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    file.ok().map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(_: std::io::Result<std::fs::Metadata>) -> Option<Identity> {
    None
}

/// Names of temporary files: of Vim, Emacs and `JetBrains`, and of programs that write `x.tmp` and rename it.
fn is_scratch(name: &str) -> bool {
    let plain_ending = |ending: &str| name.len() > ending.len() && name.ends_with(ending);
    name == "4913"
        || name.starts_with('#') && plain_ending("#")
        || ["~", ".swp", ".swx", ".tmp", "___jb_tmp___", "___jb_old___"].iter().any(|e| plain_ending(e))
}

fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(what)) => {
            !matches!(what, MetadataKind::AccessTime | MetadataKind::Extended | MetadataKind::Other)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, DataChange, RenameMode};

    use super::*;

    fn notice() -> Notice {
        let ignore = vec!["/home/.me/library/site".into()];
        Notice { roots: vec!["/home/.me/library".into()], ignore, messages: Vec::new() }
    }

    #[cfg(unix)]
    #[test]
    fn our_own_messages_are_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let file = |prefix| tempfile::Builder::new().prefix(prefix).tempfile_in(folder.path()).unwrap();
        let (log, review) = (file("log"), file("review"));
        let messages = identity(log.path().metadata()).into_iter().collect();
        let notice = Notice { roots: vec![folder.path().to_owned()], ignore: Vec::new(), messages };
        assert!(!notice.path(log.path()) && notice.path(review.path()));
    }

    #[test]
    fn only_the_library_itself_matters() {
        let matters = |p: &str| notice().path(Path::new(p));
        for path in ["", "/a.md", "/2026/a/graph.png", "/_partial.md", "/site.md", "/#1.md", "/~"] {
            assert!(matters(&format!("/home/.me/library{path}")), "{path}");
        }
        for path in [
            "/.git/index",
            "/.a.md.swp",
            "/a.md~",
            "/4913",
            "/#a.md#",
            "/.#a.md",
            "/a.md___jb_tmp___",
            "/site",
            "/site/index.html",
            "/.debrief-staging-site/x",
            "/a/.DS_Store",
        ] {
            assert!(!matters(&format!("/home/.me/library{path}")), "{path}");
        }
        assert!(!matters("/home/.me/elsewhere.md"));
    }

    #[test]
    fn reading_is_no_change() {
        let changes = |kind| notice().event(&notify::Event::new(kind).add_path("/home/.me/library/a.md".into()));
        assert!(!changes(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(!changes(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(!changes(EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime))));
        assert!(changes(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any))));
        assert!(changes(EventKind::Modify(ModifyKind::Data(DataChange::Any))));
        assert!(changes(EventKind::Create(CreateKind::File)));
    }

    #[test]
    fn a_rename_matters_when_either_name_does() {
        let renamed = |from: &str, to: &str| {
            let event = notify::Event::new(EventKind::Modify(ModifyKind::Name(RenameMode::Both)));
            notice().event(&event.add_path(from.into()).add_path(to.into()))
        };
        assert!(renamed("/home/.me/library/a.md.tmp", "/home/.me/library/a.md"));
        assert!(!renamed("/home/.me/library/a.md.tmp", "/home/.me/library/a.md~"));
    }
}
