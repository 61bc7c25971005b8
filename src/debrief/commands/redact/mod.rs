//! `debrief redact REVIEW`: what would be published, what would not, and why; with `--apply`, adds the missing marks.

mod placing;
mod proposals;

use super::candidate::candidate;
use super::library;
use crate::cli::{Exit, RedactArgs, Terminal};
use crate::publication::compare::{Compared, Since, compare};
use crate::publication::status_export::Export;
use crate::publication::{approver, is_blocked, state_words};
use base::diagnostics::{Level, any_error};
use base::text::{count, one_line, shown, visible_name};
use internal::disclose::{Account, Shown};
use public::facts;
use site::output::overwrite;

/// Runs the command. Values of findings are printed, because this is the author's own screen.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn redact(args: &RedactArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = library::of_review(args.library.as_deref(), &args.review, terminal)?;
    let mut found = candidate(&library, &args.review, args.as_of, terminal)?;
    if args.apply {
        let (text, placed) = proposals::applied(&found);
        if placed == 0 {
            let by_hand = !proposals::lines(&found).is_empty();
            terminal.say(if by_hand {
                "Nothing was written: the marks below have to be added by hand."
            } else {
                "There is no mark to add."
            });
        } else {
            let file = library.root.join(&found.account.source);
            overwrite(&file, text.as_bytes()).map_err(|error| terminal.not_written(&error))?;
            terminal.say(&format!(
                "Marked {} in {}.",
                count(placed, "value", "values"),
                visible_name(&found.account.source)
            ));
            found = candidate(&library, &args.review, args.as_of, terminal)?;
        }
    }
    let export = args.against.as_deref().map(Export::read).transpose().map_err(|problems| {
        terminal.diagnostics(&problems, Level::Warning);
        Exit::Mistakes
    })?;
    let compared = compare(&found.account, &library.root, export.as_ref());
    if let Some(file) = &args.page {
        let page = approver::page(&found.account, &found.findings, Some(&compared));
        overwrite(file, page.as_bytes()).map_err(|error| terminal.not_written(&error))?;
        terminal.say(&format!("Both sides are in {}.", shown(file)));
    }
    terminal.print(&(said(&found.account) + &rows(&compared)))?;
    let (mut problems, findings) = found.seen_here(&library);
    // If the approved text cannot be read, the changes cannot be shown; this is an error and not the same as no approval.
    let mut unread: Vec<_> = match compared.since {
        Since::Unreadable(problem) => vec![*problem],
        _ => Vec::new(),
    };
    library.show_from_here(&mut unread);
    let is_unread = !unread.is_empty();
    problems.extend(unread);
    terminal.diagnostics(&problems, Level::Warning);
    terminal.findings(&findings, true);
    for line in proposals::lines(&found) {
        terminal.say(&line);
    }
    if is_unread || any_error(&found.problems) {
        Err(Exit::Mistakes)
    } else if is_blocked(&found.findings) {
        Err(Exit::Leak)
    } else {
        Ok(())
    }
}

/// The rows of the export that it can be joined with.
fn rows(compared: &Compared) -> String {
    let Some((file, rows)) = &compared.rows else { return String::new() };
    let head = format!("\n{} of {file} near its time\n", count(rows.len(), "row", "rows"));
    rows.iter().fold(head, |out, row| out + &format!("  {row}\n"))
}

/// What would be published, text by text, and the names of what would not.
pub(super) fn said(account: &Account) -> String {
    let address = account.slug.as_ref().map_or_else(|| "nowhere".to_owned(), |slug| format!("postmortems/{slug}/"));
    let mut out = format!("{} -> {address}\n{}\n", visible_name(&account.source), state_words(&account.state));
    for (name, text) in leaving(account) {
        out.push_str(&format!("\n{name}\n"));
        for line in text.lines() {
            out.push_str(&format!("  {line}\n"));
        }
    }
    let redactions: Vec<_> = account.shown.iter().flat_map(replaced).collect();
    if !redactions.is_empty() {
        out.push_str(&format!("\nRedactions:\n  {}\n", redactions.join("\n  ")));
    }
    if !account.joins.is_empty() {
        out.push_str("\nAmong the reviews of the library:\n");
        account.joins.iter().for_each(|shared| out.push_str(&format!("  {shared}\n")));
    }
    if !account.kept_inside.is_empty() {
        out.push_str(&format!("\nStays inside: {}\n", account.kept_inside.join(", ")));
    }
    if let Some(digest) = &account.digest {
        out.push_str(&format!("\n{digest}\n"));
    }
    out
}

/// Everything that an approval covers, by field; if a text was refused, only the texts.
fn leaving(account: &Account) -> Vec<(String, String)> {
    match &account.canonical {
        Some(canonical) => facts(canonical),
        None => account.shown.iter().map(|shown| (shown.name.to_owned(), shown.public.clone())).collect(),
    }
}

/// The redactions of a text: the original and its replacement.
pub(super) fn replaced(shown: &Shown) -> Vec<String> {
    let line = |text: &str, with: &str| {
        let text = one_line(text);
        let with = if with.is_empty() { "(left out)" } else { with };
        format!("~ {text} -> {with}")
    };
    let runs = shown.runs.iter().filter_map(|run| run.withheld.as_ref().map(|(_, with)| line(&run.text, with)));
    runs.collect()
}
