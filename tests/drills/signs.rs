//! Where a drill begins, and how many decisions it takes.

use super::{FARES, in_order};
use crate::harness::SiteTest;

/// A document that says nothing of detection but in its entries.
fn document(entries: &[&str]) -> String {
    let rows: Vec<_> =
        entries.iter().enumerate().map(|(n, what)| format!("- 2026-03-02 09:{n:02} UTC {what}\n")).collect();
    format!("# Dark boards\n\n## Timeline\n\n{}", rows.concat())
}

const AFTER: [&str; 4] = ["The lead looks at it", "The desk waits", "The mate calls the quay", "The desk goes home"];

fn kit(before: &[&str]) -> String {
    let entries: Vec<_> = before.iter().chain(&AFTER).copied().collect();
    SiteTest::foreign().file("boards.md", &document(&entries)).build().text("reviews/boards/drill/index.html")
}

#[test]
fn a_drill_of_a_document_begins_where_somebody_notices() {
    for sign in [
        "An alert fires for the boards",
        "The on-call is paged",
        "The mate acknowledges the issue",
        "A ticket is brought to the attention of the desk",
        "Users reported that the boards were not lit",
        "The mate notices dark boards",
        "A passenger tweets that the boards are dark",
        "Kunden melden dunkle Tafeln",
        "アラートが発報した",
    ] {
        let kit = kit(&["Version 12 is deployed", "Node runs out of memory", sign]);
        let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
        assert!(
            before.contains(sign) && !before.contains("Version 12") && !before.contains("memory"),
            "{sign}: {before}"
        );
        assert!(after.contains("Version 12 is deployed"), "{sign}: {after}");
    }
}

#[test]
fn a_document_in_which_nobody_notices_has_no_kit_and_says_why() {
    for change in [
        "Version 12 is deployed",
        "No alert fired",
        "New alert rules are rolled out",
        "No abnormal glow of the boards was detected",
        "The boards show all fine, and this is reported",
    ] {
        let kit = kit(&[change, "Node runs out of memory"]);
        in_order(&kit, &["There is no drill of this review.", "It does not say when it was noticed"]);
        assert!(!kit.contains("id=\"reveal\""), "{change}");
    }
}

#[test]
fn who_takes_a_change_back_has_noticed_before() {
    let kit = kit(&[
        "Version 12 is deployed",
        "The mate reverts it, and reports lit boards",
        "An alert fires for the boards",
    ]);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(!before.contains("reverts it") && after.contains("reverts it"), "{before}");
}

#[test]
fn a_change_in_the_minute_of_detection_is_no_first_sign() {
    let told = FARES.replace(
        "  - {at: \"09:28\", what: \"A passenger",
        "  - {at: \"09:28\", what: The desk opens a hatch, kind: human}\n  - {at: \"09:28\", phase: detection, what: \"A passenger",
    );
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(!before.contains("opens a hatch") && after.contains("opens a hatch"), "{before}");
}

#[test]
fn the_steps_are_the_decisions_and_the_first_sign_is_none() {
    let test = SiteTest::new().file("fares.md", FARES).build();
    assert!(test.text(super::KIT).contains("<span>4 steps</span>"));
    in_order(
        &test.text("drills/index.html"),
        &["An incident in Checkout", "<td class=\"number\">4<span class=\"unit\"> steps"],
    );
    let short = FARES.replace(
        "  - {at: 2026-03-02T10:05Z, what: \"@cem and Dr. D. Okafor agree to wait\", kind: conversation}\n",
        "",
    );
    let short = SiteTest::new().file("fares.md", &short).build().text(super::KIT);
    assert!(short.contains("There is no drill of this review.") && short.contains("a drill takes 4"), "{short}");
}

#[test]
fn an_impact_that_says_none_is_no_first_sign() {
    let told = FARES
        .replace(", note: \"KESTREL was the cause, said a passenger.\"", "")
        .replace("The cache was stale.", "None; fares were right at the quays.");
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, _) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(!before.contains("right at the quays"), "{before}");
}

#[test]
fn of_a_timeline_without_effects_a_failure_is_shown_without_its_cause() {
    let kit = kit(&["An alert fires for the boards", "The rollover of the node fails due to a cache"]);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(before.contains("The rollover of the node fails") && !before.contains("due to a cache"), "{before}");
    assert!(after.contains("due to a cache"), "{after}");
}
