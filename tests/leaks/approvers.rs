//! Two people see everything that is published, in whatever way their names are written.

use super::kit::{APPROVER, PublicTest};

/// Other spellings of one name.
const OTHERWISE: [&str; 7] = [
    "Comms  lead",
    "Comms\u{a0}lead",
    "COMMS LEAD",
    "Com\u{200b}ms lead",
    "\u{421}omms lead",
    "\u{ff23}omms lead",
    " Comms lead ",
];

#[test]
fn the_owner_cannot_approve_however_the_name_is_written() {
    for owner in OTHERWISE {
        let mut test = PublicTest::new();
        let mut review = test.review("latency");
        review.owner = super::kit::quoted(owner);
        test.write(&review);
        test.approve(&review).code(2).says("owns the review");
    }
}

/// What authors write beside a name.
const BESIDE: [&str; 12] = [
    "Comms lead (on call)",
    "\"Comms lead <x@y.example>\"",
    "Comms Lead & Ottoline Vaszary",
    "\"[Comms lead](https://people.example/x)\"",
    "Ottoline Vaszary (Comms lead)",
    "Comms lead / EMEA",
    "comms.lead@y.example",
    "Comms lead for EMEA",
    "Comms lead mit Ottoline Vaszary",
    "Ottoline Vaszary i Comms lead",
    "Ottoline Vaszary oraz Comms lead",
    "Comms lead и Ottoline Vaszary",
];

#[test]
fn the_owner_cannot_approve_whatever_stands_beside_the_name() {
    for owner in BESIDE {
        let mut test = PublicTest::new();
        let mut review = test.review("latency");
        review.owner = super::kit::quoted(owner.trim_matches('"'));
        test.write(&review);
        test.approve(&review).code(2).says("owns the review");
        test.approve_by(&review, "Second reader").ok();
    }
}

#[test]
fn without_an_owner_whoever_acted_does_not_approve() {
    let entry = "timeline: [{at: '2026-03-02T09:31:00Z', what: Seen, who: Comms lead}]";
    for line in [entry, "actions: [{title: Look at it, owner: Comms lead}]"] {
        let mut test = PublicTest::new();
        let review = test.review("latency").front(line);
        let owner = format!("people: {{owner: {}}}", review.owner);
        test.put(&review.file, &review.text().replace(&owner, "people: {}"));
        test.approve(&review).code(2).says("names no owner");
        test.approve_by(&review, "Second reader").ok();
    }
}

#[test]
fn an_approver_is_known_however_the_name_is_written() {
    for by in OTHERWISE {
        let mut test = PublicTest::new();
        let review = test.review("latency");
        test.write(&review);
        test.approve_by(&review, by).ok();
    }
}

#[test]
fn without_an_owner_nobody_of_its_people_approves() {
    for people in ["responders: [Comms lead]", "incident_commander: 'Comms  lead'", "participants: [Ana, COMMS LEAD]"] {
        let mut test = PublicTest::new();
        let review = test.review("latency");
        let owner = format!("people: {{owner: {}}}", review.owner);
        test.put(&review.file, &review.text().replace(&owner, &format!("people: {{{people}}}")));
        test.approve(&review).code(2).says("names no owner");
        test.approve_by(&review, "Second reader").ok();
        test.publish().ok();
        test.edit(&review.file, "by: \"Second reader\"", &format!("by: \"{APPROVER}\""));
        test.refused(1).says("names no owner");
    }
}
