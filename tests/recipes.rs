//! Runs what the README and `docs/recipes/` tell people to run.
#![cfg(unix)]

mod servers;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::harness::{SiteTest, program};

/// The output of `debrief serve` with its address.
const SERVES: &str = "http://127.0.0.1:";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn recipe(path: &str) -> PathBuf {
    root().join("docs/recipes").join(path)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A shell in `folder` that finds the program, and stand-ins for other programs in `folder/bin`.
fn shell(folder: &Path, script: &str) -> Command {
    shell_with(folder, folder, script)
}

/// The same with the stand-ins of another folder.
fn shell_with(folder: &Path, stand_ins: &Path, script: &str) -> Command {
    let mut command = Command::new("bash");
    let program = Path::new(env!("CARGO_BIN_EXE_debrief")).parent().expect("a folder").display();
    let path = std::env::var("PATH").unwrap_or_default();
    command.current_dir(folder).args(["-euo", "pipefail", "-c", script]);
    command.env("PATH", format!("{}/bin:{program}:{path}", stand_ins.display()));
    command.env_remove("SOURCE_DATE_EPOCH").stdin(Stdio::null());
    command
}

#[track_caller]
fn runs(command: &mut Command, what: &str) {
    let output = command.output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{what}\n{}{said}", String::from_utf8_lossy(&output.stdout));
}

/// Creates a program with this name that runs `script`.
fn stand_in(folder: &Path, name: &str, script: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("bin").join(name);
    fs::create_dir_all(folder.join("bin")).expect("a folder");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
}

/// The first block of shell commands below a heading, without comments.
fn block(document: &str, heading: &str) -> Vec<String> {
    let below = document.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no {heading}")).1;
    let code = below.split_once("```sh\n").and_then(|(_, rest)| rest.split_once("```")).expect("a block").0;
    let lines = code.lines().map(|line| line.split("  #").next().unwrap_or_default().trim().to_owned());
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// Starts a preview and ends it once it prints its address.
fn serves(folder: &Path, stand_ins: &Path, line: &str) {
    let mut command = shell_with(folder, stand_ins, &format!("exec {line}"));
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a shell");
    let mut said = Vec::new();
    for line in BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok) {
        said.push(line);
        if said.last().is_some_and(|line| line.contains(SERVES)) {
            break;
        }
    }
    child.kill().expect("it runs still");
    child.wait().expect("it ends");
    assert!(said.iter().any(|line| line.contains(SERVES)), "{line}: {said:?}");
}

/// The steps of a workflow or an action: the script after each `run:`, by the name of its step.
fn steps(document: &str) -> Vec<(String, String)> {
    let (mut name, mut found) = (String::new(), Vec::new());
    let mut lines = document.lines().peekable();
    while let Some(line) = lines.next() {
        let item = line.trim_start().trim_start_matches("- ");
        if let Some(words) = item.strip_prefix("name: ") {
            words.clone_into(&mut name);
        }
        let Some(run) = item.strip_prefix("run: ") else { continue };
        let depth = line.len() - line.trim_start().len();
        let mut script = if run == "|" { String::new() } else { run.to_owned() };
        while let Some(next) = lines.next_if(|l| run == "|" && (l.is_empty() || l.len() - l.trim_start().len() > depth))
        {
            script.push_str(next.get(depth + 2..).unwrap_or_default());
            script.push('\n');
        }
        found.push((name.clone(), script));
    }
    found
}

/// A repository with one committed review.
fn repository() -> SiteTest {
    let test = SiteTest::new()
        .file("a.md", "---\ntitle: Stale fares\nsummary: Fares were old.\nlearnings: [One]\n---\n\nText.\n");
    let git = "git init -q . && git add -A && git -c user.name=A -c user.email=a@example.com commit -qm first";
    runs(&mut shell(&test.library(), git), "git");
    test
}

#[test]
fn the_readme_is_true_from_its_first_command_to_its_last() {
    let readme = text(&root().join("README.md"));
    let test = SiteTest::new();
    stand_in(test.root(), "kubectl", "echo 'x509: certificate has expired or is not yet valid'");
    let (mut folder, mut ran) = (test.root().to_path_buf(), 0);
    for line in block(&readme, "## Your own library") {
        if let Some(name) = line.strip_prefix("cd ") {
            folder.push(name);
        } else if line.starts_with("debrief serve") {
            serves(&folder, test.root(), &line);
        } else {
            runs(&mut shell_with(&folder, test.root(), &line), &line);
        }
        ran += 1;
    }
    assert!(ran >= 7, "{ran} commands");
    assert!(folder.join("site/internal/index.html").exists());
}

#[test]
fn the_steps_of_the_github_action_check_and_build() {
    let test = repository();
    let steps = steps(&text(&recipe("github/action.yml")));
    let step = |name: &str| &steps.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("no {name}: {steps:?}")).1;
    let mut which = shell(test.root(), step("Which program"));
    for (name, value) in [("GITHUB_OUTPUT", "output"), ("GITHUB_PATH", "path"), ("RUNNER_TEMP", "/tmp/runner")] {
        which.env(name, value);
    }
    runs(which.env("SOURCE", root()), "Which program");
    let output = text(&test.root().join("output"));
    let key = output.lines().find_map(|line| line.strip_prefix("key=")).expect("a key");
    assert!(key.len() == 16 && key.bytes().all(|b| b.is_ascii_hexdigit()), "{output}");
    assert!(output.contains(&format!("path={}\n", root().canonicalize().expect("a folder").display())), "{output}");
    assert_eq!(text(&test.root().join("path")), "/tmp/runner/debrief/bin\n");

    let mut build = shell(test.root(), step("Check and build the library"));
    for (name, value) in
        [("LIBRARY", "library"), ("EDITION", "internal"), ("OUT", "out"), ("BASE_URL", "https://r.example/")]
    {
        build.env(name, value);
    }
    runs(build.env("SOURCE", root()), "Check and build");
    assert!(text(&test.root().join("out/internal/atom.xml")).contains("https://r.example/reviews/a/"));
}

