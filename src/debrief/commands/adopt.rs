//! `debrief adopt DIR`: settings, and front matter where it is asked for, for a folder that was written for something else.
//!
//! Everything is worked out and shown before anything is written; with `--write` each file is written whole or not at all. A file that
//! stands where the settings would go is left as it is.

use std::path::Path;

use super::library::tidy;
use super::request;
use crate::cli::{AdoptArgs, Exit, LibraryArgs, Terminal};
use base::diagnostics::Level;
use base::text::{count, shown};
use internal::adopt;
use similar::TextDiff;
use site::config::Config;
use site::output::{Created, create, overwrite};
use site::source::{CONFIG_FILE, POLICY_FILE, SourceFile, read_file, walk};

/// A file as it would be.
struct Change {
    path: String,
    before: Option<String>,
    after: String,
}

/// Runs the command.
pub fn adopt(args: &AdoptArgs, terminal: &Terminal) -> Exit {
    let root = args.dir.as_path();
    if !root.is_dir() {
        terminal.fail(&format!("there is no folder `{}`", shown(root)), Some("name the folder that holds the reviews"));
        return Exit::Usage;
    }
    if root.join(POLICY_FILE).symlink_metadata().is_ok() {
        let message = format!("`{}` is a library that publishes: {POLICY_FILE} exists", shown(root));
        terminal.fail(&message, Some("its reviews are in the form of the README already"));
        return Exit::Usage;
    }
    let library = LibraryArgs::default();
    let changes = match changes(args, &library, terminal) {
        Ok(changes) => changes,
        Err(exit) => return exit,
    };
    if changes.is_empty() {
        terminal.say("Nothing to add.");
        return Exit::Ok;
    }
    if !args.write {
        for change in &changes {
            let name = shown(&tidy(&root.join(&change.path)));
            if let Err(exit) = terminal.print(&unified(&name, change.before.as_deref(), &change.after)) {
                return exit;
            }
        }
        let files = count(changes.len(), "file", "files");
        terminal.say(&format!("{files} would change; --write writes this."));
        return Exit::Ok;
    }
    for change in &changes {
        if let Err(exit) = write(root, change, terminal) {
            return exit;
        }
    }
    terminal.say(&format!(
        "Wrote {}. `debrief check {}` says what is understood.",
        count(changes.len(), "file", "files"),
        shown(root)
    ));
    Exit::Ok
}

fn changes(args: &AdoptArgs, library: &LibraryArgs, terminal: &Terminal) -> Result<Vec<Change>, Exit> {
    let root = args.dir.as_path();
    let request = request::in_folder(library, root, &[], true, terminal)?;
    let (sources, told) = walk(root, &request.skip);
    // Files that cannot be read are left alone, and told.
    terminal.diagnostics(&told, Level::Warning);
    let files = if args.front_matter { sources.reviews.clone() } else { Vec::new() };
    let manuscript = crate::read_found(&request, sources, told, &mut |_| {});
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

/// A difference as `diff -u` and git show it.
fn unified(name: &str, before: Option<&str>, after: &str) -> String {
    let diff = TextDiff::from_lines(before.unwrap_or_default(), after);
    let from = if before.is_some() { format!("a/{name}") } else { "/dev/null".to_owned() };
    diff.unified_diff().context_radius(3).header(&from, &format!("b/{name}")).to_string()
}

fn write(root: &Path, change: &Change, terminal: &Terminal) -> Result<(), Exit> {
    let path = root.join(&change.path);
    let failed = |error: &dyn std::fmt::Display| {
        terminal.fail(&format!("cannot write {}: {error}", shown(&path)), None);
        Exit::Failed
    };
    let Some(before) = &change.before else {
        return match create(&path, change.after.as_bytes()) {
            Ok(Created::New) => Ok(()),
            Ok(Created::Stood) => {
                terminal.say(&format!("note: {} is there already, and is left as it is", shown(&path)));
                Ok(())
            }
            Err(error) => Err(failed(&error)),
        };
    };
    // Somebody may have saved it meanwhile.
    if read_file(root, &change.path).ok().is_none_or(|now| now.text != *before) {
        terminal.say(&format!("note: {} was changed meanwhile, and is left as it is", shown(&path)));
        return Ok(());
    }
    overwrite(&path, change.after.as_bytes()).map_err(|error| failed(&error))
}
