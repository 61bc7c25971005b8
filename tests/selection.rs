//! `check` of files and folders: in the library that they lie in.

use crate::harness::SiteTest;

const GOOD: &str = "---\ntitle: Good\nsummary: It failed for all.\n---\n\nWhat happened, in words.\n";
const BAD: &str = "---\ntitle: Bad\nsevrity: sev1\nsummary: It failed for all.\n---\n\nSee [[good]].\n";

fn library() -> SiteTest {
    SiteTest::new()
        .file("debrief.yaml", "title: T\n")
        .file("2026/good.md", GOOD)
        .file("2026/bad.md", BAD)
        .file("2025/worse.md", &BAD.replace("sevrity", "tilte"))
}

#[test]
fn a_file_is_checked_in_its_library() {
    let test = library();
    test.run(&["check", "library/2026/good.md"]).ok().says("Checked");
    let run = test.run(&["check", "library/2026/bad.md"]).code(1).says("sevrity");
    assert!(!run.stderr.contains("tilte") && !run.stderr.contains("unknown-review"), "{}", run.stderr);
}

#[test]
fn several_files_and_folders_are_checked_at_once() {
    let test = library();
    test.run(&["check", "library/2026/good.md", "library/2025"]).code(1).says("tilte");
    let run = test.run(&["check", "library/2026", "library/2025/worse.md"]).code(1).says("tilte").says("sevrity");
    assert!(run.stderr.contains("2 errors"), "{}", run.stderr);
    test.run(&["check", "library"]).code(1).says("2 errors");
}

#[test]
fn what_lies_nowhere_or_in_two_libraries_is_refused() {
    let test = library();
    test.put("../other/debrief.yaml", b"title: O\n");
    test.put("../other/a.md", GOOD.as_bytes());
    test.run(&["check", "library/2026/good.md", "other/a.md"]).code(2).says("different libraries");
    test.run(&["check", "library/gone.md"]).code(2).says("`library/gone.md` cannot be read");
}

#[test]
fn a_site_is_built_of_a_folder() {
    let test = library();
    test.run(&["build", "library/2026/good.md"])
        .code(2)
        .says("is a file, and this takes a library")
        .says("`library/2026`");
    test.run(&["build", "library", "other"]).code(2);
}

#[test]
fn thousands_of_mistakes_are_told_in_fifty() {
    let keys: Vec<_> = (0..20_000).map(|n| format!("strange_{n}: x\n")).collect();
    let keys = keys.concat();
    let test = SiteTest::new().file("a.md", &format!("---\ntitle: T\n{keys}---\n\nText of it.\n"));
    let run = test.check().code(1).says("... and 19951 more in a.md");
    assert_eq!(run.stderr.matches("error[unknown-key]").count(), 50, "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&test.check_json().stdout).expect("JSON");
    assert_eq!(json["errors"], 20_000);
    assert_eq!(json["more"][0]["diagnostics"], 19_951);
}

#[test]
fn a_field_of_thousands_of_names_is_refused() {
    let tags: Vec<_> = (0..100_000).map(|n| format!("t{n}")).collect();
    let test = SiteTest::new().file("a.md", &format!("---\ntitle: T\ntags: [{}]\n---\n\nText.\n", tags.join(", ")));
    test.check().code(1).says("`tags` holds 100000 items, and at most 1000 are read");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_by_its_kind() {
    let test = library();
    let pipe = test.library().join("pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    test.run(&["check", "library"]).code(1).says("`pipe.md` is a pipe, a socket or a device, and no file");
}
