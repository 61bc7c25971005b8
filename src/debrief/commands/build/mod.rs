//! `debrief build`: writes one edition or both, completely or not at all.
//!
//! Both editions are prepared before either is written: a mistake in one leaves both old sites unchanged.

mod folders;
mod internal;
mod progress;
mod public;
mod timings;

use std::path::{Path, PathBuf};

use super::library::Library;
use super::request;
use crate::cli::{BuildArgs, Edition, Exit, Terminal};
use base::diagnostics::{Code, Diagnostic, Level, any_error, settle};
use base::text::{count, shown};
use folders::Folders;
use site::output::{OutputError, Target};
use timings::Timings;

/// Why nothing was written.
enum Trouble {
    Library(Vec<Diagnostic>),
    Disk(OutputError),
    Leak,
}

impl From<OutputError> for Trouble {
    fn from(error: OutputError) -> Self {
        Self::Disk(error)
    }
}

/// Runs the command.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn build(args: &BuildArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = args.library.find(terminal)?;
    let folders = Folders::of(args, &library);
    if let Some((message, hint)) = folders.clash(args.edition).or_else(|| folders.over_reviews(args.edition)) {
        terminal.fail(&message, Some(hint));
        return Err(Exit::Usage);
    }
    let skip = [&folders.internal, &folders.public, &folders.report].map(PathBuf::as_path);
    let request = request::request(&args.library.read, &library, &skip, args.drafts, terminal)?;
    let mut timings = Timings::new();
    let mut manuscript = crate::read(&request, &mut |stage| timings.ended(stage));
    let asked = args.edition == Some(Edition::Public);
    let public = match args.edition {
        Some(Edition::Internal) => None,
        // The policy of a new library consists of examples only: nobody asked for an empty public site.
        None if public::is_unwanted(&manuscript, &folders.public) => None,
        _ => public::prepare(&manuscript, &request, args, asked, &folders.public, &mut timings),
    };
    let mut problems = std::mem::take(&mut manuscript.problems);
    let (public, diagnostics, waits) = public::ready_to_publish(public, args.edition);
    problems.extend(diagnostics);
    let internal = if asked {
        None
    } else {
        let site = crate::internal_edition(manuscript, &request, &mut |stage| timings.ended(stage));
        Some(site.report_to(&mut problems))
    };
    settle(&mut problems);
    library.show_from_here(&mut problems);
    terminal.heeding_warnings(args.strict).diagnostics(&problems, Level::Warning);
    // A changed theme stops nothing, but whoever publishes has to know of it.
    for note in problems.iter().filter(|d| d.code == Code::PolicyLoosened && d.level == Level::Note) {
        terminal.say(&format!("note: {}", note.message));
    }
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if any_error(&problems) {
        terminal.say("Nothing was written.");
        return Err(Exit::Mistakes);
    }
    if args.strict && warned {
        terminal.say("Nothing was written: --strict takes warnings for errors.");
        return Err(Exit::Mistakes);
    }
    let internal = internal.flatten();
    let written = write(internal.as_ref(), public, args, (&folders, &library), terminal, &mut timings);
    // The program ends here: the system frees a large library at once, dropping it would free each text.
    std::mem::forget(internal);
    match written {
        Ok(lines) => {
            timings.print(args, terminal);
            for line in lines.iter().flat_map(|lines| lines.lines()).chain(waits.as_deref()) {
                terminal.say(line);
            }
            Ok(())
        }
        Err(Trouble::Library(mut problems)) => {
            library.show_from_here(&mut problems);
            terminal.diagnostics(&problems, Level::Warning);
            terminal.say("Nothing was written.");
            Err(Exit::Mistakes)
        }
        Err(Trouble::Disk(error)) => Err(terminal.not_written(&error)),
        Err(Trouble::Leak) => {
            timings.print(args, terminal);
            terminal.say("Nothing was published; the site that stands is as it was.");
            Err(Exit::Leak)
        }
    }
}

/// Refuses to replace a site that has content by one that has none: usually the wrong folder was named.
fn refuse_empty_site(target: &Target, folder: &str, out: &Path, allow_empty: bool) -> Result<(), Trouble> {
    let pages = target.pages_in(folder);
    if allow_empty || pages == 0 {
        return Ok(());
    }
    let (one, many) = if folder == "reviews" { ("review", "reviews") } else { ("postmortem", "postmortems") };
    let message = format!(
        "there is no {one} to show, and the site that stands in {} has {}",
        shown(out),
        count(pages, one, many)
    );
    let hint = if folder == "reviews" {
        "name the library that is meant, or show drafts with `--drafts`; `--allow-empty` empties the site"
    } else {
        "name the library that is meant; `--allow-empty` empties the site"
    };
    Err(Trouble::Library(vec![Diagnostic::new(Code::EmptiedSite, message).hint(hint)]))
}

/// Proves the public site first, then writes both; the public site is put in place last.
fn write(
    internal: Option<&::internal::Site>,
    public: Option<public::Prepared>,
    args: &BuildArgs,
    (folders, library): (&Folders, &Library),
    terminal: &Terminal,
    timings: &mut Timings,
) -> Result<Vec<String>, Trouble> {
    let mut lines = Vec::new();
    let proved = match public {
        Some(public) => Some(public::prove(public, args, &folders.report, library, terminal, timings)?),
        None => None,
    };
    // Both folders are asked before anything is written: either both sites are replaced, or none.
    if let Some(site) = internal {
        let target = Target::open(&folders.internal)?;
        if site.reviews() == 0 {
            refuse_empty_site(&target, "reviews", &folders.internal, args.allow_empty)?;
        }
    }
    if let Some(publication) = &proved {
        let target = Target::open_bare(&folders.public)?;
        if publication.postmortems() == 0 {
            refuse_empty_site(&target, "postmortems", &folders.public, args.allow_empty)?;
        }
    }
    if let Some(site) = internal {
        lines.push(internal::write(site, args, &folders.internal, terminal, timings)?);
    }
    if let Some(proved) = proved {
        lines.push(public::write(proved, args, (folders, library), terminal, timings)?);
    }
    Ok(lines)
}
