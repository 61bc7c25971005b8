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
            "Who can be reached",
            "esponder A",
            "What people did before: to whoever asks what was changed",
            "turns the failover switch",
            "What may give the answer away: only to whoever asks for exactly this",
            "at the reveal:",
            "KESTREL was the cause, said a passenger.",
            "at the reveal:",
            "The cache was stale",
            "it was the cache. The fares graph was flat",
            "at the reveal:",
            "I paid for last winter, wrote the incident commander.",
            "at the reveal:",
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code>09:28 fare=12.00 user=",
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
    let long = format!(
        "---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n",
        rows.concat()
    );
    let notes = SiteTest::new().file("long.md", &long).build().text("reviews/long/drill/notes/index.html");
    assert!(
        notes.contains(
            "The 80 min are 5 to read what you know, 5 for the roles, 20 steps of 2, 10 for what it was and 20"
        )
    );
    let (_, hour) = notes.split_once("For an hour, play 6 steps with 2 min each: ").expect("a cut");
    let steps = [1, 2, 3, 4, 5].map(|n| format!("<a href=\"#step-{n}\">step {n}</a> (people decided), "));
    let last = "<a href=\"#step-20\">step 20</a> (it ends). ";
    assert!(hour.starts_with(&[&steps.concat(), last].concat()), "{hour}");
    assert!(hour.contains("read the others out without stopping, in 8 min together"), "{hour}");
}

#[test]
fn a_true_question_finds_its_answer_in_the_notes() {
    let notes = notes();
    in_order(&notes, &[">How it came in</h3>", "Customers told us", ">What they would see</h3>"]);
    let more = FARES.replace(
        "> I paid",
        "## Desk\n\nIt was a market day at 10:02.\n\n- The mate has a key at 10:03.\n\nAt 10:05 the desk looked at the list:\n\n| a | b |\n|---|---|\n| spare | boat 10:04 |\n\n> I paid",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    in_order(
        &notes,
        &["What else the review tells", "It was a market day", "The mate has a key", "a | b<br>spare | boat"],
    );
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
    let (_, before) = free.split_once("What people did before: to whoever asks what was changed").expect("a topic");
    assert!(before.contains("turns the failover switch"), "{notes}");
    for words in ["stale cache was forgotten", "ls stale/cache", "copied last winter", "ran at nine"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {notes}");
    }
    for words in ["It was a market day.", "The body says that it was the cache"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}, which nobody knew before the end: {notes}");
    }
}

#[test]
fn later_passages_name_their_moment_and_those_after_the_answer_are_separate() {
    let more = FARES.replace(
        "The body says",
        "## The quay\n\n> **a:** the board is dark\n> **b:** which\n\nAt 10:02 the mate rang.\n\n## The boat\n\nIt was a market day.\n\n\
         ## The end\n\nAt 10:25 the queue was gone.\n\nEverybody went home.\n\n## Words\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, rest) = notes.split_once("What may give the answer away").expect("a topic");
    let (telling, _) = rest.split_once("Step by step").expect("the steps");
    in_order(
        free,
        &["from 10:02", "<strong>a:</strong> the board is dark<br>", "from 10:02", "At 10:02 the mate rang."],
    );
    for words in ["It was a market day.", "the queue was gone", "Everybody went home"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {notes}");
    }
}

#[test]
fn what_a_text_tells_without_a_clock_is_known_at_the_end_only() {
    let more = FARES.replace(
        "The body says",
        "`settings.env` was a copy. See the [fares dashboard](https://dash.example/d/1).\n\n```rust\nlet asks = 4 * 3 * 3;\n```\n\n\
         > Look on page ninety-one.\n\n## Chalk\n\n- **10:02** Radio to control.\n\nIn forty minutes they loaded four ships.\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, rest) = notes.split_once("What may give the answer away").expect("a topic");
    let (telling, _) = rest.split_once("Step by step").expect("the steps");
    for words in ["was a copy", "asks = 4", "page ninety-one", "In forty minutes"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {notes}");
    }
    in_order(free, &["Dashboards, alerts and runbooks", "fares dashboard", "from 10:02", "Radio to control."]);
}

#[test]
fn sections_that_repeat_the_timeline_or_the_actions_are_no_answers() {
    let more = FARES.replace(
        "The body says",
        "## Zeitleiste\n\n| Zeit | Was |\n|---|---|\n| 10:02 | rolled back to v12 |\n\n## Timeline\n\n- 10:03 rolled back to v13\n\n\
         ## Maßnahmen\n\n- Alles neu um 10:04\n\n## Action items\n\n| ID | Action |\n|---|---|\n| X1 | Buy a clock by 10:05 |\n\n\
         ## Behebung\n\nUm 10:06 neu gestartet.\n\n## Lessons learned\n\n- At 10:07 we saw how.\n\n## Words\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (answers, _) = notes.split_once("Step by step").expect("the steps");
    for words in ["rolled back to v12", "rolled back to v13", "Alles neu", "Buy a clock"] {
        assert!(!answers.contains(words), "{words}: {answers}");
    }
    let (free, telling) = answers.split_once("What may give the answer away").expect("a topic");
    for words in ["neu gestartet", "we saw how"] {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {answers}");
    }
}

#[test]
fn a_deed_that_is_held_is_said_to_be_held() {
    let notes = notes();
    let (_, waiting) = notes.split_once("id=\"step-2\"").expect("a step");
    let (waiting, _) = waiting.split_once("id=\"step-3\"").expect("the next");
    in_order(waiting, &["Held until the end", "What people did then", "It is held until the reveal."]);
    assert!(!notes.contains("no change"), "the record does not say so: {notes}");
}

#[test]
fn two_people_of_one_part_stay_two_and_everybody_can_be_reached() {
    let more = FARES.replace(
        "The body says",
        "[Ana Silva](redact:first-responder) rang [Eve Adams](redact:first-responder).\n\n[Finn Moe](redact:developer) rang \
         [Ida Berg](redact:developer).\n\nThe body says",
    );
    let more = more.replace("responders: [Ana Silva]", "responders: [Ana Silva, Finn Moe]");
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    in_order(
        &notes,
        &["Who can be reached", "<li dir=\"auto\">Responder A</li>", "esponder B (developer)", "What may give"],
    );
    in_order(&notes, &["esponder A rang first responder.", "esponder B rang developer."]);
}

#[test]
fn a_table_that_adds_up_is_known_at_the_end_though_it_repeats_an_entry() {
    let more = FARES.replace(
        "The body says",
        "| what we did | time |\n|---|---|\n| restarts that the log shows | 5 h 50 min |\n\nThe body says",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (free, rest) = notes.split_once("What may give the answer away").expect("a topic");
    assert!(!free.contains("5 h 50 min") && rest.contains("5 h 50 min"), "{notes}");
}
