//! What git knows of a library's files: when each was first committed, and what changed since.
//!
//! In: the library folder. Out: [`History`], empty where there is no git, no repository, or nothing committed. One `git
//! log` is asked for the whole library, while the reviews are being parsed; nothing else is run: what a repository's own
//! settings could start (a signature check, a file monitor, hooks, filters, the network) is switched off.
//!
//! Days are those of the commit in UTC, for that is when a text came to where it is; a file that was moved unchanged keeps
//! its history; what is not committed has none.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::JoinHandle;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diagnostics::{Code, Diagnostic};

/// Changes kept for one file; older ones are in git.
const MOST: usize = 10;

/// The commits of each file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct History {
    files: BTreeMap<String, Record>,
    shallow: bool,
}

/// One commit that touched a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The day of the commit, in UTC.
    pub on: Date,
    /// Its full name.
    pub commit: String,
    /// The first line of its message.
    pub subject: String,
}

#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Record {
    first: Option<Date>,
    /// Newest first.
    changes: Vec<Change>,
    /// What came before was cut off when the repository was cloned.
    cut: bool,
}

/// A history that is being read.
#[derive(Debug)]
pub struct Reading(Option<JoinHandle<History>>);

impl Reading {
    /// Starts to read the history of the library at `root`.
    #[must_use]
    pub fn begin(root: &Path) -> Self {
        let root = root.to_path_buf();
        Self(Some(std::thread::spawn(move || log(&root).map(|log| History::parse(&log)).unwrap_or_default())))
    }

    /// Nothing to read.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Waits for it.
    pub fn finish(self, problems: &mut Vec<Diagnostic>) -> History {
        let history = self.0.and_then(|thread| thread.join().ok()).unwrap_or_default();
        if history.shallow {
            let message = "this clone is shallow: for files older than the clone, git does not know the first day";
            problems.push(Diagnostic::new(Code::ShallowHistory, message).hint("run `git fetch --unshallow` first"));
        }
        history
    }
}

impl History {
    /// The day on which a file was first committed; none where git does not know it.
    #[must_use]
    pub fn first_commit(&self, path: &str) -> Option<Date> {
        self.files.get(path).filter(|record| !record.cut)?.first
    }

    /// The last commits of a file, newest first, at most ten.
    #[must_use]
    pub fn changes(&self, path: &str) -> &[Change] {
        self.files.get(path).map_or(&[], |record| &record.changes)
    }

    /// Reads what [`log`] prints, from the newest commit to the oldest.
    fn parse(log: &[u8]) -> Self {
        let text = String::from_utf8_lossy(log);
        let mut history = Self::default();
        // What a file was called before it was moved, with what it is called now.
        let mut now: BTreeMap<String, String> = BTreeMap::new();
        let mut commit = None;
        let mut tokens = text.split('\0').map(|token| token.trim_start_matches('\n'));
        while let Some(token) = tokens.next() {
            if let Some(head) = token.strip_prefix('\u{1}') {
                commit = Commit::parse(head);
                history.shallow |= commit.as_ref().is_some_and(|commit| commit.is_cut);
                continue;
            }
            let moved = token.starts_with(['R', 'C']);
            let before = moved.then(|| tokens.next()).flatten();
            let (Some(path), Some(commit)) = (tokens.next(), &commit) else { continue };
            let path = now.get(path).map_or(path, String::as_str).to_owned();
            history.files.entry(path.clone()).or_default().add(commit);
            if let Some(before) = before {
                now.insert(before.to_owned(), path);
            }
        }
        history
    }
}

impl Record {
    fn add(&mut self, commit: &Commit) {
        if commit.is_cut {
            self.cut = true;
            return;
        }
        // Clocks differ, so the oldest commit need not bear the first day.
        self.first = Some(self.first.map_or(commit.change.on, |first| first.min(commit.change.on)));
        if self.changes.len() < MOST {
            self.changes.push(commit.change.clone());
        }
    }
}

struct Commit {
    change: Change,
    /// Where a shallow clone begins: it seems to add every file there is.
    is_cut: bool,
}

impl Commit {
    /// `SECONDS NAME DECORATION\u{2}SUBJECT`.
    fn parse(head: &str) -> Option<Self> {
        let (head, subject) = head.split_once('\u{2}')?;
        let mut words = head.splitn(3, ' ');
        let seconds = words.next()?.parse().ok()?;
        let on = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
        let (commit, refs) = (words.next()?.to_owned(), words.next().unwrap_or_default());
        // Branches and tags are written in full, so that none can bear this name.
        let is_cut = refs.split(", ").any(|name| name == "grafted");
        Some(Self { change: Change { on, commit, subject: subject.trim().to_owned() }, is_cut })
    }
}

