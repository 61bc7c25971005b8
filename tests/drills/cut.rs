//! What belongs to a step, which steps make an hour, and which questions and additions fit them.

use super::{FARES, NOTES, in_order};
use crate::harness::SiteTest;

#[test]
fn code_and_evidence_stay_with_the_entry_that_announces_them() {
    let document = "# Dark boards\n\n## Timeline\n\n### 2026-03-02 09:00 UTC\n\nAn alert fires for the boards:\n\n```\nboards=0 <quay>\n```\n\n\
                    ### 09:05\n\nThe lead looks at it\n\n```\nnot announced\n```\n\n### 09:10\n\nThe desk runs a command, which gives:\n\n\
                    ```\nquay up\n```\n\n### 09:15\n\nThe mate calls\n\n### 09:20\n\nThe desk goes home\n";
    let test = SiteTest::foreign().file("boards.md", document).build();
    let kit = test.text("reviews/boards/drill/index.html");
    in_order(
        &kit,
        &[
            "fires for the boards:",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>boards=0 &lt;quay&gt;</code></pre>",
            "which gives:",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>quay up</code></pre>",
            "id=\"reveal\"",
        ],
    );
    assert!(!kit.contains("not announced"), "{kit}");
    let notes = test.text("reviews/boards/drill/notes/index.html");
    in_order(
        &notes,
        &[
            "Step by step",
            "which gives:",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>quay up</code></pre>",
            "id=\"step-3\"",
        ],
    );

    let told = FARES.replace(
        "The status page tells customers to wait\"",
        "The status page tells customers:\", evidence: \"Wait for the next ship.\"",
    );
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    in_order(&kit, &["The status page tells customers:", "Wait for the next ship.", "id=\"reveal\""]);
}

#[test]
fn code_that_tells_is_held_with_its_entry() {
    let told = FARES.replace(
        "The status page tells customers to wait\"",
        "The desk reads the board:\", evidence: \"The stale cache was forgotten.\"",
    );
    let kit = SiteTest::new()
        .file(
            "fares.md",
            &told.replace("at: \"11:20\"", "at: \"11:10\", what: They wait, kind: human}\n  - {at: \"11:20\""),
        )
        .build()
        .text(super::KIT);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(!before.contains("reads the board") && after.contains("reads the board"), "{before}");
    assert!(!before.contains("stale cache") && after.contains("The stale cache was forgotten."), "{before}");
}

/// Entries of one minute each, with more fields for some of them.
fn long(fields: &[(usize, &str)], more: &str) -> String {
    let more_of = |n: usize| fields.iter().find(|(of, _)| *of == n).map_or("", |(_, more)| more);
    let row = |n: usize| format!("  - {{at: \"09:{n:02}\", what: Entry {n}, kind: human{}}}\n", more_of(n));
    let rows: Vec<_> = (0..41).map(row).collect();
    format!(
        "---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:00Z{more}}}\ntimeline:\n{}---\n",
        rows.concat()
    )
}

#[test]
fn an_hour_keeps_the_turning_point() {
    let rows: Vec<_> = (0..19)
        .map(|n| {
            let impact = match n {
                2 | 13 => ", impact: negative",
                15 => ", impact: positive",
                _ => "",
            };
            let kind = if [13, 15].contains(&n) { "automation" } else { "human" };
            format!("  - {{at: \"09:{n:02}\", what: Entry {n}, kind: {kind}{impact}}}\n")
        })
        .collect();
    let text = format!(
        "---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n",
        rows.concat()
    );
    let notes = SiteTest::new().file("fares.md", &text).build().text(NOTES);
    for step in [
        "<a href=\"#step-13\">step 13</a> (it is worst)",
        "<a href=\"#step-15\">step 15</a> (it first gets better)",
        "<a href=\"#step-18\">step 18</a> (it ends)",
    ] {
        assert!(notes.contains(step), "{step}: {notes}");
    }
}

