//! A site for a past day is built as it was then: no page shows anything that was published, revised or closed later.

use std::fs;

use super::{FORMATS, digest, fixture, main_of, review};
use crate::harness::SiteTest;
use crate::repository::{commit, git};

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
                // The navigation counts the reviews of the library, and a later week may follow.
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

/// A review with nine decisions and one later change of each kind after April, each with its own word.
const EARLY: &str = "---
title: Early
published: 2026-03-05
times: {started: 2026-03-01T08:00Z, detected: 2026-03-01T08:05Z, resolved: 2026-09-05T09:00Z}
timeline:
  - {at: 2026-03-01T08:05Z, what: The board is dark, kind: human}
  - {at: 2026-03-01T08:10Z, what: Somebody looks, kind: human}
  - {at: 2026-03-01T08:15Z, what: Somebody asks, kind: human}
  - {at: 2026-03-01T08:20Z, what: Somebody waits, kind: human}
  - {at: 2026-03-01T08:25Z, what: Somebody walks, kind: human}
  - {at: 2026-09-05T09:00Z, what: Kestrela comes back, kind: human, who: Kestrelb, evidence: kestrelc}
services: [boards]
learnings: [Look at the board.]
revisions: [{on: 2026-03-06, note: Soon.}, {on: 2026-09-01, note: Kestreld note.}]
rehearsed: [2026-09-03]
new_to: kestrele of twenty
related: [kestrelf-review]
recurrence_of: kestrelf-review
actions:
  - {title: Fix it, due: 2026-04-01, status: wont_do, closed: 2026-09-02, reason: kestrelg reason}
  - {title: Mend it, due: 2026-04-02, status: done, closed: 2026-09-02}
---
See [[kestrelf-review]] and [that](kestrel.md).
";

const LATER: &str = "---
id: kestrelf-review
title: Kestrelh title
times: {started: 2026-02-01T08:00Z, resolved: 2026-02-01T09:00Z}
published: 2026-09-01
services: [boards, kestreli-service]
tags: [kestrelj-tag]
teams: [kestrelk-team]
contributing_factors: [Kestrell factor]
learnings: [Kestrelm lesson.]
people: {owner: Kestreln}
actions: [{title: Kestrelo action, due: 2026-03-20}]
---
Kestrelp.

![a bird](img/kestrelq.png)
";

#[test]
fn no_byte_of_either_edition_depends_on_later_changes() {
    let public = |slug: &str, published: &str, place: &str| {
        format!(
            "---\ntitle: Inside of {place}\npublished: {published}\ntimes: {{started: 2026-03-01T08:00Z, resolved: 2026-03-01T09:00Z}}\n\
             people: {{owner: Ana}}\npublic:\n  publish: true\n  slug: {slug}\n  title: Boards were dark\n  date: 2026-03-06\n  sections: [summary]\n  \
             summary: Boards were dark for an hour at {place}.\n---\nText.\n"
        )
    };
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday, skip: [2026-03-05 to 2026-05-31]}\nbase_url: https://x.example/\n")
        .file(
            "redaction.yaml",
            "site: {title: Outside, description: Accounts of incidents., organisation: Harbour, base_url: 'https://status.example.com/', \
             contact: support@example.com}\npublic_domains: [example.com, status.example.com]\npublic_mailboxes: [support@example.com]\n\
             roles: {}\npeople: []\nhosts: []\ndomains: []\npublic_services: {}\npublic_tags: []\napprovers: [Lead]\n",
        )
        .file("early.md", EARLY)
        .file("kestrel.md", LATER)
        .file("secret.md", "---\ntitle: S\nvisibility: restricted\npublished: 2026-09-01\n---\nx\n")
        .file("p1.md", &public("in-march", "2026-03-05", "Brim"))
        .file("p2.md", &public("kestrelr-slug", "2026-03-05", "Vollen"))
        .file("p3.md", &public("kestrels-slug", "2026-09-01", "Ostra"))
        .bytes("img/kestrelq.png", PNG);
    for (file, on) in [("p1.md", "2026-03-06"), ("p2.md", "2026-09-04"), ("p3.md", "2026-03-06")] {
        test.run(&["approve", file, "--by", "Lead", "--yes", "--as-of", on, "--library", "library"]).ok();
    }
    let built = |as_of: &str| {
        test.run(&["build", "library", "--as-of", as_of]).ok();
        let mut all = String::new();
        for (path, bytes) in crate::harness::tree(&test.root().join("site")) {
            let is_site = path.starts_with("internal/") || path.starts_with("public/");
            if is_site {
                all.push_str(&format!("\n{path}\n{}", String::from_utf8_lossy(&bytes)));
            }
        }
        all
    };
    let then = built("2026-04-15");
    let low = then.to_lowercase();
    let around = |at: usize| low.get(at.saturating_sub(200)..(at + 80).min(low.len())).unwrap_or_default().to_owned();
    for word in ["kestrel", "2026-09", "september 2026", "restricted review"] {
        assert!(!low.contains(word), "{word}: {}", low.find(word).map(around).unwrap_or_default());
    }
    for word in ["Fix it", "Soon.", "postmortems/in-march/", "Not yet"] {
        assert!(then.contains(word), "{word} was known then");
    }
    let now = built("2026-10-01").to_lowercase();
    for letter in 'a'..='s' {
        assert!(now.contains(&format!("kestrel{letter}")), "kestrel{letter} is known by October");
    }
    assert!(now.contains("3 september 2026") && now.contains("restricted review"));
}

/// The smallest picture: one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
    0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5,
    0, 1, 0xff, 0x56, 0xc7, 0x2f, 0x0d, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn git_says_what_was_there_where_the_files_are_silent() {
    let test = SiteTest::new().file("early.md", "---\ntitle: Early\nrevisions: []\n---\nText.\n");
    git(test.root(), "2026-03-01", &["init", "-q"]);
    for n in 1..=12 {
        test.put("early.md", format!("---\ntitle: Early\n---\nText {n}.\n").as_bytes());
        commit(test.root(), &format!("2026-03-{n:02}"), &format!("March {n}"));
    }
    let build = |as_of: &str| {
        test.run(&["build", "library", "--as-of", as_of]).ok();
        test.tree()
            .into_iter()
            .map(|(path, bytes)| format!("{path}\n{}", String::from_utf8_lossy(&bytes)))
            .collect::<Vec<_>>()
            .concat()
    };
    let march = build("2026-03-20");
    // A file without any date, and twelve more commits in summer.
    test.put("kestrel.md", b"---\ntitle: Kestrel\nlearnings: [Kestrel.]\n---\nText.\n");
    for n in 1..=12 {
        test.put("early.md", format!("---\ntitle: Early\n---\nText {n}.\n").as_bytes());
        commit(test.root(), &format!("2026-07-{n:02}"), &format!("Kestrel {n}"));
    }
    let again = build("2026-03-20");
    assert!(!again.contains("Kestrel"), "{}", &again[again.find("Kestrel").unwrap_or(0)..][..200]);
    assert_eq!(again.matches("March 1").count(), march.matches("March 1").count(), "the last ten commits of that day");
    assert!(march == again);
    assert!(build("2026-08-01").contains("Kestrel"));
}

#[test]
fn how_much_was_new_is_known_from_the_meeting_on() {
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file("a.md", &review("A", "2026-11-17", "new_to: 14 of 20\n"));
    let known = |as_of: &str| digest(&test, &["--week", "2026-W47", "--as-of", as_of]).ok().stdout.contains("14 of 20");
    assert_eq!(["2026-11-17", "2026-11-18", "2026-11-19", "2026-12-24"].map(known), [false, false, true, true]);
}
