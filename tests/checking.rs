//! `check`: its output formats, how much it prints, and which mistakes stop which edition.

use std::path::Path;

use serde_json::Value;

use crate::harness::{Run, SiteTest, TODAY, copy, program};

fn mistaken() -> SiteTest {
    SiteTest::new().file("2026/a b.md", "---\ntitle: A\nsevrity: x\nsummary: Nobody could pay.\n---\n\nText.\n")
}

/// A library with an unapproved postmortem.
fn unapproved() -> SiteTest {
    let test = SiteTest::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/approval/input"), &test.library());
    test
}

#[test]
fn each_form_names_the_place() {
    let test = mistaken();
    let said = |format| test.run(&["check", "library", "--format", format]).code(1).stdout;
    assert_eq!(said("short"), "library/2026/a b.md:3:1: error[unknown-key]: unknown key `sevrity`\n");
    assert_eq!(
        said("github"),
        "::error file=library/2026/a b.md,line=3,col=1,title=unknown-key::unknown key `sevrity`%0Ahelp: did you mean `severity`?\n"
    );
    let json: Value = serde_json::from_str(&said("json")).expect("JSON");
    assert_eq!(json["diagnostics"][0]["path"], "library/2026/a b.md");
    let sarif: Value = serde_json::from_str(&said("sarif")).expect("JSON");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&sarif["version"], &result["ruleId"]), (&Value::from("2.1.0"), &Value::from("unknown-key")));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "library/2026/a%20b.md");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&Value::from(3), &Value::from(1)));
}

#[test]
fn sarif_names_files_from_the_root_of_the_repository() {
    let test = SiteTest::foreign();
    std::fs::create_dir(test.root().join(".git")).expect("a repository");
    test.run(&["init", "docs/reviews"]).ok();
    test.put("../docs/reviews/2026/b.md", b"---\ntitle: B\nsevrity: x\n---\n\nText.\n");
    for folder in [".", "docs/reviews", "docs/reviews/2026"] {
        let library = if folder == "." { &["docs/reviews"][..] } else { &[] };
        let run = test.run_in(folder, &[&["check", "--format", "sarif"], library].concat()).code(1);
        let sarif: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        let result = results.iter().find(|result| result["ruleId"] == "unknown-key").expect("the mistake");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "docs/reviews/2026/b.md", "{folder}: {}", run.stdout);
        let base = place["artifactLocation"]["uriBaseId"].as_str().expect("a base");
        assert!(sarif["runs"][0]["originalUriBaseIds"].get(base).is_some(), "{}", run.stdout);
    }
}

#[test]
fn a_library_below_the_working_folder_is_named_and_its_files_are_not_read_without_its_settings() {
    let test = SiteTest::new().file("a.md", "---\ntitle: A\n---\nText.\n");
    test.put("../docs/more/debrief.yaml", b"");
    test.put("../README.md", b"# A project\n");
    test.run(&["check"]).code(2).says("no `debrief.yaml` here or above").says("such as `docs/more`");
    test.run(&["check", "."]).ok();
}

#[test]
fn an_attachment_that_could_run_a_script_is_reported_at_the_link_to_it() {
    let test = SiteTest::new().file("a.md", "---\ntitle: A\nsummary: It ended.\n---\nText.\n\n[The drawing](d.svg)\n");
    test.put("d.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>");
    test.check().code(1).says("error[active-attachment]").says("library/a.md:7:1");
}

#[test]
fn every_result_of_sarif_has_a_place() {
    let test = SiteTest::new().file("debrief.yaml", "title: Ours\n");
    let run = test.run(&["check", "library", "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    // There is no review, which is a fact of the library as a whole.
    assert!(!results.is_empty(), "{}", run.stdout);
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "library/debrief.yaml", "{}", run.stdout);
    }
}

#[test]
fn machine_formats_are_valid_documents_without_mistakes_too() {
    let test = SiteTest::new().file("a.md", "---\ntitle: A\nsummary: Nobody could pay.\n---\n\nText.\n");
    for format in ["sarif", "json"] {
        let run = test.run(&["check", "library", "--format", format]).ok();
        assert!(serde_json::from_str::<Value>(&run.stdout).is_ok() && run.stderr.is_empty(), "{format}");
    }
    for format in ["short", "github"] {
        let run = test.run(&["check", "library", "--format", format]).ok();
        assert!(run.stdout.is_empty() && run.stderr.is_empty(), "{format}");
    }
}

