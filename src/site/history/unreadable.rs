//! Explains why the history of a library in a repository cannot be read.

use base::text::{for_shell, shown};
use std::path::Path;

use super::git::{self, Answer};
use base::diagnostics::{Code, Diagnostic};

/// What keeps the history away; `None` where there is no repository, or nothing committed in it yet.
pub(super) fn unreadable(root: &Path) -> Option<Diagnostic> {
    let repository = git::repository_above(&std::fs::canonicalize(root).ok()?)?;
    let message = |why: &str| format!("the library is in git, and its history cannot be read: {why}");
    let (why, hint) = match git::probe(root) {
        Answer::Printed(_) => return None,
        Answer::Absent => (
            "there is no `git` here".to_owned(),
            "install git, or set `git_history: false` in debrief.yaml to do without".to_owned(),
        ),
        Answer::Refused(said) if said.contains("dubious ownership") => (
            "the repository belongs to another user".to_owned(),
            format!("run `git config --global --add safe.directory {}`", for_shell(&shown(&repository))),
        ),
        // A repository without a commit has no history.
        Answer::Refused(_) if git::has_no_commit(root) => return None,
        Answer::Refused(said) => {
            let line = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("git failed");
            let line = line.trim().trim_start_matches("fatal: ").trim_start_matches("error: ").to_owned();
            (
                line,
                "see what `git log` says in the library; `git_history: false` in debrief.yaml does without".to_owned(),
            )
        }
    };
    Some(Diagnostic::new(Code::UnreadHistory, message(&why)).hint(hint))
}

/// Folders of the library that are repositories of their own; their commits are not in this history.
pub(super) fn nested(root: &Path) -> Vec<Diagnostic> {
    let note = |path: String| {
        Diagnostic::new(
            Code::UnreadHistory,
            format!("`{path}` is a repository of its own, and its history is not read"),
        )
        .hint("build it as a library of its own, or copy its reviews into this one")
    };
    git::submodules(root).into_iter().map(note).collect()
}
