//! `debrief init DIR`: creates a new library that can be built at once.
//!
//! In: a folder. Out: settings and policy with an example of every key, an example review, a guide for authors, a workflow and
//! a hook. In a folder of a repository the workflow goes to the root, which is the only place where GitHub looks. Refuses a
//! folder that is already a library or in one; other existing files are not changed.

mod files;

use base::text::{for_shell, shown};
use std::path::{Path, PathBuf};

use base::clock::Clock;

use super::library::above;
use super::request;
use crate::cli::{Exit, InitArgs, Terminal};
use crate::paths::{resolved, slashed};
use files::File;
use site::history::repository_above;
use site::output::{self, Created};
use site::source::CONFIG_FILE;

/// Runs the command.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn init(args: &InitArgs, terminal: &Terminal) -> Result<(), Exit> {
    let clock = request::clock(None, terminal)?;
    let dir = shown(&args.dir);
    if args.dir.join(CONFIG_FILE).symlink_metadata().is_ok() {
        let message = format!("`{dir}` is a library already: {} exists", shown(&args.dir.join(CONFIG_FILE)));
        terminal.fail(&message, Some("name a new folder, or start a review with `debrief new TITLE`"));
        return Err(Exit::Usage);
    }
    if let Some(around) = resolved(&args.dir).parent().and_then(above) {
        let message = format!("`{dir}` is in the library `{}`, which would read its files too", shown(around));
        terminal.fail(&message, Some("name a folder outside of it, or start a review with `debrief new TITLE`"));
        return Err(Exit::Usage);
    }
    let workflow = write(&args.dir, clock, terminal)?;
    terminal.say(&format!("A library stands in {dir}, with one review to look at. Next:"));
    if args.dir != Path::new(".") {
        terminal.say(&format!("  cd {}", for_shell(&dir)));
    }
    terminal.say("  debrief serve            # look at it");
    terminal.say("  debrief new \"A title\"    # write your own");
    if let Some(workflow) = workflow {
        terminal.say(&format!("The workflow that checks it is {}: GitHub looks there alone.", shown(&workflow)));
    }
    Ok(())
}

/// Writes all files. Returns where the workflow is, if that is not in the folder but at the root of the repository around it.
fn write(dir: &Path, clock: Clock, terminal: &Terminal) -> Result<Option<PathBuf>, Exit> {
    let whole = resolved(dir);
    let around = whole.parent().and_then(repository_above).filter(|_| !whole.join(".git").exists());
    let below = around.as_ref().and_then(|root| whole.strip_prefix(root).ok()).map(slashed);
    let mut workflow = None;
    for File { path, text, is_program } in files::of(clock.today, below.as_deref()) {
        let path = match &around {
            Some(root) if path == files::WORKFLOW_FILE => root.join(path),
            _ => dir.join(path),
        };
        if around.is_some() && path.ends_with(files::WORKFLOW_FILE) {
            workflow = Some(path.clone());
        }
        match output::create(&path, text.as_bytes()) {
            Ok(Created::New) => {}
            Ok(Created::Existed) => {
                terminal.say(&format!("note: {} is there already, and is left as it is", shown(&path)));
                if workflow.as_ref() == Some(&path) {
                    terminal.say("      it checks the library that it was written for: add a job for this one");
                    workflow = None;
                }
                continue;
            }
            Err(error) => return Err(failed(&path, &error, terminal)),
        }
        if is_program {
            make_executable(&path).map_err(|error| failed(&path, &error, terminal))?;
        }
    }
    Ok(workflow)
}

fn failed(path: &Path, error: &std::io::Error, terminal: &Terminal) -> Exit {
    terminal.fail(&format!("cannot write {}: {}", shown(path), output::reason(error)), None);
    Exit::Failed
}

/// Git runs a hook only if the file is executable.
#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut rights = std::fs::metadata(path)?.permissions();
    rights.set_mode(rights.mode() | 0o111);
    std::fs::set_permissions(path, rights)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
fn make_executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
