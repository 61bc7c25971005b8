//! Reads a history on a separate thread during parsing, and can cache it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::civil::Date;

use super::{History, git, unreadable};
use base::diagnostics::{Code, Diagnostic, Warned};

/// A history that is being read.
#[derive(Debug)]
pub struct Reading(Option<JoinHandle<Warned<History>>>);

impl Reading {
    /// Starts to read the history of the library at `root` up to the day `until`, or uses the cached one if it is still
    /// valid.
    #[must_use]
    pub fn begin(root: &Path, kept: Option<Kept>, until: Date) -> Self {
        let root = root.to_path_buf();
        Self(Some(std::thread::spawn(move || {
            let ask = |commit: Option<&str>| git::log(&root, commit).map(|log| History::parse(&log, until));
            let history = match kept {
                Some(kept) => kept.history(git::head(&root), until, ask),
                None => ask(None),
            };
            match history {
                Some(history) => Warned::new(history, unreadable::nested(&root)),
                None => Warned::new(History::default(), unreadable::unreadable(&root).into_iter().collect()),
            }
        })))
    }

    /// An empty reading.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Waits for the history.
    pub fn finish(self, problems: &mut Vec<Diagnostic>) -> History {
        let read = self.0.and_then(|thread| thread.join().ok()).unwrap_or_default();
        let history = read.report_to(problems);
        if history.shallow {
            let message = "this clone is shallow: for files older than the clone, git does not know the first day";
            problems.push(Diagnostic::new(Code::ShallowHistory, message).hint("run `git fetch --unshallow` first"));
        }
        history
    }
}

/// The key of a cached history: the commit that is checked out, and the last day.
type Upto = (String, Date);

/// A cache of the last history of one library, for reading it at every save: in a large repository `git log` takes
/// longer than everything else together.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Option<(Upto, History)>>>);

impl Kept {
    /// The history up to the commit `head` and a day: the cached one if it is of the same commit and day, else the
    /// result of `ask`.
    ///
    /// The history of a commit never changes, with one exception: a shallow clone can be deepened. That history is
    /// short, so it is not cached.
    fn history(
        &self,
        head: Option<String>,
        until: Date,
        ask: impl FnOnce(Option<&str>) -> Option<History>,
    ) -> Option<History> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, history)) =
            kept.as_ref().filter(|((commit, day), _)| Some(commit) == head.as_ref() && *day == until)
        {
            return Some(history.clone());
        }
        // The commit is passed by name, because another one may be checked out by now.
        let history = ask(head.as_deref());
        *kept = head.map(|head| (head, until)).zip(history.clone()).filter(|(_, history)| !history.shallow);
        history
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{History, Kept};

    /// How often the log is read, for readings that find each of `heads` checked out.
    fn asked(heads: &[Option<&str>], answer: Option<&History>) -> usize {
        let (kept, mut times) = (Kept::default(), 0);
        for head in heads {
            let history = kept.history(head.map(str::to_owned), Date::MAX, |commit| {
                assert_eq!(commit, *head);
                times += 1;
                answer.cloned()
            });
            assert_eq!(history.as_ref(), answer);
        }
        times
    }

    #[test]
    fn git_is_asked_once_for_a_commit() {
        let history = History::default();
        assert_eq!(asked(&[Some("a"), Some("a"), Some("a")], Some(&history)), 1);
        assert_eq!(asked(&[Some("a"), Some("b"), Some("b"), Some("a")], Some(&history)), 3);
    }

    #[test]
    fn what_may_change_is_not_kept() {
        let shallow = History { shallow: true, ..History::default() };
        assert_eq!(asked(&[Some("a"), Some("a")], Some(&shallow)), 2);
        assert_eq!(asked(&[None, None], Some(&History::default())), 2);
        assert_eq!(asked(&[Some("a"), Some("a")], None), 2);
    }
}
