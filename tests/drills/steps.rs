//! What players see: the first sign, then one step after the other, then the reveal and the debrief.

use super::{FARES, KIT, in_order, kit};
use crate::harness::SiteTest;

#[test]
fn steps_come_in_order_of_time_after_the_first_sign() {
    let kit = kit();
    in_order(
        &kit,
        &[
            "<h1 dir=\"auto\">Drill: an incident in Checkout</h1>",
            "A Monday morning in March",
            "Customers told us",
            "A passenger writes to the incident commander: the fare is <em>wrong</em>",
            "Incident commander</h3>",
            "Scribe</h3>",
            "id=\"step-1\">Step 1</h2></summary>",
            "22 min later",
            "Responder A restarts <code>fares-1</code>",
            "What would you change",
            "id=\"step-2\">Step 2",
            "agree to wait",
            "Whom do you ask now",
            "id=\"step-3\">Step 3",
            "The status page tells customers",
            "What do you tell the people outside this room",
            "id=\"step-4\">Step 4",
            "40 min later",
            "sees fares fall back",
            "How do you make sure that it is over?",
            "What it was",
            "The forgotten cache of responder A",
            "Before the first sign",
            "Responder A turns the failover switch",
            "Held back until now",
            "Responder A empties the stale cache",
            "Stale cache that responder A forgot",
            "Debrief",
            "What else keeps fares?",
        ],
    );
    assert!(!kit.contains("step-5"));
}

#[test]
fn players_see_no_notes_and_no_times_to_come() {
    let kit = kit();
    for told in ["What happened next", "closer to restored", "class=\"notes\"", "14 min to detection"] {
        assert!(!kit.contains(told), "{told}");
    }
    assert!(kit.contains("href=\"notes/index.html\"") && kit.contains("data-notes=\"notes/index.html\""));
}

#[test]
fn the_debrief_asks_how_and_what() {
    let kit = kit();
    let (_, debrief) = kit.split_once("id=\"debrief\"").expect("a debrief");
    let (debrief, _) = debrief.split_once("</section>").expect("its end");
    for (asked, is) in [
        ("What else keeps fares?", true),
        ("What would it take to answer this? <q>Is it fixed?</q>", true),
        ("How did this show in the drill? <q>Ask what else reads it.</q>", true),
        ("keeps fares?</li>\n<li dir=\"auto\">Who", false),
        ("Who ", false),
        ("who owned", false),
        ("hy ", false),
    ] {
        assert_eq!(debrief.contains(asked), is, "{asked}");
    }
}

#[test]
fn the_same_review_gives_the_same_kit_without_scripts_too() {
    let kit = kit();
    assert_eq!(kit, self::kit());
    assert_eq!(kit.matches("<details class=\"turn\">").count(), 6, "four steps, the reveal, the debrief");
    assert!(!kit.contains("<svg class=\"tl") && kit.len() < 25_000, "{}", kit.len());
}

/// A review in which a machine calls somebody, with rows after that and more front matter.
fn certificate(rows: &str, more: &str) -> String {
    format!(
        "---\ntitle: An issuing certificate expired\nservices: [gangway]\ntimezone: UTC\nimpact: {{customers: true}}\n\
         times: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:05Z, mitigated: 2026-03-02T09:50Z}}\n{more}\ntimeline:\n  \
         - {{at: \"09:00\", kind: automation, impact: negative, what: \"The signer comes to its end. Tokens of all readers are refused.\"}}\n  \
         - {{at: \"09:05\", kind: human, impact: positive, what: The lead acknowledges}}\n{rows}\n---\n"
    )
}

