//! `debrief redact` and `debrief approve`, as an author and an approver use them.

use super::kit::{APPROVER, PublicTest};

#[test]
fn redact_shows_what_leaves_and_what_stays() {
    let mut test = PublicTest::new();
    let (name, word) = (test.person.full(), test.dice.word());
    let review =
        test.review("latency").summary(&format!("Then [{name}](redact:first-responder) came. <!-- {word} -->"));
    test.write(&review);
    let id = review.file.trim_end_matches(".md");
    let run = test.site.run(&["redact", id, "--library", "library"]).ok();
    for words in [
        "-> postmortems/latency/",
        "Not approved",
        "Then a first responder came.",
        "-> a first responder",
        "(left out)",
        "Stays inside: people",
        "What surprised us",
        "sha256:",
    ] {
        assert!(run.stdout.contains(words), "{words}:\n{}", run.stdout);
    }
    let page = test.site.root().join("both.html");
    test.site.run(&["redact", id, "--library", "library", "--page", "both.html"]).ok().says("both.html");
    let page = std::fs::read_to_string(page).expect("a page");
    assert!(page.contains(&name) && page.contains("Then a first responder came."), "{page}");
    assert!(!page.contains("<script") && !page.contains("src=\"http"));
}

#[test]
fn redact_proposes_marks_and_writes_them_when_asked() {
    let mut test = PublicTest::new();
    let name = test.person.full();
    let review = test.review("latency").summary(&format!("Then {name} came, and {} was slow.", test.host));
    test.write(&review);
    let before = test.read(&review.file);
    let run = test.site.run(&["redact", &review.file, "--library", "library"]).code(3);
    assert!(run.stderr.contains(&format!("write [{name}](redact:first-responder)")), "{}", run.stderr);
    assert_eq!(test.read(&review.file), before, "without --apply nothing is written");
    let by_hand = format!("write [{}](redact:ROLE), ROLE one of `customer`, `database-server`", test.host);
    assert!(run.stderr.contains(&by_hand), "{}", run.stderr);
    let run = test.site.run(&["redact", &review.file, "--library", "library", "--apply"]).code(3);
    assert!(run.stderr.contains("Marked 1 value in") && run.stderr.contains(&by_hand), "{}", run.stderr);
    let after = test.read(&review.file);
    assert!(after.contains(&format!("Then [{name}](redact:first-responder) came")), "{after}");
    assert!(!after.contains(&format!("[{}](redact:", test.host)), "{after}");
    let host = test.host.clone();
    test.edit(&review.file, &format!("and {host} was"), &format!("and [{host}](redact:database-server) was"));
    let run = test.site.run(&["redact", &review.file, "--library", "library"]).ok();
    assert!(run.stdout.contains("Then a first responder came, and a database server was slow."), "{}", run.stdout);
    test.site.run(&["redact", &review.file, "--library", "library", "--apply"]).ok().says("no mark to add");
    test.approve(&review).ok();
    test.publish().ok();
    let host = test.host.clone();
    test.nowhere(&[&name, &host]);
}

/// A mark is written where the value leaves, in quotes where YAML asks for them, and nowhere else.
#[test]
fn redact_marks_what_leaves_and_leaves_the_front_matter_readable() {
    let mut test = PublicTest::new();
    let name = test.person.full();
    let entries = format!(
        "timeline:\n  - {{at: 2026-03-02T09:14Z, what: Then {name} looks; it is old, public: true}}\n  \
         - {{at: 2026-03-02T09:20Z, what: {name} restarts it, public: '{name} restarts it'}}\n  \
         - {{at: 2026-03-02T09:30Z, what: {name} sleeps}}"
    );
    let review =
        test.review("latency").summary("Fares were old.").sections("summary, timeline, resolution").front(&entries);
    test.write(&review);
    test.site.run(&["redact", &review.file, "--library", "library", "--apply"]).ok();
    let after = test.read(&review.file);
    let mark = format!("[{name}](redact:first-responder)");
    for line in [
        format!("what: \"Then {mark} looks; it is old\", public: true"),
        format!("what: {name} restarts it, public: '{mark} restarts it'"),
        format!("what: {name} sleeps"),
    ] {
        assert!(after.contains(&line), "{line}:\n{after}");
    }
}

/// In code a mark would be text: it is around the code, or the author is told what to do.
#[test]
fn redact_writes_no_mark_into_code() {
    let mut test = PublicTest::new();
    let host = test.host.clone();
    let text =
        format!("Then `ssh {host} uptime` was slow.\n\n```sh\nping {host}\n```\n\nAnd `redis-cli -p 6379 ping`.");
    let review = test.review("latency").summary(&text);
    test.write(&review);
    let run = test.site.run(&["redact", &review.file, "--library", "library", "--apply"]);
    let code = format!("`ssh {host} uptime`");
    assert!(run.stderr.contains(&format!("write [{code}](redact:ROLE), ROLE one of")), "{}", run.stderr);
    test.edit(&review.file, &format!("Then {code} was"), &format!("Then [{code}](redact:database-server) was"));
    // The next place of the same value.
    let run = test.site.run(&["redact", &review.file, "--library", "library", "--apply"]);
    let after = test.read(&review.file);
    assert!(after.contains(&format!("\nping {host}\n")) && after.contains("`redis-cli -p 6379 ping`"), "{after}");
    assert!(run.stderr.contains("name the block `redact`"), "{}", run.stderr);
    test.edit(&review.file, "```sh", "```redact");
    test.approve(&review).ok();
    test.publish().ok();
    test.nowhere(&[&host]);
}