#[test]
fn an_hour_keeps_the_steps_in_which_a_surprise_or_a_lesson_shows() {
    let rows = long(&[], "").replace("Entry 31,", "The porter carries lanterns to the weather mast,");
    let rows = rows.replace("Entry 36,", "The harbour master reads the tide table aloud,");
    let rows = rows.replace(
        "timeline:\n",
        "surprises: [Nobody but a porter knew that lanterns work]\nlearnings: [The tide table is worth reading aloud]\ntimeline:\n",
    );
    let notes = SiteTest::new().file("fares.md", &rows).build().text(NOTES);
    let (_, hour) = notes.split_once("For an hour, play ").expect("a cut");
    let (hour, _) = hour.split_once("</li>").expect("its end");
    assert!(hour.contains("(a surprise shows)") && hour.contains("(a lesson shows)"), "{hour}");
}

#[test]
fn only_the_last_steps_ask_whether_it_is_over() {
    let notes = |more: &str| SiteTest::new().file("fares.md", &long(&[], more)).build().text(NOTES);
    assert_eq!(notes(", mitigated: 2026-03-02T09:02Z").matches("<dt>Ending</dt>").count(), 1, "it is not resolved");
    let notes = notes(", resolved: 2026-03-02T09:02Z");
    assert_eq!(notes.matches("<dt>Ending</dt>").count(), 2, "{notes}");
    let (_, last) = notes.split_once("id=\"step-19\"").expect("a step");
    assert_eq!(last.matches("<dt>Ending</dt>").count(), 2);
    let unreached = "cannot be reached. What";
    assert_eq!(notes.matches(unreached).count(), 1);
    assert!(!last.contains(unreached), "{last}");
}

#[test]
fn the_way_of_the_service_is_said_between_start_and_end_only() {
    let fields = [(25, ", impact: negative"), (27, ", impact: positive"), (38, ", impact: positive")];
    let notes = SiteTest::new().file("fares.md", &long(&fields, ", mitigated: 2026-03-02T09:30Z")).build().text(NOTES);
    assert_eq!(notes.matches("closer to restored").count(), 1, "{notes}");
    assert_eq!(notes.matches("further from restored").count(), 1, "{notes}");
    let opens = FARES.replace("Silva restarts `fares-1` with asilva@ops", "Silva opens the incident at the desk");
    let opens = opens.replace(
        "phase: remediation, kind: human, who: Ana Silva, evidence",
        "impact: positive, kind: human, who: Ana Silva, evidence",
    );
    let notes = SiteTest::new().file("fares.md", &opens).build().text(NOTES);
    let (_, step) = notes.split_once("id=\"step-1\"").expect("a step");
    let (step, _) = step.split_once("id=\"step-2\"").expect("the next");
    assert!(step.contains("opens the incident") && !step.contains("closer to restored"), "{step}");
}

#[test]
fn the_notes_have_each_step_in_full_and_no_marks_of_footnotes() {
    let words = "The desk goes along the quay in the rain, writes the number of each bench down with the hour, walks back again, \
                 and hangs the sheet beside the door[^1]";
    let told = FARES.replace("The status page tells customers to wait", words);
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    let (_, step) = notes.split_once("id=\"step-3\"").expect("a step");
    let (step, _) = step.split_once("id=\"step-4\"").expect("the next");
    assert!(step.contains("and hangs the sheet beside the door</p>"), "{step}");
    assert!(!notes.contains("[^1]") && !notes.contains(" ..."), "{notes}");
}

#[test]
fn no_topic_of_the_answers_is_cut() {
    let fields: Vec<_> = (1..20).map(|n| (n, ", impact: negative")).collect();
    let told = long(&fields, "").replace("kind: human, impact", "kind: automation, impact");
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    let (_, topic) = notes.split_once(">Who is affected, and how much</h3>").expect("a topic");
    let (topic, _) = topic.split_once("</ul>").expect("its end");
    assert_eq!(topic.matches("<li").count(), 19, "{topic}");
}
