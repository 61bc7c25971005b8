//! `debrief build`: one edition or both, whole or not at all.
//!
//! Both editions are made ready before either is written: a mistake in one leaves both old sites as they are.

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
pub fn build(args: &BuildArgs, terminal: &Terminal) -> Exit {
    let library = match args.library.find(terminal) {
        Ok(library) => library,
        Err(exit) => return exit,
    };
    let folders = Folders::of(args, &library);
    if let Some((message, hint)) = folders.clash(args.edition) {
        terminal.fail(&message, Some(hint));
        return Exit::Usage;
    }
    let skip = [&folders.internal, &folders.public, &folders.report].map(PathBuf::as_path);
    let request = match request::request(&args.library, &library, &skip, args.drafts, terminal) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let mut timings = Timings::new();
    let mut manuscript = crate::read(&request, &mut |stage| timings.passed(stage));
    let asked = args.edition == Some(Edition::Public);
    let public = match args.edition {
        Some(Edition::Internal) => None,
        // A new library has a policy in which everything is an example: nobody asked for an empty site.
        None if public::is_unwanted(&manuscript, &folders.public) => None,
        _ => public::prepare(&manuscript, &request, args, asked, &folders.public, &mut timings),
    };
    let mut problems = std::mem::take(&mut manuscript.problems);
    let (public, told, waits) = public::that_may_leave(public, args.edition);
    problems.extend(told);
    let internal = if asked {
        None
    } else {
        let (site, told) = crate::internal_edition(manuscript, &request, &mut |stage| timings.passed(stage));
        problems.extend(told);
        Some(site)
    };
    settle(&mut problems);
    library.show_from_here(&mut problems);
    terminal.heeding_warnings(args.strict).diagnostics(&problems, Level::Warning);
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if any_error(&problems) {
        terminal.say("Nothing was written.");
        return Exit::Mistakes;
    }
    if args.strict && warned {
        terminal.say("Nothing was written: --strict takes warnings for errors.");
        return Exit::Mistakes;
    }
    let internal = internal.flatten();
    let written = write(internal.as_ref(), public, args, (&folders, &library), terminal, &mut timings);
    // The program ends here: the system takes a large library back at once, dropping it goes text by text.
    std::mem::forget(internal);
    match written {
        Ok(lines) => {
            timings.print(args, terminal);
            for line in lines.iter().flat_map(|lines| lines.lines()).chain(waits.as_deref()) {
                terminal.say(line);
            }
            Exit::Ok
        }
        Err(Trouble::Library(mut problems)) => {
            library.show_from_here(&mut problems);
            terminal.diagnostics(&problems, Level::Warning);
            terminal.say("Nothing was written.");
            Exit::Mistakes
        }
        Err(Trouble::Disk(error)) => {
            terminal.fail(&error.to_string(), error.hint().as_deref());
            Exit::Failed
        }
        Err(Trouble::Leak) => {
            timings.print(args, terminal);
            terminal.say("Nothing was published; the site that stands is as it was.");
            Exit::Leak
        }
    }
}

/// Refuses to put a site with nothing in it where one stands that has something: mostly the wrong folder was named.
fn keep_what_stands(target: &Target, folder: &str, out: &Path, allow_empty: bool) -> Result<(), Trouble> {
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

/// The public site is proved first, then both are written; what a reader may see comes last.
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
            keep_what_stands(&target, "reviews", &folders.internal, args.allow_empty)?;
        }
    }
    if let Some(publication) = &proved {
        let target = Target::open_bare(&folders.public)?;
        if publication.postmortems() == 0 {
            keep_what_stands(&target, "postmortems", &folders.public, args.allow_empty)?;
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
