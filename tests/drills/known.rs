//! What stands in the notes: every part of the timeline, chats by their clocks, how many people, and nothing of the record itself.

use super::{FARES, NOTES, in_order};
use crate::harness::SiteTest;

#[test]
fn what_stands_below_an_entry_is_known_with_it() {
    let document = "# Dark boards\n\n## Timeline\n\nAll times in UTC\n\n### 2026-03-02 09:00\n\nAn alert fires for the boards\n\n\
                    ### 09:05\n\n- The lead looks at it\n- The horn is turned off and the quay is calm\n\n### 09:10\n\nThe desk waits\n\n\
                    ### 09:15\n\nThe mate calls\n\n### 09:20\n\nThe desk goes home\n\n## Stats\n\n- Category: network\n- RF, PW, EC\n\
                    - Boats: nine\n";
    let test = SiteTest::foreign().file("boards.md", document).build();
    let kit = test.text("reviews/boards/drill/index.html");
    let notes = test.text("reviews/boards/drill/notes/index.html");
    let (answers, _) = notes.split_once("Step by step").expect("the steps");
    let is_shown = kit.contains("The horn is turned off and the quay is calm");
    assert!(is_shown || answers.contains("The horn is turned off and the quay is calm"), "{answers}");
    assert!(answers.contains("Boats: nine"), "{answers}");
    for nothing in ["All times in UTC", "Category: network", "RF, PW, EC"] {
        assert!(!answers.contains(nothing), "{nothing}: {answers}");
    }
}

#[test]
fn each_message_of_a_chat_is_known_from_its_clock_on() {
    let more = FARES.replace(
        "The body says",
        "## Desk\n\n```text\n10:02 <asilva>  who has a key\n10:03 <bsmith>  the mate, until 11:00\n```\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, _) = notes.split_once("What may give the answer away").expect("a topic");
    in_order(
        free,
        &[
            "What was said or written",
            "from 10:02 UTC on:",
            "who has a key",
            "from 10:03 UTC on:",
            "the mate, until 11:00",
        ],
    );
}

#[test]
fn a_message_under_its_speaker_and_clock_is_known_from_then_on() {
    let notes = SiteTest::new()
        .file("fares.md", &format!("{FARES}\n> mast [10:45 AM]\n> Who has a lamp?\n"))
        .build()
        .text(NOTES);
    in_order(&notes, &["What may give the answer away", "from 10:45 UTC on:", "Who has a lamp?"]);
}

#[test]
fn what_a_runbook_says_and_a_command_shows_is_for_whoever_asks() {
    let more = "\nThe runbook says: *Look at the boards first.*\n\n```bash\n$ boards --all\nall boards: dark\n```\n";
    let notes = SiteTest::new().file("fares.md", &format!("{FARES}{more}")).build().text(NOTES);
    in_order(
        &notes,
        &[
            "Dashboards, alerts and runbooks",
            "Look at the boards first",
            "What may give the answer away",
            "to whoever runs exactly this",
            "all boards: dark",
        ],
    );
}

#[test]
fn who_is_affected_is_people_and_not_what_people_did() {
    let told = FARES.replace(
        "impact: {summary: \"The cache was stale.\"}",
        "summary: \"It rained. We could not tell 11,000 people which ship to take.\"\nimpact: {summary: \"Forty boats waited.\"}",
    );
    let told = told.replace(
        "  - {at: \"10:20\"",
        "  - {at: \"10:12\", kind: human, impact: negative, what: The desk doubles the boats}\n  \
         - {at: \"10:14\", kind: human, what: The mate counts 300 passengers on the quay}\n  - {at: \"10:20\"",
    );
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    let (_, topic) = notes.split_once(">Who is affected, and how much</h3>").expect("a topic");
    let (topic, _) = topic.split_once("</ul>").expect("its end");
    in_order(
        topic,
        &["10:14", "300 passengers", "at the reveal:", "Forty boats waited", "at the reveal:", "11,000 people"],
    );
    assert!(!topic.contains("doubles the boats") && !topic.contains("It rained"), "{topic}");
}

#[test]
fn who_is_only_named_is_not_said_to_be_reachable() {
    let told = FARES.replace("responders: [Ana Silva]", "responders: [Ana Silva, Eve Adams, Ida Berg]");
    let told = told.replace(
        "The status page tells customers to wait",
        "Somebody knows that Eve has a key. Eve is at the dentist. Ida is called",
    );
    let notes = SiteTest::new().file("fares.md", &told).build().text(NOTES);
    let (_, listed) = notes.split_once(">Who can be reached</h3>").expect("a topic");
    let (listed, _) = listed.split_once("</ul>").expect("its end");
    assert_eq!(listed.matches("the record does not say that they answered").count(), 2, "{listed}");
}

#[test]
fn marks_of_markdown_are_left_out_and_colleagues_are_counted() {
    let document = "# Dark boards\n\n## Timeline\n\nAll times in UTC.\n\n#### 2026-03-02\n[09:00] An alert fires \\\n\
                    [09:01] The lead looks \\\n[09:02] The desk waits for Tim \\\n[09:03] @cem and @dan decide to wait \\\n\
                    [09:04] The desk goes home\n";
    let test = SiteTest::foreign().file("boards.md", document).build();
    for page in ["index.html", "notes/index.html"] {
        let page = test.text(&format!("reviews/boards/drill/{page}"));
        assert!(!page.contains(" \\<") && !page.contains(" \\\n"), "{page}");
        assert!(page.contains("Two colleagues decide to wait"), "{page}");
    }
}
