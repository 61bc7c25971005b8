//! A library too large for one page of a list, or for one line of a digest.

use crate::harness::SiteTest;

/// A library with this many reviews of one service, published in one week.
fn busy(reviews: usize) -> SiteTest {
    let long = "What nobody would have guessed. ".repeat(12);
    (0..reviews).fold(SiteTest::new(), |test, n| {
        let text = format!(
            "---\ntitle: Review {n}\nseverity: sev3\nservices: [fares]\ntags: [dns]\npublished: 2026-11-17\n\
             times: {{started: 2026-11-16T10:00Z, resolved: 2026-11-16T11:00Z}}\n\
             learnings: [\"Lesson {n}. {long}So much for that.\"]\n---\n\nText.\n"
        );
        test.file(&format!("review-{n:03}.md"), &text)
    })
}

/// The links of a page to reviews.
fn reviews_in(page: &str) -> Vec<&str> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("review-"))
        .collect()
}

#[test]
fn a_row_leads_to_its_review_from_lists_of_every_depth() {
    let test = busy(101).build();
    for (list, root, rows) in [
        ("reviews/index.html", "../", 31),
        ("reviews/page-3/index.html", "../../", 10),
        ("tags/dns/index.html", "../../", 31),
        ("tags/dns/page-2/index.html", "../../../", 10),
        ("severity/sev3/page-1/index.html", "../../../", 10),
    ] {
        let page = test.text(list);
        let found = reviews_in(&page);
        assert_eq!(found.len(), rows, "{list}");
        for href in found {
            let path = href.strip_prefix(root).filter(|path| !path.starts_with("../"));
            let path = path.unwrap_or_else(|| panic!("{list} leads to {href}"));
            assert!(test.site().join(path).is_file(), "{list} leads to {href}");
        }
        assert!(!page.contains('\u{fdd0}'), "{list} holds a mark");
        assert!(!page.contains('\u{fdd1}'), "{list} holds a mark");
    }
}

#[test]
fn a_row_shows_the_beginning_of_a_lesson_and_the_review_all_of_it() {
    let test = busy(1).build();
    let shown = "Lesson 0. What nobody would have guessed.";
    let row = test.text("tags/dns/index.html");
    let lesson = row.split("<span class=\"card-lesson\" dir=\"auto\">").nth(1).and_then(|rest| rest.split('<').next());
    let lesson = lesson.expect("a lesson");
    assert!(lesson.starts_with(shown) && lesson.ends_with("guessed.") && lesson.chars().count() <= 241, "{lesson}");
    assert!(
        !row.contains("So much for that.") && test.text("reviews/review-000/index.html").contains("So much for that.")
    );
}

#[test]
fn a_digest_names_a_few_reviews_of_a_busy_service_and_counts_the_rest() {
    let test = busy(12).build();
    let page = test.text("digests/2026-W47/index.html");
    let patterns = page.split("data-part=\"patterns\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let patterns = patterns.expect("patterns");
    assert!(patterns.contains("12 reviews in 90 days"), "{patterns}");
    assert_eq!(reviews_in(patterns).len(), 3);
    assert!(patterns.contains("<a href=\"../../services/fares/index.html\">9 more</a>"), "{patterns}");
    let text = test.run(&["digest", "library", "--week", "2026-W47", "--as-of", "2026-11-21", "--format", "text"]);
    assert!(text.ok().stdout.contains("; 9 more"));
}

#[test]
fn the_navigation_is_right_wherever_a_page_lies() {
    let test = busy(1).build();
    for (page, own) in [
        ("index.html", "<a href=\"this-week/index.html\">This week</a>"),
        ("digests/index.html", "<a href=\"../this-week/index.html\" aria-current=\"true\">This week</a>"),
        ("digests/2026-W47/index.html", "<a href=\"../../this-week/index.html\" aria-current=\"true\">This week</a>"),
        ("this-week/index.html", "<a href=\"index.html\" aria-current=\"true\">This week</a>"),
        ("teams/index.html", "<a href=\"../this-week/index.html\">This week</a>"),
    ] {
        assert!(test.text(page).contains(own), "{page} lacks {own}");
    }
}
