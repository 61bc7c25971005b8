//! From arguments to a request.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::Request;
use crate::cli::{Exit, LibraryArgs, Terminal};
use base::clock::Clock;
use internal::Show;
use site::source::CONFIG_FILE;

/// The library that was named; else the folder that one stands in, when it is a library, else `content`.
pub(super) fn library(named: Option<&Path>) -> PathBuf {
    match named {
        Some(path) => path.to_path_buf(),
        None if Path::new(CONFIG_FILE).is_file() => PathBuf::from("."),
        None => PathBuf::from("content"),
    }
}

/// Today, as the arguments and the environment have it.
pub(super) fn clock(as_of: Option<Date>, terminal: &Terminal) -> Result<Clock, Exit> {
    Clock::resolve(as_of).map_err(|message| {
        terminal.fail(&message, Some("unset it, or give the day with --as-of 2026-03-02"));
        Exit::Usage
    })
}

impl LibraryArgs {
    /// The library that is meant.
    pub(super) fn library(&self) -> PathBuf {
        library(self.library.as_deref())
    }
}

/// What to load. `site` is never part of a library, and neither is the folder that is written to.
pub(super) fn request(args: &LibraryArgs, out: &[&Path], drafts: bool, terminal: &Terminal) -> Result<Request, Exit> {
    let library = args.library();
    if library.is_file() {
        let message = format!("`{}` is a file, and this takes a library", library.display());
        let folder = library.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        terminal
            .fail(&message, Some(&format!("name the folder that holds your reviews, such as `{}`", folder.display())));
        return Err(Exit::Usage);
    }
    let mut skip = vec![library.join("site"), library.join("themes")];
    skip.extend(out.iter().map(|folder| folder.to_path_buf()));
    Ok(Request {
        library,
        skip,
        clock: clock(args.as_of, terminal)?,
        show: Show { drafts, allow_broken_links: args.allow_broken_links },
        base_url: args.base_url.clone(),
        kept: None,
    })
}