const ROWS: &str = "  - {at: \"09:08\", kind: human, impact: negative, what: \"The lead restarts the boards. They stay dark. Worse.\"}
  - {at: \"09:10\", kind: automation, impact: negative, what: \"The app gives up and asks again. 600 requests become 14,000.\"}
  - {at: \"09:15\", kind: conversation, what: \"The mate: it is my loop\"}
  - {at: \"09:20\", kind: human, what: The desk looks at the board}
  - {at: \"09:25\", kind: human, what: Somebody walks to the quay}
  - {at: \"09:30\", kind: human, phase: remediation, impact: positive, what: A new signer is made}
  - {at: \"09:32\", kind: automation, impact: positive, what: \"9,000, then 3,000\"}
  - {at: \"09:50\", kind: automation, impact: positive, what: Everyone who asks gets a token}
  - {at: \"09:55\", kind: human, impact: positive, what: The desk goes home}";

const MORE: &str = "contributing_factors: [Retry storm, Expired certificate]\nactions: [{title: Retries in one layer}]";

#[test]
fn the_first_sign_shows_what_is_wrong_and_not_why() {
    let test = SiteTest::new()
        .file("seen.md", &certificate(ROWS, MORE))
        .file(
            "said.md",
            &(certificate(ROWS, MORE) + "The page said `TOKEN_REFUSED rate 100 %`, and I thought: well.\n"),
        )
        .build();
    let seen = test.text("reviews/seen/drill/index.html");
    in_order(
        &seen,
        &["Tokens of all readers are refused.", "The lead acknowledges", "id=\"reveal\"", "comes to its end"],
    );
    in_order(&test.text("reviews/said/drill/index.html"), &["<code>TOKEN_REFUSED rate 100 %</code>", "acknowledges"]);
}

#[test]
fn the_first_sign_leaves_out_why_and_what_was_counted_afterwards() {
    let told = certificate(ROWS, "actions: [{title: Refresh the statistics when extra sailings are loaded}]").replace(
        "The signer comes to its end. Tokens of all readers are refused.",
        "The query for the next ship takes 9 s: extra sailings, old statistics.",
    );
    let noted = certificate(ROWS, "detection: {note: The bird is dead on every pole}")
        .replace("The signer comes to its end. Tokens of all readers are refused.", "A new signer is made.");
    let counted = noted.replace("detection: {note: The bird is dead on every pole}", "");
    let counted =
        counted.replace("{customers: true}", "{customers: true, summary: \"About 5,800 journeys were lost.\"}");
    let test = SiteTest::new().file("told.md", &told).file("noted.md", &noted).file("counted.md", &counted).build();
    let before = |id: &str| {
        let kit = test.text(&format!("reviews/{id}/drill/index.html"));
        kit.split_once("id=\"reveal\"").expect("a reveal").0.to_owned()
    };
    let told = before("told");
    assert!(told.contains("The query for the next ship takes 9 s.") && !told.contains("old statistics"), "{told}");
    assert!(before("noted").contains("The bird is dead on every pole"));
    assert!(!before("counted").contains("5,800"));
}

#[test]
fn what_tells_is_held_and_what_is_seen_beside_it_is_shown() {
    let test = SiteTest::new().file("c.md", &certificate(ROWS, MORE)).build();
    let kit = test.text("reviews/c/drill/index.html");
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    for told in ["asks again", "my loop", "new signer", "9,000, then"] {
        assert!(!before.contains(told) && after.contains(told), "{told}: {before}");
    }
    assert!(before.contains("600 requests become 14,000."), "{before}");
}

#[test]
fn the_question_fits_the_step() {
    let told = certificate(ROWS, MORE).replace("T09:50Z}", "T09:50Z, resolved: 2026-03-02T09:50Z}");
    let test = SiteTest::new().file("c.md", &told).build();
    let notes = test.text("reviews/c/drill/notes/index.html");
    in_order(
        &notes,
        &[
            "They stay dark. Worse.",
            "<dt>Setback</dt>",
            "600 requests become",
            "<dt>Telling</dt>",
            "Everyone who asks gets a token",
            "<dt>Ending</dt>",
            "The desk goes home",
            "<dt>Ending</dt>",
        ],
    );
    assert!(!notes.contains("How will you know that it worked"), "{notes}");
    assert_eq!(notes.matches("<dt>Telling</dt>").count(), 1, "{notes}");
    let sign = notes.split_once("First sign").expect("a first sign").1.split_once("id=\"step-1\"").expect("a step").0;
    assert!(!sign.contains("closer to restored"), "an acknowledgement mends nothing: {sign}");
}

#[test]
fn a_fix_is_told_by_the_words_for_it() {
    let fixed = FARES.replace("Silva restarts `fares-1` with asilva@ops", "Silva rolled back to v12 with asilva@ops");
    let fixed =
        fixed.replace("timeline:", "timeline:\n  - {at: \"09:45\", what: The desk asks for the list, kind: human}");
    let kit = SiteTest::new().file("fares.md", &fixed).build().text(KIT);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(!before.contains("rolled back") && after.contains("rolled back to v12"), "{before}");
}
