//! Who can be reached, and names in documents that list no people.

use super::{FARES, NOTES, in_order, notes};
use crate::harness::SiteTest;

/// What the notes say of who can be reached.
fn reachable(notes: &str) -> &str {
    let (_, rest) = notes.split_once(">Who can be reached</h3>").expect("a topic");
    rest.split_once("</ul>").expect("its end").0
}

#[test]
fn who_is_named_before_the_first_sign_can_be_reached_from_the_start_and_nobody_is_listed_twice() {
    let told = FARES.replace(
        "{at: \"09:14\", what: \"Ana Silva turns the failover switch\", impact: negative, who: Ana Silva}",
        "{at: \"09:14\", what: \"Ana Silva and Finn turn the failover switch\", impact: negative}",
    );
    let told = told.replace("responders: [Ana Silva]", "responders: [Ana Silva, Finn Moe, Eve Adams]");
    let told = told.replace("The status page tells customers to wait", "Eve tells the desk to wait");
    let told = told.replace(
        "The body says",
        "[Ana Silva](redact:first-responder) rang [Ben Smith](redact:first-responder).\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    let listed = reachable(&notes);
    for role in ["Responder A", "Responder B"] {
        assert!(listed.contains(&format!("<li dir=\"auto\">{role}</li>")), "{role}: {listed}");
    }
    in_order(
        listed,
        &["The incident commander, in the record from 10:40 UTC on", "esponder C, in the record from 10:40 UTC on"],
    );
    assert!(!listed.contains("first responder"), "{listed}");
    assert_eq!(listed.matches("<li").count(), 4, "{listed}");
}

#[test]
fn who_is_elsewhere_can_be_reached_from_their_first_deed_on() {
    let told = FARES.replace("responders: [Ana Silva]", "responders: [Ana Silva, Eve Adams]");
    let told = told.replace("The status page tells customers to wait", "Eve is at the dentist");
    let told = told.replace(
        "  - {at: \"11:20\"",
        "  - {at: \"11:00\", what: Eve tells the desk to wait, kind: human}\n  - {at: \"11:20\"",
    );
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    in_order(reachable(&notes), &["from 11:00 UTC on:", "esponder B"]);
}

#[test]
fn a_review_that_names_nobody_says_so() {
    let rows: Vec<_> =
        (1..6).map(|m| format!("  - {{at: \"09:{m:02}\", what: The desk does {m}, kind: human}}\n")).collect();
    let nobody = format!(
        "---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:01Z}}\ntimeline:\n{}---\n",
        rows.concat()
    );
    let notes = SiteTest::new().file("fares.md", &nobody).build().text(NOTES);
    in_order(reachable(&notes), &["The review does not say."]);
    for step in notes.split("answers-to\">Answers:").skip(1) {
        let links = step.split_once("</p>").expect("its end").0;
        assert!(!links.contains("Who can be reached"), "{notes}");
    }
    assert!(super::notes().contains("answers-to\">Answers:") && super::notes().contains("Who can be reached"));
}

#[test]
fn first_names_in_the_entries_of_a_document_are_replaced() {
    let document = "# Dark boards\n\n## Timeline\n\n- 2026-03-02 09:00 UTC An alert fires\n- 2026-03-02 09:01 UTC Tim asks how to contact Yuvi\n\
                    - 2026-03-02 09:02 UTC Justin England and Chris look at the board\n- 2026-03-02 09:03 UTC Tim calls the quay\n\
                    - 2026-03-02 09:04 UTC Justin goes home, said Prometheus\n";
    let test = SiteTest::foreign().file("boards.md", document).build();
    let kit = test.text("reviews/boards/drill/index.html");
    let notes = test.text("reviews/boards/drill/notes/index.html");
    for name in ["Tim", "Yuvi", "Justin", "England", "Chris"] {
        let said = |page: &str| page.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
        assert!(!said(&kit) && !said(&notes), "{name}: {kit}");
    }
    in_order(&kit, &["Responder A asks how to contact responder B", "Responder A calls", "said Prometheus"]);
    assert!(notes.contains("The review lists no people."), "{notes}");
    assert!(!super::notes().contains("The review lists no people."));
}

#[test]
fn people_who_are_known_by_their_handles_are_told_apart() {
    let document = "# Dark boards\n\n## Timeline\n\n- 2026-03-02 09:00 UTC An alert fires\n- 2026-03-02 09:01 UTC @mkovac asks @here\n\
                    - 2026-03-02 09:02 UTC Driver @sade-lu looks at the board\n- 2026-03-02 09:03 UTC @mkovac calls the quay\n\
                    - 2026-03-02 09:04 UTC @lin waits\n";
    let test = SiteTest::foreign().file("boards.md", document).build();
    let kit = test.text("reviews/boards/drill/index.html");
    for deed in ["A asks a colleague", "B looks", "A calls the quay", "C waits"] {
        assert!(kit.contains(&format!("esponder {deed}")), "{deed}: {kit}");
    }
    let notes = test.text("reviews/boards/drill/notes/index.html");
    let listed = reachable(&notes);
    assert_eq!(listed.matches("esponder").count(), 3, "{listed}");
    assert!(!kit.contains("kovac") && !notes.contains("sade") && !notes.contains("kovac"), "{notes}");
}

#[test]
fn somebody_whose_name_has_no_capitals_has_a_role() {
    let told = FARES.replace("responders: [Ana Silva]", "responders: [佐藤花子]");
    let told = told.replace("The status page tells customers to wait", "佐藤花子が利用者に知らせた");
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    assert!(kit.contains("Responder Aが利用者に知らせた"), "{kit}");
}

#[test]
fn the_topics_of_a_step_are_those_that_have_an_answer_by_then() {
    let notes = notes();
    let step = |from: &str| {
        let (_, step) = notes.split_once(from).expect("a step");
        step.split_once("answers-to\">Answers:")
            .expect("its answers")
            .1
            .split_once("</p>")
            .expect("their end")
            .0
            .to_owned()
    };
    let (sign, first) = (step("First sign"), step("id=\"step-1\""));
    assert!(sign.contains("How it came in") && !sign.contains("What they would see"), "{sign}");
    assert!(first.contains("What they would see"), "{first}");
}
