//! What remains after all names are removed: which published facts identify a postmortem.

use super::kit::{PublicTest, Review};

const TIMES: &str = "times: {started: 2026-03-02T09:14:00Z, resolved: 2026-03-02T10:02:00Z}";

/// Another review of the library, which is not published.
fn beside(test: &mut PublicTest, times: &str, severity: &str) {
    let other = test.review("beside");
    let text = other.unpublished().replace(TIMES, times).replace("severity: sev2", &format!("severity: {severity}"));
    test.put(&other.file, &text);
}

fn joins(test: &PublicTest, review: &Review) -> Vec<String> {
    let run = test.site.run(&["redact", &review.file, "--library", "library"]).ok();
    let (_, rest) = run.stdout.split_once("Among the reviews of the library:\n").expect("what singles it out");
    rest.lines().take_while(|line| line.starts_with("  ")).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn each_published_fact_says_how_many_reviews_share_it() {
    let mut test = PublicTest::new();
    beside(&mut test, "times: {started: 2026-03-02T18:40:00Z, resolved: 2026-03-02T19:00:00Z}", "sev2");
    beside(&mut test, "times: {started: 2026-03-09T09:11:00Z, resolved: 2026-03-09T09:59:00Z}", "sev4");
    let review = test.review("latency").sections("summary, duration");
    test.write(&review);
    assert_eq!(
        joins(&test, &review),
        [
            "day 2 March 2026: 2 reviews share it",
            "start 2 March 2026, 09:10 UTC: singles it out; with `time_precision: 24h`, 2 share it",
            "end 2 March 2026, 10:00 UTC: singles it out; with `time_precision: 24h`, 2 share it",
            "duration 50 min: singles it out; with `time_precision: 1h`, 2 share it",
            "severity SEV2: 2 reviews share it",
            "services Checkout: 3 reviews share it",
            "all of these: singles it out",
        ]
    );
    test.approve(&review).ok();
    test.publish().ok();
    let report = test.report();
    let joins = report["reviews"][0]["joins"].as_array().expect("a list");
    assert_eq!((joins[0]["fact"].as_str(), joins[0]["share"].as_u64()), (Some("day"), Some(2)), "{report}");
    test.nowhere(&["singles it out", "share it"]);
}

#[test]
fn a_fact_that_does_not_leave_is_not_counted() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.write(&review);
    let joins = joins(&test, &review);
    assert!(!joins.iter().any(|line| line.starts_with("start") || line.starts_with("duration")), "{joins:?}");
}

const EXPORT: &str = "\u{feff}Incident Name;Started At (UTC);Resolved At;Affected components;Impact\r\n\
    \"Slow; and \"\"late\"\"\";2026-03-02 09:20;2026-03-02T11:05:00+01:00;\"Checkout, Search\";major\r\n\
    Search;Mar 2, 2026 6:00 PM;;Search;minor\r\nLast year;2025-03-02;;Checkout;minor\r\n";

#[test]
fn rows_of_a_status_page_that_a_postmortem_can_be_joined_with_are_told() {
    let mut test = PublicTest::new();
    let review = test.review("latency").sections("summary, duration");
    test.approved(&review);
    test.put("rows.csv", EXPORT);
    let row = "line 2, Slow; and \"late\": day, start, end, duration, services";
    let redact = test.site.run(&["redact", &review.file, "--library", "library", "--against", "library/rows.csv"]).ok();
    assert!(redact.stdout.contains(&format!("1 row of rows.csv near its time\n  {row}\n")), "{}", redact.stdout);
    test.publish_with(&["--against", "library/rows.csv"]).ok().says(row);
    let report = test.report();
    assert_eq!(report["reviews"][0]["rows"][0]["line"], 2, "{report}");
    assert_eq!(report["reviews"][0]["approved"]["by"], "Comms lead", "{report}");
    let page = std::fs::read_to_string(test.site.root().join("site/report/index.html")).expect("a report");
    assert!(page.contains("Elevated checkout latency") && page.contains("6 March 2026 by Comms lead"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http"), "{page}");
    test.put("rows.csv", "name,start\nA,soon\n");
    let before = test.tree();
    test.publish_with(&["--against", "library/rows.csv"]).code(1).says("error[bad-export]").says("rows.csv:2:3");
    assert!(test.tree() == before, "the site changed");
}

#[test]
fn the_report_shows_what_is_new_since_the_approval() {
    let mut test = PublicTest::new();
    let (same, other) = (test.review("same"), test.review("other"));
    test.approved(&same);
    test.approved(&other);
    test.edit(&other.file, "The pool was made larger.", "The pool was doubled.");
    test.publish_with(&["--omit-unapproved"]).ok();
    let page = std::fs::read_to_string(test.site.root().join("site/report/index.html")).expect("a report");
    let (new, settled) = page.split_once("As approved").expect("both kinds");
    assert!(
        new.contains("<del>The pool was made larger.</del>") && new.contains("<ins>The pool was doubled.</ins>"),
        "{page}"
    );
    assert!(!new.contains("Payments took longer"), "what did not change is not shown: {page}");
    assert!(new.contains("Changed since it was approved") && settled.contains("reviews/"), "{page}");
}
