//! The commands as a person would type them.

mod init;
mod new;
mod theme;

use std::path::Path;

use crate::harness::{SiteTest, program, sample};

#[test]
fn help_and_mistakes_in_arguments_are_in_colour_as_asked() {
    let test = SiteTest::new();
    for (args, coloured) in [
        (&["--color", "always", "--help"][..], true),
        (&["--color=never", "--help"], false),
        (&["--help", "--color", "always"], true),
        (&["--color", "always", "bild"], true),
        (&["--color", "never", "bild"], false),
        (&["--help"], false),
        (&["bild", "--", "--color=always"], false),
    ] {
        let run = test.run(args);
        let said = run.stdout + &run.stderr;
        assert_eq!(said.contains('\u{1b}'), coloured, "{args:?}: {said}");
    }
}

#[test]
fn check_speaks_json() {
    let run = SiteTest::new()
        .file("a.md", "---\ntitle: A\nsevrity: x\nsummary: Nobody could pay.\n---\nx\n")
        .run(&["check", "library", "--format", "json"]);
    let run = run.code(1);
    assert_eq!(
        run.stdout,
        "{\n  \"schema\": 2,\n  \"errors\": 1,\n  \"warnings\": 0,\n  \"diagnostics\": [\n    {\n      \"code\": \"unknown-key\",\n      \
         \"level\": \"error\",\n      \"message\": \"unknown key `sevrity`\",\n      \"path\": \"library/a.md\",\n      \"line\": 3,\n      \
         \"column\": 1,\n      \"hint\": \"did you mean `severity`?\"\n    }\n  ]\n}\n"
    );
}

#[test]
fn check_reports_findings_as_json_without_their_values() {
    let test = SiteTest::new();
    crate::harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/leak/input"), &test.library());
    let (people, programs) = (test.check().code(3), test.check_json().code(3));
    assert_eq!(people.stderr.matches("leak[").count(), programs.stdout.matches("\"code\": \"leak\"").count());
    assert!(people.stderr.contains("leak[person]: J…(8+)\n"), "{}", people.stderr);
    assert!(people.stdout.is_empty() && !people.stderr.contains("[leak]"), "{}", people.stderr);
    assert!(programs.stderr.is_empty(), "{}", programs.stderr);
    for value in ["Oduya", "oduya", "Jane", "db-prod"] {
        assert!(!programs.stdout.contains(value), "{value}:\n{}", programs.stdout);
    }
    test.put("b.md", b"---\ntitle: B\nsevrity: x\n---\nx\n");
    test.check_json().code(1);
}

#[test]
fn the_sample_library_is_clean() {
    let test = SiteTest::of(&sample());
    test.build_with(&["--strict"]).ok();
    let sources = walkdir::WalkDir::new(test.library()).into_iter().map(|e| e.expect("entry"));
    let reviews = sources.filter(|e| {
        e.path().extension().is_some_and(|x| x == "md") && !e.file_name().to_string_lossy().starts_with('_')
    });
    assert!(reviews.count() >= 36);
}

#[test]
fn usage_is_told_and_coded() {
    let test = SiteTest::new();
    test.run(&["build", "--no-such-flag"]).code(2);
    test.run(&["build", "nowhere"]).code(2).says("there is no file or folder `nowhere`").says("debrief init");
    test.run(&["--help"]).ok();
    let script = test.run(&["completions", "bash"]).ok();
    assert!(script.stdout.contains("debrief"));
    let status = program().args(["build", "x"]).env("SOURCE_DATE_EPOCH", "soon").output().expect("runs").status;
    assert_eq!(status.code(), Some(2));
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let test = SiteTest::new();
    let whole = test.run(&["man"]).ok().stdout;
    for command in ["build", "serve", "check", "search", "similar", "new", "init", "completions", "man"] {
        assert!(whole.contains(&format!("debrief\\-{command}(1)")), "{command} in {whole}");
        let page = test.run(&["man", command]).ok().stdout;
        assert!(page.contains(&format!(".TH debrief-{command} 1")) && page.contains(".SH SYNOPSIS"), "{page}");
    }
    test.run(&["man", "biuld"]).code(2).says("did you mean `build`?");
}

#[test]
fn source_date_epoch_is_today() {
    let test = SiteTest::new()
        .file("a.md", "---\ntitle: A\npublished: 2020-01-01\nactions: [{title: Do, due: 2020-01-10}]\n---\nx\n");
    let build = |seconds: &str| {
        let mut command = program();
        command.current_dir(test.root()).args(["build", "library", "--quiet"]).env("SOURCE_DATE_EPOCH", seconds);
        assert!(command.status().expect("runs").success());
        test.text("actions/index.html")
    };
    assert!(build("1577836800").contains("due in 9 days"), "2020-01-01");
    assert!(build("1579651200").contains("12 days overdue"), "2020-01-22");
}
