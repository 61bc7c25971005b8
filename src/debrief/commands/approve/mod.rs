//! `debrief approve REVIEW --by NAME`: shows what readers will see and what was taken out, asks, and binds the approval to it.

mod block;

use std::path::{Path, PathBuf};

use super::dossier::{Dossier, dossier};
use super::{redact, request};
use crate::cli::{ApproveArgs, Exit, Terminal};
use base::diagnostics::{Level, any_error};
use public::changes;
use site::output::{OutputError, overwrite};
use site::source::read_file;

/// Runs the command. Nothing is written unless somebody agrees.
pub fn approve(args: &ApproveArgs, terminal: &Terminal) -> Exit {
    let library = request::library(args.library.as_deref());
    let found = match dossier(&library, &args.review, args.as_of, terminal) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    if let Some((message, hint)) = found.objection(&args.by) {
        terminal.fail(&message, Some(&hint));
        return Exit::Usage;
    }
    terminal.diagnostics(&found.problems, Level::Warning);
    terminal.findings(&found.findings, false);
    let account = &found.account;
    let (Some(digest), Some(canonical), Some(slug)) = (&account.digest, &account.canonical, &account.slug) else {
        terminal.say(&format!("Not approved: see `debrief redact {}`.", account.id));
        return if any_error(&found.problems) { Exit::Mistakes } else { Exit::Leak };
    };
    if any_error(&found.problems) {
        terminal.say("Not approved: the mistakes come first.");
        return Exit::Mistakes;
    }
    if let Err(exit) = terminal.print(&shown(&library, &found, slug, canonical)) {
        return exit;
    }
    if !args.yes {
        if !terminal.can_ask() {
            let hint = "run it on a terminal, or with --yes after you have read what leaves";
            terminal.fail("nobody is here to answer", Some(hint));
            return Exit::Usage;
        }
        if !terminal.agrees(&format!("Approve exactly this as {}?", args.by)) {
            terminal.say("Not approved.");
            return Exit::Ok;
        }
    }
    match write(&library, &found, args, digest, canonical, slug) {
        Ok(()) => {
            terminal.say(&format!("Approved {} as {digest}.", account.source));
            Exit::Ok
        }
        Err(Trouble::Shape(message)) => {
            terminal.fail(&message, Some("write `public:` as a block, one key a line"));
            Exit::Mistakes
        }
        Err(Trouble::Disk(error)) => {
            terminal.fail(&error.to_string(), error.hint().as_deref());
            Exit::Failed
        }
    }
}

enum Trouble {
    Shape(String),
    Disk(OutputError),
}

fn write(
    library: &Path,
    found: &Dossier,
    args: &ApproveArgs,
    digest: &str,
    canonical: &str,
    slug: &str,
) -> Result<(), Trouble> {
    let by = args.by.replace('\\', "\\\\").replace('"', "\\\"");
    let line = format!("approval: {{by: \"{by}\", on: {}, digest: \"{digest}\"}}", found.clock.today);
    let text = block::with(&found.text, &line).map_err(Trouble::Shape)?;
    overwrite(&kept(library, slug), canonical.as_bytes()).map_err(Trouble::Disk)?;
    overwrite(&library.join(&found.account.source), text.as_bytes()).map_err(Trouble::Disk)
}

/// Where what was approved is kept, so that the next approver sees what is new.
fn kept(library: &Path, slug: &str) -> PathBuf {
    library.join(format!(".debrief/approved/{slug}.txt"))
}

/// What leaves: whole the first time, what differs from the last approval after that; and every redaction.
fn shown(library: &Path, found: &Dossier, slug: &str, canonical: &str) -> String {
    let before =
        kept(library, slug).is_file().then(|| read_file(library, &format!(".debrief/approved/{slug}.txt")).ok());
    let mut out = match before.flatten() {
        None => redact::said(&found.account),
        Some(before) if before.text == canonical => "What leaves is what was approved before.\n".to_owned(),
        Some(before) => {
            let lines: Vec<_> = changes(&before.text, canonical).iter().map(ToString::to_string).collect();
            format!("Changed since it was approved:\n\n{}\n", lines.join("\n"))
        }
    };
    let redactions: Vec<_> = found.account.shown.iter().flat_map(redact::replaced).collect();
    if !redactions.is_empty() {
        out.push_str(&format!("\nRedactions:\n  {}\n", redactions.join("\n  ")));
    }
    out
}