#[test]
fn hundreds_of_warnings_are_a_screenful() {
    let mut test = SiteTest::new().file("debrief.yaml", "tags: [known]\nservices: [known]\n");
    for n in 0..44 {
        let front = format!("title: R{n}\ntags: [a{n}, b{n}, c{n}, d{n}]\nservices: [s{n}, t{n}, u{n}, v{n}]");
        test = test.file(&format!("{n}.md"), &format!("---\n{front}\n---\n\nText of it.\n"));
    }
    let run = test.check().ok().says("... and 175 more like this").says("352 warnings, 44 notes");
    assert!(run.stderr.lines().count() < 40, "{}", run.stderr);
    run.says("`debrief check --format short` lists each on a line");
    let all = test.run(&["check", "library", "--format", "short"]).ok().stdout;
    assert_eq!(all.lines().count(), 352 + 44);
}

#[test]
fn quiet_says_mistakes_alone() {
    let test = SiteTest::new()
        .file("debrief.yaml", "tags: [known]\n")
        .file("a.md", "---\ntitle: A\ntags: [b]\n---\n\nText.\n");
    let said = |args: &[&str], code| test.run(&[&["check", "library", "-q"], args].concat()).code(code);
    let run = said(&[], 0);
    assert!(run.stderr.is_empty() && run.stdout.is_empty(), "{}", run.stderr);
    // What makes the command fail is printed, whatever its level.
    let strict = said(&["--strict"], 1).says("warning[unknown-tag]");
    assert!(!strict.stderr.contains("note["), "{}", strict.stderr);
    assert!(said(&["--format", "short"], 0).stdout.is_empty());
    let run = mistaken().run(&["check", "library", "-q"]).code(1).says("error[unknown-key]");
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
}

#[test]
fn an_unapproved_postmortem_stops_only_the_public_edition() {
    let test = unapproved();
    let check = |args: &[&str]| test.run(&[&["check", "library", "--as-of", TODAY], args].concat());
    check(&[]).ok().says("note[approval]");
    let internal = check(&["--edition", "internal"]).ok();
    assert!(!internal.stderr.contains("[approval]"), "{}", internal.stderr);
    check(&["--edition", "public"]).code(1).says("error[approval]");
    // The internal edition is built; the public one fails closed.
    test.build_with(&[]).ok().says("warning[approval]").says("Nothing was published: ");
    assert!(test.site().join("index.html").is_file() && !test.root().join("site/public").exists());
    for edition in ["public", "all"] {
        test.build_with(&["--edition", edition]).code(1).says("error[approval]").says("Nothing was written");
    }
    test.build_with(&["--strict"]).code(1);
    assert!(!test.root().join("site/public").exists());
}

#[test]
fn colour_is_as_asked() {
    let test = mistaken();
    let coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = program();
        command.current_dir(test.root()).args(["check", "library"]).args(args).envs(variables.iter().copied());
        let said = String::from_utf8(command.output().expect("runs").stderr).expect("UTF-8");
        assert!(said.contains("unknown key"), "{said}");
        said.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "no terminal");
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&["--color=auto"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    let failed = |run: Run| run.code(2).stderr;
    assert!(failed(test.run(&["--color", "always", "check", "gone"])).starts_with("\u{1b}["));
    assert!(failed(test.run(&["check", "gone"])).starts_with("error: "));
}

#[test]
fn names_that_another_system_cannot_store_are_reported() {
    let review = |title: &str, text: &str| format!("---\ntitle: {title}\nsummary: Nobody could pay.\n---\n\n{text}\n");
    let test = SiteTest::new()
        .file("con.md", &review("A device of Windows", "Text."))
        .file("2026/aux.md", &review("Another", "Text."))
        .file(&format!("{}.md", "x".repeat(230)), &review("A long name", "Text."))
        .file("b.md", &review("With backslashes", "See [it](2026\\aux.md)."));
    let said = test.check().code(1).stderr;
    for part in
        ["has the part `con`, which is a device on Windows", "has the part `aux`", "did you mean `2026/aux.md`?"]
    {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    assert_eq!(said.matches("error[").count(), 3, "{said}");
    // Two names that differ only in case are one file on macOS and Windows: their reviews would have one address.
    let test = SiteTest::new().file("Stale.md", &review("A", "Text."));
    if !test.library().join("stale.md").exists() {
        test.put("stale.md", review("B", "Text.").as_bytes());
        test.check().code(1).says("the id `stale` is taken by Stale.md");
    }
}

#[test]
fn the_examples_of_the_readme_have_no_mistake() {
    let readme = include_str!("../README.md");
    let example = |kind: &str| {
        let (_, after) = readme.split_once(&format!("\n```{kind}\n")).expect("an example");
        after.split_once("\n```").expect("its end").0
    };
    let test =
        SiteTest::new().file("debrief.yaml", example("yaml")).file("a.md", &format!("{}\n", example("markdown")));
    let run = test.check().ok();
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", "Checked 1 review: the library can be built.\n"));
}
