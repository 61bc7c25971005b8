//! `debrief digest`: what a week added, for a meeting, an e-mail, a chat channel or a calendar. Nothing is sent.

use std::path::Path;

use super::request;
use crate::cli::{DigestArgs, Exit, Terminal};
use base::diagnostics::{Level, Warned};
use internal::{DigestFormat, Failure};
use site::output;

/// Runs the command.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn digest(args: &DigestArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = args.library.find(terminal)?;
    let request = request::request(&args.library.read, &library, &[], args.drafts, terminal)?;
    let Warned { value: site, diagnostics: mut problems } = crate::load(&request, &mut |_| {});
    let Some(site) = site else {
        library.show_from_here(&mut problems);
        terminal.diagnostics(&problems, Level::Warning);
        return Err(Exit::Mistakes);
    };
    let format = args.format.or_else(|| by_ending(args.out.as_deref()?)).unwrap_or(DigestFormat::Text);
    if format.needs_base_url() && !site.has_address() {
        let message =
            "a mail, a chat message and a calendar need whole addresses, and the library does not say where it stands";
        let hint = "give --base-url https://reviews.example.com/, or set `base_url` in debrief.yaml";
        terminal.fail(message, Some(hint));
        return Err(Exit::Usage);
    }
    let bytes = match site.digest(args.week, format) {
        Ok(bytes) => bytes,
        Err(Failure::Problem(problem)) => {
            let mut problems = [*problem];
            library.show_from_here(&mut problems);
            terminal.diagnostics(&problems, Level::Error);
            return Err(Exit::Mistakes);
        }
        Err(Failure::Missing) => {
            terminal.fail("the digest cannot be written in this format", None);
            return Err(Exit::Mistakes);
        }
    };
    let Some(out) = &args.out else {
        return terminal.print_bytes(&bytes);
    };
    output::overwrite(out, &bytes).map_err(|error| terminal.not_written(&error))
}

/// The format that the ending of a file is the name of.
fn by_ending(file: &Path) -> Option<DigestFormat> {
    let ending = file.extension()?.to_str()?;
    DigestFormat::ALL.into_iter().find(|(name, ..)| *name == ending).map(|(_, format, _)| format)
}
