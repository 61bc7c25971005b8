//! Git repositories for tests, each made anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::SiteTest;

/// Runs git in `folder` at noon of a day, with a neutral author.
pub fn git(folder: &Path, day: &str, args: &[&str]) {
    let date = format!("{day}T12:00:00Z");
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false"]).args(args);
    for (name, value) in [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Ada"),
        ("GIT_AUTHOR_EMAIL", "ada@example.org"),
        ("GIT_COMMITTER_NAME", "Ada"),
        ("GIT_COMMITTER_EMAIL", "ada@example.org"),
        ("GIT_AUTHOR_DATE", "2020-01-01T12:00:00Z"),
        ("GIT_COMMITTER_DATE", date.as_str()),
    ] {
        git.env(name, value);
    }
    let output = git.output().expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Commits all files of `folder`.
pub fn commit(folder: &Path, day: &str, subject: &str) {
    git(folder, day, &["add", "-A"]);
    git(folder, day, &["commit", "-q", "-m", subject]);
}

pub const REVIEW: &str = "---\ntitle: Stale\nrevisions: [{on: 2026-03-20, note: Told again}]\n---\nText of it.\n";

/// A repository whose folder `library` is the library.
pub fn repository() -> SiteTest {
    let test = SiteTest::new().file("old/étale \"x\".md", REVIEW);
    git(test.root(), "2026-03-01", &["init", "-q"]);
    commit(test.root(), "2026-03-02", "Write it <down> & out");
    git(&test.library(), "2026-03-05", &["mv", "old", "new"]);
    commit(test.root(), "2026-03-05", "Move it");
    test.put("new/étale \"x\".md", REVIEW.replace("Text", "Words").as_bytes());
    commit(test.root(), "2026-03-25", "Say it better");
    test.put("draft.md", b"# Not committed\n\nText.\n");
    test
}

/// Makes `library` a shallow clone.
pub fn shallow(root: &Path, library: &Path) {
    // Git clones only into empty folders.
    let _ = fs::remove_file(library.join("debrief.yaml"));
    let origin = root.join("origin");
    fs::create_dir(&origin).expect("a folder");
    git(&origin, "2026-03-01", &["init", "-q"]);
    for day in ["2026-03-02", "2026-03-03"] {
        fs::write(origin.join("a.md"), format!("# A\n\nText of {day}.\n")).expect("a review");
        commit(&origin, day, "Write");
    }
    let from = format!("file://{}", origin.display());
    git(root, "2026-03-04", &["clone", "-q", "--depth", "1", &from, &library.to_string_lossy()]);
}

/// A repository with a review, whose git configuration cannot be parsed.
pub fn broken(root: &Path, library: &Path) {
    fs::create_dir_all(library).expect("a folder");
    fs::write(library.join("a.md"), "# Lost\n\nText of it, and enough of it.\n").expect("a file");
    git(root, "2026-03-01", &["init", "-q"]);
    commit(root, "2026-03-02", "Write it");
    fs::write(root.join(".git/config"), "[core\n").expect("settings");
}
