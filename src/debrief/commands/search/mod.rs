//! `debrief search` and `debrief similar`: the search of the site on the command line.
//!
//! In: a library or a built site, and a query or a pasted text. Out: results on standard output. Refuses a folder without a
//! search index; mistakes in single reviews do not matter, because nobody fixes a review during an outage.

mod print;

use base::text::{megabytes, shown};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use search::Index;
use walkdir::WalkDir;

use super::library::Library;
use super::request;
use crate::cli::{Exit, FindArgs, ReadArgs, SearchArgs, SimilarArgs, Terminal};
use crate::paths::slashed;
use base::diagnostics::{Level, any_error};
use print::print;
use site::output::reason;

/// Most bytes to read of a pasted text.
const MOST_PASTED: u64 = 1 << 20;

/// Runs `debrief search`.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn search(args: &SearchArgs, terminal: &Terminal) -> Result<(), Exit> {
    let index = index(&args.find, terminal)?;
    print(&index.search(&args.query.join(" "), args.find.limit()), &args.find, terminal)
}

/// Runs `debrief similar`.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn similar(args: &SimilarArgs, terminal: &Terminal) -> Result<(), Exit> {
    let paste = pasted(args.file.as_deref(), terminal).map_err(|error| {
        let file = args.file.as_deref().unwrap_or(Path::new("-"));
        terminal.fail(&format!("`{}` cannot be read: {}", shown(file), reason(&error)), None);
        Exit::Failed
    })?;
    let index = index(&args.find, terminal)?;
    print(&index.similar(&paste, args.find.limit()), &args.find, terminal)
}

/// The content of the file, or of standard input if there is no file or it is `-`.
fn pasted(file: Option<&Path>, terminal: &Terminal) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    if let Some(file) = file.filter(|file| *file != Path::new("-")) {
        std::fs::File::open(file)?.take(MOST_PASTED + 1).read_to_end(&mut bytes)?;
    } else {
        if terminal.can_ask() {
            terminal.say("Paste what you see, then press Ctrl-D.");
        }
        std::io::stdin().lock().take(MOST_PASTED + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > MOST_PASTED {
        terminal.say(&format!("note: only the first {} of it are read", megabytes(MOST_PASTED)));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The search index of the library, or of a built site.
fn index(args: &FindArgs, terminal: &Terminal) -> Result<Index, Exit> {
    match &args.site {
        Some(folder) => of_site(folder).map_err(|path| {
            let message = format!("`{}` holds no search: `{path}` is missing or cannot be read", shown(folder));
            terminal.fail(&message, Some("name the folder that `debrief build` wrote, such as `site/internal`"));
            Exit::Usage
        }),
        None => of_library(args, terminal),
    }
}

/// The index of what can be read of a library. What cannot be read is counted, and reported in full if nothing can be read.
fn of_library(args: &FindArgs, terminal: &Terminal) -> Result<Index, Exit> {
    let library = Library::find_or_say(args.library.as_deref(), terminal)?;
    let read = ReadArgs { allow_broken_links: true, ..ReadArgs::default() };
    let request = request::request(&read, &library, &[], false, terminal)?;
    let mut manuscript = crate::read(&request, &mut |_| {});
    let mut problems = std::mem::take(&mut manuscript.problems);
    let site = crate::internal_edition(manuscript, &request, &mut |_| {}).report_to(&mut problems);
    let index = site.map(|site| Index::of(&site.catalogue(), &site.search_settings()));
    let is_broken = any_error(&problems);
    let Some(index) = index.filter(|index| index.documents() > 0 || !is_broken) else {
        base::diagnostics::sort(&mut problems);
        library.show_from_here(&mut problems);
        terminal.diagnostics(&problems, Level::Error);
        return Err(Exit::Usage);
    };
    if is_broken {
        terminal.say("note: some of the library cannot be read and is not searched; `debrief check` says what");
    }
    Ok(index)
}

/// The index of a built site, or the first file that is missing or invalid.
#[expect(clippy::disallowed_methods, reason = "a built site is no library")]
fn of_site(folder: &Path) -> Result<Index, String> {
    let walk = WalkDir::new(folder.join("search")).into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let path = slashed(entry.path().strip_prefix(folder).ok()?);
        Some((path, std::fs::read(entry.path()).ok()?))
    });
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    Index::read(|path| files.get(path).map(Vec::as_slice))
}
