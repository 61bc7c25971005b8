//! `debrief adopt DIR`: settings, and front matter if requested, for a folder that was written for another tool.
//!
//! All changes are computed and shown before anything is written; with `--write`, each file is written completely or not at
//! all. An existing settings file is not changed.

use std::path::Path;

use super::request;
use crate::cli::{AdoptArgs, Exit, ReadArgs, Terminal};
use crate::paths::tidy;
use base::diagnostics::Level;
use base::text::{count, shown};
use internal::adopt;
use similar::TextDiff;
use site::config::Config;
use site::output::{Created, create, overwrite_all, reason};
use site::source::{CONFIG_FILE, POLICY_FILE, SourceFile, read_file, walk};

/// A file with its new content.
struct Change {
    path: String,
    before: Option<String>,
    after: String,
}

/// Runs the command.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn adopt(args: &AdoptArgs, terminal: &Terminal) -> Result<(), Exit> {
    let root = args.dir.as_path();
    if !root.is_dir() {
        terminal.fail(&format!("there is no folder `{}`", shown(root)), Some("name the folder that holds the reviews"));
        return Err(Exit::Usage);
    }
    if root.join(POLICY_FILE).symlink_metadata().is_ok() {
        let message = format!("`{}` is a library that publishes: {POLICY_FILE} exists", shown(root));
        terminal.fail(&message, Some("its reviews are in the form of the README already"));
        return Err(Exit::Usage);
    }
    let changes = changes(args, terminal)?;
    if changes.is_empty() {
        terminal.say("Nothing to add.");
        return Ok(());
    }
    if !args.write {
        for change in &changes {
            let name = shown(&tidy(&root.join(&change.path)));
            terminal.print(&unified(&name, change.before.as_deref(), &change.after))?;
        }
        let files = count(changes.len(), "file", "files");
        terminal.say(&format!("{files} would change; --write writes this."));
        return Ok(());
    }
    write(root, &changes, terminal)?;
    terminal.say(&format!(
        "Wrote {}. `debrief check {}` says what is understood.",
        count(changes.len(), "file", "files"),
        shown(root)
    ));
    Ok(())
}

fn changes(args: &AdoptArgs, terminal: &Terminal) -> Result<Vec<Change>, Exit> {
    let root = args.dir.as_path();
    let request = request::in_folder(&ReadArgs::default(), root, &[], true, terminal)?;
    let found = walk(root, &request.skip);
    // Files that cannot be read are skipped and reported.
    terminal.diagnostics(&found.diagnostics, Level::Warning);
    let files = if args.front_matter { found.value.reviews.clone() } else { Vec::new() };
    let manuscript = crate::read_found(&request, found, &mut |_| {});
    let mut changes = Vec::new();
    let config = if root.join(CONFIG_FILE).symlink_metadata().is_ok() {
        if !manuscript.config.foreign {
            let message = format!("`{}` is a library already: {CONFIG_FILE} exists", shown(root));
            terminal
                .fail(&message, Some("`foreign: true` in it says that the reviews were written for something else"));
            return Err(Exit::Usage);
        }
        manuscript.config
    } else {
        let text = adopt::settings(&manuscript.reviews);
        let file = SourceFile { path: CONFIG_FILE.to_owned(), text: text.clone() };
        changes.push(Change { path: file.path.clone(), before: None, after: text });
        Config::of(Some(&file), true, &mut Vec::new())
    };
    let with = |file: &SourceFile| {
        let after = adopt::with_front_matter(file, &config)?;
        Some(Change { path: file.path.clone(), before: Some(file.text.clone()), after })
    };
    changes.extend(files.iter().filter(|file| !config.is_ignored(&file.path)).filter_map(with));
    Ok(changes)
}

/// A unified diff, as printed by `diff -u` and git.
fn unified(name: &str, before: Option<&str>, after: &str) -> String {
    let diff = TextDiff::from_lines(before.unwrap_or_default(), after);
    let from = if before.is_some() { format!("a/{name}") } else { "/dev/null".to_owned() };
    diff.unified_diff().context_radius(3).header(&from, &format!("b/{name}")).to_string()
}

/// Writes all changes: first over the files that are there, of which none changes unless all can be written; then the new one.
fn write(root: &Path, changes: &[Change], terminal: &Terminal) -> Result<(), Exit> {
    let failed = |error: &dyn std::fmt::Display| {
        terminal.fail(&format!("cannot write into {}: {error}", shown(root)), None);
        Exit::Failed
    };
    let (over, new): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.before.is_some());
    let mut files = Vec::new();
    for change in over {
        let path = root.join(&change.path);
        // Somebody may have saved the file in the meantime.
        if read_file(root, &change.path).ok().is_none_or(|now| change.before.as_deref() != Some(&*now.text)) {
            terminal.say(&format!("note: {} was changed meanwhile, and is left as it is", shown(&path)));
        } else {
            files.push((path, change.after.as_bytes()));
        }
    }
    let files: Vec<_> = files.iter().map(|(path, bytes)| (path.as_path(), *bytes)).collect();
    overwrite_all(&files).map_err(|error| failed(&error))?;
    for change in new {
        let path = root.join(&change.path);
        match create(&path, change.after.as_bytes()) {
            Ok(Created::New) => {}
            Ok(Created::Existed) => {
                terminal.say(&format!("note: {} is there already, and is left as it is", shown(&path)));
            }
            Err(error) => return Err(failed(&reason(&error))),
        }
    }
    Ok(())
}
