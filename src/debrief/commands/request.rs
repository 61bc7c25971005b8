//! From arguments to a request.

use std::path::Path;

use jiff::civil::Date;

use super::library::Library;
use crate::Request;
use crate::cli::{Exit, LibraryArgs, Terminal};
use base::clock::Clock;
use internal::Show;

/// Today, as the arguments and the environment have it.
pub(super) fn clock(as_of: Option<Date>, terminal: &Terminal) -> Result<Clock, Exit> {
    Clock::resolve(as_of).map_err(|message| {
        terminal.fail(&message, Some("unset it, or give the day with --as-of 2026-03-02"));
        Exit::Usage
    })
}

impl LibraryArgs {
    /// The library that is meant; what is wrong has been said.
    ///
    /// # Errors
    /// How the command ends.
    pub(super) fn find(&self, terminal: &Terminal) -> Result<Library, Exit> {
        Library::find_or_say(self.library.as_deref().or(self.in_library.as_deref()), terminal)
    }
}

/// What to load. `site` is never part of a library, and neither is the folder that is written to.
pub(super) fn request(
    args: &LibraryArgs,
    library: &Library,
    out: &[&Path],
    drafts: bool,
    terminal: &Terminal,
) -> Result<Request, Exit> {
    let root = library.root.clone();
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
