//! A day in the past is built as it was: nothing that was published, revised or closed later stands on any page.

use std::fs;

use super::{FORMATS, digest, fixture, main_of, review};
use crate::harness::SiteTest;

#[test]
fn a_past_week_is_built_again_byte_for_byte_whatever_came_later() {
    let (then, now) = (fixture(), fixture());
    now.put(
        "later.md",
        review("Later", "2026-11-30", "services: [boards]\ncontributing_factors: [Stale cache]\n").as_bytes(),
    );
    now.put("2026-11-18-hidden.md", b"---\ntitle: Later\nvisibility: restricted\npublished: 2026-12-01\n---\nx\n");
    let path = "2026-10-01-four-minutes.md";
    let text = fs::read_to_string(now.library().join(path)).expect("a review");
    let text = text.replace("due: 2026-11-02, status: open", "due: 2026-11-02, status: done, closed: 2026-12-20");
    let text = text.replace("revisions: [", "revisions: [{on: 2026-12-24, note: Later still.}, ");
    now.put(path, text.as_bytes());
    for format in FORMATS {
        let old = digest(&then, &["--week", "2026-W47", "--as-of", "2026-11-22", "--format", format]).ok().stdout;
        for as_of in ["2026-11-22", "2026-12-31"] {
            let new = digest(&now, &["--week", "2026-W47", "--as-of", as_of, "--format", format]).ok().stdout;
            if format == "html" {
                // The frame counts the reviews of the library, and a later week may follow.
                let alone = |page: &str| {
                    let page = main_of(page).split("<nav class=\"siblings").next().unwrap_or_default();
                    page.lines().filter(|line| !line.contains("rel=\"next\"")).collect::<Vec<_>>().join("\n")
                };
                assert!(alone(&old) == alone(&new), "as of {as_of}");
            } else {
                assert_eq!(old, new, "{format} as of {as_of}");
            }
        }
    }
    assert!(
        digest(&now, &["--week", "2026-W48", "--as-of", "2026-11-29"]).ok().stdout.contains("Nothing new this week.")
    );
    assert!(digest(&now, &["--week", "2026-W49", "--as-of", "2026-12-31"]).ok().stdout.contains("Later"));
}

#[test]
fn a_day_in_the_past_is_built_as_it_was() {
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file(
            "early.md",
            "---\ntitle: Early\ntimes: {started: 2026-03-01T08:00Z, resolved: 2026-03-01T09:00Z}\npublished: 2026-03-05\n\
             services: [boards]\nrevisions: [{on: 2026-03-06, note: Soon.}, {on: 2026-09-01, note: Kestrel note.}]\n\
             related: [kestrel-review]\n\
             actions: [{title: Fix it, due: 2026-04-01, status: wont_do, closed: 2026-09-02, reason: Kestrel reason}]\n---\n\
             See [[kestrel-review]] and [that](kestrel.md).\n",
        )
        .file(
            "kestrel.md",
            "---\nid: kestrel-review\ntitle: Kestrel\ntimes: {started: 2026-02-01T08:00Z, resolved: 2026-02-01T09:00Z}\n\
             published: 2026-06-01\nservices: [boards, kestrel-service]\ntags: [kestrel-tag]\nrecurrence_of: early\n---\nKestrel.\n",
        )
        .file("secret.md", "---\ntitle: S\nvisibility: restricted\npublished: 2026-07-01\n---\nx\n");
    test.run(&["build", "library", "--as-of", "2026-04-15", "--strict"]).ok();
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!path.contains("kestrel") && !text.contains("kestrel"), "{path} knows what came later");
        assert!(
            path.rsplit('.').next() != Some("html") || !text.contains("restricted"),
            "{path} counts what came later"
        );
    }
    assert!(
        test.text("actions/index.html").contains("Fix it") && test.text("reviews/early/index.html").contains("Soon.")
    );
    test.run(&["build", "library", "--as-of", "2026-10-01"]).ok();
    assert!(test.text("reviews/kestrel-review/index.html").contains("Kestrel"));
    assert!(test.text("reviews/early/index.html").contains("Kestrel note."));
}
