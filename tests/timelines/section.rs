//! The section that tells a timeline stands once on its page.

use super::{between, rows, texts};

/// How often a text stands in the story of a page. The plot does not count: its marks have the words of their entries.
fn count(page: &str, text: &str) -> usize {
    let story = page.split_once("<div class=\"story\">").map_or("", |(_, story)| story);
    let (above, table) = story.split_once("<table class=\"entries\">").unwrap_or((story, ""));
    let above = above.split_once("<div class=\"plot\">").map_or(above, |(above, _)| above);
    above.matches(text).count() + table.matches(text).count()
}

/// The contents list.
fn contents(page: &str) -> &str {
    between(page, "<nav class=\"contents\"", "</nav>").expect("a contents list")
}

#[test]
fn headings_that_are_times_are_rows_with_all_that_stands_below_them() {
    let text = "# Hatch open, 2026-03-05\n\nIt rained in. See [the fix](#0915).\n\n## Timeline\n\nAll times in UTC. The log is kept.\n\n\
                ### 2026-03-05 09:00\n\nThe hatch opens.\n\n```\nhatch: open\n```\n\n\
                ### 09:15\n\n- Closed by hand\n- Dried with cloths\n\n## Lessons\n\n- Close it.\n";
    let (rows, page) = rows("2026-03-05-hatch.md", text);
    assert_eq!(rows.iter().map(|row| row.what.as_str()).collect::<Vec<_>>(), ["The hatch opens.", "Closed by hand"]);
    for once in
        ["The hatch opens.", "hatch: open", "Closed by hand", "Dried with cloths", "The log is kept.", ">Timeline <a"]
    {
        assert_eq!(count(&page, once), 1, "{once}");
    }
    let below = between(&page, "id=\"entry.1\"", "id=\"entry.2\"").expect("a row");
    assert!(below.contains("hatch: open"), "what stands below the heading is in its row");
    assert_eq!(contents(&page).matches("Timeline").count(), 1);
    assert!(!contents(&page).contains("09:"), "rows are no sections");
    assert_eq!(count(&page, "id=\"0915\""), 1, "links to a heading lead to its row");
}

#[test]
fn items_below_the_first_item_of_a_row_stay_beside_each_other() {
    let text = "# Hatch open\n\n## Timeline (UTC)\n\n### 2026-03-05 09:00\n\nThe hatch opens.\n\n### 2026-03-05 09:15\n\n\
                - Closed by hand\n  - with a rope\n  - with a hook\n- Dried with cloths\n\n## Lessons\n\n- Close it.\n";
    let (_, page) = rows("hatch.md", text);
    let below = between(&page, "id=\"entry.2\"", "</tr>").expect("a row");
    for once in ["Closed by hand", "with a rope", "with a hook", "Dried with cloths", "<ul>"] {
        assert_eq!(below.matches(once).count(), 1, "{once}");
    }
    let numbered =
        text.replace("  - with", "   - with").replace("- Closed", "1. Closed").replace("- Dried", "2. Dried");
    let (_, page) = rows("hatch.md", &numbered);
    let below = between(&page, "id=\"entry.2\"", "</tr>").expect("a row");
    assert_eq!((below.matches("<ul>").count(), below.matches("<ol").count()), (1, 1), "{below}");
}

#[test]
fn a_note_about_the_times_stands_with_the_list_that_it_is_about() {
    let text = "# Hatch open\n\n## Timeline\n\nAll times in UTC.\n\n- 2026-03-05 09:00 It opens\n- 2026-03-05 09:15 It is shut\n\n\
                ## Lessons\n\n- Close it.\n";
    let (rows, page) = rows("hatch.md", text);
    assert_eq!(rows.len(), 2);
    assert_eq!((count(&page, ">Timeline <a"), contents(&page).matches("Timeline").count()), (1, 1));
    let written = between(&page, "As the author wrote it", "</details>").expect("the list as written");
    assert!(written.contains("All times in UTC.") && count(&page, "All times in UTC.") == 1);
}

#[test]
fn what_stands_after_the_list_stands_after_the_table() {
    let text = "# Hatch open\n\n## Timeline (UTC)\n\n- 2026-03-05 09:00 It opens\n- 2026-03-05 09:15 It is shut\n\n\
                The rain had stopped by then.\n\n## Lessons\n\n- Close it.\n";
    let page = rows("hatch.md", text).1;
    assert_eq!(count(&page, "The rain had stopped"), 1);
    let section = between(&page, "<section class=\"timeline\"", "</section>").expect("a timeline");
    let (_, below) = section.split_once("</table>").expect("a table");
    assert!(below.contains("The rain had stopped"), "{section}");
}

#[test]
fn a_section_with_other_headings_stays_where_it_is() {
    let text = "# Hatch open\n\n## Timeline (UTC)\n\n- 2026-03-05 09:00 It opens\n- 2026-03-05 09:15 It is shut\n\n\
                ### What we think of it\n\nIt was wet.\n";
    let page = rows("hatch.md", text).1;
    assert!(contents(&page).contains("What we think of it") && count(&page, "It was wet.") == 1);
}

#[test]
fn the_mark_of_a_line_break_is_no_part_of_an_entry() {
    let text = "# Hatch open\n\n## Timeline (UTC)\n\n2026-03-05 09:00 It opens \\\n09:10 Written to C:\\\\\\\n09:15 It is shut\n";
    assert_eq!(texts("hatch.md", text), ["It opens", "Written to C:\\", "It is shut"]);
}

#[test]
fn a_title_of_the_second_level_is_not_repeated() {
    let page = rows("hatch.md", "## The hatch was open\n\n## Date: March 5, 2026\n\n## Details\n\nIt rained in.\n").1;
    assert_eq!(count(&page, "The hatch was open"), 0, "it is the title already");
    let page = rows("2026-03-05-hatch.md", "## The hatch\n\nIt rained in.\n\n## Details\n\nIt was wet.\n").1;
    assert!(contents(&page).contains("The hatch"), "a section with a text keeps its heading");
}

#[test]
fn a_clock_of_twelve_hours_in_a_heading_stays_readable() {
    let text = "# Hatch open\n\n## Timeline\n\n### 2026-03-05 5:14pm UTC\n\nIt opens.\n\n### 2026-03-05 5:20pm UTC\n\nIt is shut.\n\n\
                ## Lessons\n\n- Close it.\n";
    let (_, page) = rows("2026-03-05-hatch.md", text);
    let written = between(&page, "<details class=\"as-written\">", "</details>").expect("what the author wrote");
    assert!(written.contains("2026-03-05 5:14pm UTC") && written.contains("5:20pm"), "{written}");
}
