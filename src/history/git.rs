//! What git is asked, and nothing that it would start by itself.

use std::path::Path;
use std::process::{Command, Stdio};

/// Settings that a repository may bring and that would start another program, or change what is printed.
const SETTINGS: [&str; 6] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
];

/// Names that a hook of git leaves in the environment: they name another repository than the library's.
const FOREIGN: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CONFIG_PARAMETERS",
];

/// A command of git in the library, with nothing of the environment or of the repository's settings that could lead it astray.
fn command(root: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).arg("--no-optional-locks").arg("--no-pager");
    for setting in SETTINGS {
        git.args(["-c", setting]);
    }
    for name in FOREIGN {
        git.env_remove(name);
    }
    git.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_TERMINAL_PROMPT", "0");
    // What a partial clone left out stays out: nothing is fetched for a date.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    git.stdin(Stdio::null()).stderr(Stdio::null());
    git
}

/// What it printed; `None` where there is no git, or where it failed.
fn printed(mut git: Command) -> Option<Vec<u8>> {
    let output = git.output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// The full name of the commit that is checked out; `None` where there is nothing to ask, or nothing committed.
pub(super) fn head(root: &Path) -> Option<String> {
    let mut git = command(root);
    git.args(["rev-parse", "--verify", "HEAD"]);
    let name = String::from_utf8(printed(git)?).ok()?.trim_end().to_owned();
    // It is handed back to git, which must not take it for anything else.
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(name)
}

/// Every commit that touched the library up to `commit`, newest first, or up to what is checked out; `None` where there is
/// nothing to ask, or nothing to be told.
pub(super) fn log(root: &Path, commit: Option<&str>) -> Option<Vec<u8>> {
    let mut git = command(root);
    git.args(["log", "--no-color", "--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv"]);
    git.args(["--encoding=UTF-8", "--decorate=full", "--relative", "--name-status", "-z"]);
    // Only what was moved as it was: to look for likenesses would read every text that ever was.
    git.args(["--find-renames=100%", "--format=tformat:%x01%ct %H %D%x02%s"]);
    git.args(commit).arg("--");
    if !root.join(".git").exists() {
        // Below the root of a repository only the library's folder is looked into; at its root that would only make git
        // compare everything twice.
        git.arg(".");
    }
    printed(git)
}
