//! What is left when names are gone: which published facts single a postmortem out.

use super::kit::{PublicTest, Review};

const TIMES: &str = "times: {started: 2026-03-02T09:14:00Z, resolved: 2026-03-02T10:02:00Z}";

/// Another review of the library, which does not leave.
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
            "day 2026-03-02: 2 reviews share it",
            "start 2026-03-02T09:10:00Z: singles it out; with `time_precision: 24h`, 2 share it",
            "end 2026-03-02T10:00:00Z: singles it out; with `time_precision: 24h`, 2 share it",
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
