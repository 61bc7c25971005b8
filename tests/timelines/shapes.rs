//! Forms of timelines: headings that are times, days at the level of the timeline's own heading, times relative to the start.

use super::{assert_moments, assert_times, rows, texts};

#[test]
fn a_heading_that_is_a_time_is_an_entry_of_what_stands_below() {
    let text = "# A\n\n## Timeline\n\nAll times in UTC\n\n### 2026-03-05 10:00\n\nUsers report that nothing loads.\n\nMore of it.\n\n\
        ### 10:20 - Cause found\n\n- The disk is full.\n- The alert was off.\n\n### 11:00 (maybe earlier)\n\n- Over\n\n## Impact\n\nAll.\n";
    assert_moments("a.md", text, &["2026-03-05T10:00", "2026-03-05T10:20", "2026-03-05T11:00"]);
    assert_eq!(texts("a.md", text), ["Users report that nothing loads.", "Cause found", "Over (maybe earlier)"]);
    // The text below them stays.
    let page = rows("a.md", text).1;
    assert!(page.contains("<p>More of it.</p>") && page.contains("<li>The alert was off.</li>"));
}

#[test]
fn days_may_stand_at_the_level_of_the_timelines_own_heading() {
    let text = "# A\n\n## Timeline (UTC)\n\nSee below.\n\n## May 12\n\n### 20:15\n\nA ticket.\n\n## May 13\n\n### 08:00\n\nOver.\n\n\
        ## What went well\n\n### 10:00\n\nNo entry.\n";
    assert_moments("2026-05-12-a.md", text, &["2026-05-12T20:15", "2026-05-13T08:00"]);
}

#[test]
fn days_stand_above_lists_without_clocks() {
    let text =
        "# A\n\n## Timeline\n\n### 5 March 2026\n\n- Access gained\n- Data read\n\n### 8 March 2026\n\nStatement.\n";
    assert_times("2026-03-06-a.md", text, &["2026-03-05", "2026-03-05", "2026-03-08"]);
    let text = "# A\n\n## Timeline (UTC)\n\n**March 5, 2026**\n\n- 10:00 Alert\n\n**March 6, 2026**\n\n- 09:00 Over\n";
    assert_moments("2026-03-06-a.md", text, &["2026-03-05T10:00", "2026-03-06T09:00"]);
    let text = "# A\n\n## Timeline (UTC)\n\n- March 5, 2026\n  - 10:00 Alert\n  - 10:30 Found\n- March 6, 2026\n  - 09:00 Over\n";
    assert_moments("2026-03-06-a.md", text, &["2026-03-05T10:00", "2026-03-05T10:30", "2026-03-06T09:00"]);
}

#[test]
fn times_are_counted_from_a_start_that_is_stated() {
    let list = "## Timeline\n\n- T+0 Alert\n- T+15 Found\n- +1:30 Over\n";
    let stated = format!("---\ntitle: A\ntimes: {{started: 2026-03-05T10:00Z}}\n---\n\n{list}");
    assert_moments("a.md", &stated, &["2026-03-05T10:00", "2026-03-05T10:15", "2026-03-05T11:30"]);
    assert_times("2026-03-05-b.md", &format!("# A\n\n{list}"), &["\"T+0\"", "\"T+15\"", "\"+1:30\""]);
    // Each could be relative to the one above.
    let back = stated.replace("+1:30", "+5 min");
    assert_times("a.md", &back, &["\"T+0\"", "\"T+15\"", "\"+5 min\""]);
}

#[test]
fn cells_that_hold_more_than_a_time_are_read_as_far_as_they_are_sure() {
    let text = "# A\n\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 2026-03-05 10:00 (approx) | One |\n\
        | 2026-03-05 11:?? | Two |\n| 2026-03-05 12:26-12:?? | Three |\n| 2026-03-06 --:-- | Four |\n| next morning | Five |\n";
    let times = ["2026-03-05T10:00Z", "2026-03-05", "2026-03-05T12:26Z", "2026-03-06", "\"next morning\""];
    assert_times("2026-03-05-a.md", text, &times);
}

#[test]
fn a_cell_of_a_day_without_a_clock_repeats_no_clock() {
    let text = "# A\n\n## Timeline (UTC)\n\n| Date | Time | Event |\n|---|---|---|\n| Mar 5 | 10:00 | One |\n| | | Same time |\n| Mar 6 | | A day |\n";
    assert_times("2026-03-05-a.md", text, &["2026-03-05T10:00Z", "2026-03-05T10:00Z", "2026-03-06"]);
}

#[test]
fn a_table_without_a_header_begins_with_an_entry() {
    let text = "# A\n\n## Timeline (UTC)\n\n| 10:00 | Alert |\n|---|---|\n| 10:05 | Over |\n";
    assert_moments("2026-03-05-a.md", text, &["2026-03-05T10:00", "2026-03-05T10:05"]);
}

#[test]
fn the_end_of_a_span_names_its_zone() {
    let text = "# A\n\n## Timeline (PST)\n\n- 8:20 - 8:24 Talk\n- 9:00 Over\n";
    assert_moments("2026-01-18-a.md", text, &["2026-01-18T16:20", "2026-01-18T17:00"]);
    assert_eq!(texts("2026-01-18-a.md", text)[0], "(until 8:24 PST) Talk");
}

#[test]
fn a_zone_of_all_times_may_stand_anywhere() {
    let text = "# A\n\nAll times in CEST.\n\n## Timeline\n\n- 10:00 Alert\n- 10:05 Over\n";
    assert_moments("2026-07-05-a.md", text, &["2026-07-05T08:00", "2026-07-05T08:05"]);
    let two = format!("{text}\n## Later\n\nAll times here are UTC.\n");
    assert_times("2026-07-05-a.md", &two, &["2026-07-05T10:00", "2026-07-05T10:05"]);
}

#[test]
fn a_timeline_with_a_zone_after_a_dash_is_read() {
    let text = "# A\n\n## Issue Timeline - UTC\n\n1. 2026-03-05 10:00 Alert\n2. 2026-03-05 11:00 Over\n";
    assert_moments("2026-03-06-a.md", text, &["2026-03-05T10:00", "2026-03-05T11:00"]);
    let text = "# A\n\n## Follow-up timeline (UTC)\n\n- 2026-05-05 Add an alert\n";
    assert!(rows("2026-03-06-a.md", text).0.is_empty());
}
