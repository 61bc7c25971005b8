//! `new`: a draft of a review.

use crate::harness::{SiteTest, TODAY, program};

/// A library that was created on the test's current day.
fn init(test: &SiteTest) {
    let mut command = program();
    let command =
        command.current_dir(test.root()).args(["init", "mine", "--quiet"]).env("SOURCE_DATE_EPOCH", "1795219200");
    assert!(command.status().expect("runs").success());
}

#[test]
fn new_leaves_a_draft_and_says_how_to_see_it() {
    let test = SiteTest::foreign();
    test.run(&["new", "X", "--library", "nowhere"]).code(2).says("`nowhere`");
    init(&test);
    let new = ["new", "Stale \"fares\"", "--library", "mine", "--severity", "SEV2", "--as-of", TODAY];
    let made = test.run(&new).ok().says("`debrief serve mine` shows it").says("`status: reviewed` publishes it");
    assert_eq!(made.stdout, "mine/2026/2026-11-21-stale-fares.md\n");
    test.run(&["new", "Stale fares", "--library", "mine", "--as-of", TODAY]).code(2).says("exists already");
    // Each kind has the questions that fit it; luck, judgement at the time and how responding was are in all of them.
    for (kind, words) in [
        ("incident", "How responding was"),
        ("near_miss", "What stopped it"),
        ("game_day", "How taking part was"),
        ("drill", "What was tried"),
    ] {
        let made = test.run(&["new", &format!("A {kind}"), "--library", "mine", "--kind", kind, "--as-of", TODAY]).ok();
        let text = std::fs::read_to_string(test.root().join(made.stdout.trim())).expect("a review");
        for words in [words, "Where we got lucky", "Judgement at the time", "# one of sev1, sev2, sev3, sev4, sev5"] {
            assert!(text.contains(words), "{kind}: {words}:\n{text}");
        }
    }
    test.run(&["new", "X", "--library", "mine", "--kind", "near-mis"]).code(2).says("did you mean `near_miss`?");
    let line = "5 in draft: left out; `--drafts` shows them, `status: reviewed` publishes them\n";
    test.run(&["build", "mine", "--as-of", TODAY]).ok().says("Built 1 review into").says(line);
    assert!(!test.root().join("site/public").exists(), "a policy alone publishes nothing");
    test.run(&["check", "mine", "--as-of", TODAY]).ok().says("5 in draft");
    test.run(&["build", "mine", "--drafts", "--strict", "--as-of", TODAY]).ok().says("Built 6 reviews");
    let test = test.page("reviews/2026-11-21-stale-fares/index.html", "Stale &quot;fares&quot;");
    // An unchanged template with a finished status is reported, for every kind.
    for (path, bytes) in crate::harness::tree(&test.root().join("mine/2026")) {
        let text = String::from_utf8(bytes).expect("UTF-8").replace("status: draft", "status: reviewed");
        std::fs::write(test.root().join("mine/2026").join(path), text).expect("a file");
    }
    let said = test.run(&["check", "mine", "--as-of", TODAY, "--format", "short"]).ok().stdout;
    assert_eq!(said.matches("warning[untouched-template]").count(), 5, "{said}");
    assert_eq!(said.matches("`times.started` is midnight, as in the template").count(), 5, "{said}");
}

#[test]
fn new_fills_in_what_settings_and_git_know() {
    let test = SiteTest::new();
    test.put(
        "debrief.yaml",
        b"timezone: Europe/Berlin\nseverities: [{key: '1', label: One}, {key: low, label: Low}]\n",
    );
    let git = |args: &[&str]| {
        let run = std::process::Command::new("git").current_dir(test.library()).args(args).status();
        assert!(run.expect("git runs").success());
    };
    git(&["init", "-q"]);
    git(&["config", "user.name", "Ana \"A\" Example"]);
    let made = test.run_in("library", &["new", "Late", "--severity", "1", "--as-of", TODAY]).ok();
    assert_eq!(made.stdout, "2026/2026-11-21-late.md\n");
    let text = std::fs::read_to_string(test.library().join("2026/2026-11-21-late.md")).expect("a review");
    for line in [
        "id: 2026-11-21-late ",
        "started: 2026-11-21T00:00\n",
        "On the clock of Europe/Berlin",
        "people: {owner: \"Ana \\\"A\\\" Example\"}",
        "severity: \"1\"",
    ] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
    test.run_in("library", &["build", "--drafts", "--strict", "--as-of", TODAY]).ok();
    test.put("2026/2026-11-21-late.md", text.replace("status: draft", "status: reviewed").as_bytes());
    test.run_in("library", &["check", "--as-of", TODAY]).ok().says("`times.started` is midnight, as in the template");
}
