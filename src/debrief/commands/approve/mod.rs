//! `debrief approve REVIEW --by NAME`: shows what readers will see and what was removed, asks, and records the approval of
//! exactly that.

mod block;

use std::path::Path;

use super::candidate::{Candidate, candidate};
use super::{library, redact};
use crate::cli::{ApproveArgs, Exit, Terminal};
use crate::publication::baseline;
use crate::publication::compare::approved_before;
use base::diagnostics::{Level, any_error};
use base::yaml::quoted;
use internal::disclose::kept;
use public::{Line, Revised, canonical, changes, digest_of, revised_on};
use site::output::{OutputError, overwrite_all};

/// Runs the command. Nothing is written without confirmation.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn approve(args: &ApproveArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = library::of_review(args.library.as_deref(), &args.review, terminal)?;
    let mut found = candidate(&library, &args.review, args.as_of, terminal)?;
    if let Some((message, hint)) = found.objection(&args.by) {
        terminal.fail(&message, Some(&hint));
        return Err(Exit::Usage);
    }
    let (problems, findings) = found.seen_here(&library);
    terminal.diagnostics(&problems, Level::Warning);
    terminal.findings(&findings, false);
    let before = match found
        .account
        .slug
        .as_deref()
        .map_or(Ok(None), |slug| approved_before(&library.root, &found.account, slug))
    {
        Ok(before) => before,
        Err(problem) => {
            terminal.diagnostics(&[*problem], Level::Warning);
            terminal.say("Not approved: what is new cannot be shown.");
            return Err(Exit::Mistakes);
        }
    };
    as_approved_today(&mut found, before.as_deref());
    let account = &found.account;
    let (Some(digest), Some(canonical), Some(slug)) = (&account.digest, &account.canonical, &account.slug) else {
        terminal.say(&format!("Not approved: see `debrief redact {}`.", account.id));
        return Err(if any_error(&found.problems) { Exit::Mistakes } else { Exit::Leak });
    };
    if any_error(&found.problems) {
        terminal.say("Not approved: the mistakes come first.");
        return Err(Exit::Mistakes);
    }
    terminal.print(&shown(&found, before.as_deref(), canonical))?;
    if !args.yes {
        if !terminal.can_ask() {
            let hint = "run it on a terminal, or with --yes after you have read what is published";
            terminal.fail("nobody is here to answer", Some(hint));
            return Err(Exit::Usage);
        }
        if !terminal.agrees(&format!("Approve exactly this as {}?", args.by)) {
            terminal.say("Not approved.");
            return Ok(());
        }
    }
    match write(&library.root, &found, args, digest, canonical, slug) {
        Ok(()) => {
            terminal.say(&format!("Approved {} as {digest}.", account.source));
            Ok(())
        }
        Err(Trouble::Shape(message)) => {
            terminal.fail(&message, Some("write `public:` as a block, one key a line"));
            Err(Exit::Mistakes)
        }
        Err(Trouble::Disk(error)) => Err(terminal.not_written(&error)),
    }
}

enum Trouble {
    Shape(String),
    Disk(OutputError),
}

fn write(
    library: &Path,
    found: &Candidate,
    args: &ApproveArgs,
    digest: &str,
    canonical: &str,
    slug: &str,
) -> Result<(), Trouble> {
    let line = format!("approval: {{by: {}, on: {}, digest: \"{digest}\"}}", quoted(&args.by), found.clock.today);
    let mut text = block::with(&found.text, "approval", &line).map_err(Trouble::Shape)?;
    let revised = found.account.postmortem.iter().flat_map(|postmortem| &postmortem.revised);
    let revised: Vec<_> = revised.map(row).collect();
    if !revised.is_empty() || block::has(&text, "revised") {
        let line = format!("revised: [{}]", revised.join(", "));
        text = block::with(&text, "revised", &line).map_err(Trouble::Shape)?;
    }
    let (kept, review) = (library.join(kept(slug)), library.join(&found.account.source));
    let path = library.join(baseline::RECORD);
    let record = baseline::at_approval(library, &found.record, found.is_first);
    let mut files = vec![(kept.as_path(), canonical.as_bytes()), (review.as_path(), text.as_bytes())];
    files.extend(record.as_ref().map(|record| (path.as_path(), record.as_bytes())));
    overwrite_all(&files).map_err(Trouble::Disk)
}

/// An entry of `revised:`: `{on: 2026-03-20, fields: [timeline, resolution]}`.
fn row(revised: &Revised) -> String {
    format!("{{on: {}, fields: [{}]}}", revised.on, revised.fields.join(", "))
}

/// Sets the day of the approval and what changed since the last one: readers see both, so the approval covers them.
fn as_approved_today(found: &mut Candidate, before: Option<&str>) {
    let (Some(postmortem), Some(masthead)) = (&mut found.account.postmortem, &found.masthead) else { return };
    postmortem.approved = found.clock.today;
    let now = canonical(postmortem, masthead);
    let before = before.unwrap_or_default();
    postmortem.revised = revised_on(found.clock.today, postmortem.date, &postmortem.revised, before, &now);
    let text = canonical(postmortem, masthead);
    found.account.digest = Some(digest_of(&text));
    found.account.canonical = Some(text);
}

/// What is published: all of it the first time, later the changes since the last approval; and every redaction.
fn shown(found: &Candidate, before: Option<&str>, canonical: &str) -> String {
    let Some(before) = before else { return redact::said(&found.account) };
    let lines = changes(before, canonical);
    let mut fields =
        lines.iter().filter_map(|line| if let Line::Field(name) = line { Some(name.as_str()) } else { None });
    let mut out = if fields.all(|name| ["approved", "revised"].contains(&name)) {
        "What is published is what was approved before.\n".to_owned()
    } else {
        let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
        format!("Changed since it was approved:\n\n{}\n", lines.join("\n"))
    };
    let redactions: Vec<_> = found.account.shown.iter().flat_map(redact::replaced).collect();
    if !redactions.is_empty() {
        out.push_str(&format!("\nRedactions:\n  {}\n", redactions.join("\n  ")));
    }
    out
}
