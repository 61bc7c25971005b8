//! Compiles the crate `public` with some additional modules, and returns what the compiler refuses.
//!
//! `rustc` is called directly, with the dependencies of this test: only the crate itself is compiled, and only as far as type
//! checking. Nothing in `src` depends on this.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What was refused: file and line in the temporary crate, the code (`error` if there is none) and the message.
#[derive(Debug)]
pub struct Refusal {
    pub file: PathBuf,
    pub line: u64,
    pub code: String,
    pub message: String,
}

/// A copy of the crate.
pub struct Crate {
    folder: TempDir,
}

impl Crate {
    /// The copy with these files as modules of `src/public`.
    pub fn with(modules: &BTreeMap<String, String>) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let from = Path::new(ROOT).join("src/public");
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.expect("entry");
            let to = folder.path().join("src").join(entry.path().strip_prefix(&from).expect("inside"));
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).expect("a folder");
            } else {
                fs::copy(entry.path(), to).expect("a copy");
            }
        }
        let wing = folder.path().join("src");
        let mut public = fs::read_to_string(wing.join("lib.rs")).expect("text");
        for (name, text) in modules {
            public.push_str(&format!("\nmod {name};\n"));
            fs::write(wing.join(format!("{name}.rs")), text).expect("a module");
        }
        fs::write(wing.join("lib.rs"), public).expect("the crate");
        Self { folder }
    }

    /// Everything that the compiler refuses; empty if it compiles.
    pub fn compile(&self) -> Vec<Refusal> {
        let root = self.folder.path();
        let mut rustc = Command::new(tool("rustc"));
        rustc.args(["--crate-name", "public", "--crate-type", "lib", "--edition", "2024", "--emit", "metadata"]);
        rustc.args(["--error-format", "json", "--cap-lints", "allow", "-o"]).arg(root.join("public.rmeta"));
        rustc.arg(root.join("src/lib.rs")).args(dependencies());
        rustc.envs([
            ("CARGO_MANIFEST_DIR", ROOT),
            ("CARGO_PKG_NAME", env!("CARGO_PKG_NAME")),
            ("CARGO_PKG_VERSION", env!("CARGO_PKG_VERSION")),
            ("CARGO_PKG_DESCRIPTION", env!("CARGO_PKG_DESCRIPTION")),
        ]);
        let output = rustc.output().expect("rustc runs");
        let said = String::from_utf8_lossy(&output.stderr);
        let refusals: Vec<_> = said.lines().flat_map(refusals).collect();
        assert_eq!(output.status.success(), refusals.is_empty(), "{said}");
        refusals
    }
}

/// The places in one message of the compiler.
fn refusals(line: &str) -> Vec<Refusal> {
    let message: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("rustc says: {line}"));
    let text = message["message"].as_str().unwrap_or_default();
    let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !message["level"].as_str().unwrap_or_default().starts_with("error") || text.starts_with("aborting due to") {
        return Vec::new();
    }
    let code = message["code"]["code"].as_str().unwrap_or("error");
    let refusal =
        |file: &str, line| Refusal { file: file.into(), line, code: code.to_owned(), message: text.to_owned() };
    let placed = spans.iter().filter(|span| span["is_primary"] == true).map(|mut span| {
        // An error in the expansion of a macro is reported where the macro was called.
        while span["expansion"].is_object() {
            span = &span["expansion"]["span"];
        }
        refusal(span["file_name"].as_str().unwrap_or_default(), span["line_start"].as_u64().unwrap_or_default())
    });
    let placed: Vec<_> = placed.collect();
    if placed.is_empty() { vec![refusal("", 0)] } else { placed }
}

/// A tool beside the cargo that built this test.
fn tool(name: &str) -> PathBuf {
    Path::new(env!("CARGO")).with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// `--extern` for each direct dependency, and the folder of the others.
fn dependencies() -> &'static [String] {
    static FOUND: OnceLock<Vec<String>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let artifacts = artifacts();
        let mut args = Vec::new();
        for (library, package) in direct() {
            let file = artifacts.get(&package).unwrap_or_else(|| panic!("{package} was not built"));
            args.extend(["--extern".to_owned(), format!("{library}={file}")]);
        }
        let folders: BTreeSet<_> = artifacts.values().filter_map(|file| Path::new(file).parent()).collect();
        args.extend(folders.iter().map(|folder| format!("-Ldependency={}", folder.display())));
        args
    })
}

/// The file of each library that this test was built with, by `name@version`. Everything is already built, so that cargo only
/// lists it.
fn artifacts() -> BTreeMap<String, String> {
    let program = Path::new(env!("CARGO_BIN_EXE_debrief"));
    let built = program.parent().expect("the folder of a profile");
    let profile = match built.file_name().and_then(|name| name.to_str()).expect("a name") {
        "debug" => "test",
        other => other,
    };
    let mut cargo = cargo(&["test", "--no-run", "--test", "spec", "--message-format", "json", "--profile", profile]);
    let output = cargo.arg("--target-dir").arg(built.parent().expect("target")).output().expect("cargo runs");
    let mut files = BTreeMap::new();
    for line in said(&output).lines() {
        let artifact: Value = serde_json::from_str(line).expect("a message of cargo");
        let kinds = artifact["target"]["kind"].as_array().map(Vec::as_slice).unwrap_or_default();
        let library = kinds.iter().any(|kind| kind == "lib" || kind == "rlib" || kind == "proc-macro");
        let (Some(id), true) = (artifact["package_id"].as_str(), library) else { continue };
        let made = artifact["filenames"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut made = made.iter().filter_map(Value::as_str);
        // The last file is the `.rmeta`, which is enough for type checking; a procedural macro has only one file.
        if let (Some((place, package)), Some(file)) = (id.rsplit_once('#'), made.next_back()) {
            // Cargo omits the name of a workspace crate if it is the same as its folder's.
            let folder = place.rsplit('/').next().unwrap_or_default();
            let package = if package.contains('@') { package.to_owned() } else { format!("{folder}@{package}") };
            files.insert(package, file.to_owned());
        }
    }
    files
}

/// The direct dependencies, each with the name in the crate and as `name@version`.
fn direct() -> Vec<(String, String)> {
    let output = cargo(&[
        "tree",
        "--package",
        "public",
        "--depth",
        "1",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{lib} {p}",
    ])
    .output();
    let lines = said(&output.expect("cargo runs"));
    let dependency = |line: &str| {
        let mut words = line.split_whitespace();
        let (library, name, version) = (words.next()?, words.next()?, words.next()?);
        Some((library.to_owned(), format!("{name}@{}", version.trim_start_matches('v'))))
    };
    lines.lines().skip(1).filter_map(dependency).collect()
}

fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(tool("cargo"));
    cargo.current_dir(ROOT).args(args).arg("--offline");
    cargo
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}