/// Settings that a repository may bring and that would start another program, or change what is printed.
const SETTINGS: [&str; 6] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
];

/// Names that a hook of git leaves in the environment: they name another repository than the library's.
const FOREIGN: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CONFIG_PARAMETERS",
];

/// Every commit that touched the library, newest first; `None` where there is nothing to ask, or nothing to be told.
fn log(root: &Path) -> Option<Vec<u8>> {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).arg("--no-optional-locks").arg("--no-pager");
    for setting in SETTINGS {
        git.args(["-c", setting]);
    }
    for name in FOREIGN {
        git.env_remove(name);
    }
    git.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_TERMINAL_PROMPT", "0");
    // What a partial clone left out stays out: nothing is fetched for a date.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    git.args(["log", "--no-color", "--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv"]);
    git.args(["--encoding=UTF-8", "--decorate=full", "--relative", "--name-status", "-z"]);
    // Only what was moved as it was: to look for likenesses would read every text that ever was.
    git.args(["--find-renames=100%", "--format=tformat:%x01%ct %H %D%x02%s"]);
    if !root.join(".git").exists() {
        // Below the root of a repository only the library's folder is looked into; at its root that would only make git
        // compare everything twice.
        git.args(["--", "."]);
    }
    let output = git.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::History;

    const DAY: i64 = 86_400;

    fn commit(day: i64, refs: &str, subject: &str, files: &str) -> String {
        format!("\u{1}{} abc{day} {refs}\u{2}{subject}\0\n{files}", day * DAY + 60)
    }

    fn history(commits: &[String]) -> History {
        History::parse(commits.concat().as_bytes())
    }

    fn told(history: &History, path: &str) -> String {
        let changes: Vec<_> = history.changes(path).iter().map(|c| format!("{} {}", c.on, c.subject)).collect();
        format!("{:?} {}", history.first_commit(path).map(|d| d.to_string()), changes.join(", "))
    }

    #[test]
    fn each_file_has_its_first_day_and_its_last_changes() {
        let log = [
            commit(3, "HEAD -> refs/heads/main", "Third: <b>", "M\0a b.md\0A\0c.md\0"),
            commit(2, "", "Second", "M\0a b.md\0"),
            commit(1, "", "First", "A\0a b.md\0"),
        ];
        let history = history(&log);
        assert_eq!(
            told(&history, "a b.md"),
            "Some(\"1970-01-02\") 1970-01-04 Third: <b>, 1970-01-03 Second, 1970-01-02 First"
        );
        assert_eq!(told(&history, "c.md"), "Some(\"1970-01-04\") 1970-01-04 Third: <b>");
        assert_eq!(told(&history, "d.md"), "None ");
    }

    #[test]
    fn a_file_that_was_moved_keeps_its_history() {
        let log = [
            commit(5, "", "New under the old name", "A\0a.md\0"),
            commit(4, "", "Move", "R100\0y/a.md\0z/a.md\0"),
            commit(3, "", "Move", "R100\0a.md\0y/a.md\0"),
            commit(1, "", "Write", "A\0a.md\0"),
        ];
        let history = history(&log);
        assert_eq!(told(&history, "z/a.md"), "Some(\"1970-01-02\") 1970-01-05 Move, 1970-01-04 Move, 1970-01-02 Write");
        assert_eq!(told(&history, "a.md"), "Some(\"1970-01-06\") 1970-01-06 New under the old name");
    }

    #[test]
    fn what_a_shallow_clone_begins_with_has_no_first_day() {
        let log = [
            commit(3, "HEAD -> refs/heads/grafted", "Later", "M\0a.md\0A\0b.md\0"),
            commit(2, "grafted, tag: refs/tags/v1", "Cut", "A\0a.md\0A\0c.md\0"),
        ];
        let history = history(&log);
        assert!(history.shallow);
        assert_eq!(told(&history, "a.md"), "None 1970-01-04 Later");
        assert_eq!(told(&history, "b.md"), "Some(\"1970-01-04\") 1970-01-04 Later");
        assert_eq!(told(&history, "c.md"), "None ");
    }

    #[test]
    fn the_list_is_short_and_nothing_else_does_harm() {
        let log: Vec<_> = (0..30).rev().map(|day| commit(day, "", "x", "M\0a.md\0")).collect();
        let long = history(&log);
        assert_eq!(
            (long.changes("a.md").len(), long.first_commit("a.md").unwrap().to_string()),
            (10, "1970-01-01".to_owned())
        );
        for odd in
            ["", "\0\0\0", "\u{1}", "\u{1}x y\u{2}z\0M\0a\0", "R100\0a", "M", "\u{1}99999999999999 a \u{2}s\0M\0a\0"]
        {
            assert_eq!(told(&History::parse(odd.as_bytes()), "a"), "None ");
        }
    }
}
