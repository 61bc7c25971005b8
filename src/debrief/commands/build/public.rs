//! The public site: prepared, proved, and only then written.

use std::path::Path;

use super::super::library::Library;
use super::timings::Timings;
use super::{Folders, Trouble};
use crate::cli::{BuildArgs, Edition, Terminal};
use crate::publication::status_export::Export;
use crate::publication::{self, Publication, baseline, report};
use crate::{Manuscript, Request};
use base::diagnostics::{Code, Diagnostic, Level};
use base::text::{count, megabytes, shown};
use internal::disclose::{Unapproved, asks_to_publish};
use site::output::{Keep, Target};

pub(super) use crate::publication::Prepared;

/// The postmortems and their site, before the gate; `None` if nothing asks to be published.
pub(super) fn prepare(
    manuscript: &Manuscript,
    request: &Request,
    args: &BuildArgs,
    asked: bool,
    folder: &Path,
    timings: &mut Timings,
) -> Option<Prepared> {
    let unapproved = if args.omit_unapproved { Unapproved::Omit } else { Unapproved::Refuse };
    let mut prepared = publication::prepare(manuscript, request, unapproved, asked, &mut |stage| timings.ended(stage))?;
    let diagnostics = baseline::check(&mut prepared, &request.library, published_in(folder), args.accept_policy_change);
    prepared.problems.extend(diagnostics);
    match args.against.as_deref().map(Export::read) {
        Some(Ok(export)) => prepared.against = Some(export),
        Some(Err(diagnostics)) => prepared.problems.extend(diagnostics),
        None => {}
    }
    Some(prepared)
}

/// The public edition, its diagnostics, and a line for people if it has to wait. Unless the public edition was requested
/// explicitly, an unapproved postmortem prevents only the publication and not the internal edition.
pub(super) fn ready_to_publish(
    prepared: Option<Prepared>,
    edition: Option<Edition>,
) -> (Option<Prepared>, Vec<Diagnostic>, Option<String>) {
    let mut diagnostics = prepared.as_ref().map(|prepared| prepared.problems.clone()).unwrap_or_default();
    let mut waiting = 0;
    if edition.is_none() {
        let unapproved = |problem: &&mut Diagnostic| problem.code == Code::Approval && problem.level == Level::Error;
        for problem in diagnostics.iter_mut().filter(unapproved) {
            problem.level = Level::Warning;
            waiting += 1;
        }
    }
    if waiting == 0 {
        return (prepared, diagnostics, None);
    }
    let waits = format!(
        "Nothing was published: {} not approved as now written; the public site that stands is as it was",
        count(waiting, "postmortem is", "postmortems are")
    );
    (None, diagnostics, Some(waits))
}

/// Whether the policy is still empty, no review asks to be published, and no published postmortem would be removed.
pub(super) fn is_unwanted(manuscript: &Manuscript, folder: &Path) -> bool {
    let says_nothing = |text: &str| {
        text.trim_start_matches('\u{feff}').lines().all(|line| line.trim().is_empty() || line.starts_with('#'))
    };
    manuscript.sources.policy.as_ref().is_some_and(|policy| says_nothing(&policy.text))
        && !asks_to_publish(&manuscript.reviews)
        && published_in(folder) == 0
}

/// How many postmortems the folder contains. The lock on the folder is released immediately; a folder that cannot be read is
/// reported when the site is written.
fn published_in(folder: &Path) -> usize {
    Target::open_bare(folder).map_or(0, |target| target.pages_in("postmortems"))
}

/// Renders everything, proves that nothing internal has reached it, and writes the report in any case.
pub(super) fn prove(
    prepared: Prepared,
    args: &BuildArgs,
    folder: &Path,
    library: &Library,
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<Publication, Trouble> {
    let mut publication = publication::prove(prepared, &mut |stage| timings.ended(stage)).map_err(Trouble::Library)?;
    publication.compare(&library.root);
    write_report(&publication, folder)?;
    timings.ended("report");
    for (source, (file, rows)) in publication.compared.iter().filter_map(|(source, c)| Some((source, c.rows.as_ref()?)))
    {
        terminal.say(&format!("{source}: {} of {file} near its time", count(rows.len(), "row", "rows")));
        for row in rows {
            terminal.say(&format!("  {row}"));
        }
    }
    let mut findings = publication.findings.clone();
    library.findings_from_here(&mut findings);
    terminal.findings(&findings, args.reveal);
    for path in &publication.interference {
        terminal.fail(
            &format!("{path} changes with text that must not be published"),
            Some("this is a fault of debrief or of the theme: keep the report, and tell its makers"),
        );
    }
    if publication::is_blocked(&publication.findings) || !publication.interference.is_empty() {
        terminal.say(&format!("The report is {}.", shown(&folder.join("index.html"))));
        return Err(Trouble::Leak);
    }
    Ok(publication)
}

/// Writes the report.
fn write_report(publication: &Publication, folder: &Path) -> Result<(), Trouble> {
    let stage = Target::open(folder)?.stage()?;
    for (path, bytes) in report::files(publication) {
        stage.write(&path, &bytes)?;
    }
    stage.commit()?;
    Ok(())
}

/// Puts the proved site in place; returns the last line of the build's output.
pub(super) fn write(
    mut publication: Publication,
    args: &BuildArgs,
    (folders, library): (&Folders, &Library),
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<String, Trouble> {
    let stage = Target::open_bare(&folders.public)?.stage()?.with(Keep::Times(publication.changed));
    for (path, bytes) in &publication.files {
        stage.write(path, bytes)?;
    }
    let summary = stage.commit()?;
    if baseline::keep(&publication, &library.root, args.accept_policy_change).map_err(Trouble::Disk)? {
        terminal.say(&format!("Wrote {}: commit `.debrief/`, later builds are held to it.", baseline::RECORD));
    }
    timings.ended("publish");
    publication.gone = summary.removed.into_iter().filter(|path| path.as_str().ends_with("index.html")).collect();
    if !publication.gone.is_empty() {
        write_report(&publication, &folders.report)?;
    }
    for path in &publication.gone {
        terminal.say(&format!("No longer published: {path}"));
    }
    let waiting = publication.waiting();
    let waiting = if waiting.is_empty() { waiting } else { format!(" ({waiting})") };
    Ok(format!(
        "Published {} into {}: {}, {}, {} changed, proved against {}, in {}{waiting}",
        count(publication.postmortems(), "postmortem", "postmortems"),
        shown(&folders.public),
        count(summary.written + summary.unchanged, "file", "files"),
        megabytes(summary.bytes),
        summary.written,
        count(publication.reviews, "internal text", "internal texts"),
        timings.so_far(),
    ))
}
