//! `debrief import FILE...`: imports exports of other tools as drafts into a library.
//!
//! All files are read before the first review is written; one that cannot be read is reported, and the others are imported.
//! Existing reviews are not changed, so that a newer export of the same tool can be imported to add what is new.

use std::collections::BTreeSet;
use std::path::Path;

use super::library::Library;
use super::request;
use crate::cli::{Exit, ImportArgs, Terminal};
use crate::import::{Draft, Mapping, link_together, read};
use crate::paths::tidy;
use base::diagnostics::{Level, any_error};
use base::text::{count, shown};
use indicatif::{ProgressBar, ProgressStyle};
use site::output::{Created, create, reason};
use site::source::{SourceFile, read_other_file};

/// Runs the command.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn import(args: &ImportArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = Library::to_write_to(args.library.as_deref(), terminal)?;
    let root = library.root.as_path();
    let config = request::settings(root, terminal)?;
    let mapping = mapping(args, terminal)?;
    let (mut drafts, mut failed, mut unread) = (Vec::new(), None, 0);
    for path in &args.files {
        let found = text_of(path, terminal).and_then(|file| {
            read(&file, mapping.as_ref(), &config).map_err(|refused| {
                terminal.fail(&refused.message, Some(&refused.hint));
                Exit::Mistakes
            })
        });
        match found {
            Ok(found) => drafts.extend(found),
            Err(exit) => {
                unread += 1;
                failed = failed.or(Some(exit));
            }
        }
    }
    match failed {
        Some(exit) if drafts.is_empty() => {
            terminal.say("Nothing was written.");
            return Err(exit);
        }
        Some(_) => terminal.say(&format!("{} left out.", count(unread, "file is", "files are"))),
        None => {}
    }
    let mut named = named(drafts);
    link_together(&mut named);
    if args.dry_run {
        let line = |(path, _): &(String, Draft)| format!("{}\n", shown(&tidy(&root.join(path))));
        let lines = named.iter().map(line).collect::<Vec<_>>().concat();
        terminal.print(&lines)?;
        terminal.say(&format!("{} would be written.", count(named.len(), "review", "reviews")));
    } else {
        write(root, &named, terminal)?;
    }
    failed.map_or(Ok(()), Err)
}

fn mapping(args: &ImportArgs, terminal: &Terminal) -> Result<Option<Mapping>, Exit> {
    if let Some(name) = &args.tool {
        let known = Mapping::of_tool(name);
        if known.is_none() {
            let tools = Mapping::tools().collect::<Vec<_>>().join(", ");
            terminal.fail(
                &format!("no mapping is shipped for `{name}`"),
                Some(&format!("known are {tools}; for others write an `import.yaml` and name it with --map")),
            );
            return Err(Exit::Usage);
        }
        return Ok(known);
    }
    let Some(path) = &args.map else { return Ok(None) };
    let file = text_of(path, terminal)?;
    let mut problems = Vec::new();
    let mapping = Mapping::read(&file, &mut problems);
    if any_error(&problems) {
        terminal.diagnostics(&problems, Level::Error);
        return Err(Exit::Usage);
    }
    if !mapping.has_title() {
        terminal.fail(
            &format!("`{}` does not say where titles are", shown(path)),
            Some("write `fields: {title: ...}` with a path or the name of a column"),
        );
        return Err(Exit::Usage);
    }
    Ok(Some(mapping))
}

/// The file, or a message that says why it cannot be read.
fn text_of(path: &Path, terminal: &Terminal) -> Result<SourceFile, Exit> {
    let typed = shown(path);
    if path.is_dir() {
        let hint = format!("name its files: `debrief import {}`", shown(&path.join("*.html")));
        terminal.fail(&format!("`{typed}` is a folder"), Some(&hint));
        return Err(Exit::Usage);
    }
    if path.symlink_metadata().is_err() {
        terminal.fail(
            &format!("there is no file `{typed}`"),
            Some("look at its name and at the folder that it counts from"),
        );
        return Err(Exit::Usage);
    }
    read_other_file(path).map_err(|problem| {
        terminal.diagnostics(&[*problem], Level::Error);
        Exit::Usage
    })
}

/// A path for each draft, depending only on the drafts: the same export gives the same paths, regardless of existing files.
fn named(drafts: Vec<Draft>) -> Vec<(String, Draft)> {
    let mut taken = BTreeSet::new();
    let mut name = |draft: Draft| {
        let path = draft.path();
        let stem = path.strip_suffix(".md").unwrap_or(&path);
        let numbered = (2..).map(|n| format!("{stem}-{n}.md"));
        let free = std::iter::once(path.clone()).chain(numbered).find(|path| taken.insert(path.clone()));
        (free.unwrap_or(path), draft)
    };
    drafts.into_iter().map(&mut name).collect()
}

fn write(root: &Path, named: &[(String, Draft)], terminal: &Terminal) -> Result<(), Exit> {
    let bar = if terminal.shows_progress() { ProgressBar::new(named.len() as u64) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("Writing {bar:32} {pos}/{len} reviews") {
        bar.set_style(style);
    }
    let (mut written, mut pages, mut stood) = (0, 0, 0);
    for (name, draft) in named {
        let path = root.join(name);
        match create(&path, draft.text().as_bytes()) {
            Ok(Created::New) => {
                *(if draft.is_page { &mut pages } else { &mut written }) += 1;
                let note = draft.note.as_ref().map(|note| format!("   {note}")).unwrap_or_default();
                bar.suspend(|| terminal.print(&format!("{}{note}\n", shown(&tidy(&path)))))?;
            }
            Ok(Created::Existed) => stood += 1,
            Err(error) => {
                bar.finish_and_clear();
                terminal.fail(&format!("cannot write {}: {}", shown(&path), reason(&error)), None);
                return Err(Exit::Failed);
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if written + pages + stood == 0 {
        terminal.say("Wrote no draft: what was given names no incident.");
        return Ok(());
    }
    let drafts = count(written, "draft", "drafts");
    let reviews = match (written, pages) {
        (_, 0) => drafts,
        (0, _) => count(pages, "page", "pages"),
        _ => format!("{drafts} and {}", count(pages, "page", "pages")),
    };
    let more = if stood == 0 { String::new() } else { format!("; {stood} stood there already and are as they were") };
    let publishes = if written + stood > 0 { ", `status: reviewed` publishes a draft" } else { "" };
    terminal.say(&format!("Wrote {reviews}{more}. `debrief serve {}` shows them{publishes}.", shown(root)));
    Ok(())
}
