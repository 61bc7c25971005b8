//! Timelines in the forms that organisations use, with the times that a human reader sees in them.

use super::{assert_moments, assert_times, rows, texts};
use crate::harness::SiteTest;

fn timeline(under: &str) -> String {
    format!("# A\n\n## Timeline{under}")
}

#[test]
fn texts_keep_their_marks_and_times_without_a_zone_stand_as_written() {
    let text = timeline(
        "\n\n- 10:00 - `db-restart` ran as `root`\n- 10:05 - [The fix](https://example.com/1) is merged\n\
         - 10:06 - **Resolved**\n- 10:07 - (maybe) a retry\n",
    );
    let times = ["2026-03-04T10:00", "2026-03-04T10:05", "2026-03-04T10:06", "2026-03-04T10:07"];
    assert_times("2026-03-04-a.md", &text, &times);
    let found = texts("2026-03-04-a.md", &text);
    assert_eq!(found[0], "<code>db-restart</code> ran as <code>root</code>");
    assert!(found[1].contains("<a href=\"https://example.com/1\"") && found[1].ends_with("is merged"), "{}", found[1]);
    assert_eq!(found[2..], ["<strong>Resolved</strong>", "(maybe) a retry"]);
    let (rows, page) = rows("2026-03-04-a.md", &text);
    assert_eq!(rows[0].words, "10:00");
    assert!(page.contains("4 March 2026</th>") && page.contains("Zone not stated in full") && !page.contains("UTC"));
}

#[test]
fn a_zone_that_means_two_stands_beside_each_time() {
    let text = timeline("\n\nAll times CST.\n\n- 10:00 Alert\n- 10:05 Over\n");
    let (rows, page) = rows("2026-03-04-a.md", &text);
    assert_eq!([&*rows[0].words, &*rows[1].words], ["10:00 CST", "10:05 CST"]);
    assert_eq!([&*rows[0].machine, &*rows[1].machine], ["2026-03-04T10:00", "2026-03-04T10:05"]);
    assert!(page.contains("Zone not stated in full") && !page.contains("UTC") && !page.contains("<svg class=\"tl"));
    let run = SiteTest::foreign().file("2026-03-04-a.md", &text).check();
    let said = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(said.matches("the zone `CST` means several").count(), 1, "{said}");
}

#[test]
fn days_in_figures_are_read_where_the_list_shows_how() {
    let text = timeline("\n\n- 16-10-2024 11:58 - Library released\n- 24-10-2024 04:00 - Nodes restart\n");
    assert_times("2024-10-24-a.md", &text, &["2024-10-16T11:58", "2024-10-24T04:00"]);
    assert_eq!(rows("2024-10-24-a.md", &text).0[0].words, "11:58");
}

#[test]
fn headings_name_days_and_halves_of_days() {
    let text = timeline(
        "\n\n### 30 November 2025\n\n- 21:11 Attack\n- 21:34 War room\n\n### 5 December 2025\n\n- 16:02 Funds move\n",
    );
    assert_times("2025-12-01-a.md", &text, &["2025-11-30T21:11", "2025-11-30T21:34", "2025-12-05T16:02"]);
    let text = timeline("\n\n### Morning (AM)\n\n- 9:44: noticed\n\n### 1:42-1:59 PM: release\n\n- 1:42: tests pass\n");
    assert_times("2025-03-05-a.md", &text, &["2025-03-05T09:44", "2025-03-05T13:42"]);
    assert_eq!(rows("2025-03-05-a.md", &text).0[1].words, "1:42 PM");
}

#[test]
fn the_newest_entry_may_stand_first() {
    let text = timeline("\n\n- 12:00 UTC resolved\n- 11:00 UTC fix\n- 10:00 UTC alert\n");
    assert_moments("2026-03-06-b.md", &text, &["2026-03-06T10:00", "2026-03-06T11:00", "2026-03-06T12:00"]);
}

#[test]
fn days_stand_in_columns_and_after_clocks() {
    let text = timeline(
        " (UTC)\n\n| Time | Day | Date | What |\n|---|---|---|---|\n| 02:34 | Fri | Jan 28 | Charge seen |\n\
         | 02:10 | Sat | Jan 29 | Card locked |\n",
    );
    assert_moments("2026-01-27-a.md", &text, &["2026-01-28T02:34", "2026-01-29T02:10"]);
    let text = timeline(" (UTC)\n\n- 23:50 (Oct 28) - Alert\n- 00:20 (Oct 29) - Over\n- 14:00 (Oct 31) - Review\n");
    assert_moments("2026-10-29-a.md", &text, &["2026-10-28T23:50", "2026-10-29T00:20", "2026-10-31T14:00"]);
    assert_eq!(texts("2026-10-29-a.md", &text), ["Alert", "Over", "Review"]);
}

#[test]
fn paragraphs_and_ordered_lists_are_read() {
    let text = timeline(" (All times UTC)\n\n**07:00** - Errors begin\n**07:15** - Confirmed\n\nThen more.\n");
    assert_moments("2026-10-29-a.md", &text, &["2026-10-29T07:00", "2026-10-29T07:15"]);
    assert!(rows("2026-10-29-a.md", &text).1.contains("<p>Then more.</p>"));
    let text = timeline(
        " of events\n\n1. **March 6, 2026 00:52 (UTC)** A user reports it\n2. **01:08** Cause found\n3. **01:30** Fixed\n",
    );
    assert_moments("2026-03-06-a.md", &text, &["2026-03-06T00:52", "2026-03-06T01:08", "2026-03-06T01:30"]);
    assert_eq!(texts("2026-03-06-a.md", &text), ["A user reports it", "Cause found", "Fixed"]);
}

