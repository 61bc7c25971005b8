//! A progress bar that is shown only if the work takes long.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::Terminal;

/// Shorter work shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// The progress of writing the site.
pub(super) struct Progress {
    bar: ProgressBar,
    started: Instant,
    wanted: bool,
    done: AtomicU64,
}

impl Progress {
    pub(super) fn new(files: usize, terminal: &Terminal) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len} files, {eta} to go") {
            bar.set_style(style);
        }
        bar.set_message("Writing");
        Self { bar, started: Instant::now(), wanted: terminal.shows_progress(), done: AtomicU64::new(0) }
    }

    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.wanted && done.is_multiple_of(64) && self.started.elapsed() > PATIENCE {
            if self.bar.is_hidden() {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            self.bar.set_position(done);
        }
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
