//! Runs git for the library, without anything that git would start by itself.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Overrides of repository settings that would start another program or change the output.
const SETTINGS: [&str; 6] = [
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "protocol.allow=never",
];

/// Environment variables that a git hook sets and that may point to another repository.
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

/// A git command in the library, without influence from the environment or the repository's settings.
fn command(root: &Path, words: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).arg("--no-optional-locks").arg("--no-pager");
    for setting in SETTINGS {
        git.args(["-c", setting]);
    }
    for name in FOREIGN {
        git.env_remove(name);
    }
    // System settings are read, because they list the safe repositories of other owners.
    git.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_TERMINAL_PROMPT", "0");
    // Objects missing from a partial clone are not fetched.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none");
    // Messages are compared, so they must be in one language.
    git.env("LC_ALL", "C").stdin(Stdio::null());
    git.args(words);
    git
}

/// The result of running git.
pub(super) enum Answer {
    Printed(Vec<u8>),
    /// Git is not installed.
    Absent,
    /// It failed, with this text on standard error.
    Refused(String),
}

fn answer(mut git: Command) -> Answer {
    match git.output() {
        Ok(output) if output.status.success() => Answer::Printed(output.stdout),
        Ok(output) => Answer::Refused(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => Answer::Absent,
        Err(error) => Answer::Refused(error.to_string()),
    }
}

/// The output; `None` if git is missing or failed.
fn printed(git: Command) -> Option<Vec<u8>> {
    match answer(git) {
        Answer::Printed(bytes) => Some(bytes),
        Answer::Absent | Answer::Refused(_) => None,
    }
}

/// The output for an input; `None` if git is missing or failed.
fn printed_for(mut git: Command, input: Vec<u8>) -> Option<Vec<u8>> {
    let mut child = git.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let mut stdin = child.stdin.take()?;
    // On a thread of its own: git reads on only while somebody takes its answers.
    let writing = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().ok()?;
    let is_asked = writing.join().is_ok_and(|written| written.is_ok());
    (is_asked && output.status.success()).then_some(output.stdout)
}

/// Checks whether git works here, and returns its error if it does not.
pub(super) fn probe(root: &Path) -> Answer {
    answer(command(root, &["log", "-1", "--format=%H", "--", "."]))
}

/// Whether the repository is valid but has no commit yet.
pub(super) fn has_no_commit(root: &Path) -> bool {
    matches!(answer(command(root, &["rev-list", "--all", "-n", "1"])), Answer::Printed(bytes) if bytes.is_empty())
}

/// The folders of the library that are submodules.
pub(super) fn submodules(root: &Path) -> Vec<String> {
    let listed = printed(command(root, &["ls-files", "--stage", "-z", "--", "."])).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed);
    let links = listed.split('\0').filter(|line| line.starts_with("160000 "));
    links.filter_map(|line| Some(line.split_once('\t')?.1.to_owned())).collect()
}

/// The full hash of the commit that is checked out; `None` without git, repository or commit.
pub(super) fn head(root: &Path) -> Option<String> {
    let name = printed(command(root, &["rev-parse", "--verify", "HEAD"]))?;
    let name = String::from_utf8(name).ok()?.trim_end().to_owned();
    // It is passed to git again, so it must be a hash and nothing else.
    (name.len() >= 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(name)
}

/// The bytes of each of the files in the last commit; `None` for those that it does not have.
pub(super) fn committed(root: &Path, paths: &[&str]) -> Vec<Option<Vec<u8>>> {
    // A name with a line end cannot be asked for; the answers stay in the order of the names.
    let asked: Vec<String> = paths.iter().map(|path| format!("HEAD:./{}\n", path.replace('\n', "/"))).collect();
    let printed = printed_for(command(root, &["cat-file", "--batch"]), asked.concat().into_bytes());
    let mut rest = printed.as_deref().unwrap_or_default();
    paths.iter().map(|_| next_blob(&mut rest)).collect()
}

/// Takes the next answer of `cat-file --batch`: `NAME blob SIZE`, the bytes, and a line end; or a line that ends in `missing`.
fn next_blob(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let head = String::from_utf8_lossy(&rest[..end]).into_owned();
    *rest = &rest[end + 1..];
    let (kind, size) = head.rsplit_once(' ').and_then(|(kind, size)| Some((kind, size.parse::<usize>().ok()?)))?;
    let bytes = rest.get(..size)?.to_vec();
    *rest = rest.get(size + 1..).unwrap_or_default();
    kind.ends_with(" blob").then_some(bytes)
}

/// The root of the repository that holds a folder, itself or above: the nearest one with `.git` in it, which is a file in a work
/// tree.
#[must_use]
pub fn repository_above(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_path_buf)
}

/// The name that git would write into a commit in the library; `None` if it is not set.
#[must_use]
pub fn user(root: &Path) -> Option<String> {
    let name = printed(command(root, &["config", "--get", "user.name"]))?;
    let name = String::from_utf8(name).ok()?.trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// The log of every commit that touched the library up to `commit`, or up to the one checked out, newest first; `None`
/// if git fails.
pub(super) fn log(root: &Path, commit: Option<&str>) -> Option<Vec<u8>> {
    let mut git = command(root, &["log", "--no-color", "--no-show-signature", "--no-notes"]);
    git.args(["--no-ext-diff", "--no-textconv"]);
    git.args(["--encoding=UTF-8", "--decorate=full", "--relative", "--name-status", "-z"]);
    // Renames with edits are found only in commits that moved few files, because comparing many takes long.
    git.args(["--find-renames=60%", "-l200", "--format=tformat:%x01%ct %H %D%x02%s"]);
    git.args(commit).arg("--");
    if !root.join(".git").exists() {
        // Below the root of a repository the log is limited to the library's folder; at the root that would only make
        // git slower.
        git.arg(".");
    }
    printed(git)
}