#[test]
fn a_day_without_a_clock_is_no_midnight() {
    let text = timeline(
        "\n\n| Date | Event |\n|---|---|\n| **March 6th, 2026** | Access gained |\n| **March 8th, 2026** | Statement |\n",
    );
    assert_times("2026-03-06-a.md", &text, &["2026-03-06", "2026-03-08"]);
    let (found, page) = rows("2026-03-06-a.md", &text);
    assert_eq!([&*found[0].words, &*found[1].words], ["March 6th, 2026", "March 8th, 2026"]);
    assert!(!page.contains("00:00") && !page.contains("UTC") && !page.contains("Zone not stated"));
    let text =
        timeline("\n\n- 2026-03-05 – base image changed\n- 2026-03-06 00:58 – outage\n- 2026-03-06 01:10 – fixed\n");
    assert_times("2026-03-06-a.md", &text, &["2026-03-05", "2026-03-06T00:58", "2026-03-06T01:10"]);
    let text = text.replace("## Timeline", "## Timeline (UTC)");
    assert_times("2026-03-06-a.md", &text, &["2026-03-05", "2026-03-06T00:58Z", "2026-03-06T01:10Z"]);
}

#[test]
fn months_in_words_and_offsets_are_read() {
    let text = timeline(
        "\n\n- March 5, 2026 10:00 UTC: start\n- 5 March 2026 11:00 UTC: middle\n- Mar 05 2026 at 12:00 GMT+2 end\n",
    );
    assert_moments("2026-03-06-a.md", &text, &["2026-03-05T10:00", "2026-03-05T10:00", "2026-03-05T11:00"]);
    assert_eq!(texts("2026-03-06-a.md", &text), ["start", "end", "middle"]);
}

#[test]
fn a_row_that_cannot_be_read_stays_between_its_neighbours() {
    let text = timeline(
        " (UTC)\n\n- 10:00 Alert\n- shortly after, the on-call engineer looked\n- 10:05 Found\n- 10:20 Over\n",
    );
    let times = ["2026-03-04T10:00Z", "\"\"", "2026-03-04T10:05Z", "2026-03-04T10:20Z"];
    assert_times("2026-03-04-a.md", &text, &times);
    assert_eq!(texts("2026-03-04-a.md", &text)[1], "shortly after, the on-call engineer looked");
    let (found, _) = rows("2026-03-04-a.md", &text);
    assert_eq!([&*found[0].words, &*found[1].words], ["10:00 UTC", ""]);
    let table = timeline(
        " (UTC)\n\n| Time | Event |\n|---|---|\n| 10:00 | Alert |\n| later that day | Found |\n| 12:00 | Over |\n",
    );
    assert_times("2026-03-04-a.md", &table, &["2026-03-04T10:00Z", "\"later that day\"", "2026-03-04T12:00Z"]);
}

#[test]
fn steps_without_times_are_rows_without_a_moment() {
    let text = timeline("\n\n- The alert came\n- Somebody looked at 10:00\n- It was over\n");
    assert_times("2026-03-04-a.md", &text, &["\"\"", "\"\"", "\"\""]);
}

#[test]
fn nothing_is_measured_from_what_is_no_moment() {
    let text = timeline("\n\n- 10:00 CST Alert\n- 10:05 CST Mitigated\n- 10:30 CST Over\n- 11:00 CST Review\n");
    let test = SiteTest::foreign().file("2026-03-04-a.md", &text);
    test.build_with(&[]).code(0);
    let page = test.text("reviews/2026-03-04-a/index.html");
    assert!(!page.contains("tl-figure") && !page.contains("class=\"since\"") && !page.contains("UTC"));
    let drill = test.text("reviews/2026-03-04-a/drill/index.html");
    assert!(drill.contains("The times of its entries are not stated in full."));
}

#[test]
fn a_time_that_is_not_exact_says_so_beside_its_moment() {
    let text = timeline(" (UTC)\n\n- 2026-03-04 ~10:00 It fell\n- ~10:05 Alert\n- around 10:10 Paged\n- 10:20 Over\n");
    let words: Vec<_> = rows("2026-03-04-a.md", &text).0.into_iter().map(|row| row.words).collect();
    assert_eq!(words, ["about 10:00", "about 10:05", "about 10:10", "10:20"]);
}

#[test]
fn a_day_that_looks_like_the_number_of_a_list_is_a_day() {
    let text = timeline("\n\n- 5. März 2026: Ausfall\n- 6. März 2026: behoben\n");
    assert_times("2026-03-05-a.md", &text, &["2026-03-05", "2026-03-06"]);
}

#[test]
fn what_happened_by_times_is_a_timeline() {
    let text = "# A\n\n## What happened\n\n- 10:00 UTC it fell\n- 10:05 UTC it ran\n";
    assert_moments("2026-03-04-a.md", text, &["2026-03-04T10:00", "2026-03-04T10:05"]);
    let story = "# A\n\n## What happened\n\n- The disk filled\n- 3 nodes fell\n";
    assert!(rows("2026-03-04-a.md", story).0.is_empty());
}
