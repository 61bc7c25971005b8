//! The published site is replaced completely or not at all, and contains nothing but its pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::kit::PublicTest;
use crate::harness::{SiteTest, TODAY, program, tree};

#[test]
fn d44_a_page_that_is_no_longer_public_is_gone_and_told() {
    let mut test = PublicTest::new();
    let [keep, drop] = ["keep", "drop"].map(|slug| test.review(slug));
    let mut drop = drop;
    drop.heading = format!("The {} of spring", test.dice.word());
    test.approved(&keep);
    test.approved(&drop);
    test.publish().ok();
    assert!(test.tree().contains_key("postmortems/drop/index.html"));
    test.edit(&drop.file, "publish: true", "publish: false");
    let run = test.publish().ok().says("postmortems/drop/");
    assert!(!run.stderr.contains("postmortems/keep/"));
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let holds =
            path.contains("postmortems/drop") || text.contains("postmortems/drop") || text.contains(&drop.heading);
        assert!(!holds, "{path} still knows the page");
    }
    let report = test.report().to_string();
    assert!(report.contains("postmortems/drop/"), "the report does not name the page that went:\n{report}");
}

#[test]
fn d44_an_approval_that_no_longer_counts_can_leave_the_page_out() {
    let mut test = PublicTest::new();
    let [keep, stale] = ["keep", "stale"].map(|slug| test.review(slug));
    test.approved(&keep);
    test.approved(&stale);
    test.publish().ok();
    test.edit(&stale.file, "took longer", "took much longer");
    test.refused(1).says("error[approval]");
    test.publish_with(&["--omit-unapproved"])
        .ok()
        .says("warning[approval]")
        .says("postmortems/stale/")
        .says("1 not approved");
    assert!(!test.tree().keys().any(|path| path.contains("stale")));
    test.page("keep");
}

#[test]
fn d44_foreign_files_are_not_deleted() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    fs::write(test.folder().join("thesis.txt"), "three years").expect("a file");
    test.edit(&review.file, "took longer", "took much longer");
    test.approve(&review).ok();
    test.refused(4).says("thesis.txt").says("--out");
    fs::remove_file(test.folder().join("thesis.txt")).expect("removed");
    test.publish().ok();
    assert!(test.page("latency").contains("much longer"));
}

#[test]
fn d45_one_hit_changes_no_page() {
    let mut test = PublicTest::new();
    let mut reviews: Vec<_> = (0..50).map(|n| test.review(&format!("page-{n}"))).collect();
    reviews.iter().for_each(|review| test.approved(review));
    test.publish().ok();
    for review in &mut reviews {
        review.summary = "Everything took longer than it should.".to_owned();
        test.approved(review);
    }
    let bad = reviews.pop().expect("fifty").summary(&format!("Then {} came.", test.person.full()));
    test.write(&bad);
    let run = test.refused(3);
    assert!(run.stderr.contains(&bad.file) && !run.stderr.contains(&reviews[0].file), "{}", run.stderr);
    test.write(&bad.clone().summary("Then somebody came."));
    test.approve(&bad).ok();
    test.publish().ok();
    assert!(test.page("page-0").contains("Everything took longer"));
}

#[test]
fn a_library_that_lost_everything_publishes_nothing_over_what_stands() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let before = test.tree();
    std::fs::remove_dir_all(test.site.library()).expect("gone");
    std::fs::create_dir(test.site.library()).expect("an empty library");
    test.publish().code(1).says("error[no-policy]");
    assert!(test.tree() == before, "the site that stood went with the library");
}

#[test]
fn d46_the_report_stands_outside_and_tells_no_value() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    assert!(!test.tree().keys().any(|path| path.contains("report")));
    let report = test.report();
    assert_eq!(report["published"], 1);
    assert_eq!(report["reviews"][0]["state"]["state"], "approved", "{report}");
    let bad = test.review("bad").summary(&format!("Then {} came to {}.", test.person.full(), test.host));
    test.write(&bad);
    test.refused(3).says("site/report");
    let report = test.report();
    let rules: BTreeSet<_> =
        report["findings"].as_array().expect("findings").iter().map(|f| f["rule"].to_string()).collect();
    assert!(rules.len() >= 2, "{report}");
    for (path, bytes) in tree(&test.site.root().join("site/report")) {
        // The approver's page of a review contains internal text; it is for people who may read both.
        if !path.starts_with("reviews/") {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for token in [&test.person.surname, &test.person.given, &test.host] {
                assert!(!text.contains(&token.to_lowercase()), "{path} tells {token}");
            }
        }
    }
    // The report cannot be written into the public site.
    let run = test.publish_with(&["--report", "site/public/report"]);
    assert_ne!(run.code, Some(0));
    assert!(!test.tree().keys().any(|path| path.contains("report")));
    let run = test.publish_with(&["--report", "site/public"]);
    assert_ne!(run.code, Some(0));
    assert!(test.tree().contains_key("postmortems/latency/index.html"));
}

