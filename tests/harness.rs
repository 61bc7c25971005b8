//! A library in a temporary folder, the real program run on it, and its output.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The current day for tests.
pub const TODAY: &str = "2026-11-21";

/// A library in `library/`, built into `site/internal` beside it.
pub struct SiteTest {
    folder: TempDir,
}

/// The output of a run and its exit code.
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// The program, without environment variables that could change its output.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_debrief"));
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

impl SiteTest {
    /// A library without reviews, and with an empty `debrief.yaml`.
    pub fn new() -> Self {
        Self::foreign().file("debrief.yaml", "")
    }

    /// A folder that was not written for this program.
    pub fn foreign() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::create_dir(folder.path().join("library")).expect("a library");
        Self { folder }
    }

    /// A copy of a whole folder as the library.
    pub fn of(library: &Path) -> Self {
        let test = Self::new();
        copy(library, &test.library());
        test
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn library(&self) -> PathBuf {
        self.root().join("library")
    }

    pub fn site(&self) -> PathBuf {
        self.root().join("site/internal")
    }

    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.put(path, bytes);
        self
    }

    pub fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.library().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Runs the program in the folder that contains the library.
    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(program().current_dir(self.root()).args(args).output().expect("the program runs"))
    }

    /// The same in a folder below it.
    pub fn run_in(&self, folder: &str, args: &[&str]) -> Run {
        Run::of(program().current_dir(self.root().join(folder)).args(args).output().expect("the program runs"))
    }

    /// The same, with standard input.
    pub fn run_with_input(&self, args: &[&str], input: &[u8]) -> Run {
        let mut command = program();
        command.current_dir(self.root()).args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("an input").write_all(input).expect("it reads");
        Run::of(child.wait_with_output().expect("the program ends"))
    }

    pub fn build_with(&self, args: &[&str]) -> Run {
        self.run(&[&["build", "library", "--as-of", TODAY], args].concat())
    }

    pub fn check(&self) -> Run {
        self.run(&["check", "library", "--as-of", TODAY])
    }

    /// The same with JSON output.
    pub fn check_json(&self) -> Run {
        self.run(&["check", "library", "--as-of", TODAY, "--format", "json"])
    }

    /// Builds and expects success.
    pub fn build(self) -> Self {
        self.build_with(&[]).ok();
        self
    }

    /// The text of a file of the site.
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.site().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The records of all reviews, from the pages that `reviews.json` lists.
    pub fn records(&self) -> Vec<Value> {
        let json = |path: &str| -> Value { serde_json::from_str(&self.text(path)).expect("JSON") };
        let pages = json("reviews.json")["pages"].as_array().expect("pages").clone();
        let records = |page: &Value| {
            let records =
                json(page["url"].as_str().expect("an address"))["reviews"].as_array().expect("a list").clone();
            assert_eq!(page["count"], records.len());
            records
        };
        pages.iter().flat_map(records).collect()
    }

    #[track_caller]
    pub fn page(self, path: &str, wanted: &str) -> Self {
        let text = self.text(path);
        assert!(text.contains(wanted), "{path} lacks {wanted:?}:\n{text}");
        self
    }

    #[track_caller]
    pub fn lacks(self, path: &str, unwanted: &str) -> Self {
        assert!(!self.text(path).contains(unwanted), "{path} holds {unwanted:?}");
        self
    }

    #[track_caller]
    pub fn no_file(self, path: &str) -> Self {
        assert!(!self.site().join(path).exists(), "{path} exists");
        self
    }

    /// Every file of the site with its bytes.
    pub fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.site())
    }
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    #[track_caller]
    pub fn code(self, wanted: i32) -> Self {
        assert_eq!(self.code, Some(wanted), "{}{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn ok(self) -> Self {
        self.code(0)
    }

    #[track_caller]
    pub fn says(self, wanted: &str) -> Self {
        assert!(self.stderr.contains(wanted), "nothing says {wanted:?}:\n{}", self.stderr);
        self
    }
}

pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("an entry"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).expect("a file"))).collect()
}

pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}

/// The sample library.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Whether to write expected files instead of comparing them (`BLESS=1`).
pub fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// A file without the version of the assets, so that a style sheet may change without changing every page.
pub fn without_asset_version(mut bytes: Vec<u8>) -> Vec<u8> {
    const BEFORE: &[u8] = b"?v=";
    let mut from = 0;
    while let Some(at) = bytes[from..].windows(BEFORE.len()).position(|part| part == BEFORE) {
        from += at + BEFORE.len();
        if let Some(version) = bytes.get_mut(from..from + 8).filter(|part| part.iter().all(u8::is_ascii_hexdigit)) {
            version.fill(b'0');
        }
    }
    bytes
}
