//! Turns arguments into a request.

use std::path::Path;

use jiff::civil::Date;

use super::library::Library;
use crate::Request;
use crate::cli::{Exit, LibraryArgs, ReadArgs, Terminal};
use base::clock::Clock;
use base::diagnostics::{Level, any_error};
use internal::Show;
use site::config::Config;
use site::source::{CONFIG_FILE, read_file};

/// The current day, from the arguments, the environment or the clock.
pub(super) fn clock(as_of: Option<Date>, terminal: &Terminal) -> Result<Clock, Exit> {
    Clock::resolve(as_of).map_err(|message| {
        terminal.fail(&message, Some("unset it, or give the day with --as-of 2026-03-02"));
        Exit::Usage
    })
}

/// The settings of a library, for a command that reads nothing else; problems have been reported.
pub(super) fn settings(library: &Path, terminal: &Terminal) -> Result<Config, Exit> {
    let mut problems = Vec::new();
    let file = library.join(CONFIG_FILE).is_file().then(|| read_file(library, CONFIG_FILE));
    let file = file.and_then(|read| read.map_err(|problem| problems.push(*problem)).ok());
    let config = Config::read(file.as_ref(), &mut problems);
    if any_error(&problems) {
        terminal.diagnostics(&problems, Level::Error);
        return Err(Exit::Usage);
    }
    Ok(config)
}

impl LibraryArgs {
    /// The library for the arguments; a problem has been reported.
    ///
    /// # Errors
    /// The exit code of the command.
    pub(super) fn find(&self, terminal: &Terminal) -> Result<Library, Exit> {
        Library::find_or_say(self.library.as_deref().or(self.in_library.as_deref()), terminal)
    }
}

/// What to load. `site` and the output folders are never part of a library.
pub(super) fn request(
    args: &ReadArgs,
    library: &Library,
    out: &[&Path],
    drafts: bool,
    terminal: &Terminal,
) -> Result<Request, Exit> {
    in_folder(args, &library.root, out, drafts, terminal)
}

/// The same for a folder that is taken as the library without searching.
pub(super) fn in_folder(
    args: &ReadArgs,
    root: &Path,
    out: &[&Path],
    drafts: bool,
    terminal: &Terminal,
) -> Result<Request, Exit> {
    let root = root.to_path_buf();
    let mut skip = vec![root.join("site"), root.join("themes")];
    skip.extend(out.iter().map(|folder| folder.to_path_buf()));
    Ok(Request {
        library: root,
        skip,
        clock: clock(args.as_of, terminal)?,
        show: Show { drafts, allow_broken_links: args.allow_broken_links },
        base_url: args.base_url.clone(),
        kept: None,
    })
}
