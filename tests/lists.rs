//! Lists that are easy to scan: what is in them, in which order, and what they say if nothing is known.

mod files;

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

/// A library with 130 reviews, each with one action.
fn long() -> SiteTest {
    let mut test = SiteTest::new();
    for n in 0..130 {
        let day = format!("2026-0{}-{:02}", 1 + n / 28, 1 + n % 28);
        // Every third says more, so that each column has rows with a value and rows without one.
        let (more, action, end) = if n % 3 == 0 {
            let end = format!(", mitigated: \"{day}T10:00:00Z\"");
            ("services: [ferry]\nteams: [deck]\n", ", owner: Ana Berg, due: 2026-12-01", end)
        } else {
            ("", "", String::new())
        };
        let rest = format!("severity: sev{}\ntags: [long]\n{more}actions: [{{title: Do {n}{action}}}]\n", 1 + n % 3);
        let text = review(&format!("Number {n} ends"), &day, &rest).replace("\"}", &format!("\"{end}}}"));
        test = test.file(&format!("r{n}.md"), &text);
    }
    test.build()
}

#[test]
fn what_nobody_said_is_the_last_choice_and_ages_are_as_coarse_as_one_remembers_them() {
    let action = |title: &str, due: &str, improves: &str| format!("  - {{title: {title}, due: {due}{improves}}}\n");
    let actions = [
        action("One", "2020-01-10", ""),
        action("Two", "2023-01-10", ", improves: detection"),
        action("Three", "2023-01-10", ", improves: remediation"),
        action("Four", "2023-01-10", ", improves: remediation"),
        action("Five", "2023-01-10", ", improves: response"),
    ];
    let test = SiteTest::new().file("a.md", &review("A", "2020-01-01", &format!("actions:\n{}", actions.concat())));
    let page = test.build().text("actions/index.html");
    let choices = page.split_once("name=\"phase\"").unwrap().1.split_once("</select>").unwrap().0;
    assert!(place(choices, "Remediation (2)") < place(choices, "Not said (1)"), "{choices}");
    assert!(!page.contains("00 days overdue") && page.contains(" overdue"), "{page}");
    let overdue: Vec<&str> = page.split(" overdue<").filter_map(|before| before.rsplit('>').next()).collect();
    assert!(overdue.iter().any(|age| age.contains("year")), "{overdue:?}");
}

#[test]
fn a_further_page_of_a_list_is_named_in_its_title_and_heading() {
    let test = long();
    for (list, name) in [("actions", "Actions"), ("reviews", "All reviews"), ("tags/long", "long")] {
        let page = test.text(&format!("{list}/page-2/index.html"));
        let heading = page.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default();
        assert!(heading.ends_with(&format!("{name}, page 2")), "{list}: {heading}");
        let title = page.split("<title>").nth(1).unwrap_or_default();
        assert!(
            title.starts_with(name) && title.split(" · ").next().unwrap_or_default().ends_with(", page 2"),
            "{title}"
        );
    }
    let first = test.text("actions/index.html");
    assert!(first.contains("<h1>Actions</h1>") && first.contains("<title>Actions · "), "{first}");
}

#[test]
fn a_long_overview_of_years_says_how_many_it_shows_and_where_the_rest_is() {
    let mut test = SiteTest::new();
    for year in 1970..2026 {
        test = test.file(&format!("y{year}.md"), &review("Ends", &format!("{year}-03-02"), ""));
    }
    let page = test.build().text("years/index.html");
    assert!(page.contains("The latest 25 of 56 years. <a href=\"#all\">All names, from A to Z</a>"), "{page}");
    assert!(page.contains("<h2 id=\"all\">All 56") && !page.contains("aria-sort"), "{page}");
}

/// A library of so many incidents, one a day.
fn incidents(n: usize, rest: &str) -> SiteTest {
    (1..=n).fold(SiteTest::new(), |test, day| {
        test.file(&format!("{day}.md"), &review(&format!("Incident {day}"), &format!("2026-03-{day:02}"), rest))
    })
}

#[test]
fn the_front_page_says_by_which_rule_its_incidents_are_chosen() {
    let page = incidents(20, "severity: sev2\n").build().text("index.html");
    assert!(page.contains("The 6 most severe of the 12 newest"), "{page}");
    let few = incidents(5, "severity: sev2\n").build().text("index.html");
    assert!(few.contains("Latest incidents, most severe first<") && !few.contains("newest"), "all are shown: {few}");
    let unrated = incidents(20, "").build().text("index.html");
    assert!(unrated.contains(">Latest incidents<") && !unrated.contains("most severe"), "{unrated}");
}

#[test]
fn a_duration_says_what_it_measures() {
    let file = |kind: &str, minutes: u8| {
        let (from, to) = (format!("2026-05-0{minutes}T09:00:00Z"), format!("2026-05-0{minutes}T09:0{minutes}:00Z"));
        format!("---\ntitle: A {kind}\nkind: {kind}\ntimes: {{started: \"{from}\", resolved: \"{to}\"}}\n---\ntext\n")
    };
    let others = (1..=3).fold(SiteTest::new(), |test, n| test.file(&format!("{n}.md"), &file("incident", n)));
    let test = others.file("a.md", &file("incident", 4)).file("b.md", &file("near_miss", 5)).build();
    let (list, home) = (test.text("reviews/index.html"), test.text("index.html"));
    for (time, of) in [("2 min", "of harm"), ("5 min", "of exposure")] {
        assert!(list.contains(&format!(">{time}</span> {of}<")), "{list}");
        assert!(home.contains(&format!(">{time} {of}<")), "{home}");
    }
}

#[test]
fn a_strip_explains_what_it_shows_of_reviews_that_nobody_rated() {
    let rated = incidents(2, "severity: sev2\n").build().text("reviews/index.html");
    assert!(rated.contains("One mark for each review") && !rated.contains(">not rated</span>"), "{rated}");
    let unrated = incidents(2, "").build().text("reviews/index.html");
    assert!(unrated.contains("</svg>not rated</span>"), "{unrated}");
}
