//! `debrief check`: every mistake of both editions, and what was read from texts; nothing is written.

use super::request;
use crate::cli::{CheckArgs, CheckFormat, Exit, Terminal};
use crate::diagnostics::{Level, any_error, render_json, sort};
use crate::internal::disclose::Unapproved;
use crate::publication::{self, is_blocked};
use crate::text::count;

/// Runs the command. Drafts are checked too: that is when a check helps most.
pub fn check(args: &CheckArgs, terminal: &Terminal) -> Exit {
    let request = match request::request(&args.library, &[], true, terminal) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let mut manuscript = crate::read(&request, &mut |_| {});
    let mut problems = std::mem::take(&mut manuscript.problems);
    let public = publication::prepare(&manuscript, &request, Unapproved::Refuse, false, &mut |_| {});
    let (site, told) = crate::internal_edition(manuscript, &request, &mut |_| {});
    problems.extend(told);
    let findings = public.as_ref().map(|public| public.disclosure.findings.clone()).unwrap_or_default();
    problems.extend(public.into_iter().flat_map(|public| public.problems));
    sort(&mut problems);
    problems.dedup();
    let site = site.filter(|_| !any_error(&problems));
    match args.format {
        CheckFormat::Json => terminal.print(&render_json(&problems)),
        CheckFormat::Human => {
            terminal.diagnostics(&problems, Level::Note);
            terminal.findings(&findings, false);
            if let Some(site) = site.as_ref().filter(|_| !is_blocked(&findings)) {
                let reviews = count(site.reviews(), "review", "reviews");
                terminal.say(&format!("Checked {reviews}: the library can be built."));
            }
        }
    }
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if any_error(&problems) || (args.strict && warned) {
        Exit::Mistakes
    } else if is_blocked(&findings) {
        Exit::Leak
    } else {
        Exit::Ok
    }
}
