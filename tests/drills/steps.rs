//! What players see: the first sign, then one step after the other, then the reveal and the debrief.

use super::{in_order, kit};

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
            "Before anybody knew",
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
