//! The git history of a library's files: when each was first committed, and the changes since.
//!
//! In: the library folder. Out: [`History`], empty without git, a repository, or a commit. One `git log` is run for the
//! whole library, while the reviews are being parsed. A caller that reads the same library repeatedly passes a
//! [`Kept`]; then it is run again only after a new commit. Nothing else is run: everything that a repository's own
//! settings could start (a signature check, a file monitor, hooks, filters, the network) is disabled.
//!
//! Dates are those of the committer, in UTC. A file that was moved without large edits in the same commit keeps its
//! history; an uncommitted file has none. A repository that cannot be read is reported.

mod git;
mod gone;
mod missing;
mod reading;
mod unreadable;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

pub use git::{repository_above, user};
pub use gone::Gone;
pub use missing::Missing;
pub use reading::{Kept, Reading};

use base::text::utc_day;

/// The most changes kept for one file.
const MOST: usize = 10;

/// The commits of each file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct History {
    /// Shared, because a cached history is cloned for every reading.
    files: Arc<BTreeMap<String, Record>>,
    /// By path.
    gone: Arc<BTreeMap<String, Gone>>,
    /// The reviews of the last commit, by path.
    committed: Arc<BTreeSet<String>>,
    missing: Vec<Missing>,
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
    /// Earlier paths of the file, the latest first.
    names: Vec<String>,
    /// Whether a shallow clone has cut off earlier commits.
    cut: bool,
}

impl History {
    /// The day on which a file was first committed; `None` if unknown.
    #[must_use]
    pub fn first_commit(&self, path: &str) -> Option<Date> {
        self.files.get(path).filter(|record| !record.cut)?.first
    }

    /// The last commits of a file, newest first, at most ten.
    #[must_use]
    pub fn changes(&self, path: &str) -> &[Change] {
        self.files.get(path).map_or(&[], |record| &record.changes)
    }

    /// The paths that a file had before it was moved, the last one first.
    #[must_use]
    pub fn names_before(&self, path: &str) -> &[String] {
        self.files.get(path).map_or(&[], |record| &record.names)
    }

    /// Files that were deleted and did not come back, by path.
    pub fn gone(&self) -> impl Iterator<Item = (&str, &Gone)> {
        self.gone.iter().map(|(path, gone)| (path.as_str(), gone))
    }

    /// Parses the output of [`git::log`], from the newest commit to the oldest. Commits after the day `until` only
    /// count for the first day of a file.
    fn parse(log: &[u8], until: Date) -> Self {
        let text = String::from_utf8_lossy(log);
        let (mut files, mut shallow) = (BTreeMap::<String, Record>::new(), false);
        // Earlier paths of files, with their current paths.
        let mut now: BTreeMap<String, String> = BTreeMap::new();
        let mut gone = gone::Found::default();
        let mut commit = None;
        let mut tokens = text.split('\0').map(|token| token.trim_start_matches('\n'));
        while let Some(token) = tokens.next() {
            if let Some(head) = token.strip_prefix('\u{1}') {
                commit = Commit::parse(head);
                shallow |= commit.as_ref().is_some_and(|commit: &Commit| commit.is_cut);
                gone.next_commit();
                continue;
            }
            let moved = token.starts_with(['R', 'C']);
            let before = moved.then(|| tokens.next()).flatten();
            let (Some(path), Some(commit)) = (tokens.next(), &commit) else { continue };
            gone.see(token, before, path, commit, until);
            let path = now.get(path).map_or(path, String::as_str).to_owned();
            let record = files.entry(path.clone()).or_default();
            record.add(commit, until);
            if let Some(before) = before {
                if token.starts_with('R') && !commit.is_cut && commit.change.on <= until {
                    record.names.push(before.to_owned());
                }
                now.insert(before.to_owned(), path);
            }
        }
        let (gone, committed) = gone.finish();
        let (files, gone, committed) = (Arc::new(files), Arc::new(gone), Arc::new(committed));
        Self { files, gone, committed, missing: Vec::new(), shallow }
    }
}

