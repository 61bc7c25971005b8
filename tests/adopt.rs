//! `debrief adopt`: what it shows, what it writes, and that no fact changes.

use std::fs;

use crate::harness::{SiteTest, tree};

/// A folder of two teams, in the forms of several generators.
fn folder() -> SiteTest {
    SiteTest::foreign()
        .file("payments/2026-03-05-queue.md", "# Queue stood still\n\n**Severity:** Major\n**Owner:** Ana Ruiz\n\n## Summary\n\nThe queue stood still, and nobody could order for an hour.\n\n## Timeline\n\n- 10:00 UTC it stood\n- 11:00 UTC it ran\n\n## Lessons learned\n\n- Queues need an alarm.\n")
        .file("payments/cache.md", "---\ntitle: Cache ran cold\nseverity: purple\ncategories: [cache]\nlayout: post\n---\n\n## Summary\n\nThe cache ran cold, and every page took a minute.\n\n[up](../gone.md)\n")
        .file("search/index-lost.md", "\u{feff}+++\r\ntitle = \"Index lost\"\r\n[extra]\r\nx = 1\r\n+++\r\n\r\nSeverity: SEV2\r\n\r\nStarted: 2026-02-03T10:00:00Z\r\n\r\nThe index was lost, and no search found anything.")
        .file("README.md", "# Our postmortems\n\nA list of links.\n")
}

fn facts(test: &SiteTest) -> Vec<serde_json::Value> {
    test.build_with(&[]).ok();
    test.records()
}

#[test]
fn a_difference_is_shown_and_nothing_is_written() {
    let test = folder();
    let before = tree(&test.library());
    let run = test.run(&["adopt", "library", "--front-matter"]);
    assert!(
        run.stdout.contains("+++ b/library/debrief.yaml") && run.stdout.contains("+foreign: true"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("+    \"Major\": sev2") && run.stdout.contains("+#    \"purple\": sev3"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("+++ b/library/payments/2026-03-05-queue.md"), "{}", run.stdout);
    run.ok();
    assert_eq!(tree(&test.library()), before);
}

#[test]
fn the_folder_says_the_same_with_its_settings_and_with_front_matter() {
    let test = folder();
    let before = facts(&test);
    test.run(&["adopt", "library", "--write"]).ok();
    assert!(facts(&test) == before, "with settings");
    test.run(&["adopt", "library", "--write", "--front-matter"]).ok();
    assert!(facts(&test) == before, "with front matter");
    let after = tree(&test.library());
    let run = test.run(&["adopt", "library", "--write", "--front-matter"]);
    assert!(run.stderr.contains("Nothing to add."), "{}", run.stderr);
    run.ok();
    assert_eq!(tree(&test.library()), after);
}

#[test]
fn files_get_lines_and_lose_none() {
    let test = folder();
    let before = tree(&test.library());
    test.run(&["adopt", "library", "--write", "--front-matter"]).ok();
    let mut grown = 0;
    for (path, bytes) in &before {
        let after = fs::read_to_string(test.library().join(path)).expect("a file");
        let text = String::from_utf8(bytes.clone()).expect("text");
        let mut rest = after.split_inclusive('\n');
        // Every line from before, in order, with its line ending.
        assert!(text.split_inclusive('\n').all(|line| rest.any(|other| other == line)), "{path}: {after:?}");
        assert_eq!(after.starts_with('\u{feff}'), text.starts_with('\u{feff}'), "{path}");
        grown += usize::from(after.len() > text.len());
    }
    assert!(grown >= 2, "{grown}");
    let index = fs::read_to_string(test.library().join("search/index-lost.md")).expect("a file");
    assert!(index.contains("severity = \"sev2\"\r\n") && index.contains("[extra]\r\nx = 1\r\n+++\r\n"), "{index:?}");
    assert!(index.ends_with("anything."), "no line end where there was none");
    assert_eq!(
        fs::read_to_string(test.library().join("README.md")).expect("a file"),
        "# Our postmortems\n\nA list of links.\n"
    );
}

#[test]
fn a_library_is_left_alone() {
    let test = SiteTest::new().file("a.md", "# T\n\nText.\n");
    let run = test.run(&["adopt", "library", "--write", "--front-matter"]);
    assert!(run.code == Some(2) && run.stderr.contains("is a library already"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(test.library().join("a.md")).expect("a file"), "# T\n\nText.\n");
    assert_eq!(test.run(&["adopt", "nowhere"]).code, Some(2));
    let test = SiteTest::foreign().file("redaction.yaml", "").file("a.md", "# T\n\nText.\n");
    assert_eq!(test.run(&["adopt", "library", "--write"]).code, Some(2));
}

#[test]
fn settings_that_say_foreign_are_read_as_no_settings_are() {
    let text = "---\ntitle: T\nlayout: post\ntimes: {started: soon}\n---\n\n## Summary\n\nIt fell [here](gone.md), and it fell for long.\n";
    let strict = SiteTest::new().file("a.md", text).build_with(&[]);
    assert_eq!(strict.code, Some(1));
    for settings in ["title: Ours\nforeign: true\n", "{title: Ours, \"foreign\": true}\n"] {
        SiteTest::foreign().file("debrief.yaml", settings).file("a.md", text).build().page("index.html", "Ours");
    }
    let run = SiteTest::foreign().file("debrief.yaml", "foreign: perhaps\n").file("a.md", "# T\n\nText.\n").check();
    assert!(run.stderr.contains("wrong-type"), "{}", run.stderr);
}
