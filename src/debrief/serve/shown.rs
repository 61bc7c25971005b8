//! What the server shows at this moment, and the wait for that to change.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{Preview, Rebuilt};

/// The one thing that the watcher writes and every request reads.
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

/// What a browser is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct News {
    /// Counts the good builds; a page of another build is out of date.
    pub(super) build: u64,
    /// The diagnostics, when the last build failed.
    pub(super) problem: Option<Arc<str>>,
    /// Counts every build, good or bad.
    edition: u64,
}

/// What a wait ended with.
pub(super) enum Waited {
    News(News),
    Quiet,
    Closing,
}

impl Shown {
    /// Shows the result of a build: a good one replaces the site, a bad one leaves it and says why.
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

    /// The site and the news that belong together.
    pub(super) fn look(&self) -> (Option<Arc<dyn Preview>>, News) {
        let now = self.lock();
        (now.site.clone(), now.news.clone())
    }

    /// Waits for news other than those seen last.
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
