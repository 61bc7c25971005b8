//! Characters that control a terminal or that a format forbids, in a text, a title and a name, in all outputs.

use std::process::Stdio;

use crate::harness::{SiteTest, TODAY, program};

/// ESC, BEL, backspace, C1, U+202E, a vertical tab, U+FFFE.
const NASTY: &str = "a\u{1b}[2Jb\u{7}c\u{8}d\u{9b}e\u{202e}f\u{b}g\u{fffe}h";

fn steers(text: &str) -> Option<char> {
    text.chars().find(|c| base::text::is_unseen(*c))
}

fn library() -> SiteTest {
    let review = format!(
        "---\ntitle: \"{title}\"\nseverity: \"{title}\"\n{title_key}: x\n---\n\nText {NASTY} and [gone](gone{NASTY}.md).\n",
        title = "a\\e[2Jb\\a\\u202E\\u009B",
        title_key = "strange",
    );
    let name = if cfg!(unix) { "2026/a\u{1b}[2J\u{202e}b.md" } else { "2026/ab.md" };
    SiteTest::new().file(name, &review)
}

#[test]
fn messages_show_what_would_steer_the_terminal() {
    let test = library();
    for args in [&["check", "library"][..], &["build", "library"], &["check", "library", "--format", "json"]] {
        let run = test.run(args);
        assert_eq!(steers(&run.stderr), None, "{args:?}: {:?}", run.stderr);
        assert_eq!(steers(&run.stdout), None, "{args:?}: {:?}", run.stdout);
        assert!(run.stderr.contains('␛') || run.stdout.contains("\\u001b"), "{args:?}: {} {}", run.stderr, run.stdout);
    }
    let run = test.run(&["redact", "no\u{1b}[2J", "--library", "library"]);
    assert_eq!(steers(&run.stderr), None, "{:?}", run.stderr);
}

/// A line break in a name could forge a line of output.
#[cfg(unix)]
#[test]
fn a_name_of_two_lines_forges_no_message() {
    let review = "---\ntitle: A\npublic:\n  publish: true\n  slug: a\n  title: A\n  date: 2026-11-18\n  severity: sev2\n  sections: [summary]\n---\n\n## Summary\n\nThe host 10.44.7.19 was slow.\n";
    let name = "2026/a\nerror: forged\n.md";
    let test = SiteTest::new().file("redaction.yaml", "approvers: [Comms lead]\n").file(name, review);
    for args in [
        &["check", "library", "--edition", "all"][..],
        &["check", "library", "--edition", "all", "--format", "short"],
        &["build", "library", "--edition", "public"],
        &["redact", name, "--library", "library"],
        &["approve", name, "--by", "Comms lead", "--yes", "--library", "library"],
    ] {
        let run = test.run(args);
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.contains("a␊error: forged"), "{args:?}: {said}");
        assert!(!said.lines().any(|line| line.starts_with("error: forged")), "{args:?}: {said}");
    }
}

#[test]
fn pages_and_feeds_hold_no_character_that_their_format_forbids() {
    let title = "\"a\\e[2Jb\\a\\v\\u009B\\uFFFE\"";
    let review = format!("---\ntitle: {title}\nlearnings: [{title}]\ndate: 2026-11-17\n---\n\nText {NASTY}.\n");
    let review = review.replace("date: 2026-11-17\n", "published: 2026-11-17\n");
    let test = SiteTest::new().file("debrief.yaml", "base_url: https://learn.example/\n").file("a.md", &review).build();
    let mut seen = 0;
    for (path, bytes) in test.tree() {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if matches!(path.rsplit('.').next(), Some("html" | "xml")) {
            seen += 1;
            assert!(!text.contains(base::text::is_forbidden), "{path}");
        }
    }
    assert!(seen > 10);
    let atom = test.text("atom.xml");
    assert!(atom.contains("a\u{fffd}[2Jb"), "{atom}");
    for format in ["text", "md", "eml", "slack", "ics"] {
        let run = test.run(&["digest", "library", "--week", "2026-W47", "--format", format, "--as-of", TODAY]).ok();
        let steered = run.stdout.chars().find(|c| base::text::is_unseen(*c) && *c != '\r');
        assert_eq!(steered, None, "{format}: {:?}", run.stdout);
    }
}

