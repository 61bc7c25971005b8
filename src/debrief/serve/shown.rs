//! What the server shows at the moment, and waiting for it to change.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Preview, Rebuilt};

/// The state that the watcher writes and every request reads.
#[derive(Default)]
pub(super) struct Shown {
    now: Mutex<Now>,
    changed: Condvar,
}

#[derive(Default)]
struct Now {
    site: Option<Arc<dyn Preview>>,
    news: News,
    closing: bool,
}

/// The state for browsers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct News {
    /// Counts successful builds; a page of another build is out of date.
    pub(super) build: u64,
    /// The diagnostics, if the last build failed.
    pub(super) problem: Option<Arc<str>>,
    /// Counts every build.
    edition: u64,
}

/// The result of a wait.
pub(super) enum Waited {
    News(News),
    Quiet,
    Closing,
}

impl Shown {
    /// Updates the state with the result of a build: a successful one replaces the site; a failed one keeps the site and sets
    /// the problem.
    pub(super) fn update(&self, result: Rebuilt) {
        let mut now = self.lock();
        now.news.edition += 1;
        match result {
            Ok(site) => {
                now.site = Some(site);
                now.news.build += 1;
                now.news.problem = None;
            }
            Err(problem) => now.news.problem = Some(problem.into()),
        }
        self.changed.notify_all();
    }

    /// The site and the state for browsers, which belong together.
    pub(super) fn look(&self) -> (Option<Arc<dyn Preview>>, News) {
        let now = self.lock();
        (now.site.clone(), now.news.clone())
    }

    /// Waits for a state other than `seen`.
    pub(super) fn wait(&self, seen: Option<&News>, patience: Duration) -> Waited {
        let until = Instant::now() + patience;
        let mut now = self.lock();
        loop {
            if now.closing {
                return Waited::Closing;
            }
            if seen.is_none_or(|seen| *seen != now.news) {
                return Waited::News(now.news.clone());
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Waited::Quiet;
            }
            now = self.changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Ends every wait, now and later.
    pub(super) fn close(&self) {
        self.lock().closing = true;
        self.changed.notify_all();
    }

    pub(super) fn is_closing(&self) -> bool {
        self.lock().closing
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
