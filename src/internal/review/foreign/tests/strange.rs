//! Strange documents, each with what a reader sees in it and nothing more.

use crate::review::testing::{self, foreign};
use crate::review::{ActionStatus, Review};

fn read(text: &str) -> Review {
    foreign("a.md", text)
}

fn day(text: &str) -> Option<String> {
    read(text).date.map(|day| day.to_string())
}

/// The time of each entry: a moment in UTC, a day and a clock, or nothing.
fn times(text: &str) -> Vec<String> {
    testing::times(&read(text))
}

#[test]
fn figures_that_may_be_either_are_no_day() {
    for text in ["Date: 03/04/2026", "Date: 5/3/26", "Date: 2026-13-45", "Date: 2026-02-30", "Published on 20.03.26"] {
        assert_eq!(day(&format!("# Halt\n\n{text}\n\nIt fell.\n")), None, "{text}");
    }
    assert_eq!(day("# Halt\n\nDate: 25/03/2026\n\nIt fell.\n").as_deref(), Some("2026-03-25"));
}

#[test]
fn a_day_of_what_came_later_is_not_that_of_the_incident() {
    let text = "# Halt\n\nIt fell.\n\n## Follow-up\n\nWe met again on 2026-03-20.\n\n## Lessons learned\n\nSince 2026-04-01 we watch it.\n";
    assert_eq!(day(text), None);
    let text = "# Halt\n\n## Timeline\n\n- 2019-05-05: an earlier one\n- Feb 3 09:00 UTC: upgrade\n- Feb 3 10:00 UTC: rollback\n";
    assert_eq!((day(text), times(text)[1].as_str()), (None, "09:00"));
}

#[test]
fn a_span_that_ends_on_the_day_of_the_file_began_before() {
    let text = "# Halt\n\nBetween March 3 and March 5, 2026 the queue stood.\n";
    assert_eq!(foreign("2026-03-05-halt.md", text).date.unwrap().to_string(), "2026-03-03");
}

#[test]
fn the_title_tells_the_day_of_the_timeline() {
    let text = "# Halt on 2026-03-05\n\n## Timeline (UTC)\n\n- 10:00 It fell\n- 10:20 It ran\n\n## Actions\n\n- Add an alert by 2026-04-01\n";
    assert_eq!(times(text), ["2026-03-05T10:00:00Z", "2026-03-05T10:20:00Z"]);
    let review = foreign("2026-05-05-halt.md", text);
    assert_eq!(review.timeline[0].moment().unwrap().to_string(), "2026-03-05T10:00:00Z");
}

#[test]
fn the_half_of_the_day_may_stand_in_the_heading() {
    let text = "# Halt\n\n## Timeline (March 5, 2026, PM, EST)\n\n- 1:05 alert\n- 1:40 fix\n";
    assert_eq!(times(text), ["2026-03-05T18:05:00Z", "2026-03-05T18:40:00Z"]);
}

#[test]
fn a_clock_that_was_set_on_or_back_shows_no_moment_or_two() {
    let text = "# Halt\n\n## Timeline (Europe/Berlin, 29 March 2026)\n\n- 01:30 before\n- 02:30 none\n- 03:30 after\n";
    assert_eq!(times(text), ["2026-03-29T00:30:00Z", "2026-03-29T02:30", "2026-03-29T01:30:00Z"]);
    let text =
        "# Halt\n\n## Timeline (Europe/Berlin, 25 October 2026)\n\n- 01:30 before\n- 02:30 twice\n- 03:30 after\n";
    assert_eq!(times(text), ["2026-10-24T23:30:00Z", "2026-10-25T02:30", "2026-10-25T02:30:00Z"]);
}

#[test]
fn steps_without_times_are_told_in_their_order() {
    let text = "# Halt\n\n## Timeline\n\n- A deploy went out\n- The queue filled\n- We rolled back\n";
    let review = read(text);
    let texts: Vec<_> = review.timeline.iter().map(|entry| entry.what.as_str()).collect();
    assert_eq!(texts, ["A deploy went out", "The queue filled", "We rolled back"]);
    assert_eq!(times(text), ["", "", ""]);
    for text in [
        "# Halt\n\n## Timeline\n\n- HH:MM - what happened\n- 00:00 - [event]\n",
        "# Halt\n\n## Timeline\n\n- [ ] Fill this in\n- [ ] And this\n",
        "# Halt\n\n## Timeline\n\n- [Thread](https://a.example)\n- [Room](https://b.example)\n",
        "# Halt\n\n## Details\n\n- It fell\n- It ran\n",
    ] {
        assert!(read(text).timeline.is_empty(), "{text}");
    }
    let table =
        "# Halt\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| Build phase | It failed |\n| Then | It ran |\n";
    assert_eq!(read(table).timeline[0].stated, "Build phase");
}

