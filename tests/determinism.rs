//! The same input gives the same bytes; and files that did not change are not written.

use std::fs;
use std::time::{Duration, Instant};

use crate::harness::{SiteTest, TODAY, program, sample, tree};

#[test]
fn folder_zone_locale_and_threads_change_no_byte() {
    let (one, two) = (SiteTest::of(&sample()), SiteTest::of(&sample()));
    for (test, zone, locale, threads) in [(&one, "UTC", "C", "1"), (&two, "Pacific/Apia", "tr_TR.UTF-8", "7")] {
        let status = program()
            .current_dir(test.root())
            .args(["build", "library", "--as-of", TODAY, "--quiet"])
            .env("TZ", zone)
            .env("LANG", locale)
            .env("LC_ALL", locale)
            .env("RAYON_NUM_THREADS", threads)
            .status();
        assert!(status.expect("runs").success());
    }
    let (one, two) = (one.tree(), two.tree());
    assert!(one.len() > 200, "the sample library makes a site");
    for (path, bytes) in &one {
        assert!(two.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(one.len(), two.len());
}

#[test]
fn a_build_ends_with_any_number_of_threads() {
    let mut first = None;
    for threads in ["1", "2", "8", "64", "128"] {
        let test = SiteTest::of(&sample());
        let mut build = program()
            .current_dir(test.root())
            .args(["build", "library", "--as-of", TODAY, "--quiet"])
            .env("RAYON_NUM_THREADS", threads)
            .spawn()
            .expect("starts");
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = build.try_wait().expect("a process") {
                break status;
            }
            if begun.elapsed() > Duration::from_secs(180) {
                build.kill().expect("killed");
                panic!("{threads} threads: the build stands still");
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        assert!(status.success(), "{threads} threads");
        let tree = test.tree();
        assert!(first.get_or_insert_with(|| tree.clone()) == &tree, "{threads} threads make another site");
    }
}

#[test]
fn a_night_without_edits_leaves_every_review_as_it_was() {
    let test = SiteTest::of(&sample());
    let on = |day| {
        test.run(&["build", "library", "--as-of", day, "--quiet"]).ok();
        (test.tree(), tree(&test.root().join("site/public")))
    };
    // The second day is in the next week: actions became due in between.
    let ((before, outside), (after, outside_after)) = (on(TODAY), on("2026-11-28"));
    let of_today = |path: &str| {
        ["index.html", ".debrief-manifest.json"].contains(&path)
            || ["actions/", "lists/actions", "digests/", "this-week/"].iter().any(|folder| path.starts_with(folder))
    };
    let changed: Vec<_> = before.iter().filter(|(path, bytes)| after.get(*path) != Some(*bytes)).collect();
    assert!(changed.iter().any(|(path, _)| path.as_str() == "actions/index.html"), "what is overdue is told somewhere");
    for (path, _) in changed {
        assert!(of_today(path), "{path} changed overnight");
    }
    assert!(!outside.is_empty() && outside == outside_after, "the public site changed overnight");
}

#[test]
fn one_more_review_leaves_nine_pages_of_ten_as_they_were() {
    let test = SiteTest::of(&sample()).build();
    let before = test.tree();
    let review = "---\ntitle: One more\nsummary: A lamp went out.\nservices: [passage]\ntimes: {started: 2026-11-18T09:00Z}\n---\n\nDark.\n";
    test.put("2026/2026-11-18-one-more.md", review.as_bytes());
    test.build_with(&[]).ok();
    let after = test.tree();
    assert!(after.contains_key("reviews/2026-11-18-one-more/index.html"));
    let pages: Vec<_> = before.iter().filter(|(path, _)| path.ends_with("html")).collect();
    let same = pages.iter().filter(|(path, bytes)| after.get(*path) == Some(*bytes)).count();
    assert!(same * 10 >= pages.len() * 9, "{same} of {} pages", pages.len());
}

#[test]
fn an_edit_rewrites_only_what_it_changes() {
    let test = SiteTest::of(&sample()).build();
    let stamp = |path: &str| fs::metadata(test.site().join(path)).expect(path).modified().expect("a time");
    let before = (stamp("assets/debrief.css"), stamp("reviews/login-page/index.html"));
    let names = tree(&test.site()).len();
    test.build_with(&[]).ok().says(", 0 changed,");
    let path = "2026/2026-08-27-gerald.md";
    let text = fs::read_to_string(test.library().join(path)).expect("the gull");
    test.put(path, text.replace("---\n\n", "---\n\nA word more. ").as_bytes());
    test.build_with(&[]).ok();
    assert_eq!(before, (stamp("assets/debrief.css"), stamp("reviews/login-page/index.html")));
    assert!(test.text("reviews/2026-08-27-gerald/index.html").contains("A word more."));
    assert_eq!(tree(&test.site()).len(), names);
}