#[test]
fn ci_takes_the_whole_past_and_stops_at_a_mistake() {
    let test = repository();
    runs(
        &mut shell(
            &test.library(),
            "echo 'One more.' >>a.md && git -c user.name=A -c user.email=a@example.com commit -qam second",
        ),
        "git",
    );
    runs(&mut shell(test.root(), "git clone -q --depth 1 \"file://$PWD/library\" shallow"), "git");
    let ci = recipe("ci.sh");
    let ci = |test: &SiteTest, edition: &str| {
        let mut command = shell(test.root(), &format!("sh {}", ci.display()));
        command.env("LIBRARY", "shallow").env("EDITION", edition).env_remove("OUT").env_remove("BASE_URL");
        command
    };
    runs(&mut ci(&test, "internal"), "a shallow clone");
    assert!(test.text("reviews/a/index.html").contains("second"), "the past is known");
    assert_eq!(ci(&test, "both").output().expect("a shell").status.code(), Some(2));
    fs::write(test.root().join("shallow/b.md"), "---\ntitle: B\nsevrity: x\n---\n").expect("a file");
    assert_eq!(ci(&test, "internal").output().expect("a shell").status.code(), Some(1));
}

#[test]
fn the_steps_for_gitlab_check_and_build() {
    let test = repository();
    let template = text(&recipe("gitlab/reviews.yml"));
    let lines: Vec<_> = template.lines().filter_map(|line| line.trim_start().strip_prefix("- debrief ")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    let script: String = lines.iter().flat_map(|line| ["debrief ", line, "\n"]).collect();
    let mut command = shell(test.root(), &script);
    runs(command.env("LIBRARY", "library").env("BASE_URL", "https://r.example/"), "GitLab");
    test.page("index.html", "Stale fares");
}

#[test]
fn an_upload_sends_what_is_named_by_content_first_and_deletes_last() {
    let test = repository().build();
    stand_in(test.root(), "rclone", "echo \"$*\" >>calls");
    let line = format!("sh {} site/internal store:reviews", recipe("upload.sh").display());
    runs(&mut shell(test.root(), &line), "upload");
    let calls = text(&test.root().join("calls"));
    let calls: Vec<_> = calls.lines().collect();
    assert!(
        calls[0].contains("--include /search/*/*.js --include /lists/*/*.js")
            && calls[0].contains("private, max-age=31536000, immutable")
    );
    assert!(
        calls[1].contains("--exclude /search/*/*.js --exclude /lists/*/*.js") && calls[1].contains("private, no-cache")
    );
    assert!(calls[2].starts_with("sync ") && calls.len() == 3, "{calls:?}");
    // Files that are said to be named by their content are: with twelve digits of a fingerprint.
    let named =
        walkdir::WalkDir::new(test.site().join("search")).min_depth(2).into_iter().map(|e| e.expect("an entry"));
    let named: Vec<_> = named.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let is_print = |name: &str| {
        name.strip_suffix(".js").is_some_and(|n| n.len() == 12 && n.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    assert!(!named.is_empty() && named.iter().all(|name| is_print(name)), "{named:?}");
    let line = line.replace("site/internal", "site/gone");
    runs(&mut shell(test.root(), &format!("! {line} 2>said")), "no site");
}

#[test]
fn a_package_holds_a_page_of_the_manual_for_each_command() {
    let test = SiteTest::new();
    let line = format!("sh {} {} extras", recipe("extras.sh").display(), env!("CARGO_BIN_EXE_debrief"));
    runs(&mut shell(test.root(), &line), "extras");
    let help = program().arg("--help").output().expect("the program runs").stdout;
    let help = String::from_utf8(help).expect("UTF-8");
    let commands = help.split_once("Commands:\n").expect("commands").1.lines().take_while(|line| !line.is_empty());
    for command in
        commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()))
    {
        if !["help", "completions", "man"].contains(&command) {
            let page = text(&test.root().join(format!("extras/man/debrief-{command}.1")));
            assert!(page.contains(&format!("debrief\\-{command}")), "{command}");
        }
    }
    for name in ["debrief.bash", "_debrief", "debrief.fish"] {
        assert!(text(&test.root().join("extras/completions").join(name)).contains("approve"), "{name}");
    }
}
