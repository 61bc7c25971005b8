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

/// The exit code of a command whose output is on a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_code_4() {
    let test = SiteTest::of(&crate::harness::sample());
    for args in [
        &["--help"][..],
        &["man"],
        &["completions", "bash"],
        &["check", "library", "--format", "json"],
        &["digest", "library", "--format", "text", "--week", "2026-W47", "--as-of", TODAY],
        &["digest", "library", "--format", "slack", "--week", "2026-W47", "--as-of", TODAY],
        &["redact", "2025-05-22-err-pool-timeout", "--library", "library"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let run = program().current_dir(test.root()).args(args).stdout(full).stderr(Stdio::null()).status();
        assert_eq!(run.expect("runs").code(), Some(4), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let test = SiteTest::of(&crate::harness::sample());
    for args in [&["--help"][..], &["man"], &["digest", "library", "--week", "2026-W47", "--as-of", TODAY]] {
        let mut run = program();
        let mut run =
            run.current_dir(test.root()).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("runs");
        drop(run.stdout.take());
        assert_eq!(run.wait().expect("ends").code(), Some(0), "{args:?}");
    }
}
