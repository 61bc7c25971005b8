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
    // The settings of the system are read: they say which repositories of other owners are safe.
    git.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_TERMINAL_PROMPT", "0");
    // What a partial clone left out stays out: nothing is fetched for a date.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    // Messages are compared with, so that they have to be in one language.
    git.env("LC_ALL", "C").stdin(Stdio::null());
    git
}

/// What became of a question.
pub(super) enum Answer {
    Printed(Vec<u8>),
    /// There is no such program.
    Absent,
    /// What it said on standard error.
    Refused(String),
}

fn answer(mut git: Command) -> Answer {
    match git.output() {
        Ok(output) if output.status.success() => Answer::Printed(output.stdout),
        Ok(output) => Answer::Refused(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(_) => Answer::Absent,
    }
}

/// What it printed; `None` where there is no git, or where it failed.
fn printed(git: Command) -> Option<Vec<u8>> {
    match answer(git) {
        Answer::Printed(bytes) => Some(bytes),
        Answer::Absent | Answer::Refused(_) => None,
    }
}

/// Whether git can be asked at all, and what it says where it cannot.
pub(super) fn probe(root: &Path) -> Answer {
    let mut git = command(root);
    git.args(["log", "-1", "--format=%H", "--", "."]);
    answer(git)
}

/// Whether the repository is a sound one in which nothing was committed yet.
pub(super) fn has_no_commit(root: &Path) -> bool {
    let mut git = command(root);
    git.args(["rev-list", "--all", "-n", "1"]);
    matches!(answer(git), Answer::Printed(bytes) if bytes.is_empty())
}

/// The folders of the library that are repositories of their own, as far as git knows of them.
pub(super) fn submodules(root: &Path) -> Vec<String> {
    let mut git = command(root);
    git.args(["ls-files", "--stage", "-z", "--", "."]);
    let listed = printed(git).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed);
    let links = listed.split('\0').filter(|line| line.starts_with("160000 "));
    links.filter_map(|line| Some(line.split_once('\t')?.1.to_owned())).collect()
}

/// The full name of the commit that is checked out; `None` where there is nothing to ask, or nothing committed.
pub(super) fn head(root: &Path) -> Option<String> {
    let mut git = command(root);
    git.args(["rev-parse", "--verify", "HEAD"]);
    let name = String::from_utf8(printed(git)?).ok()?.trim_end().to_owned();
    // It is handed back to git, which must not take it for anything else.
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(name)
}

/// Who commits here, by the settings of git.
pub(super) fn user(root: &Path) -> Option<String> {
    let mut git = command(root);
    git.args(["config", "--get", "user.name"]);
    let name = String::from_utf8(printed(git)?).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// Every commit that touched the library up to `commit`, newest first, or up to what is checked out; `None` where there is
/// nothing to ask, or nothing to be told.
pub(super) fn log(root: &Path, commit: Option<&str>) -> Option<Vec<u8>> {
    let mut git = command(root);
    git.args(["log", "--no-color", "--no-show-signature", "--no-notes", "--no-ext-diff", "--no-textconv"]);
    git.args(["--encoding=UTF-8", "--decorate=full", "--relative", "--name-status", "-z"]);
    // What was moved and edited is found where a commit moved few files: likenesses among many would take long.
    git.args(["--find-renames=60%", "-l200", "--format=tformat:%x01%ct %H %D%x02%s"]);
    git.args(commit).arg("--");
    if !root.join(".git").exists() {
        // Below the root of a repository only the library's folder is looked into; at its root that would only make git
        // compare everything twice.
        git.arg(".");
    }
    printed(git)
}
