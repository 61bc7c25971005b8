//! The facilitator’s notes: true answers by topic, and each step with what came next.

use super::{FARES, NOTES, in_order, notes};
use crate::harness::SiteTest;

#[test]
fn the_notes_have_true_answers_by_topic() {
    in_order(
        &notes(),
        &[
            "The forgotten cache of responder A",
            "What players may ask for",
            "What they would see",
            "screenshot",
            "Dashboards, alerts and runbooks that the review names",
            "The dashboard read it too.",
            "Logs, commands and code",
            "<pre><code>09:28 fare=12.00 user=",
            "What was said or written",
            "I paid for last winter, wrote the incident commander.",
            "Who can be reached",
            "esponder A",
            "What may give the answer away: only to whoever asks for exactly this",
            "turns the failover switch",
            "it was the cache. The fares graph was flat",
        ],
    );
}

#[test]
fn the_notes_say_for_each_step_what_came_next_and_what_is_held_or_added() {
    let notes = notes();
    in_order(
        &notes,
        &[
            "First sign",
            "<dt>Noticing</dt>",
            "What happened next, 22 min later",
            "id=\"step-1\"",
            "<dt>Doing</dt>",
            "id=\"step-2\"",
            "Held until the end",
            "empties the stale cache",
            "<dt>Added</dt>",
            "id=\"step-3\"",
            "<dt>Telling</dt>",
            "id=\"step-4\"",
            "<dt>Ending</dt>",
            "Here the record ends.",
        ],
    );
}

#[test]
fn an_hour_plays_some_of_the_steps_and_ends_with_the_last() {
    let rows: Vec<_> = (0..40).map(|m| format!("  - {{at: \"09:{m:02}\", what: Entry {m}, kind: human}}\n")).collect();
    let long = format!("---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n", rows.concat());
    let notes = SiteTest::new().file("long.md", &long).build().text("reviews/long/drill/notes/index.html");
    assert!(notes.contains("For an hour, play the steps 1, 2, 3, 4, 5, 6, 7, 8, 9, 20"), "{notes}");
}

#[test]
fn a_true_question_finds_its_answer_in_the_notes() {
    let notes = notes();
    in_order(
        &notes,
        &[
            "<h3>How it came in</h3>",
            "Customers told us",
            "KESTREL was the cause, said a passenger.",
            "<h3>Who is affected, and how much</h3>",
            "The cache was stale",
        ],
    );
    let more = FARES.replace(
        "> I paid",
        "It was a market day.\n\n- The mate has a key.\n\n| a | b |\n|---|---|\n| spare | boat |\n\n> I paid",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    in_order(&notes, &["What else the review tells", "It was a market day.", "The mate has a key.", "spare | boat"]);
}

#[test]
fn answers_that_give_the_cause_away_are_listed_separately() {
    let more = FARES.replace(
        "The body says",
        "The stale cache was forgotten at the failover.\n\n```sh\nls stale/cache\n```\n\nIt was a market day.\n\n\
         ## What it was\n\nA job copied last winter.\n\n- It ran at nine.\n\n## Later\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, rest) = notes.split_once("What may give the answer away").expect("a topic");
    let (telling, _) = rest.split_once("Step by step").expect("the steps");
    for words in [
        "turns the failover switch",
        "stale cache was forgotten",
        "ls stale/cache",
        "copied last winter",
        "ran at nine",
    ] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {notes}");
    }
    assert!(
        free.contains("It was a market day.") && telling.contains("The body says that it was the cache"),
        "{notes}"
    );
}

#[test]
fn later_passages_name_their_moment_and_those_after_the_answer_are_separate() {
    let more = FARES.replace(
        "The body says",
        "## The quay\n\nAt 10:02 the mate rang.\n\n> **a:** the board is dark\n> **b:** which\n\n## The boat\n\nIt was a market day.\n\n\
         ## The end\n\nAt 10:25 the queue was gone.\n\nEverybody went home.\n\n## Words\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, rest) = notes.split_once("What may give the answer away").expect("a topic");
    let (telling, _) = rest.split_once("Step by step").expect("the steps");
    in_order(
        free,
        &["from 10:02", "<strong>a:</strong> the board is dark<br>", "from 10:02", "At 10:02 the mate rang."],
    );
    assert!(free.contains("<li dir=\"auto\">It was a market day."), "another heading, another moment: {free}");
    for words in ["the queue was gone", "Everybody went home"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {notes}");
    }
}
