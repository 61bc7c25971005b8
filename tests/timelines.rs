//! Timelines in the text of reviews that were written for another tool: each entry has its moment, or its time as it was
//! written.

mod clocks;
mod languages;
mod section;
mod shapes;
mod wild;

use crate::harness::SiteTest;

/// A row of the timeline, as the page shows it.
struct Row {
    /// The value of its `time` element; empty if there is none.
    machine: String,
    /// The text of its time.
    words: String,
    what: String,
}

fn between<'p>(text: &'p str, from: &str, to: &str) -> Option<&'p str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}

/// The rows of one file in a folder without settings, and its page.
fn rows(name: &str, text: &str) -> (Vec<Row>, String) {
    let test = SiteTest::foreign().file(name, text);
    test.build_with(&[]).code(0);
    let page = test.text(&format!("reviews/{}/index.html", name.trim_end_matches(".md")));
    let of = |row: &str| {
        let at = between(row, "<td class=\"at\">", "</td>").expect("a time");
        Row {
            machine: between(at, "datetime=\"", "\"").unwrap_or_default().to_owned(),
            words: between(at, "title=\"Link to this entry\">", "</a>").map(plain).unwrap_or_default(),
            what: between(row, "<div dir=\"auto\">", "</div>").expect("a text").to_owned(),
        }
    };
    let rows = page.split("<tr id=\"entry.").skip(1).map(of).collect();
    (rows, page)
}

fn texts(name: &str, text: &str) -> Vec<String> {
    rows(name, text).0.into_iter().map(|row| row.what).collect()
}

/// Text without tags.
fn plain(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.collect()
}

/// The times of all rows: moments in UTC (`2026-03-05T10:00Z`), what is certain otherwise (`2026-03-05T10:00`), or the words
/// (`"10:00 CST"`).
fn assert_times(name: &str, text: &str, wanted: &[&str]) {
    let of = |row: &Row| match (row.machine.as_str(), row.words.as_str()) {
        ("", words) => format!("{words:?}"),
        (machine, _) => machine.replace(":00Z", "Z"),
    };
    let found: Vec<_> = rows(name, text).0.iter().map(of).collect();
    assert_eq!(found, wanted, "{text}");
}

