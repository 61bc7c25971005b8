//! Lists that are easy to scan: what is in them, in which order, and what they say if nothing is known.

use crate::harness::SiteTest;

/// The position of a text on a page, for comparing orders.
#[track_caller]
fn place(page: &str, text: &str) -> usize {
    page.find(text).unwrap_or_else(|| panic!("{text:?} is not on the page:\n{page}"))
}

fn review(title: &str, day: &str, rest: &str) -> String {
    format!("---\ntitle: {title}\ntimes: {{started: \"{day}T09:00:00Z\"}}\n{rest}---\ntext\n")
}

fn three() -> SiteTest {
    let often = |title, day, severity: &str| {
        let rest = format!(
            "severity: {severity}\nservices: [zebra]\nsummary: Nobody could ride {title}.\nlearnings: [Lesson of {title}]\n"
        );
        review(title, day, &rest)
    };
    SiteTest::new()
        .file("a.md", &often("Alpha", "2026-03-01", "sev2"))
        .file("b.md", &often("Beta", "2026-04-01", "sev3"))
        .file(
            "c.md",
            &review("Gamma", "2026-05-01", "services: [ant, bee]\nkind: near_miss\nlearnings: [Lesson of Alpha]\n"),
        )
        .file("d.md", &review("Delta", "2025-05-01", "services: [ant]\nseverity: sev1\n"))
        .file("e.md", &review("Epsilon", "2024-05-01", "services: [cow]\n"))
        .build()
}

#[test]
fn an_overview_begins_with_what_comes_back_and_then_with_what_came_last() {
    let page = three().text("services/index.html");
    let places = ["zebra/", "ant/", "bee/", "cow/"].map(|service| place(&page, &format!("\"{service}index.html\"")));
    // Two reviews each: the latest of the ant is in May, of the zebra in April.
    assert!(places[1] < places[0] && places[0] < places[2] && places[2] < places[3], "{places:?}");
    assert_eq!(page.matches("<svg class=\"strip\"").count(), 4);
    assert!(page.contains("1 incident, 1 near miss. 2025: 1; 2026: 1"), "{page}");
}

#[test]
fn what_happened_stands_before_what_was_learned() {
    let test = three();
    let page = test.text("reviews/index.html");
    let row = &page[place(&page, ">Alpha</a>")..];
    assert!(place(row, "Nobody could ride Alpha.") < place(row, "card-lesson\" dir=\"auto\">Lesson of Alpha"));
    let feed = test.text("atom.xml");
    assert!(feed.contains("Nobody could ride Alpha. Lesson: Lesson of Alpha"), "{feed}");
    let tree = test.tree();
    let searched = tree.values().filter_map(|bytes| search::words_of(bytes));
    assert!(
        searched.into_iter().any(|words| words.contains("\"Nobody could ride Alpha.\",\"lesson\":\"Lesson of Alpha\""))
    );
}

#[test]
fn the_home_page_begins_with_what_weighs_most_and_says_no_lesson_twice() {
    let home = three().text("index.html");
    assert!(place(&home, ">Delta</a>") < place(&home, ">Epsilon</a>"), "sev1 before what nobody rated");
    for title in ["Alpha", "Beta"] {
        assert!(home.matches(&format!(">Lesson of {title}<")).count() <= 1, "{home}");
    }
}

#[test]
fn actions_say_that_they_have_no_owner_and_no_date() {
    let actions = "actions:\n\
        - {title: Nobody's, status: open}\n\
        - {title: Late, owner: ada, due: 2026-01-01}\n\
        - {title: Soon, owner: bo, due: 2027-01-01}\n\
        - {title: Gone, owner: bo, status: done, closed: 2026-02-01}\n\
        - {title: Never, status: wont_do, reason: It would not help.}\n";
    let page = SiteTest::new().file("a.md", &review("A", "2026-01-01", actions)).build().text("actions/index.html");
    let titles = ["Late", "Soon", "Nobody", "Gone", "Never"].map(|title| place(&page, &format!("\"auto\">{title}")));
    assert!(titles.is_sorted(), "{titles:?}");
    assert_eq!(page.matches("no owner</span>").count(), 2);
    assert_eq!(page.matches("no date</span>").count(), 2);
    assert!(
        page.contains("3 open actions: 1 overdue, 1 without a date, 1 without an owner; 1 done; 1 decided against"),
        "{page}"
    );
    assert!(page.contains("<option value=\"state:overdue\">Overdue (1)</option>"), "{page}");
}

#[test]
fn an_action_counts_once_and_sums_that_count_twice_say_so() {
    let text = review("A", "2026-01-01", "teams: [red, blue]\nservices: [ant, bee]\nactions: [{title: One}]\n");
    let test = SiteTest::new().file("a.md", &text).build();
    let page = test.text("actions/index.html");
    assert!(page.contains("../teams/red/") && !page.contains("../teams/blue/"), "{page}");
    assert!(test.text("teams/index.html").contains("an action counts once"));
    assert!(test.text("services/index.html").contains("counts in every row that it stands in, and so do its actions"));
}

#[test]
fn a_long_list_has_a_twin_with_the_rows_of_all_its_pages() {
    let mut test = SiteTest::new();
    for n in 0..130 {
        let rest = format!("severity: sev{}\ntags: [long]\nactions: [{{title: Do {n}}}]\n", 1 + n % 3);
        test = test.file(&format!("r{n}.md"), &review(&format!("Number {n} ends"), "2026-01-01", &rest));
    }
    let test = test.build();
    let page = test.text("tags/long/index.html");
    assert!(page.contains("data-rows=\"../../reviews/rows.js\" data-within=\"tag:long\""), "{page}");
    assert!(page.contains("SEV1 (44)"), "counts are of all pages");
    let twin = test.text("reviews/rows.js");
    assert!(twin.starts_with("debriefRows([\n\"<tr ") && twin.ends_with("\n]);\n"), "{}", &twin[..80]);
    for n in 0..130 {
        assert!(twin.contains(&format!("Number {n} ends</a>")), "{n}");
    }
    assert_eq!(test.text("actions/rows.js").matches("\"<tr ").count(), 130);
    assert!(test.text("actions/index.html").contains("data-rows=\"rows.js\""));
}

#[test]
fn a_short_list_has_neither_twin_nor_filters() {
    let test = SiteTest::new().file("a.md", &review("A", "2026-01-01", "")).build();
    assert!(!test.text("reviews/index.html").contains("<form class=\"filters\""));
    test.no_file("reviews/rows.js").no_file("actions/rows.js");
}
