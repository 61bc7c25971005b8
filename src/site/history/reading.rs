//! A history is read on a thread of its own, beside the parsing, and can be kept for the next time.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::civil::Date;

use super::{History, git, unreadable};
use base::diagnostics::{Code, Diagnostic};

/// A history that is being read.
#[derive(Debug)]
pub struct Reading(Option<JoinHandle<(History, Vec<Diagnostic>)>>);

impl Reading {
    /// Starts to read the history of the library at `root` as it was on the day `until`, or to find that the one that was kept
    /// still holds.
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
                Some(history) => (history, unreadable::nested(&root)),
                None => (History::default(), unreadable::unreadable(&root).into_iter().collect()),
            }
        })))
    }

    /// Nothing to read.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// Waits for it.
    pub fn finish(self, problems: &mut Vec<Diagnostic>) -> History {
        let (history, told) = self.0.and_then(|thread| thread.join().ok()).unwrap_or_default();
        problems.extend(told);
        if history.shallow {
            let message = "this clone is shallow: for files older than the clone, git does not know the first day";
            problems.push(Diagnostic::new(Code::ShallowHistory, message).hint("run `git fetch --unshallow` first"));
        }
        history
    }
}

/// What a history is of: the commit that is checked out, and the last day of it.
type Upto = (String, Date);

/// The last history of one library, for whoever reads it at every save: in a large repository git takes longer over its past
/// than everything else takes together.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<Option<(Upto, History)>>>);

impl Kept {
    /// The history up to the commit `head` and a day: the one that was kept, if it is of the same commit and day, else what `ask` says.
    ///
    /// The past of a commit never changes, with one exception: a shallow clone can be given more of it. It is short, so
    /// that it is read each time.
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
        // Asked about that commit by name: another one may be checked out by now.
        let history = ask(head.as_deref());
        *kept = head.map(|head| (head, until)).zip(history.clone()).filter(|(_, history)| !history.shallow);
        history
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::{History, Kept};

    /// How often git is asked for its log, over readings that find each of `heads` checked out.
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
