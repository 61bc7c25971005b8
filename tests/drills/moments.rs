//! From when on the notes let something be told, and how clocks are written.

use super::{FARES, NOTES, in_order};
use crate::harness::SiteTest;

/// The answers of the notes that are free, and those that may give the answer away.
fn answers(body: &str) -> (String, String) {
    let more = FARES.replace("The body says", &format!("{body}\n\n## Words\n\nThe body says"));
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    let (answers, _) = notes.split_once("Step by step").expect("the steps");
    let (free, telling) = answers.split_once("What may give the answer away").expect("a topic");
    (free.to_owned(), telling.to_owned())
}

#[test]
fn times_inside_tables_logs_and_code_are_not_the_moment_of_knowing() {
    let (free, telling) = answers(
        "## Pair\n\nTwo things went on at once.\n\n| what | seen by |\n|---|---|\n| the spare boat is small | the mate, 10:03 |\n\n\
         ```log\n10:04 gangway=up\n```\n\n~~~\nNeighbour 00:00:31\n~~~\n\n## Timer\n\nThe horn sounds every 00:00:31 then.",
    );
    for words in
        ["Two things went on", "the spare boat is small", "gangway=up", "Neighbour 00:00:31", "The horn sounds"]
    {
        assert!(!free.contains(words) && telling.contains(words), "{words}: {free}");
    }
    assert!(!telling.contains("from 10:03") && !telling.contains("from 10:04") && !telling.contains("from 00:00"));
}

#[test]
fn a_log_that_people_saw_is_told_from_then_on() {
    let (free, _) = answers("## Quay\n\nAt 10:15 the mate looked at the log:\n\n```log\n10:04 gangway=up\n```");
    in_order(&free, &["from 10:15 UTC on:", "gangway=up"]);
    let (free, _) = answers("## Quay\n\nAt 10:15 the mate rang.\n\n```log\n10:04 gangway=up\n```");
    assert!(!free.contains("gangway=up"), "{free}");
    let (free, _) = answers("## Quay\n\nAt 09:20 the mate looked at the log:\n\n```log\n09:18 gangway=up\n```");
    assert!(!free.contains("gangway=up"), "before the first sign: {free}");
}

#[test]
fn what_was_found_out_later_is_told_at_the_reveal_whatever_its_clocks_say() {
    let (free, telling) =
        answers("## Chalk\n\nWhat follows is from a log, which we got in November.\n\n- **10:02** Horn, three long.");
    assert!(!free.contains("Horn, three long") && telling.contains("Horn, three long"), "{free}");
}

#[test]
fn clocks_have_their_day_where_the_drill_spans_days() {
    let rows = |last: &str| {
        format!(
            "---\ntitle: T\ntimezone: Europe/Copenhagen\ntimes: {{started: 2026-01-15T22:00+01:00, detected: 2026-01-15T23:18+01:00}}\n\
             timeline:\n  - {{at: 2026-01-15T23:18+01:00, what: An alert fires, kind: automation}}\n  \
             - {{at: 2026-01-15T23:20+01:00, what: The lead looks, kind: human}}\n  - {{at: 2026-01-15T23:30+01:00, what: The desk waits, kind: human}}\n  \
             - {{at: 2026-01-15T23:40+01:00, what: The mate calls, kind: human}}\n  - {{at: \"{last}\", what: The desk goes home, kind: human}}\n---\nText.\n"
        )
    };
    let test =
        SiteTest::new().file("one.md", &rows("2026-01-15T23:50+01:00")).file("two.md", &rows("2026-01-16T00:58+01:00"));
    let test = test.build();
    let two = test.text("reviews/two/drill/notes/index.html");
    in_order(
        &two,
        &["15 January, 23:18 Copenhagen (22:18 UTC)", "16 January, 00:58 Copenhagen (15 January, 23:58 UTC)"],
    );
    assert!(!test.text("reviews/one/drill/notes/index.html").contains("15 January"));
}

#[test]
fn the_weekday_is_that_of_the_zone_in_which_a_document_is_written() {
    let document = "# Full disk\n\n## Timeline\n\nAll times US/Pacific, 24-hour clock.\n\n- 2021-06-11 21:01 An alarm speaks of the disk\n\
                    - 2021-06-11 21:10 The lead looks at it\n- 2021-06-11 21:20 The desk is told\n- 2021-06-11 21:30 They wait\n\
                    - 2021-06-11 21:40 They go to sleep\n";
    let test = SiteTest::foreign().file("disk.md", document).build();
    in_order(
        &test.text("reviews/disk/drill/index.html"),
        &["A Friday evening in June", "11 June, 21:01 Pacific (04:01 UTC)"],
    );
}
