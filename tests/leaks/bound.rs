//! What an approval covers: everything that readers see. A change to any of it makes the approval stale, the message names the
//! field, and a new approval publishes it again.

use super::kit::{PublicTest, Review};

/// A review with everything published that can be.
fn review(test: &mut PublicTest) -> Review {
    test.review("latency")
        .sections(
            "summary, resolution, duration, severity, timeline, customer-actions, communications, countermeasures",
        )
        .front("timeline: [{at: 2026-03-02T09:20:00Z, what: The queue grew., impact: negative, public: true}]")
        .front("actions: [{title: Limit the pool., status: open, due: 2026-06-10}]")
        .public("state: monitoring")
        .public("version: preliminary")
        .public("time_precision: 5m")
        .public("changes: [{on: 2026-03-05, note: First published.}]")
        .public("customer-actions: Pay again if your basket is empty.")
        .public("communications: We wrote to everybody at noon.")
}

#[test]
fn a_change_of_anything_that_readers_see_leaves_the_approval_stale_and_is_named() {
    for (file, from, to, field) in [
        ("", "on: 2026-03-06", "on: 2026-03-01", "approved"),
        ("redaction.yaml", "title: What went wrong", "title: What did not go wrong", "site"),
        ("redaction.yaml", "Accounts of our incidents.", "Accounts of none.", "site"),
        ("redaction.yaml", "organisation: Ninefold", "organisation: Tenfold", "site"),
        ("redaction.yaml", "contact: support@example.com", "contact: 'https://example.com/help'", "site"),
        ("redaction.yaml", "contact: support@example.com", "language: de", "site"),
        (
            "redaction.yaml",
            "contact: support@example.com",
            "contact: support@example.com, timezone: Europe/Oslo",
            "site",
        ),
        (
            "debrief.yaml",
            "title: Inside",
            "severities: [{key: sev2, meaning: Some cannot pay.}]\ntitle: Inside",
            "severity",
        ),
        ("", "slug: latency", "slug: slowness", ""),
        ("", "title: \"Elevated checkout latency\"", "title: Elevated latency", "title"),
        ("", "date: 2026-03-05", "date: 2026-03-04", "date"),
        ("", "  severity: sev2", "  severity: sev3", "severity"),
        ("", "tags: [database]\n  sections", "tags: []\n  sections", "tags"),
        ("", "state: monitoring", "state: resolved", "standing"),
        ("", "version: preliminary", "version: final", "version"),
        ("", "First published.", "Published first.", "changes"),
        ("", "on: 2026-03-05, note", "on: 2026-03-04, note", "changes"),
        ("", "started: 2026-03-02T09:14:00Z", "started: 2026-03-02T09:04:00Z", "span"),
        ("", "resolved: 2026-03-02T10:02:00Z", "resolved: 2026-03-02T11:02:00Z", "lasted"),
        ("", "time_precision: 5m", "time_precision: 15m", "timeline"),
        ("", "at: 2026-03-02T09:20:00Z", "at: 2026-03-02T09:30:00Z", "timeline"),
        ("", "impact: negative", "impact: positive", "timeline"),
        ("", "The queue grew.", "The queue shrank.", "timeline"),
        ("", "Pay again", "Pay once more", "sections: customer-actions"),
        ("", "everybody at noon", "everybody at one", "sections: communications"),
        ("", "status: open, due: 2026-06-10", "status: done", "measures"),
        ("", "due: 2026-06-10", "due: 2026-07-10", "measures"),
        ("", "The pool was made larger.", "The pool was made smaller.", "sections: resolution"),
        ("", "  sections: [summary, resolution,", "  sections: [summary,", "sections: resolution"),
        ("", "  publish: true", "  publish: true\n  withdrawn: It told of another day.", "withdrawn"),
        ("", "  publish: true", "  publish: true\n  revised: [{on: 2026-03-06, fields: [title]}]", "revised"),
    ] {
        let mut test = PublicTest::new();
        let review = review(&mut test);
        test.approved(&review);
        test.publish().ok();
        test.edit(if file.is_empty() { &review.file } else { file }, from, to);
        let run = test
            .refused(1)
            .says("error[approval]")
            .says(&format!("debrief approve {}", review.file.trim_end_matches(".md")));
        assert!(
            field.is_empty() || run.stderr.contains(&format!("`{field}`")),
            "{to} is not `{field}`: {}",
            run.stderr
        );
        test.approve_by(&review, "Second reader").ok();
        test.publish().ok();
    }
}

#[test]
fn internal_edits_and_the_address_of_the_site_do_not_affect_the_approval() {
    let mut test = PublicTest::new();
    let review = review(&mut test);
    test.approved(&review);
    test.publish().ok();
    for (file, from, to) in [
        (review.file.as_str(), "Nobody outside should read", "Nobody outside may read"),
        (review.file.as_str(), "started: 2026-03-02T09:14:00Z", "started: 2026-03-02T09:13:00Z"),
        ("redaction.yaml", "https://status.example.com/", "https://example.com/incidents/"),
    ] {
        test.edit(file, from, to);
        test.publish().ok();
    }
}

#[test]
fn an_approver_is_shown_all_of_it() {
    let mut test = PublicTest::new();
    test.edit("redaction.yaml", "contact:", "timezone: Europe/Oslo, contact:");
    let review = review(&mut test);
    test.write(&review);
    test.site.run(&["redact", &review.file, "--library", "library", "--page", "both.html"]).ok();
    let page = std::fs::read_to_string(test.site.root().join("both.html")).expect("a page");
    let redact = test.site.run(&["redact", &review.file, "--library", "library"]).ok().stdout;
    let approve = test.approve(&review).ok().stdout;
    for words in [
        "5 March 2026",
        "2 March 2026, 09:10 UTC",
        "2 March 2026, 10:00 UTC",
        "50 min",
        "2 March 2026, 09:20 UTC, negative, The queue grew.",
        "2026-06, Limit the pool.",
        "preliminary",
        "monitoring",
        "Major functionality broken, revenue affected.",
        "First published.",
        "What went wrong",
        "Accounts of our incidents.",
        "Ninefold",
        "mailto:support@example.com",
        "Europe/Oslo",
    ] {
        for (where_, said) in [("redact", &redact), ("approve", &approve), ("the page", &page)] {
            let said = said.replace("planned, 2026-06", "2026-06");
            assert!(said.contains(words), "{where_} lacks {words:?}:\n{said}");
        }
    }
    assert!(approve.contains("6 March 2026"), "the day of the version: {approve}");
}

#[test]
fn an_approval_of_the_form_before_is_told_in_plain_words() {
    let mut test = PublicTest::new();
    let review = review(&mut test);
    test.approved(&review);
    // A text approved by a version whose approvals covered less, with its digest.
    let kept = test.read(".debrief/approved/latency.txt").replace("debrief-postmortem/2", "debrief-postmortem/1");
    let digest = |text: &str| public::digest_of(text);
    let new = digest(&test.read(".debrief/approved/latency.txt"));
    test.put(".debrief/approved/latency.txt", &kept);
    test.edit(&review.file, &new, &digest(&kept));
    let run = test.publish().code(1).says("an earlier version of debrief asked for less");
    run.says(&format!("debrief approve {}", review.file.trim_end_matches(".md")));
    test.approve(&review).ok();
    test.publish().ok();
    assert!(!test.read(&review.file).contains("revised:"), "what nobody changed is no change");
}
