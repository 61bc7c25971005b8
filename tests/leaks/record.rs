//! The record of the policy cannot be removed without notice: if anything is published, a build without the record says so.

use std::fs;

use super::kit::{APPROVED, APPROVER, PublicTest};

/// A published postmortem, and then a policy that no longer protects a host.
fn published_then_loosened() -> PublicTest {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let host = test.host.clone();
    test.edit("redaction.yaml", &format!("hosts: [{host}]"), "hosts: []");
    test
}

/// A fault of the folder with the record.
type Fault = fn(&std::path::Path);

#[test]
fn a_record_that_is_missing_or_cannot_be_read_stops_a_build_until_it_is_accepted() {
    let faults: [(&str, Fault); 7] = [
        ("no folder", |debrief| fs::remove_dir_all(debrief).expect("removed")),
        ("no file", |debrief| fs::remove_file(debrief.join("policy.json")).expect("removed")),
        ("nothing in it", |debrief| fs::write(debrief.join("policy.json"), "").expect("written")),
        ("an empty object", |debrief| fs::write(debrief.join("policy.json"), "{}").expect("written")),
        ("half of it", |debrief| fs::write(debrief.join("policy.json"), "{\"protected\": [").expect("written")),
        ("empty lists", |debrief| {
            let empty = "{\"protected\": [], \"permitted\": [], \"waivers\": []}";
            fs::write(debrief.join("policy.json"), empty).expect("written");
        }),
        ("a folder in its place", |debrief| {
            fs::remove_file(debrief.join("policy.json")).expect("removed");
            fs::create_dir(debrief.join("policy.json")).expect("made");
        }),
    ];
    for (fault, make) in faults {
        let test = published_then_loosened();
        make(&test.site.library().join(".debrief"));
        let run = test.refused(1);
        if fault == "a folder in its place" {
            run.says("error[unreadable-file]");
            continue;
        }
        let run = run.says("error[policy-loosened]");
        assert!(run.stderr.contains("--accept-policy-change"), "{fault}: {}", run.stderr);
        test.publish_with(&["--accept-policy-change"]).ok();
        assert!(test.read(".debrief/policy.json").contains("protected"), "{fault}: it is kept again");
        test.publish().ok();
    }
}

/// A checkout on a build machine: approvals are in the reviews, and `.debrief/` is not under version control.
#[test]
fn a_checkout_without_what_was_approved_says_how_to_keep_it() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    fs::remove_dir_all(test.site.library().join(".debrief")).expect("removed");
    let run = test.publish_with(&["--strict"]).code(1).says("error[policy-loosened]").says("git add -f .debrief");
    assert!(run.stderr.contains("1 postmortem is approved"), "{}", run.stderr);
    test.publish_with(&["--strict", "--accept-policy-change"]).ok().says("Wrote .debrief/policy.json");
    assert!(!test.publish().ok().stderr.contains("Wrote"), "it is said once");
}

#[test]
fn an_unreadable_approved_text_is_not_treated_as_missing() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    let redact = |test: &PublicTest| test.site.run(&["redact", &review.file, "--library", "library"]);
    let kept = test.site.library().join(".debrief/approved/latency.txt");
    fs::write(&kept, b"\xff\xfe\x00").expect("written");
    test.approve(&review).code(1).says("restore it from version control").says("Not approved");
    redact(&test).code(1).says("restore it from version control");
    fs::remove_file(&kept).expect("removed");
    fs::create_dir(&kept).expect("made");
    test.approve(&review).code(1).says("restore it from version control").says("Not approved");
    redact(&test).code(1).says("restore it from version control");
    fs::remove_dir(&kept).expect("removed");
    test.approve(&review).ok();
}

/// What is kept beside the reviews is believed as far as the approval in the review names it: else a text that somebody put there would
/// pass for one that the approver has read.
#[test]
fn what_is_kept_and_was_not_approved_hides_nothing_from_the_approver() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.edit(&review.file, "Payments took longer", "Cards took longer");
    let kept = test.site.library().join(".debrief/approved/latency.txt");
    let text = fs::read_to_string(&kept).expect("kept");
    fs::write(&kept, text.replace("Payments took longer", "Cards took longer")).expect("written");
    let shown = test.approve(&review).ok().stdout;
    assert!(shown.contains("Cards took longer than they should."), "{shown}");
}

#[test]
fn a_first_publication_needs_no_record_and_another_folder_does() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok().says("Wrote .debrief/policy.json");
    test.publish_with(&["--out", "elsewhere/public"]).ok();
    fs::remove_file(test.site.library().join(".debrief/policy.json")).expect("removed");
    let run = test.publish_with(&["--out", "third/public"]).code(1).says("error[policy-loosened]");
    assert!(run.stderr.contains("1 postmortem is approved"), "{}", run.stderr);
    // Approving again does not make up for it.
    test.edit(&review.file, "Payments took longer", "Cards took longer");
    test.approve(&review).ok();
    test.publish_with(&["--out", "third/public"]).code(1).says("error[policy-loosened]");
    // Nor does the record of an earlier release, which said nothing at an approval.
    let empty = "{\"protected\": [], \"permitted\": [], \"waivers\": [], \"published\": false}";
    test.put(".debrief/policy.json", empty);
    test.publish_with(&["--out", "third/public"]).code(1).says("is missing or empty");
    test.publish_with(&["--out", "third/public", "--accept-policy-change"]).ok();
}