impl Record {
    fn add(&mut self, commit: &Commit, until: Date) {
        if commit.is_cut {
            self.cut = true;
            return;
        }
        // Clocks differ, so the oldest commit need not have the earliest date.
        self.first = Some(self.first.map_or(commit.change.on, |first| first.min(commit.change.on)));
        if self.changes.len() < MOST && commit.change.on <= until {
            self.changes.push(commit.change.clone());
        }
    }
}

struct Commit {
    change: Change,
    /// Whether a shallow clone begins here; such a commit seems to add every file.
    is_cut: bool,
}

impl Commit {
    /// `SECONDS NAME DECORATION\u{2}SUBJECT`.
    fn parse(head: &str) -> Option<Self> {
        let (head, subject) = head.split_once('\u{2}')?;
        let mut words = head.splitn(3, ' ');
        let seconds = words.next()?.parse().ok()?;
        let on = utc_day(Timestamp::from_second(seconds).ok()?);
        let (commit, refs) = (words.next()?.to_owned(), words.next().unwrap_or_default());
        // Branches and tags are written as full names, so that none can be confused with this one.
        let is_cut = refs.split(", ").any(|name| name == "grafted");
        Some(Self { change: Change { on, commit, subject: subject.trim().to_owned() }, is_cut })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::History;

    const DAY: i64 = 86_400;

    fn commit(day: i64, refs: &str, subject: &str, files: &str) -> String {
        format!("\u{1}{} abc{day} {refs}\u{2}{subject}\0\n{files}", day * DAY + 60)
    }

    fn history(commits: &[String]) -> History {
        History::parse(commits.concat().as_bytes(), Date::MAX)
    }

    fn changes(history: &History, path: &str) -> String {
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
            changes(&history, "a b.md"),
            "Some(\"1970-01-02\") 1970-01-04 Third: <b>, 1970-01-03 Second, 1970-01-02 First"
        );
        assert_eq!(changes(&history, "c.md"), "Some(\"1970-01-04\") 1970-01-04 Third: <b>");
        assert_eq!(changes(&history, "d.md"), "None ");
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
        assert_eq!(
            changes(&history, "z/a.md"),
            "Some(\"1970-01-02\") 1970-01-05 Move, 1970-01-04 Move, 1970-01-02 Write"
        );
        assert_eq!(changes(&history, "a.md"), "Some(\"1970-01-06\") 1970-01-06 New under the old name");
    }

    #[test]
    fn what_a_shallow_clone_begins_with_has_no_first_day() {
        let log = [
            commit(3, "HEAD -> refs/heads/grafted", "Later", "M\0a.md\0A\0b.md\0"),
            commit(2, "grafted, tag: refs/tags/v1", "Cut", "A\0a.md\0A\0c.md\0"),
        ];
        let history = history(&log);
        assert!(history.shallow);
        assert_eq!(changes(&history, "a.md"), "None 1970-01-04 Later");
        assert_eq!(changes(&history, "b.md"), "Some(\"1970-01-04\") 1970-01-04 Later");
        assert_eq!(changes(&history, "c.md"), "None ");
    }

    #[test]
    fn the_list_is_short_and_nothing_else_does_harm() {
        let log: Vec<_> = (0..30).rev().map(|day| commit(day, "", "x", "M\0a.md\0")).collect();
        let long = history(&log);
        assert_eq!(
            (long.changes("a.md").len(), long.first_commit("a.md").unwrap().to_string()),
            (10, "1970-01-01".to_owned())
        );
        let then = History::parse(log.concat().as_bytes(), date(1970, 1, 12));
        assert_eq!(then.changes("a.md").iter().map(|c| c.on).max(), Some(date(1970, 1, 12)), "and ten up to a day");
        assert_eq!(then.changes("a.md").len(), 10);
        for odd in
            ["", "\0\0\0", "\u{1}", "\u{1}x y\u{2}z\0M\0a\0", "R100\0a", "M", "\u{1}99999999999999 a \u{2}s\0M\0a\0"]
        {
            assert_eq!(changes(&History::parse(odd.as_bytes(), Date::MAX), "a"), "None ");
        }
    }
}