/// What was typed is said back on one line too: a path may come from a script or a glob.
#[cfg(unix)]
#[test]
fn what_was_typed_forges_no_message() {
    const NAME: &str = "x\nerror: forged\u{1b}[2J";
    let test = SiteTest::new().file("redaction.yaml", "approvers: [Comms lead]\n").file("a.md", "# A\n\nText.\n");
    let out = format!("--out={NAME}");
    for args in [
        &["build", NAME][..],
        &["build", "library", "--edition", "internal", &out],
        &["build", "library", "--as-of", NAME],
        &["check", NAME],
        &["check", "library", &format!("--format={NAME}")],
        &["redact", NAME, "--library", "library"],
        &["approve", "a", "--by", NAME, "--yes", "--library", "library"],
        &["digest", "library", "--week", NAME],
        &["search", NAME, "--library", "library"],
        &["search", "x", "--site", NAME],
        &["new", "A", "--kind", NAME, "--library", "library"],
        &["new", "A", "--severity", NAME, "--library", "library"],
        &["new", NAME, "--library", "library"],
        &["new", "A", "--library", NAME],
        &["init", NAME],
        &["init", NAME],
        &["adopt", "nowhere\nerror: forged\u{1b}[2J"],
        &["import", NAME, "--library", "library"],
        &["theme", NAME],
        &["man", NAME],
        &[NAME],
    ] {
        let run = test.run(args);
        for said in [&run.stdout, &run.stderr] {
            assert!(!said.lines().any(|line| line.starts_with("error: forged")), "{args:?}: {said}");
            assert_eq!(steers(said), None, "{args:?}: {said:?}");
        }
    }
}

/// Every command that prints, in every format that it has; each can be given twice.
#[cfg(unix)]
const PRINTING: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["build", "--help"],
    &["man"],
    &["man", "build"],
    &["completions", "bash"],
    &["theme"],
    &["theme", "templates/internal/home.html"],
    &["check", "library", "--format", "short"],
    &["check", "library", "--format", "json"],
    &["check", "library", "--format", "github"],
    &["check", "library", "--format", "sarif"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "html"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "text"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "md"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "eml"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "slack"],
    &["digest", "library", "--week", "2026-W47", "--as-of", TODAY, "--format", "ics"],
    &["search", "timeout", "--library", "library"],
    &["search", "timeout", "--library", "library", "--format", "json"],
    &["redact", "gate", "--library", "library"],
    &["adopt", "foreign", "--front-matter"],
];

/// Commands that say what they did on standard error.
#[cfg(unix)]
const SAYING: &[&[&str]] = &[
    &["check", "library"],
    &["build", "library", "--edition", "internal"],
    &["build", "library", "--edition", "public", "--omit-unapproved"],
];

#[cfg(unix)]
fn printing() -> SiteTest {
    // Small, because it is read a hundred times; with something to say for every command.
    let review = "---\ntitle: Timeout of the gate\nseverity: sev2\nservices: [gate]\npublished: 2026-11-17\nlearnings: [A timeout is no answer]\n\
                  actions: [{title: Answer sooner, owner: Ana}]\npublic: {publish: true, slug: gate, title: The gate stood, date: 2026-11-18, severity: sev2, \
                  sections: [summary]}\n---\n\n## Summary\n\nIt stood.\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://learn.example/\n")
        .file("2026/gate.md", review)
        .file("redaction.yaml", "approvers: [Comms lead]\n");
    std::fs::create_dir(test.root().join("foreign")).expect("a folder");
    let document = "# Outage of the gate\n\nDate: 2024-01-02\n\n## Summary\n\nIt stood.\n";
    std::fs::write(test.root().join("foreign/gate.md"), document).expect("a file");
    test
}

/// How a command ends that writes here; `None` where a signal ended it.
#[cfg(unix)]
fn ended(test: &SiteTest, args: &[&str], stdout: Stdio, stderr: Stdio) -> Option<i32> {
    program()
        .current_dir(test.root())
        .args(args)
        .stdin(Stdio::null())
        .stdout(stdout)
        .stderr(stderr)
        .status()
        .expect("runs")
        .code()
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_code_4() {
    let test = printing();
    let full = || Stdio::from(std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device"));
    for args in PRINTING {
        assert_eq!(ended(&test, args, full(), Stdio::null()), Some(4), "{args:?}");
    }
    // What is said beside the result is no result.
    for args in PRINTING.iter().chain(SAYING) {
        assert_eq!(ended(&test, args, Stdio::null(), full()), Some(0), "{args:?}");
    }
}

/// Nobody was told of the review, so that the next run may make it.
#[cfg(target_os = "linux")]
#[test]
fn a_new_review_that_cannot_be_named_is_not_left() {
    let test = printing();
    let full = Stdio::from(std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device"));
    let args = &["new", "A title of no other review", "--library", "library"];
    assert_eq!(ended(&test, args, full, Stdio::null()), Some(4));
    assert_eq!(ended(&test, args, Stdio::null(), Stdio::null()), Some(0), "it does not exist already");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let test = printing();
    let closed = || {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        Stdio::from(writer)
    };
    for args in PRINTING.iter().chain(SAYING) {
        assert_eq!(ended(&test, args, closed(), Stdio::null()), Some(0), "{args:?}");
        assert_eq!(ended(&test, args, Stdio::null(), closed()), Some(0), "{args:?}");
    }
}