/// A library is set up, and built before its first postmortem: what the policy permits until then was never compared with anything.
#[test]
fn a_build_that_publishes_nothing_records_no_policy() {
    let mut test = PublicTest::new();
    let run = test.publish().ok();
    assert!(!run.stderr.contains("Wrote"), "{}", run.stderr);
    assert!(!test.site.library().join(".debrief").exists());
    test.edit("redaction.yaml", "{checkout: Checkout}", "{checkout: Checkout, search: Search}");
    test.publish().ok();
    // Once something is published, what it was published under holds, also when it is gone.
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok().says("Wrote .debrief/policy.json");
    fs::remove_file(test.site.library().join(&review.file)).expect("removed");
    let _ = fs::remove_dir_all(test.folder());
    test.publish().ok();
    test.edit("redaction.yaml", "search: Search}", "search: Search, pay: Pay}");
    test.refused(1).says("error[policy-loosened]").says("newly permitted - public_services: pay -> Pay");
    assert!(test.read(".debrief/policy.json").contains("\"published\": true"));
}

/// What an approval recorded stays a record of approvals alone.
#[test]
fn a_build_that_publishes_nothing_does_not_make_a_record_of_approvals_one_of_a_publication() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    assert!(test.read(".debrief/policy.json").contains("\"published\": false"));
    fs::remove_file(test.site.library().join(&review.file)).expect("removed");
    test.publish().ok();
    assert!(test.read(".debrief/policy.json").contains("\"published\": false"));
}

/// A build machine works on a clone that is thrown away: no record but that of the approvals is in it.
#[test]
fn an_approval_records_the_policy_that_later_builds_are_held_to() {
    let mut test = PublicTest::new();
    let first = test.review("latency");
    test.approved(&first);
    let build_in_a_clone = |test: &PublicTest| {
        let record = test.read(".debrief/policy.json");
        let run = test.publish();
        test.put(".debrief/policy.json", &record);
        fs::remove_dir_all(test.folder()).unwrap_or_default();
        run
    };
    build_in_a_clone(&test).ok();
    let hosts = format!("hosts: [{}]", test.host);
    test.edit("redaction.yaml", &hosts, "hosts: []");
    build_in_a_clone(&test).code(1).says("error[policy-loosened]").says(&test.host);

    // An approval accepts nothing that is looser.
    let second = test.review("errors");
    test.approved(&second);
    build_in_a_clone(&test).code(1).says("error[policy-loosened]").says(&test.host);

    // What is protected later is recorded by the next approval.
    test.edit("redaction.yaml", "hosts: []", &hosts.replace(']', ", db-later-9]"));
    build_in_a_clone(&test).ok();
    let third = test.review("lost");
    test.approved(&third);
    test.edit("redaction.yaml", ", db-later-9", "");
    build_in_a_clone(&test).code(1).says("error[policy-loosened]").says("no longer protected - host: db-later-9");
    test.publish_with(&["--accept-policy-change"]).ok().says("Wrote .debrief/policy.json");
    test.publish().ok();
}

/// Else a record, the approvals and a line of the policy could be removed together, and one approval would hide it.
#[test]
fn a_record_made_anew_does_not_stand_for_that_of_what_is_published() {
    let test = published_then_loosened();
    fs::remove_dir_all(test.site.library().join(".debrief")).expect("removed");
    let review = fs::read_dir(test.site.library()).expect("a folder").filter_map(Result::ok);
    let names = review.filter_map(|entry| entry.file_name().into_string().ok());
    let name = names.into_iter().find(|name| name.starts_with("2026-")).expect("the review");
    let text = test.read(&name);
    let unapproved: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("approval:")).collect();
    test.put(&name, &unapproved.join("\n"));
    test.site.run(&["approve", &name, "--by", APPROVER, "--yes", "--as-of", APPROVED, "--library", "library"]).ok();
    test.refused(1).says("error[policy-loosened]").says("published nothing");
}

/// The words of a theme are on every page, and no approval is of them.
#[test]
fn a_theme_that_changes_is_named() {
    let mut test = PublicTest::new();
    test.put("debrief.yaml", "theme: ./look\n");
    test.put("look/theme.yaml", "api: 1\n");
    test.put("look/assets/public/own.css", "a{color:red}\n");
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    test.publish().ok();
    test.put("look/assets/public/own.css", "a::after{content:'We were hacked'}\n");
    test.publish().ok().says("note: the theme has changed since the last publication: `assets/public/own.css`");
    assert!(!test.publish().ok().stderr.contains("the theme has changed"));
}
