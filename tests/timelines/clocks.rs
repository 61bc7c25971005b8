//! Documents of strangers have one clock a page: that which the timeline states, with its days.

use super::{between, rows};
use crate::harness::SiteTest;

/// The text of each day row, and of each time and what it says, in the order of the page.
fn days_and_rows(page: &str) -> Vec<String> {
    let body = between(page, "<table class=\"entries\">", "</table>").expect("a table");
    let of = |row: &str| match between(row, "rowgroup\"", "</th>") {
        Some(day) => day.split_once('>').map_or(day, |(_, day)| day).to_owned(),
        None => between(row, "<div dir=\"auto\">", "</div>").unwrap_or_default().to_owned(),
    };
    body.split("<tr ").skip(1).map(of).collect()
}

#[test]
fn the_zone_that_the_timeline_states_is_the_clock_of_the_page() {
    let text = "# A\n\n## Timeline\n\nAll times in CET\n\n| Time | What |\n|---|---|\n| 2019-03-26 00:20 | Deploy |\n\
        | 2019-03-26 02:50 | Users report |\n";
    let (found, page) = rows("2019-03-26-a.md", text);
    assert_eq!(found.iter().map(|row| &*row.words).collect::<Vec<_>>(), ["00:20", "02:50"]);
    assert_eq!(found[0].machine, "2019-03-25T23:20:00Z");
    assert_eq!(days_and_rows(&page), ["26 March 2019", "Deploy", "Users report"]);
    for words in ["Times in CET (UTC+1), UTC beneath.", ">25 March, 23:20 UTC<", ">01:50 UTC<", "times in CET (UTC+1)<"]
    {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[test]
fn the_zone_of_the_library_is_that_of_a_review_without_front_matter() {
    let text = "# A\n\n## Timeline\n\n- 2019-03-26 09:05 it falls\n- 2019-03-26 09:20 it runs\n";
    let test = SiteTest::new().file("debrief.yaml", "timezone: Europe/Berlin\n").file("a.md", text).build();
    let page = test.text("reviews/a/index.html");
    assert!(page.contains("Times in Berlin (UTC+1), UTC beneath.") && page.contains("08:05 UTC"), "{page}");
}

#[test]
fn an_entry_of_a_day_without_a_clock_stands_under_its_day() {
    let text = "# A\n\n## Timeline (UTC)\n\n| Time | What |\n|---|---|\n| 2019-12-02 04:30 | One |\n\
        | 2019-12-03 --:-- | Two |\n| 2019-12-02 --:-- | Three |\n| 2019-12-03 05:00 | Four |\n| 2019-12-03 06:00 | Five |\n";
    let page = rows("2019-12-02-a.md", text).1;
    let wanted = ["2 December 2019", "One", "Three", "3 December 2019", "Two", "Four", "Five"];
    assert_eq!(days_and_rows(&page), wanted);
}

#[test]
fn where_no_effect_is_stated_nothing_says_that_nothing_changed() {
    let text = |impact: &str| {
        format!(
            "# A\n\n## Timeline (UTC)\n\n| Time | Impact | What |\n|---|---|---|\n| 2019-12-02 04:30 |{impact}| One |\n\
             | 2019-12-02 05:00 | | Restored |\n"
        )
    };
    let page = rows("2019-12-02-a.md", &text("")).1;
    for words in ["no change", "class=\"effect\"", "tl-path", "worst", "The line rises"] {
        assert!(!page.contains(words), "{words} in {page}");
    }
    assert!(page.contains("tl-mark tl-unstated") && page.contains("colspan=\"3\""), "{page}");
    let page = rows("2019-12-02-a.md", &text(" negative ")).1;
    for words in ["further from restored", "effect not stated", "class=\"effect\"", "tl-path"] {
        assert!(page.contains(words), "{words} in {page}");
    }
}
