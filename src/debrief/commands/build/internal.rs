//! Writes the internal site.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::super::drafts;
use super::Trouble;
use super::progress::Progress;
use super::timings::Timings;
use crate::cli::{BuildArgs, Terminal};
use crate::render::render_all;
use base::text::{count, megabytes, shown};
use internal::Site;
use site::output::{OutPath, OutputError, Stage, Summary, Target};

/// Renders every page and puts the site in place; returns the last line of the build's output.
pub(super) fn write(
    site: &Site,
    args: &BuildArgs,
    out: &Path,
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<String, Trouble> {
    let stage = Target::open(out)?.stage()?;
    let pages: Vec<_> = site.pages().cloned().collect();
    site.prepare();
    timings.ended("related");
    if !args.without_search {
        // Before the pages are rendered, so that the memory that the search is made in is free by then.
        write_search(site, &stage)?;
        timings.ended("search");
    }
    let progress = Progress::new(pages.len(), terminal);
    write_all(site, &stage, &pages, &progress)?;
    timings.ended("render");
    write_all(site, &stage, &site.list_paths(), &progress)?;
    timings.ended("lists");
    progress.finish();
    let summary = stage.commit()?;
    timings.ended("commit");
    Ok(last_line(site, out, &summary, timings))
}

fn write_search(site: &Site, stage: &Stage) -> Result<(), OutputError> {
    let failures = Mutex::new(BTreeMap::new());
    site.write_search(|path, bytes| {
        if let Err(failure) = stage.write(path, bytes) {
            failures.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), failure);
        }
    });
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    failures.into_values().next().map_or(Ok(()), Err)
}

fn write_all(site: &Site, stage: &Stage, paths: &[OutPath], progress: &Progress) -> Result<(), Trouble> {
    let write = |path: &OutPath, bytes: Vec<u8>| {
        progress.step();
        stage.write(path, &bytes).err()
    };
    let failures = render_all(site, paths, write).map_err(Trouble::Library)?;
    failures.into_iter().next().map_or(Ok(()), |failure| Err(failure.into()))
}

/// `Built 41 reviews into site/internal: 312 files, 4.1 MB, 3 of them new, in 0.21 s (1 restricted: left out)`, and the number
/// of drafts.
fn last_line(site: &Site, out: &Path, summary: &Summary, timings: &Timings) -> String {
    let restricted = site.restricted();
    let restricted = if restricted == 0 { String::new() } else { format!(" ({restricted} restricted: left out)") };
    // Somebody who has just written a first draft may look for it.
    let drafts = match site.drafts_left_out() {
        0 => String::new(),
        drafts => format!("\n{}", drafts::drafts(drafts, "left out")),
    };
    let removed = summary.removed.len();
    let removed = if removed == 0 { String::new() } else { format!(", {removed} removed") };
    format!(
        "Built {} into {}: {}, {}, {} changed{removed}, in {}{restricted}{drafts}",
        count(site.reviews(), "review", "reviews"),
        shown(out),
        count(summary.written + summary.unchanged, "file", "files"),
        megabytes(summary.bytes),
        summary.written,
        timings.so_far(),
    )
}
