//! What one more review, one edited title and one more day rewrite: pages that do not show them stay as they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::SiteTest;

type Tree = BTreeMap<String, Vec<u8>>;

/// A review of 2024 to 2026, the third day after the one before.
fn review(n: usize, title: &str) -> String {
    let days = 3 * n;
    let day = format!("{}-{:02}-{:02}", 2024 + days / 336, 1 + days % 336 / 28, 1 + days % 28);
    format!(
        "---\ntitle: {title}\nseverity: sev{}\nservices: [service {}]\nteams: [team {}]\ntags: [all, tag {}]\n\
         times: {{started: \"{day}T09:00:00Z\"}}\npublished: {day}\n\
         actions: [{{title: Repair it, owner: ada, due: 2026-12-01}}, {{title: Test it, status: done, closed: {day}}}]\n\
         ---\ntext\n",
        1 + n % 4,
        n % 3,
        n % 5,
        n % 60
    )
}

/// A library of three hundred reviews with six hundred actions.
fn long() -> SiteTest {
    (0..300).fold(SiteTest::new(), |test, n| test.file(&format!("r{n:03}.md"), &review(n, &format!("Number {n} ends"))))
}

/// The files that differ or are new.
fn changed<'t>(before: &Tree, after: &'t Tree) -> BTreeSet<&'t str> {
    let is_changed = |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) != Some(*bytes);
    after.iter().filter(is_changed).map(|(path, _)| path.as_str()).collect()
}

/// The folder of a list and the number of one of its pages.
fn numbered(path: &str) -> Option<(&str, usize)> {
    let (list, number) = path.strip_suffix("/index.html")?.rsplit_once("/page-")?;
    Some((list, number.parse().ok()?))
}

/// Whether a file is named by its content, or names those that are.
fn is_of_search_or_lists(path: &str) -> bool {
    path.starts_with("search/") || path.starts_with("lists/")
}

#[test]
fn one_more_review_changes_no_full_page_of_a_list() {
    let test = long().build();
    let before = test.tree();
    let test = test.file("r300.md", &review(300, "Number 300 ends")).build();
    let after = test.tree();
    let changed = changed(&before, &after);
    let full = before.keys().filter(|path| numbered(path).is_some()).count();
    assert!(full > 60, "{full} pages");
    for (list, number) in changed.iter().filter_map(|path| numbered(path)) {
        // The last full page leads to the one that is new behind it; that of actions gets the actions.
        let is_new = |number| {
            let path = format!("{list}/page-{number}/index.html");
            !before.contains_key(&path) && after.contains_key(&path)
        };
        assert!(is_new(number) || is_new(number + 1), "{list}, page {number}");
    }
    let lists =
        ["reviews", "actions", "severity", "severity/sev1", "services", "services/service-0", "teams", "teams/team-0"];
    let lists = lists.into_iter().chain([
        "tags",
        "tags/all",
        "tags/tag-0",
        "kinds",
        "kinds/incident",
        "years",
        "years/2026",
        "factors",
    ]);
    let lists: BTreeSet<_> = lists.map(|list| format!("{list}/index.html")).collect();
    let is_first = |path: &&&str| {
        let of_lists = ["severity/", "services/", "teams/", "tags/", "kinds/", "years/", "factors/", "drills/"];
        numbered(path).is_none()
            && path.ends_with("/index.html")
            && (of_lists.iter().any(|list| path.starts_with(list))
                || ["reviews/index.html", "actions/index.html"].contains(*path))
    };
    let firsts: BTreeSet<String> = changed.iter().filter(is_first).map(|path| (*path).to_owned()).collect();
    // Overviews begin with a strip of all reviews.
    assert_eq!(firsts, lists, "only the lists that the review is in, and overviews");
    // Its own page, the one before it in time, and those that name it as related.
    let reviews = changed.iter().filter(|path| path.starts_with("reviews/r") && path.ends_with("/index.html")).count();
    assert!((2..=20).contains(&reviews), "{reviews} reviews");
}

#[test]
fn an_edited_title_changes_the_pages_that_show_it() {
    let test = long().build();
    let before = test.tree();
    test.put("r150.md", review(150, "Another 150 ends").as_bytes());
    let test = test.build();
    let after = test.tree();
    let changed: Vec<_> = changed(&before, &after).into_iter().filter(|path| !is_of_search_or_lists(path)).collect();
    let has_title = |path: &&&str| before[**path].windows(15).any(|part| part == b"Number 150 ends");
    let without: Vec<_> = changed.iter().filter(|path| !has_title(path)).collect();
    assert_eq!(without, Vec::<&&str>::new());
    // Of each long list that it is in, one numbered page.
    let pages: Vec<_> = changed.iter().filter_map(|path| numbered(path)).map(|(list, _)| list).collect();
    assert_eq!(
        pages,
        ["actions", "kinds/incident", "reviews", "services/service-0", "severity/sev3", "tags/all", "years/2025"]
    );
    // Its service has more than eight reviews at a time: weeks name it again while it is one of the newest three.
    let again = |path: &&&str| {
        let page = String::from_utf8_lossy(&after[**path]);
        let part = page.split_once("id=\"patterns\"").and_then(|(_, rest)| rest.split("</section>").next());
        path.starts_with("digests/2025-W") && part.is_some_and(|part| part.contains("Another 150 ends"))
    };
    let weeks: Vec<_> = changed.iter().filter(again).copied().collect();
    assert_eq!(weeks, ["digests/2025-W18/index.html", "digests/2025-W20/index.html", "digests/2025-W21/index.html"]);
    // The reviews before and after it in time name its day.
    let page = test.text("reviews/r149/index.html");
    let (_, beside) = page.split_once("class=\"siblings\"").expect("its neighbours");
    assert!(beside.contains("3 May 2025</a>") && !beside.contains("Another 150 ends"), "{beside}");
    let bytes: usize = changed.iter().map(|path| after[*path].len()).sum();
    assert!(bytes < 1_000_000, "{bytes} bytes");
}

#[test]
fn slides_name_eight_reviews_to_read_and_count_the_rest() {
    let of_one_week = |n: usize| review(8, &format!("Number {n} ends"));
    let test = (0..20).fold(SiteTest::new(), |test, n| test.file(&format!("r{n:02}.md"), &of_one_week(n))).build();
    let items = |page: &str, heading: &str| {
        let part = page.split(heading).nth(1).and_then(|rest| rest.split("</ul>").next()).expect("a list").to_owned();
        part.matches("<li").count()
    };
    let to_read = items(&test.text("digests/2024-W04/index.html"), "<h3>To read</h3>");
    assert!(to_read > 10, "{to_read}");
    let slides = test.text("digests/2024-W04/slides/index.html");
    assert_eq!(items(&slides, "To read</h1>"), 8);
    assert!(slides.contains(&format!("{} more on the page of the week", to_read - 8)), "{slides}");
}

#[test]
fn one_more_day_changes_no_numbered_page() {
    let test = long().build();
    let before = test.tree();
    test.run(&["build", "library", "--as-of", "2026-12-02"]).ok();
    let after = test.tree();
    let changed = changed(&before, &after);
    assert!(changed.contains("actions/index.html"), "the actions are overdue now");
    let pages: Vec<_> = changed.iter().filter(|path| numbered(path).is_some()).collect();
    assert_eq!(pages, Vec::<&&str>::new());
}