/// Mistakes, leaks and refusals in turn.
#[test]
fn a_hundred_builds_that_fail_change_nothing() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let before = (test.tree(), times(&test.folder()));
    let good = test.read(&review.file);
    let name = test.person.full();
    let changes: [(&str, String, i32); 4] = [
        ("took longer", format!("took {name} longer"), 3),
        ("took longer", "took [x](redact:nobody) longer".to_owned(), 1),
        ("publish: true", "publish: maybe".to_owned(), 1),
        ("made larger", "made smaller".to_owned(), 1),
    ];
    for round in 0..100 {
        let (from, to, code) = &changes[round % changes.len()];
        test.put(&review.file, &good.replace(from, to));
        test.publish().code(*code);
    }
    assert!((test.tree(), times(&test.folder())) == before, "a build that failed changed the site");
    test.put(&review.file, &good);
    test.publish().ok();
}

/// If a build is killed at any moment, the site is the old one or the new one.
#[test]
fn a_killed_build_leaves_one_whole_site() {
    let mut test = PublicTest::new();
    let mut reviews: Vec<_> = (0..12).map(|n| test.review(&format!("page-{n}"))).collect();
    reviews.iter().for_each(|review| test.approved(review));
    test.publish().ok();
    let old = test.tree();
    for review in &mut reviews {
        review.resolution = "The pool was made larger still.".to_owned();
        test.approved(review);
    }
    let started = SystemTime::now();
    let other = SiteTest::of(&test.site.library());
    other.run(&["build", "library", "--edition", "public", "--as-of", TODAY]).ok();
    let took = started.elapsed().expect("time goes on");
    let new = tree(&other.root().join("site/public"));
    assert!(old != new);
    let mut kinds = BTreeSet::new();
    // Each is killed later than the one before, until one has put the new site in place.
    for round in 0..200u32 {
        let args = ["build", "library", "--edition", "public", "--as-of", TODAY, "--quiet"];
        let mut child = program().current_dir(test.site.root()).args(args).spawn().expect("runs");
        let share = u64::try_from(took.as_millis()).unwrap_or(500) * u64::from(round) / 17;
        std::thread::sleep(Duration::from_millis(share + test.dice.below(15) as u64));
        let _ = child.kill();
        let _ = child.wait();
        let now = test.tree();
        assert!(now == old || now == new, "round {round}: neither the old site nor the new one");
        kinds.insert(now == new);
        if round > 20 && now == new {
            break;
        }
    }
    test.publish().ok();
    assert!(test.tree() == new);
    assert!(kinds.len() == 2, "no build was killed before it was done, or none was left to end");
}

/// The times and modes of every file and folder.
fn times(root: &Path) -> Vec<(String, SystemTime, u32)> {
    let entries = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
    let of = |entry: walkdir::DirEntry| {
        let meta = entry.metadata().expect("metadata");
        (entry.path().to_string_lossy().into_owned(), meta.modified().expect("a time"), mode(&meta))
    };
    entries.map(of).collect()
}

#[cfg(unix)]
fn mode(meta: &fs::Metadata) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o777
}

#[cfg(not(unix))]
fn mode(_: &fs::Metadata) -> u32 {
    0
}

#[test]
fn times_modes_and_bytes_tell_nothing_of_the_build() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let first = times(&test.folder());
    let seconds = |time: &SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs();
    // Midnight of the approval, 6 March 2026, in UTC.
    assert!(first.iter().all(|(_, time, _)| seconds(time) == 1_772_755_200), "{first:?}");
    let modes: BTreeSet<_> = first.iter().map(|(.., mode)| *mode).collect();
    assert!(!cfg!(unix) || modes == BTreeSet::from([0o644, 0o755]), "{modes:?}");
    let hidden = |(path, ..): &&(String, SystemTime, u32)| {
        Path::new(path).file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
    };
    assert!(first.iter().find(hidden).is_none(), "a hidden file is published");
    // Another folder, another zone, another language, another umask.
    let other = SiteTest::of(&test.site.library());
    let build = format!(
        "umask 077; exec {} build library --edition public --out elsewhere/pages --as-of 2027-01-09",
        env!("CARGO_BIN_EXE_debrief")
    );
    let status = std::process::Command::new("sh")
        .args(["-c", &build])
        .current_dir(other.root())
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "tr_TR.UTF-8")
        .status()
        .expect("runs");
    assert!(status.success());
    let elsewhere = other.root().join("elsewhere/pages");
    assert!(tree(&elsewhere) == test.tree(), "the bytes tell where or when they were made");
    let bare =
        |all: Vec<(String, SystemTime, u32)>| all.into_iter().map(|(_, time, mode)| (time, mode)).collect::<Vec<_>>();
    let here: Vec<_> = bare(times(&elsewhere));
    assert!(here == bare(first), "times or modes differ: {:?}", times(&elsewhere));
}