#[test]
fn a_finding_in_what_the_site_says_of_itself_has_its_line() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    let policy = test.read("redaction.yaml");
    let title = policy.lines().position(|line| line.contains("title:")).expect("a title") + 1;
    test.edit("redaction.yaml", "title: ", &format!("title: {} ", test.person.full()));
    test.write(&review);
    let run = test.site.check();
    assert!(run.stderr.contains(&format!("redaction.yaml:{title}:")), "{}", run.stderr);
}

#[test]
fn redact_names_what_it_does_not_know() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.put(&review.file, &review.unpublished());
    test.site.run(&["redact", &review.file, "--library", "library"]).code(2).says("asks to be published");
    test.write(&review);
    let near = review.file.trim_end_matches(".md").replacen(char::is_alphabetic, "q", 1);
    test.site.run(&["redact", &near, "--library", "library"]).code(2).says("did you mean");
}

#[test]
fn approve_asks_a_person_or_refuses() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.write(&review);
    let before = test.read(&review.file);
    let approve = |more: &[&str]| {
        let args = ["approve", &review.file, "--library", "library", "--as-of", "2026-03-06"];
        test.site.run(&[&args, more].concat())
    };
    approve(&["--by", APPROVER]).code(2).says("--yes");
    approve(&["--by", "Somebody", "--yes"]).code(2).says("approvers are `Comms lead`");
    approve(&["--by", &review.owner, "--yes"]).code(2);
    assert_eq!(test.read(&review.file), before, "a refusal writes nothing");
    let run = approve(&["--by", APPROVER, "--yes"]).ok().says("sha256:");
    assert!(run.stdout.contains("Payments took longer"), "{}", run.stdout);
    let after = test.read(&review.file);
    assert!(after.contains("  approval: {by: \"Comms lead\", on: 2026-03-06, digest: \"sha256:"), "{after}");
    let unapproved = after.lines().filter(|line| !line.starts_with("  approval:")).collect::<Vec<_>>().join("\n");
    assert_eq!(unapproved.trim_end(), before.trim_end(), "nothing but the approval is written");
    test.publish().ok();
    test.nowhere(&[APPROVER, "sha256:"]);
}

#[test]
fn approve_shows_what_is_new() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    let again = test.approve(&review).ok();
    assert!(again.stdout.contains("What is published is what was approved before."), "{}", again.stdout);
    test.edit(&review.file, "The pool was made larger.", "The pool was doubled.");
    let run = test.approve_by(&review, "Second reader").ok();
    for words in ["Changed since it was approved", "The pool was made larger.", "The pool was doubled."] {
        assert!(run.stdout.contains(words), "{words}:\n{}", run.stdout);
    }
    assert!(!run.stdout.contains("Payments took longer"), "what did not change is not shown:\n{}", run.stdout);
    test.publish().ok();
}

#[test]
fn a_looser_policy_has_to_be_accepted() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let host = test.host.clone();
    test.edit("redaction.yaml", &format!("hosts: [{host}]"), "hosts: []");
    test.refused(1).says("error[policy-loosened]").says(&host).says("--accept-policy-change");
    test.publish_with(&["--accept-policy-change"]).ok();
    assert!(test.report()["policy_loosened"].to_string().contains(&host), "{}", test.report());
    test.publish().ok();
}

/// Entries are sorted by time when they are read, but a finding is reported at the entry's own line.
#[test]
fn a_finding_in_a_timeline_that_is_not_in_order_stands_at_its_line() {
    let mut test = PublicTest::new();
    let (name, host) = (test.person.full(), test.host.clone());
    let front = format!(
        "timeline:\n  - {{at: '2026-03-02T09:50:00Z', what: '{name} slept', public: true}}\n  \
         - {{at: '2026-03-02T09:40:00Z', what: Seen, public: '{host} was slow'}}\n  \
         - {{at: '2026-03-02T09:30:00Z', what: 'We saw\u{200b} it', public: true}}"
    );
    let review = test.review("latency").sections("summary, timeline").front(&front);
    test.write(&review);
    let text = test.read(&review.file);
    let run = test.site.run(&["redact", &review.file, "--library", "library"]);
    for value in [&name, &host, "We saw"] {
        let line = text.lines().position(|line| line.contains(value)).expect("the line") + 1;
        assert!(run.stderr.contains(&format!("{}:{line}:", review.file)), "{value:?} not at {line}: {}", run.stderr);
    }
}

#[test]
fn a_finding_stands_at_its_line() {
    let mut test = PublicTest::new();
    let review = test.review("latency").summary(&format!("One line.\n\nThen {} came.", test.person.full()));
    test.write(&review);
    let text = test.read(&review.file);
    let line = text.lines().position(|line| line.starts_with("Then ")).expect("the line") + 1;
    let run = test.site.run(&["redact", &review.file, "--library", "library"]).code(3);
    assert!(run.stderr.contains(&format!("--> library/{}:{line}:", review.file)), "not at line {line}: {}", run.stderr);
}
