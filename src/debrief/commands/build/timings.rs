//! How long each stage took.

use std::time::{Duration, Instant};

use crate::cli::{BuildArgs, Terminal};

/// The stages that have ended.
pub(super) struct Timings {
    began: Instant,
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { began: now, last: now, stages: Vec::new() }
    }

    pub(super) fn ended(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.last));
        self.last = now;
    }

    /// `0.21 s`: the time of all stages that have ended.
    pub(super) fn so_far(&self) -> String {
        format!("{:.2} s", (self.last - self.began).as_secs_f64())
    }

    pub(super) fn print(&self, args: &BuildArgs, terminal: &Terminal) {
        if args.timings {
            for (stage, took) in &self.stages {
                terminal.say(&format!("{stage:>12}  {:8.1} ms", took.as_secs_f64() * 1000.0));
            }
        }
    }
}
