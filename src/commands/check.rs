//! `debrief check`: every mistake, and what was read from texts; nothing is written.

use super::request;
use crate::cli::{CheckArgs, CheckFormat, Exit, Terminal};
use crate::diagnostics::{Level, any_error, render_json};
use crate::text::count;

/// Runs the command. Drafts are checked too: that is when a check helps most.
pub fn check(args: &CheckArgs, terminal: &Terminal) -> Exit {
    let request = match request::request(&args.library, None, true, terminal) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let (site, problems) = crate::load(&request, &mut |_| {});
    match args.format {
        CheckFormat::Json => terminal.print(&render_json(&problems)),
        CheckFormat::Human => {
            terminal.diagnostics(&problems, Level::Note);
            if let Some(site) = &site {
                let reviews = count(site.reviews(), "review", "reviews");
                terminal.say(&format!("Checked {reviews}: the library can be built."));
            }
        }
    }
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if any_error(&problems) || (args.strict && warned) { Exit::Mistakes } else { Exit::Ok }
}