/// Asserts that all entries have these moments.
fn assert_moments(name: &str, text: &str, wanted: &[&str]) {
    let wanted: Vec<_> = wanted.iter().map(|at| format!("{at}Z")).collect();
    assert_times(name, text, &wanted.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn days_are_taken_from_headings_columns_and_after_the_clock() {
    assert_moments(
        "2025-12-09-a.md",
        "# A\n\n## Timeline (UTC)\n\n### 30 November 2025\n\n- 21:11 Attack\n- 21:34 Room\n\n### 5 December 2025\n\n- 16:02 Move\n",
        &["2025-11-30T21:11", "2025-11-30T21:34", "2025-12-05T16:02"],
    );
    assert_moments(
        "2026-01-27-a.md",
        "# A\n\n## Timeline (UTC)\n\n| Time | Day | Date | What |\n|---|---|---|---|\n| 02:34 | Fri | Jan 28 | Charge |\n| 02:10 | Sat | Jan 29 | Locked |\n",
        &["2026-01-28T02:34", "2026-01-29T02:10"],
    );
    assert_moments(
        "2024-10-29-a.md",
        "# A\n\n## Timeline (UTC)\n\n- 23:50 (Oct 28) - Alert\n- 00:20 (Oct 29) - Over\n- 14:00 (Oct 31) - Review\n",
        &["2024-10-28T23:50", "2024-10-29T00:20", "2024-10-31T14:00"],
    );
    assert_moments(
        "2024-10-30-a.md",
        "# A\n\n## Timeline (UTC)\n\n- 05-10-2024 11:58 - One\n- 24-10-2024 04:00 - Two\n",
        &["2024-10-05T11:58", "2024-10-24T04:00"],
    );
    assert_moments(
        "2025-12-31-a.md",
        "# A\n\n## Timeline (UTC)\n\n| Date | Time | Event |\n|---|---|---|\n| Dec 31 | 23:10 | One |\n| | 23:40 | Two |\n| Jan 1 | 00:10 | Three |\n",
        &["2025-12-31T23:10", "2025-12-31T23:40", "2026-01-01T00:10"],
    );
}

#[test]
fn midnight_passes_where_the_order_shows_it() {
    let list = |times: &str| {
        let items: Vec<_> = times.split(' ').map(|time| format!("- {time} Something\n")).collect();
        format!("# A\n\n## Timeline (UTC)\n\n{}", items.concat())
    };
    assert_moments(
        "2026-03-06-a.md",
        &list("12:00 11:00 10:00"),
        &["2026-03-06T10:00", "2026-03-06T11:00", "2026-03-06T12:00"],
    );
    assert_moments(
        "2026-03-06-b.md",
        &list("23:00 23:50 00:10"),
        &["2026-03-06T23:00", "2026-03-06T23:50", "2026-03-07T00:10"],
    );
    // A day in the text after the time may be another than that of the list.
    assert_times(
        "2026-03-06-d.md",
        "# A\n\n## Timeline (UTC)\n\n- 10:00 Alert\n- 21:55 the night of Mar 5th: over\n",
        &["2026-03-06T10:00Z", "\"21:55 UTC\""],
    );
    // Twelve-hour times, or the next morning: it is ambiguous.
    assert_times("2026-03-06-c.md", &list("10:00 12:50 1:10"), &["\"10:00 UTC\"", "\"12:50 UTC\"", "\"1:10 UTC\""]);
}

#[test]
fn zones_that_mean_one_are_applied() {
    assert_moments(
        "2026-03-06-a.md",
        "# A\n\n## Timeline\n\n- March 5, 2026 10:00 UTC: start\n- 5 March 2026 11:30 UTC: middle\n- Mar 05 2026 at 12:50 GMT+2 end\n",
        &["2026-03-05T10:00", "2026-03-05T10:50", "2026-03-05T11:30"],
    );
    assert_moments(
        "2026-03-06-b.md",
        "# A\n\n## Timeline\n\nAll times in Europe/Berlin.\n\n- 10:00 Alert\n- 10:05 Over\n",
        &["2026-03-06T09:00", "2026-03-06T09:05"],
    );
    assert_moments(
        "2026-03-06-c.md",
        "# A\n\n## Timeline\n\n| Time (JST) | Event |\n|---|---|\n| 10:00 | Alert |\n| 10:05 | Over |\n",
        &["2026-03-06T01:00", "2026-03-06T01:05"],
    );
    assert_moments(
        "2026-03-06-d.md",
        "# A\n\n## Timeline of events\n\n1. **March 6, 2026 00:52 (UTC)** A user reports it\n2. **01:08** Cause found\n",
        &["2026-03-06T00:52", "2026-03-06T01:08"],
    );
    assert_moments(
        "2026-03-06-e.md",
        "# A\n\n## Timeline (UTC)\n\n### Morning (AM)\n\n- 9:44: noticed\n\n### 1:42-1:59 PM: release\n\n- 1:42: tests pass\n",
        &["2026-03-06T09:44", "2026-03-06T13:42"],
    );
}

#[test]
fn a_zone_that_nobody_stated_or_that_means_several_makes_no_moment() {
    for (zone, said) in [
        ("", "the zone of its times is not stated"),
        ("All times CST.", "the zone `CST` means several"),
        ("All times are Pacific Time.", "the zone `Pacific Time` means several"),
        ("Times in UTC / JST.", "means several"),
    ] {
        let text = format!("# A\n\n## Timeline\n\n{zone}\n\n- 10:00 Alert\n- 10:05 Over\n");
        assert_times("2026-03-04-a.md", &text, &["2026-03-04T10:00", "2026-03-04T10:05"]);
        let test = SiteTest::foreign().file("2026-03-04-a.md", &text);
        let run = test.check();
        assert!(run.stderr.contains(said) || run.stdout.contains(said), "{zone}:\n{}{}", run.stdout, run.stderr);
        test.build_with(&[]).code(0);
        let page = test.text("reviews/2026-03-04-a/index.html");
        assert!(
            page.contains("10:00 Alert") && page.contains(zone) && page.contains("Zone not stated in full"),
            "{zone}"
        );
        assert!(!page.contains("T10:00:00Z") && !page.contains("Times in UTC."), "{zone}");
    }
}

#[test]
fn a_zone_out_of_its_season_makes_no_moment() {
    let list = |zone: &str| format!("# A\n\n## Timeline ({zone})\n\n- 10:00 Alert\n- 10:05 Over\n");
    assert_moments("2026-07-04-a.md", &list("PDT"), &["2026-07-04T17:00", "2026-07-04T17:05"]);
    assert_moments("2026-01-04-a.md", &list("PST"), &["2026-01-04T18:00", "2026-01-04T18:05"]);
    assert_moments("2026-07-04-b.md", &list("CEST"), &["2026-07-04T08:00", "2026-07-04T08:05"]);
    // Their authors may mean local time with daylight saving.
    assert_times("2026-07-04-c.md", &list("PST"), &["2026-07-04T10:00", "2026-07-04T10:05"]);
    assert_times("2026-07-04-d.md", &list("CET"), &["2026-07-04T10:00", "2026-07-04T10:05"]);
    // With the offset it is unambiguous.
    assert_moments("2026-07-04-e.md", &list("CET, UTC+1"), &["2026-07-04T09:00", "2026-07-04T09:05"]);
    let test = SiteTest::foreign().file("2026-07-04-c.md", &list("PST"));
    let run = test.check();
    assert!(format!("{}{}", run.stdout, run.stderr).contains("its zone is not that of the season"), "{}", run.stdout);
}

#[test]
fn paragraphs_whose_lines_begin_with_times_are_entries() {
    let text = "# A\n\n## Timeline (All times UTC)\n\n**07:00** - Errors begin\n**07:15** - Confirmed\n\nThen more.\n";
    assert_moments("2024-10-29-a.md", text, &["2024-10-29T07:00", "2024-10-29T07:15"]);
    assert_eq!(texts("2024-10-29-a.md", text), ["Errors begin", "Confirmed"]);
    let test = SiteTest::foreign().file("2024-10-29-a.md", text);
    test.build_with(&[]).code(0);
    assert!(test.text("reviews/2024-10-29-a/index.html").contains("<p>Then more.</p>"));
}

#[test]
fn the_text_of_an_entry_keeps_its_marks() {
    let text = "# A\n\n## Timeline (UTC)\n\n- 10:00 - `db-restart` ran as `root`\n- 10:06 - **Resolved**\n- 10:07 - (maybe) a retry\n";
    let found = texts("2026-03-04-a.md", text);
    assert_eq!(
        found,
        ["<code>db-restart</code> ran as <code>root</code>", "<strong>Resolved</strong>", "(maybe) a retry"]
    );
}
