//! `debrief build`: the site, whole or not at all.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::request;
use crate::cli::{BuildArgs, Exit, Terminal};
use crate::diagnostics::{Diagnostic, Level, any_error};
use crate::internal::{Failure, Site};
use crate::output::{OutputError, Stage, Summary, Target};
use crate::text::count;

/// Work that is over sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Runs the command.
pub fn build(args: &BuildArgs, terminal: &Terminal) -> Exit {
    let request = match request::request(&args.library, Some(&args.out), args.drafts, terminal) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let started = Instant::now();
    let mut timings = Timings::new();
    let (site, problems) = crate::load(&request, &mut |stage| timings.passed(stage));
    terminal.diagnostics(&problems, Level::Warning);
    let Some(site) = site else {
        terminal.say("Nothing was written.");
        return Exit::Mistakes;
    };
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if args.strict && warned {
        terminal.say("Nothing was written: --strict takes warnings for errors.");
        return Exit::Mistakes;
    }
    match write(&site, args, terminal, &mut timings) {
        Ok(summary) => {
            timings.print(args, terminal);
            terminal.say(&last_line(&site, args, &summary, started.elapsed()));
            // The process ends here: to take a large library apart piece by piece would only make people wait.
            std::mem::forget(site);
            Exit::Ok
        }
        Err(Trouble::Library(problems)) => {
            terminal.diagnostics(&problems, Level::Warning);
            terminal.say("Nothing was written.");
            Exit::Mistakes
        }
        Err(Trouble::Disk(error)) => {
            terminal.fail(&error.to_string(), error.hint().as_deref());
            Exit::Failed
        }
    }
}

/// Why nothing was written.
enum Trouble {
    Library(Vec<Diagnostic>),
    Disk(OutputError),
}

impl From<OutputError> for Trouble {
    fn from(error: OutputError) -> Self {
        Self::Disk(error)
    }
}

/// Renders every page and puts the site in place.
fn write(site: &Site, args: &BuildArgs, terminal: &Terminal, timings: &mut Timings) -> Result<Summary, Trouble> {
    let stage = Target::open(&args.out)?.stage()?;
    let paths: Vec<_> = site.paths().collect();
    let (search, pages): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| site.is_search(path));
    let search = if args.without_search { Vec::new() } else { search };
    let progress = Progress::new(pages.len() + search.len(), terminal);
    for (name, paths) in [("render", pages), ("search", search)] {
        let failures: Vec<_> =
            paths.into_par_iter().filter_map(|path| render(site, &stage, path, &progress).err()).collect();
        let (mut told, mut disk) = (Vec::new(), None);
        for failure in failures {
            match failure {
                Trouble::Library(problems) => told.extend(problems),
                Trouble::Disk(error) => disk = disk.or(Some(error)),
            }
        }
        if let Some(error) = disk {
            return Err(Trouble::Disk(error));
        }
        if any_error(&told) {
            // One mistake in a template fails on every page; it is told once.
            crate::diagnostics::sort(&mut told);
            told.dedup();
            return Err(Trouble::Library(told));
        }
        timings.passed(name);
    }
    progress.bar.finish_and_clear();
    let summary = stage.commit()?;
    timings.passed("commit");
    Ok(summary)
}

fn render(site: &Site, stage: &Stage, path: &crate::output::OutPath, progress: &Progress) -> Result<(), Trouble> {
    let bytes = site.render(path).map_err(|failure| match failure {
        Failure::Problem(problem) => Trouble::Library(vec![*problem]),
        Failure::Missing => Trouble::Library(Vec::new()),
    })?;
    stage.write(path, &bytes)?;
    progress.step();
    Ok(())
}

/// A bar that shows itself only when the work takes long.
struct Progress {
    bar: ProgressBar,
    started: Instant,
    wanted: bool,
    done: AtomicU64,
}

impl Progress {
    fn new(files: usize, terminal: &Terminal) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:32} {pos}/{len} files, {eta} to go") {
            bar.set_style(style);
        }
        bar.set_message("Writing");
        Self { bar, started: Instant::now(), wanted: terminal.shows_progress(), done: AtomicU64::new(0) }
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.wanted && done.is_multiple_of(64) && self.started.elapsed() > PATIENCE {
            if self.bar.is_hidden() {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            self.bar.set_position(done);
        }
    }
}

/// How long each stage took.
struct Timings {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    fn new() -> Self {
        Self { last: Instant::now(), stages: Vec::new() }
    }

    fn passed(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.last));
        self.last = now;
    }

    fn print(&self, args: &BuildArgs, terminal: &Terminal) {
        if args.timings {
            for (stage, took) in &self.stages {
                terminal.say(&format!("{stage:>10}  {:8.1} ms", took.as_secs_f64() * 1000.0));
            }
        }
    }
}

/// `Built 41 reviews into site/internal: 312 files, 4.1 MB, 3 of them new, in 0.21 s (2 in draft, 1 restricted left out)`.
fn last_line(site: &Site, args: &BuildArgs, summary: &Summary, took: Duration) -> String {
    let left_out = site.left_out();
    let left_out = if left_out.is_empty() { left_out } else { format!(" ({left_out}: left out)") };
    let removed = summary.removed.len();
    let removed = if removed == 0 { String::new() } else { format!(", {removed} removed") };
    format!(
        "Built {} into {}: {}, {}, {} changed{removed}, in {:.2} s{left_out}",
        count(site.reviews(), "review", "reviews"),
        args.out.display(),
        count(summary.written + summary.unchanged, "file", "files"),
        megabytes(summary.bytes),
        summary.written,
        took.as_secs_f64(),
    )
}

#[expect(clippy::cast_precision_loss, reason = "one decimal of a megabyte is shown")]
fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} kB", bytes.div_ceil(1000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}