#[test]
fn a_form_that_nobody_filled_in_says_nothing() {
    let text = "# Halt\n\n**Date:** YYYY-MM-DD\n**Severity:** SEV-X / SEV1-5\n\n## Action items\n\n| Action | Owner |\n|---|---|\n\
        | [action] | [owner] |\n\n## Root causes\n\n- Unknown\n- To be determined\n\n## Lessons learned\n\nNone so far.\n";
    let review = read(text);
    assert!(review.actions.is_empty() && review.factors.is_empty() && review.learnings.items.is_empty());
    assert!(review.extra.is_empty() && review.severity.is_none() && review.date.is_none(), "{:?}", review.extra);
}

#[test]
fn a_table_that_explains_the_scale_is_no_severity() {
    let text = "# Halt\n\n| Severity | Meaning |\n|---|---|\n| SEV1 | all users |\n| SEV2 | some users |\n\nIt fell.\n";
    let review = read(text);
    assert!(review.severity.is_none() && review.extra.is_empty(), "{:?} {:?}", review.severity, review.extra);
    let text = "# Halt\n\nSeverity: SEV2 -> SEV1\n\nIt fell.\n";
    assert_eq!((read(text).severity, read(text).extra[0].1.as_str()), (None, "SEV2 -> SEV1"));
}

#[test]
fn a_title_that_nobody_filled_in_is_none() {
    for title in ["{{ page.title }}", "[Incident name]", "Incident: {{ .Title }}"] {
        assert!(!read(&format!("# {title}\n\nIt fell.\n")).title_is_stated, "{title}");
    }
    assert!(read("# Pages broke on {{ x }}\n\nIt fell.\n").title_is_stated);
    assert_eq!(read("# ISSUE NAME\nThe queue stood.\n\n## Summary\n\nIt fell.\n").title, "The queue stood.");
}

#[test]
fn numbered_actions_keep_their_account() {
    let text = "# Halt\n\n## Action items (completed)\n\n1. **Found the cause**\nWe looked at:\n\n- Plans\n- Reads\n\n\
        2. **Moved the table**\n\n- Made a new one\n- Ran a script\n";
    let actions: Vec<_> = read(text).actions.into_iter().map(|action| (action.title, action.status)).collect();
    let done = |title: &str| (title.to_owned(), ActionStatus::Done);
    assert_eq!(actions, [done("**Found the cause**"), done("**Moved the table**")]);
}

#[test]
fn a_heading_may_have_an_id_of_its_own() {
    let review = read("# Halt {#top}\n\n## Root cause {#rc}\n\nThe disk was full.\n");
    assert_eq!((review.title.as_str(), review.factors.len()), ("Halt", 1));
}

#[test]
fn an_occasion_is_no_action() {
    let text = "# Halt\n\n## Action items\n\n- In the future when we change the queue:\n  - More careful tests\n  - Lower limits\n";
    let actions: Vec<_> = read(text).actions.into_iter().map(|action| action.title).collect();
    assert_eq!(actions, ["More careful tests", "Lower limits"]);
}

#[test]
fn a_moment_has_the_day_of_its_own_clock() {
    let text = "# Halt\n\nStarted: 2026-03-05 08:00 JST\nResolved: 2026-03-05 09:30 JST\n\n## Timeline\n\n- 08:00 It fell\n- 09:30 It ran\n";
    assert_eq!(day(text).as_deref(), Some("2026-03-05"));
    assert_eq!(
        times(text),
        ["2026-03-04T23:00:00Z", "2026-03-05T00:30:00Z"],
        "a clock of the label stands in the timeline"
    );
    let other = text.replace("- 08:00", "- 08:10").replace("- 09:30", "- 09:40");
    assert_eq!(times(&other), ["2026-03-05T08:10", "2026-03-05T09:40"], "they may be in another zone");
}
